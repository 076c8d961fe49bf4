import type { Code } from "@/lib/codebook/code";
import { codePath, indexCodes } from "@/lib/codebook/tree";

/** What a code is called where it does not stand at its place in the tree: a name that several codes have comes with
    the path that tells them apart. */
export function codeLabels(codes: readonly Code[]): ReadonlyMap<string, string> {
  const index = indexCodes(codes);
  const times = new Map<string, number>();
  for (const { name } of codes) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    codes.map(({ id, name }) => [id, (times.get(name) ?? 0) > 1 ? codePath(index, id).join(" › ") : name]),
  );
}
