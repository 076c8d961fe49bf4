import fc from "fast-check";
import { expect, test } from "vitest";
import { applyTextChanges } from "../text/text-changes";
import { type FindNames, nameChanges, nameFinder, withPseudonyms } from "./find-names";
import type { EndingFamily } from "./name-endings";
import type { NameEntry } from "./name-entry";

let made = 0;
function entry(name: string, pseudonym: string, more: Partial<NameEntry> = {}): NameEntry {
  made++;
  return { id: made.toString(16).padStart(32, "0"), name, pseudonym, forms: [], inflections: false, ...more };
}

function replaced(text: string, entries: readonly NameEntry[], options: FindNames = { endings: null }): string {
  return applyTextChanges(text, nameChanges(text, nameFinder(entries, options)(text)));
}

const anna = entry("Anna", "Berta");

test("whole words alone, in the case of the name, with what follows an apostrophe", () => {
  expect(replaced("Anna’s bag, d’Anna, Anna-Lena. Annabel, Joanna and anna stay. (Anna)", [anna])).toBe(
    "Berta’s bag, d’Berta, Berta-Lena. Annabel, Joanna and anna stay. (Berta)",
  );
});

test("capitals stay capitals", () => {
  expect(replaced("ANNA: Anna? ANNA SCHMIDT", [anna, entry("Anna Schmidt", "Eva Klein")])).toBe(
    "BERTA: Berta? EVA KLEIN",
  );
});

test("NFC and NFD are one name, whichever the table holds", () => {
  const nfd = "Zoe\u0308 und E\u0301lodie";
  const entries = [entry("Zoë", "Mia"), entry("E\u0301lodie", "Claire")];
  expect(replaced(nfd, entries)).toBe("Mia und Claire");
  expect(replaced(nfd.normalize("NFC"), entries)).toBe("Mia und Claire");
});

test("the longest name first, and overlapping ones once", () => {
  const entries = [anna, entry("Anna Schmidt", "Eva Klein"), entry("Schmidt", "Weber"), entry("Schmidt-Meyer", "Vogt")];
  expect(replaced("Anna Schmidt, Anna, Schmidt and Anna Schmidt-Meyer", entries)).toBe(
    "Eva Klein, Berta, Weber and Berta Vogt",
  );
  expect(replaced("Anna\u00a0Schmidt\nAnna\nSchmidt", entries)).toBe("Eva\u00a0Klein\nBerta\nWeber");
});

test("names in scripts without spaces are found within a run of letters", () => {
  const entries = [entry("田中", "P1"), entry("田中太郎", "P2"), entry("สมชาย", "P3"), entry("がく", "P4")];
  expect(replaced("昨日田中さんと田中太郎さん、คุณสมชายครับ、か\u3099く", entries)).toBe(
    "昨日P1さんとP2さん、คุณP3ครับ、P4",
  );
});

test.each<[EndingFamily, string, string, string, string]>([
  ["germanic", "Anna", "Berta", "Annas Hund, Anna", "Bertas Hund, Berta"],
  ["germanic", "Anna", "Person 1", "Annas Hund", "Person 1 Hund"],
  ["finnic", "Liisa", "Aino", "Liisan luona, Liisalle", "Ainon luona, Ainolle"],
  ["hungarian", "Kata", "Réka", "Katát, Katával", "Rékát, Rékával"],
  ["slavic-latin", "Hana", "Jana", "s Hanou o Haně", "s Janou o Janě"],
  ["slavic-cyrillic", "Анна Иванова", "Ольга Петрова", "У Анны Ивановы", "У Ольгы Петровы"],
  ["slavic-cyrillic", "Иван", "Борис", "Ивана, с Иваном", "Бориса, с Борисом"],
  ["slavic-cyrillic", "Анна", "Борис", "к Анне", "к Борис"],
  ["greek", "Νίκος", "Πέτρος", "του Νίκου", "του Πέτρου"],
  ["korean", "민수", "지훈", "민수가 민수에게", "지훈가 지훈에게"],
  ["hebrew", "אנה", "דנה", "לאנה", "לדנה"],
])("%s: %s as %s", (endings, name, pseudonym, text, expected) => {
  const entries = [entry(name, pseudonym, { inflections: true })];
  expect(replaced(text, entries, { endings })).toBe(expected);
  const uninflected = [entry(name, pseudonym)];
  expect(replaced(text, uninflected, { endings })).not.toBe(expected);
});

test("further forms, and a form in small letters has its pseudonym small", () => {
  const entries = [entry("Elizabeth", "Margaret", { forms: ["Liz", "liz", "E."] })];
  expect(replaced("Liz, liz, Elizabeth", entries)).toBe("Margaret, margaret, Margaret");
});

test("labels and names of files: in any case, with underscores for spaces", () => {
  const find = nameFinder([entry("Anna Schmidt", "P1")], { endings: null, loosely: true });
  expect(withPseudonyms("interview_anna_schmidt-2.docx", find)).toBe("interview_P1-2.docx");
  expect(withPseudonyms("ANNA SCHMIDT", find)).toBe("P1");
});

test("a name of two words changes word by word, so that a coding of one of them keeps it", () => {
  const entries = [entry("Anna Schmidt", "Eva Klein"), entry("Bo Li", "P7")];
  const text = "Anna Schmidt, Bo Li";
  expect(nameChanges(text, nameFinder(entries, { endings: null })(text))).toEqual([
    { from: 0, to: 4, insert: "Eva" },
    { from: 5, to: 12, insert: "Klein" },
    { from: 14, to: 19, insert: "P7" },
  ]);
});

const letters = fc.constantFrom("A", "n", "a", "é", "e\u0301", " ", "\n", "-", "'", ".", "田", "1", "🙂");
const words = fc.array(letters, { maxLength: 60 }).map((list) => list.join(""));
const tables = fc
  .array(fc.tuple(fc.constantFrom("A", "An", "Ana", "a", "田", "Aé", "A n"), fc.boolean()), { maxLength: 5 })
  .map((list) => list.map(([name, inflections], n) => entry(name, `Q${n}`, { inflections })));

test("what is found rises, stands apart, and is a name of the table in some spelling of it", () => {
  fc.assert(
    fc.property(words, tables, (text, entries) => {
      const found = nameFinder(entries, { endings: null })(text);
      let last = 0;
      for (const { start, end, entryId } of found) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        const name = entries.find((each) => each.id === entryId)?.name ?? "";
        expect([name, name.toUpperCase()]).toContain(text.slice(start, end).normalize("NFC"));
      }
    }),
  );
});

test("whoever is replaced is found no more, and a second pass changes nothing", () => {
  fc.assert(
    fc.property(words, tables, (text, entries) => {
      const once = replaced(text, entries);
      expect(nameFinder(entries, { endings: null })(once)).toEqual([]);
      const find = nameFinder(entries, { endings: null });
      expect(withPseudonyms(text, find)).toBe(once);
    }),
  );
});
