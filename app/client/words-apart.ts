/** Values that say nothing: ids, hashes and colours. Every other string may be somebody's words. */
const WORDLESS = /^(?:[0-9a-f]{16,64}|#[0-9a-f]{6})?$/;

/** A value without its words, and the words by the number that stands in their place. */
export interface Apart {
  readonly rest: unknown;
  readonly words: readonly string[];
}

/** Takes every string that may be words out of a value of plain JSON. */
export function takeWordsOut(value: unknown): Apart {
  const words: string[] = [];
  const without = (part: unknown): unknown => {
    if (typeof part === "string") return WORDLESS.test(part) ? part : { word: words.push(part) - 1 };
    if (Array.isArray(part)) return part.map(without);
    if (typeof part !== "object" || part === null) return part;
    const entries = Object.entries(part).filter(([, each]) => each !== undefined);
    return { fields: Object.fromEntries(entries.map(([name, each]) => [name, without(each)])) };
  };
  return { rest: without(value), words };
}

/** What `takeWordsOut` took apart. */
export function putWordsBack({ rest, words }: Apart): unknown {
  if (Array.isArray(rest)) return rest.map((each) => putWordsBack({ rest: each, words }));
  if (typeof rest !== "object" || rest === null) return rest;
  if ("word" in rest) return words[Number(rest.word)] ?? "";
  const fields = "fields" in rest && typeof rest.fields === "object" && rest.fields !== null ? rest.fields : {};
  return Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, putWordsBack({ rest: each, words })]));
}
