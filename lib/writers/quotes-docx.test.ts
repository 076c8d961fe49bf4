import { expect, test } from "vitest";
import { readDocx } from "../readers/docx";
import { readZip } from "../readers/zip";
import { quotesDocx } from "./quotes-docx";

const quote = (words: string, attribution = "[Focus Group #P598]") => ({
  words,
  attribution,
  document: "Group 2",
  participant: "P598",
});
const linesOf = async (bytes: Uint8Array) =>
  (await readDocx(bytes)).blocks.flatMap((block) => block.raw.split("\n")).filter(Boolean);
async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const { parts } = await readZip(bytes, (part) => part === name);
  return new TextDecoder().decode(parts.get(name));
}

test("words come back exactly, under their headings, each with its attribution", async () => {
  const bytes = await quotesDocx({
    title: "Quotes",
    groups: [
      {
        path: ["Support", "Peers"],
        quotes: [quote("We  look after “each other” – always… 😀👨‍👩‍👧 & <so> on."), quote("One.\nTwo.\tThree.")],
      },
      { path: ["Support", "Managers"], quotes: [quote("אני גרה ב-Haifa 12 שנים.", "[Interview #P7]")] },
      { path: ["Home"], quotes: [quote(" leading and trailing ")] },
    ],
  });
  expect(await linesOf(bytes)).toEqual([
    "Quotes",
    "Support",
    "Peers",
    "We  look after “each other” – always… 😀👨‍👩‍👧 & <so> on.",
    "[Focus Group #P598]",
    "One.",
    "Two.\tThree.",
    "[Focus Group #P598]",
    "Managers",
    "אני גרה ב-Haifa 12 שנים.",
    "[Interview #P7]",
    "Home",
    " leading and trailing ",
    "[Focus Group #P598]",
  ]);
  const xml = await partOf(bytes, "word/document.xml");
  expect([...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1])).toEqual([
    "Title",
    "Heading1",
    "Heading2",
    "Heading2",
    "Heading1",
  ]);
  expect(xml.match(/<w:bidi\/>/g)?.length).toBe(2);
  const core = await partOf(bytes, "docProps/core.xml");
  expect(core).toContain("<dc:creator>Tandem</dc:creator>");
  expect(core).toContain("<cp:lastModifiedBy>Tandem</cp:lastModifiedBy>");
});

test("what XML cannot hold is left out, and the file opens", async () => {
  const bytes = await quotesDocx({
    title: "T\0itle",
    groups: [{ path: ["A\u0007"], quotes: [quote("be\0ll \u0007rings\uD83D x\r\ny\uFFFF")] }],
  });
  expect(await linesOf(bytes)).toEqual(["Title", "A", "bell rings\uFFFD x", "y", "[Focus Group #P598]"]);
});

test("no groups: a title and nothing else", async () => {
  expect(await linesOf(await quotesDocx({ title: "Nothing yet", groups: [] }))).toEqual(["Nothing yet"]);
});
