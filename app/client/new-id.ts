function randomHex(bytes: number): string {
  return hex(crypto.getRandomValues(new Uint8Array(bytes)));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 128 random bits: whoever creates a thing makes its id. */
export function newId(): string {
  return randomHex(16);
}

/** 256 random bits, for the secret of a link or a token. */
export function newSecret(): string {
  return randomHex(32);
}
