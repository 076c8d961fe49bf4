import type { DecisionPart } from "./decision";

/** Whose part a turn is in; null where it is the label's own. */
export function partOf(parts: readonly DecisionPart[], blocks: readonly number[]): DecisionPart | null {
  const [first] = blocks;
  return parts.find((part) => first !== undefined && part.blocks.includes(first)) ?? null;
}

/** The blocks become the label's own again; a part without blocks is gone. */
export function givenBack(parts: readonly DecisionPart[], blocks: readonly number[]): DecisionPart[] {
  const taken = new Set(blocks);
  return parts
    .map((part) => ({ ...part, blocks: part.blocks.filter((block) => !taken.has(block)) }))
    .filter((part) => part.blocks.length > 0);
}

/** The blocks become somebody's, whoever had them before; the same name is the same person. */
export function givenTo(
  parts: readonly DecisionPart[],
  who: Omit<DecisionPart, "blocks">,
  blocks: readonly number[],
): DecisionPart[] {
  const rest = givenBack(parts, blocks);
  const key = who.name.toLowerCase();
  const theirs = rest.find((part) => part.name.toLowerCase() === key)?.blocks ?? [];
  const whole = { ...who, blocks: [...new Set([...theirs, ...blocks])].sort((a, b) => a - b) };
  return [...rest.filter((part) => part.name.toLowerCase() !== key), whole];
}
