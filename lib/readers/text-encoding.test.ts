import fc from "fast-check";
import { encode } from "iconv-lite";
import { describe, expect, test } from "vitest";
import { ENCODINGS } from "./encodings";
import { decodeText } from "./text-encoding";

const utf8 = (text: string) => new TextEncoder().encode(text);
const german =
  "I: Wie war das für Sie? „Schön“ – oder?\nB: Äh, größtenteils übel… 5 €, naïve Café, Straße, Häuser.\n".repeat(4);
const japanese = "司会：今日はありがとうございます。\n参加者Ａ：はい、よろしくお願いします。\n".repeat(4);
const russian = "Интервьюер: Расскажите о себе, пожалуйста.\nР1: Я работаю учителем уже двадцать лет.\n".repeat(4);
const hebrew = "מראיין: תוכלי לספר לי על עצמך?\nמשתתפת: כן, אני גרה בחיפה כבר שתים עשרה שנים.\n".repeat(4);
const arabic = "المحاور: حدثني عن نفسك.\nالمشارك: أعمل مدرسا منذ عشرين سنة.\n";
const polish = "Prowadzący: Dlaczego pani tu przyjechała?\nP1: Źle się czułam, więc wróciłam do Łodzi. Było ciężko.\n";
const greek = "Ερευνητής: Πείτε μου για εσάς.\nΣ1: Μένω στην Αθήνα, Ό,τι πείτε…\n".repeat(4);
const turkish =
  "Görüşmeci: Kendinizden bahseder misiniz?\nK1: Öğretmenim, İzmir'de yaşıyorum; eşim çalışıyor.\n".repeat(2);
const korean = "면접자: 자기소개를 해 주세요.\n참가자: 네, 저는 서울에서 일하고 있습니다.\n";

describe("decodeText", () => {
  test.each([
    ["utf-8", german],
    ["windows-1252", german],
    ["shift_jis", japanese],
    ["euc-jp", japanese],
    ["gb18030", "主持人：请先介绍一下自己。\n受访者：好的，我姓王，在社区工作了十年。\n".repeat(4)],
    ["windows-1251", russian],
    ["koi8-r", russian],
    ["windows-1255", hebrew],
    ["windows-1256", arabic],
    ["windows-1250", polish],
    ["iso-8859-2", polish],
    ["iso-8859-5", russian],
    ["windows-1253", greek],
    ["iso-8859-7", "Ερευνητής: Πείτε μου για εσάς.\nΣ1: Μένω στην Αθήνα εδώ και είκοσι χρόνια.\n".repeat(4)],
    ["windows-1254", turkish],
    ["big5", "主持人：請介紹一下自己。\n受訪者：好的，我姓王，在社區工作了十年。\n".repeat(4)],
    ["euc-kr", korean],
    ["macintosh", german.replaceAll("€", "Mark")],
    ["macintosh", "INT: What’s it like?\nP1: It’s “fine” – I don’t mind…\n"],
    ["iso-8859-15", "I: Wie war das für Sie?\nB: Äh, größtenteils übel, 5 €.\n"],
    ["utf-16le", german],
    ["utf-16be", german],
    ["utf-16le", japanese],
    ["utf-16be", "主持人：请介绍一下自己。\n受访者：好的，我姓王。\n"],
    ["utf-16be", korean],
    ["utf-16le", arabic],
    ["utf-16le", russian],
  ])("guesses %s without a mark", (encoding, text) => {
    const bytes = encode(text, encoding, { addBOM: false });
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe(encoding);
  });

  test.each(["utf-8", "utf-16le", "utf-16be"])("a mark at the start says %s and is no character", (encoding) => {
    const decoded = decodeText(encode("P1: 😀 é", encoding, { addBOM: true }));
    expect(decoded).toMatchObject({ text: "P1: 😀 é", encoding, problems: [] });
  });

  test("any text in UTF-8 comes back but for its line ends and NULs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(decodeText(utf8(`é${text}`), "utf-8").text).toBe(`é${text}`.replace(/\r\n?/g, "\n"));
      }),
    );
  });

  test("CRLF and CR become LF; other separators stay", () => {
    expect(decodeText(utf8("a\r\nb\rc\nd\u2028e\u0085f\vg\fh")).text).toBe("a\nb\nc\nd\u2028e\u0085f\vg\fh");
  });

  test("a stray NUL in plain text is no UTF-16", () => {
    expect(decodeText(utf8("P1: hello\0world and so on\n")).encoding).toBe("utf-8");
    expect(decodeText(utf8("ab\0c")).text).toBe("ab\uFFFDc");
  });

  test("half of a character, bytes that are none, and the same written overlong become � and are told", () => {
    const bytes = new Uint8Array([...utf8(german), 0xed, 0xa0, 0x80, 0xc0, 0xaf]);
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe(`${german}${"\uFFFD".repeat(5)}`);
    expect(decoded.problems).toMatchObject([{ code: "bytes-replaced", params: { count: 5 } }]);
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x42, 0])).text).toBe("A\uFFFDB");
  });

  test("a mark in the middle stays", () => {
    expect(decodeText(utf8("\uFEFFa\n\uFEFFb")).text).toBe("a\n\uFEFFb");
  });

  test("one bad byte in a long UTF-8 file does not change its encoding", () => {
    const bytes = new Uint8Array([...utf8(german), 0xff, ...utf8("\nEnde")]);
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe(`${german}\uFFFD\nEnde`);
    expect(decoded.problems).toEqual([{ code: "bytes-replaced", params: { count: 1, encoding: "utf-8" } }]);
  });

  test("a long plain head does not hide what comes after it", () => {
    const text = `${"plain words only\n".repeat(6000)}${german}`;
    expect(decodeText(encode(text, "windows-1252")).text).toBe(text);
  });

  test("classic Mac files by their line ends", () => {
    const bytes = encode("INT: Café naïve – “quoted”\rP1: façade\r", "macintosh");
    expect(decodeText(bytes)).toMatchObject({
      text: "INT: Café naïve – “quoted”\nP1: façade\n",
      encoding: "macintosh",
    });
  });

  test("the person's choice overrules the guess", () => {
    const bytes = encode(german, "windows-1252");
    expect(decodeText(bytes, "windows-1252")).toMatchObject({ text: german, problems: [] });
    expect(decodeText(bytes, "WINDOWS_1252").encoding).toBe("windows-1252");
    expect(() => decodeText(bytes, "cp720")).toThrowError(/encoding-unknown/);
    for (const name of ENCODINGS) expect(decodeText(utf8("plain"), name).encoding).toBe(name);
  });

  test("a NUL is replaced and said; a file of them is refused; controls are said", () => {
    const decoded = decodeText(utf8("P1: hello\0world \x07 and so on"));
    expect(decoded.text).toBe("P1: hello\uFFFDworld \x07 and so on");
    expect(decoded.problems.map((problem) => problem.code)).toEqual(["nul-replaced", "control-characters"]);
    expect(() => decodeText(new Uint8Array(2000).map((_, i) => (i % 7 === 0 ? 65 : 0)))).toThrowError(/file-binary/);
  });
});
