import { expect, test } from "vitest";
import { readFile } from "./read-file";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";

test("pages of words in a table's column of names are words, and the file is still read", async () => {
  const rows = [
    ["P1", "Busy."],
    ["INT", "Why?"],
    ["9".repeat(5_000), "So it went."],
    ["P1", "Cases."],
  ];
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  const html = `<html><body><table><tr><th>Speaker</th><th>Text</th></tr>${cells}</table></body></html>`;
  const read = await readFile(new TextEncoder().encode(html), "talk.html");
  const labels = foundLabels(read);
  expect(labels.map(({ label }) => label)).toEqual(["P1", "INT"]);
  expect(read.problems).toContainEqual({ code: "labels-too-long", params: { count: 1 } });
  const { text } = buildTranscript(
    read,
    labels.map((found) => found.proposal),
  );
  expect(text).toContain("9".repeat(5_000));
  expect(text).toContain("So it went.");
});
