// A digest of a coding set as it stands, so that a screen can ask whether anything changed without fetching it all.

export interface DigestedCoding {
  readonly id: string;
  readonly version: number;
  readonly memoWording: number | null;
}

/** One coding's share, 32 bits (FNV-1a); the digest of a set is their sum, so one change costs one addition. */
export function codingDigest({ id, version, memoWording }: DigestedCoding): number {
  const words = `${id} ${version} ${memoWording ?? 0}`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export function digestText(count: number, sum: number): string {
  return `${count}.${(sum >>> 0).toString(16)}`;
}

/** Whatever the order of the codings. It finds honest differences; it does not withstand forgery. */
export function codingsDigest(codings: readonly DigestedCoding[]): string {
  let sum = 0;
  for (const coding of codings) sum = (sum + codingDigest(coding)) >>> 0;
  return digestText(codings.length, sum);
}
