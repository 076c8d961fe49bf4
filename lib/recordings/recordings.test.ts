import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byteRange } from "./byte-range";
import { MOST_OFFSET_MS, offsetOf, offsetWords } from "./offset-words";
import { HEAD_BYTES, recordingKind } from "./recording-kind";
import { waveBytes } from "./wave-fixture";

const head = (text: string) => Uint8Array.from([...text.padEnd(HEAD_BYTES, "\0")].map((each) => each.charCodeAt(0)));

describe("what a recording is, by its first bytes", () => {
  test.each([
    ["a wave file", waveBytes(0.01), "audio/wav"],
    ["a wave file beyond 4 GB", head("RF64\xff\xff\xff\xffWAVEds64"), "audio/wav"],
    ["an mp3 with tags", head("ID3\x04\0"), "audio/mpeg"],
    ["an mp3 without", head("\xff\xfb\x90\x64"), "audio/mpeg"],
    ["an mp3 of half the rate", head("\xff\xf3\x84\xc4"), "audio/mpeg"],
    ["AAC in ADTS", head("\xff\xf1\x50\x80"), "audio/aac"],
    ["an m4a", head("\0\0\0\x20ftypM4A \0\0\0\0"), "audio/mp4"],
    ["an mp4", head("\0\0\0\x20ftypisom\0\0\x02\0"), "video/mp4"],
    ["a film of a telephone", head("\0\0\0\x14ftypqt  \0\0\0\0"), "video/mp4"],
    ["ogg", head("OggS\0\x02"), "audio/ogg"],
    ["flac", head("fLaC\0"), "audio/flac"],
    ["webm", head("\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm"), "video/webm"],
    ["a picture of a telephone", head("\0\0\0\x18ftypheic\0\0\0\0"), null],
    ["another RIFF", head("RIFF\x24\0\0\0AVI LIST"), null],
    ["a document", head("PK\x03\x04"), null],
    ["UTF-16 text", head("\xff\xfea\0"), null],
    ["words", head("INT: How was the year?"), null],
    ["nothing", new Uint8Array(), null],
  ])("%s", (_name, bytes, kind) => {
    expect(recordingKind(bytes)).toBe(kind);
  });
});

describe("one range of bytes", () => {
  const part = (start: number, end: number) => ({ kind: "part", start, end });
  test.each([
    [null, { kind: "whole" }],
    ["bytes=0-", part(0, 999)],
    ["bytes=0-0", part(0, 0)],
    ["bytes=10-19", part(10, 19)],
    ["bytes=990-2000", part(990, 999)],
    ["bytes=-100", part(900, 999)],
    ["bytes=-5000", part(0, 999)],
    ["bytes=1000-", { kind: "unsatisfiable" }],
    ["bytes=2000-3000", { kind: "unsatisfiable" }],
    ["bytes=-0", { kind: "unsatisfiable" }],
    ["bytes=20-10", { kind: "whole" }],
    ["bytes=-", { kind: "whole" }],
    ["bytes=0-1,5-9", { kind: "whole" }],
    ["bytes=a-b", { kind: "whole" }],
    ["items=0-1", { kind: "whole" }],
    [`bytes=${"9".repeat(15)}-`, { kind: "unsatisfiable" }],
    [`bytes=0-${"9".repeat(400)}`, { kind: "whole" }],
  ])("%s", (header, range) => {
    expect(byteRange(header, 1000)).toEqual(range);
  });

  test("what is sent always lies within the thing, and begins where it was asked to", () => {
    const number = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 2000 }), (from, to, size) => {
        const range = byteRange(`bytes=${from}-${to}`, size);
        if (range.kind !== "part") return from >= size || to < from;
        return range.start === from && range.end >= from && range.end < size && range.end <= to;
      }),
    );
  });
});

describe("where the transcript begins in the recording", () => {
  test.each([
    ["", 0],
    ["0:12", 12_000],
    ["12", 12_000],
    ["1:02:03", 3_723_000],
    ["-0:30", -30_000],
    ["−0:30", -30_000],
    ["+1:00", 60_000],
    ["0:01.5", 1500],
    ["75:00", 4_500_000],
    ["0:75", null],
    ["1:75:00", null],
    ["soon", null],
    ["1:2:3:4", null],
  ])("%s", (words, ms) => {
    expect(offsetOf(words)).toBe(ms);
  });

  test("what is written is read as what it was", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1 - MOST_OFFSET_MS, max: MOST_OFFSET_MS - 1 }),
        (ms) => offsetOf(offsetWords(ms)) === (ms === 0 ? 0 : ms),
      ),
    );
  });
});
