import type { RefusalParams } from "@/lib/refusal";
import type { Sentences } from "../sentences";

function counted(one: string, several: string): (params: RefusalParams) => string {
  return ({ count }) => (Number(count) === 1 ? one : several.replace("#", String(count)));
}

/** What a person should be told about a PDF that was read all the same. */
export const pdfSentences: Sentences = {
  "pdf-best-effort": () =>
    "A PDF holds words at places on pages, not paragraphs. They were put together as well as that can be done: look the text over before it is stored.",
  "pdf-few-letters": () =>
    "There is hardly any text on most pages. If they are scanned, run text recognition (OCR) over the file and add the result.",
  "pdf-noise-layer": ({ percent }) =>
    `${percent} % of the pieces of text are one or two letters long, as text recognition that failed leaves them. If the text makes no sense, run OCR again.`,
  "line-end-hyphens-kept": counted(
    "One hyphen at the end of a line may only divide a word. It was kept.",
    "# hyphens at the ends of lines may only divide words. They were kept.",
  ),
  "letters-doubtful": counted(
    "One letter may be wrong: the file shows the same letter for many.",
    "# letters may be wrong: the file has one and the same letter many times in a row, as fonts do that lack the true ones.",
  ),
  "turned-text-left-out": counted(
    "One piece of text that lies across the page (a watermark, a stamp) was left out.",
    "# pieces of text that lie across the page (watermarks, stamps) were left out.",
  ),
  "pages-unreadable": counted(
    "One page is damaged and could not be read.",
    "# pages are damaged and could not be read.",
  ),
  "pages-without-text": counted(
    "One page holds no text. If it is scanned, what it says is missing here.",
    "# pages hold no text. If they are scanned, what they say is missing here.",
  ),
};
