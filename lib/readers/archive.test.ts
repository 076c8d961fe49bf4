import { describe, expect, it } from "vitest";
import { archiveEntries, readArchiveEntry } from "./archive";
import { labelTurns } from "./label-turns";
import type { Block, ReadResult } from "./read-result";
import { docxBytes, paragraphXml, zipBytes } from "./zip-fixture";

describe("an archive", () => {
  it("is a zip that is no document", async () => {
    expect(await archiveEntries(docxBytes(paragraphXml("INT: Why?")))).toBeNull();
    expect(await archiveEntries(zipBytes([{ name: "mimetype", data: "x" }]))).toBeNull();
    const zip = zipBytes([{ name: "a/b.txt", data: "words" }]);
    expect(await archiveEntries(zip)).toEqual([{ index: 0, name: "a/b.txt", bytes: 5 }]);
  });

  it("with nothing but litter in it is empty", async () => {
    const zip = zipBytes([
      { name: "a/", data: "" },
      { name: ".DS_Store", data: "x" },
    ]);
    await expect(archiveEntries(zip)).rejects.toMatchObject({ code: "file-empty" });
  });

  it("gives one file, no larger than a file may be", async () => {
    const zip = zipBytes([
      { name: "a.txt", data: "INT: Why?" },
      { name: "b.txt", data: "x" },
      // Twelve bytes of an encrypted part are its lock.
      { name: "c.txt", data: "twelve bytes, and locked", declaredSize: 12, encrypted: true },
    ]);
    const { name, bytes } = await readArchiveEntry(zip, 0, 100);
    expect([name, new TextDecoder().decode(bytes)]).toEqual(["a.txt", "INT: Why?"]);
    await expect(readArchiveEntry(zip, 0, 5)).rejects.toMatchObject({ code: "file-too-large" });
    await expect(readArchiveEntry(zip, 2, 100)).rejects.toMatchObject({ code: "archive-password" });
    await expect(readArchiveEntry(zip, 3, 100)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the turns of one label", () => {
  const block = (raw: string, label: string | null, labelLength = 0): Block => ({
    raw,
    label,
    labelLength,
    startMs: null,
    endMs: null,
  });
  const read = (unit: ReadResult["unit"], blocks: Block[]): ReadResult => ({
    format: "txt",
    encoding: "utf-8",
    unit,
    blocks,
    problems: [],
  });

  it("begin at each labelled line", () => {
    const blocks = [block("M: One", "M", 3), block("goes on", null), block("M: two", "M", 3), block("F: no", "F", 3)];
    const { turns } = labelTurns(read("line", blocks), "M");
    expect(turns.map(({ blocks: at, words }) => [at, words])).toEqual([
      [[0], "One"],
      [[2], "two"],
    ]);
  });

  it("are runs of cues, which a blank cue does not end", () => {
    const cues = [block("One", "M"), block(" ", null), block("two", "M"), block("no", "F"), block("three", "M")];
    const { turns } = labelTurns(read("cue", cues), "M");
    expect(turns.map(({ blocks: at, words }) => [at, words])).toEqual([
      [[0, 2], "One two"],
      [[4], "three"],
    ]);
  });
});
