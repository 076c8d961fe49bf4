// Sealing: bytes that only whoever holds the key can read, and a key that only a passphrase makes.
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;
const SALT = 32;
const KEY = 32;
/** Some tenths of a second and 64 MB for each guess; part of format 1, so another cost needs another format. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 160 * 1024 * 1024 };

export function freshKey(): Buffer {
  return randomBytes(KEY);
}

export function freshSalt(): Buffer {
  return randomBytes(SALT);
}

/** On a thread of its own: nobody's coding waits for it. */
export function keyOfPassphrase(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One passphrase, however the keyboard composes its letters.
    scrypt(passphrase.normalize("NFKC"), salt, KEY, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** AES-256-GCM with a fresh nonce. `about` is not kept: opened as anything else, the bytes stay closed. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]);
}

/** Null where the key is another one, the bytes were changed, or they are about something else. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, about: string): Buffer | null {
  if (sealed.length < HEAD || sealed[0] !== FORMAT) return null;
  const nonce = sealed.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG })
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(1 + NONCE, HEAD));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]);
  } catch {
    return null;
  }
}
