import { expect, test } from "vitest";
import { attachmentName } from "./attachment-name";

test.each([
  ["Wellbeing quotes", `attachment; filename="Wellbeing quotes.docx"; filename*=UTF-8''Wellbeing%20quotes.docx`],
  ["Müdigkeit", `attachment; filename="Mudigkeit.docx"; filename*=UTF-8''M%C3%BCdigkeit.docx`],
  ["../../etc/passwd", `attachment; filename="etc passwd.docx"; filename*=UTF-8''etc%20passwd.docx`],
  [
    'a"; filename=evil.exe\r\nX: y',
    `attachment; filename="a filename=evil.exeX y.docx"; filename*=UTF-8''a%20filename%3Devil.exeX%20y.docx`,
  ],
  ["疲れ", `attachment; filename="tandem.docx"; filename*=UTF-8''%E7%96%B2%E3%82%8C.docx`],
  ["", `attachment; filename="tandem.docx"; filename*=UTF-8''tandem.docx`],
  [`${"a".repeat(119)}😀`, `attachment; filename="${"a".repeat(119)}.docx"; filename*=UTF-8''${"a".repeat(119)}.docx`],
])("%j", (name, expected) => {
  expect(attachmentName(name, "docx")).toBe(expected);
});
