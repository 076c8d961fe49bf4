import { expect, test } from "vitest";
import { nameCandidates } from "./candidates";

const proposed = (text: string, labels: string[] = [], name = "Interview 1", participants: string[] = []) =>
  nameCandidates([{ name, text, labels }], participants).map((each) => each.name);

test("names in English talk; heads of sentences, days, languages and words that are small elsewhere are none", () => {
  const text =
    "Yesterday I saw Maria at work. She said Maria Garcia was tired. Work is hard.\nThen Dr. Okonkwo came on Monday and spoke English with Maria’s sister. We asked the Ward to help. The ward is full. Hope dies last, I hope.";
  expect(proposed(text)).toEqual(["Maria", "Maria Garcia", "Okonkwo"]);
});

test("German nouns have capitals and are not proposed; names and those with a title are", () => {
  const text =
    "Gestern war ich mit Jonas in der Schule. Die Lehrerin hat Jonas ein Buch gegeben, und Frau Weber hat im Garten gewartet. Der Hund war bei Jonas, die Wohnung war leer, das Wetter schlecht und die Stimmung auch.";
  const names = proposed(text);
  expect(names).toContain("Jonas");
  expect(names).toContain("Weber");
  for (const noun of ["Schule", "Lehrerin", "Buch", "Garten", "Hund", "Wohnung", "Wetter", "Stimmung"]) {
    expect(names).not.toContain(noun);
  }
});

test("labels and participants that are names, not roles and codes; capitals in the spelling of a name", () => {
  const labels = ["P1", "Interviewer", "Speaker 2", "MARIA GARCIA", "Jo", "(laughter)", "Q2", "田中"];
  const found = nameCandidates([{ name: "a", text: "I told Maria and jo.", labels }], ["Teacher Tom", "P1"]);
  expect(found.map((each) => [each.name, each.source])).toEqual([
    ["Maria", "label"],
    ["Jo", "label"],
    ["Maria Garcia", "label"],
    ["田中", "label"],
    ["Teacher Tom", "participant"],
  ]);
});

test("names of documents, without the words that documents are called by", () => {
  expect(proposed("Nothing here.", [], "Interview_Svenja Final 2024.docx")).toEqual(["Svenja"]);
});

test("counts whole words over documents, with the spelling of the text", () => {
  const documents = [
    { name: "a", text: "He met McDonald, and McDonald laughed.", labels: [] },
    { name: "b", text: "No, McDonald’s brother.", labels: [] },
  ];
  expect(nameCandidates(documents, [])).toEqual([{ name: "McDonald", source: "text", count: 3, documents: 2 }]);
});

test("a talk in Russian", () => {
  expect(proposed("Вчера я видел Олега. Потом Олега не было, а Мария Ивановна ждала. Но потом и Мария ушла.")).toEqual(
    expect.arrayContaining(["Олега", "Мария Ивановна", "Мария"]),
  );
});

test("nothing is proposed where there is nothing", () => {
  expect(nameCandidates([], [])).toEqual([]);
  expect(proposed("and so on. It was so. 你好。")).toEqual([]);
});
