import { expect, test } from "vitest";
import { codeLabels } from "./code-labels";

const code = (id: string, parentId: string | null, name: string) => ({
  id,
  parentId,
  name,
  position: 0,
  colour: "#0072b2",
  retired: false,
});

test("a name that two codes have comes with its path, any other stands alone", () => {
  const labels = codeLabels([
    code("a", null, "Work"),
    code("b", "a", "Other"),
    code("c", null, "Family"),
    code("d", "c", "Other"),
  ]);
  expect([...labels.values()]).toEqual(["Work", "Work › Other", "Family", "Family › Other"]);
});
