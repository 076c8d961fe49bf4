// One row of the table of pseudonyms, and the table that is kept sealed.
import * as z from "zod";
import { ENDING_FAMILIES } from "./name-endings";

const oneLine = (longest: number) =>
  z
    .string()
    .max(longest * 4)
    .transform((words) => words.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1).max(longest));

/** `forms`: how else the person is called (a pet name, a spelling). `inflections`: also with the endings of the language. */
export const nameEntrySchema = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/, "an id is 32 hexadecimal digits"),
  name: oneLine(120),
  pseudonym: oneLine(120),
  forms: z.array(oneLine(120)).max(40),
  inflections: z.boolean(),
});

export type NameEntry = Readonly<z.output<typeof nameEntrySchema>>;

/** `notNames`: words that were proposed and are none, so that they are not proposed again. */
export const nameTableSchema = z.object({
  entries: z.array(nameEntrySchema).max(5000),
  endings: z.enum(ENDING_FAMILIES).nullable(),
  notNames: z.array(oneLine(120)).max(5000),
});

export type NameTable = Readonly<z.output<typeof nameTableSchema>>;
