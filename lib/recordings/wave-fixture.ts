// Sound for tests: the bytes of a small wave file, a low hum of a given length.

const RATE = 8000;

/** Mono, eight bits a sample. */
export function waveBytes(seconds: number): Uint8Array<ArrayBuffer> {
  const samples = Math.round(seconds * RATE);
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  const words = (at: number, text: string) =>
    bytes.set(
      [...text].map((each) => each.charCodeAt(0)),
      at,
    );
  words(0, "RIFF");
  view.setUint32(4, 36 + samples, true);
  words(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  words(36, "data");
  view.setUint32(40, samples, true);
  for (let i = 0; i < samples; i++) bytes[44 + i] = 128 + Math.round(20 * Math.sin((i * 2 * Math.PI * 110) / RATE));
  return bytes;
}
