// Which code stands for each code at one level of the tree of themes.
import type { AgreementCode } from "./agreement-project";

/**
 * For each code the code above it at depth `level`, 0 for the top themes; codes that stand higher stay themselves, and
 * with null all do. Throws RangeError for a level that is no depth, and where the parents of codes form a circle.
 */
export function codesAtLevel(codes: readonly AgreementCode[], level: number | null): ReadonlyMap<string, string> {
  if (level === null) return new Map(codes.map(({ id }) => [id, id]));
  if (!Number.isInteger(level) || level < 0) throw new RangeError(`level ${level} is not a depth of a tree`);
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  return new Map(
    codes.map(({ id }) => {
      const line = [id];
      for (let above = parents.get(id); above && parents.has(above); above = parents.get(above)) {
        if (line.length >= parents.size) throw new RangeError(`the parents of ${parents.size} codes form a circle`);
        line.push(above);
      }
      return [id, line[line.length - 1 - level] ?? id];
    }),
  );
}
