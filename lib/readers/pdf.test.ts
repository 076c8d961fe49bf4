import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPdf } from "./pdf";
import { type FixtureWords, linesFrom, pdfFile } from "./pdf-fixture";
import { readFile } from "./read-file";
import type { ReadOptions } from "./read-result";
import { foundLabels } from "./speakers";
import { buildTranscript } from "./transcript";

const FULL = "and so the talk goes on and on until the line is as full as it can ever be";
const textOf = async (pages: readonly (readonly FixtureWords[])[], options: ReadOptions = {}) =>
  buildTranscript(await readPdf(pdfFile(pages), options), []).text;
const codesOf = async (pages: readonly (readonly FixtureWords[])[]) =>
  (await readPdf(pdfFile(pages))).problems.map(({ code }) => code);

async function refusal(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  try {
    await readPdf(bytes, options);
    return "read";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe("lines and paragraphs", () => {
  test("lines of a paragraph are joined, also over the page's end; a label begins the next", async () => {
    const read = await readFile(
      pdfFile([
        linesFrom(770, [`INT: ${FULL}`, FULL, "its end.", `P1: ${FULL}`, `now ${FULL}`]),
        linesFrom(770, ["and over the page.", "INT: Mm-hm.", "P1: Yes."]),
      ]),
      "talk.txt",
    );
    expect(read.format).toBe("pdf");
    expect(read.problems[0]?.code).toBe("pdf-best-effort");
    expect(foundLabels(read).map(({ label, turns }) => [label, turns])).toEqual([
      ["INT", 2],
      ["P1", 2],
    ]);
    expect(buildTranscript(read, []).text).toBe(
      `${FULL} ${FULL} its end.\n${FULL} now ${FULL} and over the page.\nMm-hm.\nYes.`,
    );
  });

  test("a wider step, an early end and an indent part paragraphs that nobody labels", async () => {
    const wider = [...linesFrom(770, [FULL, FULL]), ...linesFrom(730, [FULL, FULL, "early end", FULL])];
    expect(await textOf([wider])).toBe(`${FULL} ${FULL}\n${FULL} ${FULL} early end\n${FULL}`);
    const indented = [
      ...linesFrom(770, [FULL, FULL]),
      { x: 90, y: 744, text: FULL.slice(5) },
      ...linesFrom(731, [FULL, "the end"]),
    ];
    expect(await textOf([indented])).toBe(`${FULL} ${FULL}\n${FULL.slice(5)} ${FULL} the end`);
  });

  test("words that stand apart get a space, and those that touch none", async () => {
    const words = [
      { x: 72, y: 770, text: "P1:", bold: true },
      { x: 108, y: 770, text: "Well" },
      { x: 140, y: 770, text: "then some more words" },
    ];
    const read = await readPdf(pdfFile([words]));
    expect(read.blocks[0]?.raw).toBe("P1:\tWell\tthen some more words".replace("Well\t", "Well "));
    expect(read.blocks[0]?.emphasis?.[0]).toEqual({ start: 0, end: 3, bold: true, italic: false });
  });

  test("a header of name and time stands over its words", async () => {
    const turns = ["BSR01 00:00", FULL, "and its end.", "BSR02 00:12", "Yeah.", "BSR01 00:14", FULL];
    const read = await readPdf(pdfFile([linesFrom(770, turns)]));
    const { text, turns: found } = buildTranscript(read, []);
    expect(found.map(({ label, startMs }) => [label, startMs])).toEqual([
      ["BSR01", 0],
      ["BSR02", 12_000],
      ["BSR01", 14_000],
    ]);
    expect(text).toBe(`${FULL} and its end.\nYeah.\n${FULL}`);
  });

  test("two columns are read one after the other, under the title that goes across", async () => {
    const column = (x: number, name: string) =>
      linesFrom(
        740,
        Array.from({ length: 12 }, (_, i) => `${name}${i} the words of this column as they go`),
        13,
        x,
      );
    const title = { x: 72, y: 780, text: `A title over both, ${FULL}` };
    const text = await textOf([[title, ...column(72, "left"), ...column(310, "right")]]);
    expect(text.indexOf("left11")).toBeLessThan(text.indexOf("right0"));
    expect(text.startsWith("A title")).toBe(true);
  });

  test("a table's rows are put together from its columns, and its speakers are known", async () => {
    const row = (y: number, cells: readonly string[]) =>
      cells.flatMap((text, i) => (text === "" ? [] : [{ x: [72, 120, 180][i] ?? 0, y, text }]));
    const page = [
      ...row(770, ["Time", "Speaker", "Text"]),
      ...row(757, ["00:01", "INT", "Can you tell me what a usual week was like in"]),
      ...row(744, ["", "", "those days?"]),
      ...row(731, ["00:12", "P1", "It was busy, and people came through the door all"]),
      ...row(718, ["", "", "day."]),
      ...row(705, ["", "", "More on Mondays."]),
      ...row(692, ["00:20", "INT", "And then?"]),
    ];
    const read = await readPdf(pdfFile([page]));
    expect(read.blocks.map(({ label, startMs, raw, labelLength }) => [label, startMs, raw.slice(labelLength)])).toEqual(
      [
        ["INT", 1_000, "Can you tell me what a usual week was like in those days?"],
        ["P1", 12_000, "It was busy, and people came through the door all day."],
        [null, null, "More on Mondays."],
        ["INT", 20_000, "And then?"],
      ],
    );
  });

  test("words across the page's direction are counted and left out", async () => {
    const page = [...linesFrom(770, [`P1: ${FULL}`]), { x: 30, y: 200, text: "CONFIDENTIAL", turned: true }];
    const read = await readPdf(pdfFile([page]));
    expect(read.problems).toContainEqual({ code: "turned-text-left-out", params: { count: 1 } });
    expect(buildTranscript(read, []).text).toBe(FULL);
  });
});

describe("what stands on a page beside the talk", () => {
  const page = (number: number) => [
    { x: 72, y: 810, text: `Project X, interview 7, page ${number}` },
    ...linesFrom(760, [`INT: ${FULL}`, `P1: talk number ${number}`]),
    { x: 290, y: 30, text: `${number} / 3` },
  ];

  test("running heads and page numbers are found and left out, or kept where a person wants them", async () => {
    const pages = [1, 2, 3].map(page);
    const read = await readPdf(pdfFile(pages));
    expect(read.findings).toEqual([
      {
        kind: "running-heads",
        count: 3,
        examples: [1, 2, 3].map((n) => `Project X, interview 7, page ${n}`),
        removed: true,
      },
      { kind: "page-numbers", count: 3, examples: ["1 / 3", "2 / 3", "3 / 3"], removed: true },
    ]);
    expect(buildTranscript(read, []).text).not.toMatch(/Project|\//);
    const kept = await readPdf(pdfFile(pages), { keep: ["page-numbers"] });
    expect(kept.findings?.map(({ kind, removed }) => [kind, removed])).toEqual([
      ["running-heads", true],
      ["page-numbers", false],
    ]);
    expect(buildTranscript(kept, []).text).toContain("\n2 / 3\n");
  });

  test("what is said at the same place on every page stays when no gap parts it from the talk", async () => {
    const pages = [1, 2, 3].map(() => linesFrom(800, ["P1: Mm-hm.", "INT: And then?", "P1: Nothing more."]));
    expect(await textOf(pages)).toBe(Array(3).fill("Mm-hm.\nAnd then?\nNothing more.").join("\n"));
  });

  test("a column of line numbers is found at the margin, and a list's own numbers are not", async () => {
    const numbers = Array.from({ length: 6 }, (_, i) => ({ x: 44, y: 770 - i * 13, text: String(i + 1), size: 9 }));
    const words = linesFrom(770, [`INT: ${FULL}`, FULL, "P1: 7", "INT: Seven?", `P1: ${FULL}`, "8 of them."]);
    const read = await readPdf(pdfFile([[...words, ...numbers]]));
    expect(read.findings).toEqual([
      { kind: "line-numbers", count: 6, examples: ["1", "2", "3", "4", "5"], removed: true },
    ]);
    expect(buildTranscript(read, []).text).toBe(`${FULL} ${FULL}\n7\nSeven?\n${FULL} 8 of them.`);
    const kept = await readPdf(pdfFile([[...words, ...numbers]]), { keep: ["line-numbers"] });
    expect(kept.findings?.[0]).toMatchObject({ kind: "line-numbers", removed: false });
    expect(kept.blocks.map(({ raw }) => raw).join("\n")).toMatch(/1\s+INT:/);
  });

  test("verbatim keeps every line, its place and every number", async () => {
    const words = [
      { x: 72, y: 770, text: "P1: I think [so" },
      { x: 145, y: 757, text: "[no" },
      { x: 290, y: 30, text: "1" },
    ];
    const { blocks, findings } = await readPdf(pdfFile([words]), { verbatim: true });
    expect(blocks.map(({ raw }) => raw)).toEqual([
      "P1: I think [so",
      expect.stringMatching(/^ {9,13}\[no$/),
      expect.stringMatching(/^ +1$/),
    ]);
    expect(findings?.[0]).toMatchObject({ kind: "page-numbers", removed: false });
  });
});

describe("hyphens at line ends", () => {
  const two = (first: string, second: string, rest: string[] = []) =>
    textOf([linesFrom(770, [`and so the talk went on until the end of this line here ${first}`, second, ...rest])]);
  test("stay, without a space, where nothing tells what they are", async () => {
    expect(await two("non-", "monotonic ones")).toContain("non-monotonic ones");
    expect(await codesOf([linesFrom(770, [`${FULL} non-`, "monotonic ones"])])).toContain("line-end-hyphens-kept");
  });
  test("go where the document writes the whole word elsewhere", async () => {
    expect(await two("inter-", "view now.", ["The interview was long."])).toContain("interview now.");
  });
  test("stay where it writes the hyphen elsewhere too", async () => {
    expect(await two("follow-", "up now.", ["A follow-up and followup."])).toContain("follow-up now.");
  });
  test("are not a word's when somebody breaks off and begins again", async () => {
    expect(await two("thi-", "think so")).toContain("thi- think so");
    expect(await two("go-", "I mean")).toContain("go- I mean");
  });
});

describe("what is refused, and why", () => {
  const words = [linesFrom(770, [`P1: ${FULL}`])];
  test("pages of pictures", async () => {
    const number = (text: string) => [{ x: 290, y: 30, text }];
    await expect(readPdf(pdfFile([number("1"), number("2"), number("3")]))).rejects.toMatchObject({
      code: "file-no-text-layer",
      params: { count: 3 },
    });
  });

  test("a password is asked for, a wrong one is told, and the right one opens", async () => {
    const bytes = pdfFile(words, protectedBy("secret"));
    expect(await refusal(bytes)).toBe("file-password-needed");
    expect(await refusal(bytes, { password: "guess" })).toBe("file-password-wrong");
    const read = await readPdf(bytes, { password: "secret" });
    expect(buildTranscript(read, []).text).toBe(FULL);
  });

  test("a stream of a few bytes that unpacks to very many", async () => {
    const packed = deflateSync(new Uint8Array(40_000_000).fill(32)).toString("latin1");
    expect(await refusal(pdfFile(words, { packed }))).toBe("file-too-dense");
  });

  test("a page of more pieces than any talk has", async () => {
    const many = Array.from({ length: 21_000 }, (_, i) => ({
      x: (i * 37) % 500,
      y: (i * 53) % 800,
      text: "a",
      size: 3,
    }));
    expect(await refusal(pdfFile([many]))).toBe("file-too-dense");
  });

  test("what is no PDF, or half of one", async () => {
    const whole = pdfFile(words);
    expect(await refusal(whole.subarray(0, 60))).toBe("file-damaged");
    expect(await refusal(new TextEncoder().encode("%PDF-1.7 nothing follows"))).toBe("file-damaged");
  });

  test("scripts and files within it are not looked at", async () => {
    const catalogue = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[]>>>>";
    const read = await readPdf(pdfFile(words, { catalogue }));
    expect(buildTranscript(read, []).text).toBe(FULL);
  });

  test("bytes that are flipped, missing or too many end in a reading or a refusal", async () => {
    const source = pdfFile(words);
    for (let i = 0; i < 30; i++) {
      const at = (i * 7919) % source.length;
      const bytes =
        i % 2 === 0
          ? source.map((byte, place) => (place === at ? byte ^ (1 << (i % 8)) : byte))
          : Uint8Array.from([...source.subarray(0, at), ...source.subarray(at + 1 + (i % 16))]);
      expect(await refusal(bytes)).toMatch(/^(?:read|file-[a-z-]+)$/);
    }
  });
});

/** The oldest way to protect a PDF: forty bits of RC4, the key made from the password. */
function protectedBy(password: string) {
  const pad = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
  const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest();
  const owner = Buffer.alloc(32, 7);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const id = Buffer.alloc(16, 3);
  const padded = Buffer.concat([Buffer.from(password), pad]).subarray(0, 32);
  const key = md5(padded, owner, permissions, id).subarray(0, 5);
  const hex = (bytes: Buffer) => `<${bytes.toString("hex")}>`;
  return {
    trailer: `/ID[${hex(id)}${hex(id)}]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O${hex(owner)}/U${hex(rc4(key, pad))}>>`,
    encrypt: (stream: string, object: number) => {
      const own = md5(key, Buffer.from([object & 255, object >> 8, 0, 0, 0])).subarray(0, 10);
      return rc4(own, Buffer.from(stream, "latin1")).toString("latin1");
    },
  };
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
