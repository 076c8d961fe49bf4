import type { SvgFile } from "./svg-file";

/** Pixels of the picture for one unit of the drawing: enough for print. */
const densest = 3;
/** No browser draws a canvas that is much longer. */
const longest = 16_000;
/** A unit is 1/96 inch. */
const unitsPerMetre = 96 / 0.0254;

/** The drawing as a PNG that knows its size on paper. */
export async function pngFile({ text, width, height }: SvgFile): Promise<Blob> {
  const scale = Math.min(densest, longest / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser gave no canvas to draw on");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!blob) throw new Error("the picture is too large for this browser");
    const bytes = withDensity(new Uint8Array(await blob.arrayBuffer()), Math.round(unitsPerMetre * scale));
    return new Blob([bytes], { type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The end of the header chunk, which is always first and always as long. */
const headerEnd = 33;

/** Puts in the chunk that says how dense the pixels are: a word processor takes them for 96 an inch otherwise. */
export function withDensity(png: Uint8Array, perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new DataView(new ArrayBuffer(21));
  chunk.setUint32(0, 9);
  [...`pHYs`].forEach((letter, index) => {
    chunk.setUint8(4 + index, letter.charCodeAt(0));
  });
  chunk.setUint32(8, perMetre);
  chunk.setUint32(12, perMetre);
  chunk.setUint8(16, 1);
  chunk.setUint32(17, crc(new Uint8Array(chunk.buffer, 4, 13)));
  const out = new Uint8Array(png.length + chunk.byteLength);
  out.set(png.subarray(0, headerEnd));
  out.set(new Uint8Array(chunk.buffer), headerEnd);
  out.set(png.subarray(headerEnd), headerEnd + chunk.byteLength);
  return out;
}

/** CRC-32 as PNG has it. */
function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
