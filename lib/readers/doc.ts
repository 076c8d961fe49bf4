// Word 97–2003 documents (.doc), read from their own binary layout.
import { writeDocFlow } from "./doc-flow";
import { openDoc } from "./doc-pieces";
import { readRuns, runFinder } from "./doc-properties";
import { readDocStyles } from "./doc-styles";
import { docText } from "./doc-text";
import { flowResult } from "./page-flow-result";
import { PageFlowWriter } from "./page-flow-writer";
import type { ReadOptions, ReadResult } from "./read-result";

/** Throws Refusal: file-damaged, file-password, file-doc-word95, file-xls, file-presentation, file-too-deep. */
export function readDoc(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  const file = openDoc(bytes);
  const properties = {
    styles: readDocStyles(file.styles),
    charactersAt: runFinder(readRuns(file.main, file.characterPages, "characters")),
    paragraphAt: runFinder(readRuns(file.main, file.paragraphPages, "paragraphs")),
  };
  const writer = new PageFlowWriter();
  writeDocFlow(docText(file.body, properties, writer.counts), writer);
  // Where on its page a text box floats is not read: it follows the text.
  writer.openBox();
  writeDocFlow(docText(file.textBoxes, properties, writer.counts), writer);
  writer.closeBox();
  writer.counts.headers += file.headers.some((piece) => /[\p{L}\p{N}]/u.test(piece.text)) ? 1 : 0;
  writer.counts.macros += file.macros ? 1 : 0;
  return flowResult("doc", writer.flow, options);
}
