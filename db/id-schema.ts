// The zod schemas that acts and reads share: ids, names, spans as a client names them.
import * as z from "zod";

/** 128 random bits in hexadecimal, made by whoever creates the thing. */
export const idSchema = z.string().regex(/^[0-9a-f]{32}$/, "an id is 32 hexadecimal digits");

/** A name that people read: trimmed, one line, 1 to 200 characters. */
export const nameSchema = z
  .string()
  .transform((name) => name.replace(/\s+/g, " ").trim())
  .pipe(z.string().min(1).max(200));

/** Longer words of the team's own: definitions, reasons, memos. */
export const wordsSchema = z.string().max(20_000);

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 is 64 hexadecimal digits");

/**
 * `[start, end)` in UTF-16 code units, with the hash of the words it covers (lib/text/words-hash). `revisionId` says in
 * which text they stand, where a correction may have come between; without it they stand in the coding set's own.
 */
export const spanSchema = {
  revisionId: idSchema.optional(),
  start: z.int().min(0).max(100_000_000),
  end: z.int().min(1).max(100_000_000),
  wordsHash: z.string().regex(/^[0-9a-f]{32}$/),
};

export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/, "a colour is # and six lower-case hexadecimal digits");
