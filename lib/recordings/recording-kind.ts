// What a recording is, by its first bytes: the media type it is served under, or null for what no browser plays.

/** As many bytes as are looked at. */
export const HEAD_BYTES = 64;

const ascii = (head: Uint8Array, from: number, to: number) => String.fromCharCode(...head.subarray(from, to));

/** Pictures and other files in the same wrapping as film. */
const NOT_FILM = /^(?:hei[cfsxm]|hev[cx]|mif1|msf1|avi[fs]|crx |jpm |jp2 |jpx )$/;

/** An MPEG frame begins with eleven set bits; values that the format leaves out tell it from other bytes. */
function mpegFrame(head: Uint8Array): string | null {
  const [first = 0, second = 0, third = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const [version, layer, rate, sampling] = [(second >> 3) & 3, (second >> 1) & 3, third >> 4, (third >> 2) & 3];
  if (layer === 0) return (second & 0xf6) === 0xf0 ? "audio/aac" : null;
  // Layer I is what the mark of UTF-16 text looks like, and nobody records in it.
  return layer !== 3 && version !== 1 && rate !== 0 && rate !== 15 && sampling !== 3 ? "audio/mpeg" : null;
}

export function recordingKind(head: Uint8Array): string | null {
  const first = ascii(head, 0, 4);
  if (first.startsWith("ID3")) return "audio/mpeg";
  if ((first === "RIFF" || first === "RF64") && ascii(head, 8, 12) === "WAVE") return "audio/wav";
  if (first === "OggS") return "audio/ogg";
  if (first === "fLaC") return "audio/flac";
  if (first === "\x1aE\xdf\xa3" && /webm|matroska/.test(ascii(head, 4, HEAD_BYTES))) return "video/webm";
  if (ascii(head, 4, 8) === "ftyp") {
    const brand = ascii(head, 8, 12);
    if (NOT_FILM.test(brand)) return null;
    return /^M4[AB] $/.test(brand) ? "audio/mp4" : "video/mp4";
  }
  return mpegFrame(head);
}
