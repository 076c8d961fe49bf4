// Words found over the documents of a project: in order, in context, counted beyond what is shown, never of another project.
import { afterEach, beforeEach, expect, test } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import type { findWords } from "./find-words";

type Answer = ReturnType<typeof findWords.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const look = (params: Record<string, unknown>, who = study.a) => study.read(who, "find-words", params) as Answer;

/** A document of one turn, written as the import would. */
function addDocument(name: string, text: string, position: number, projectId = study.projectId): string {
  const { sqlite } = study.workspace;
  const documentId = idOf(name);
  sqlite
    .prepare(
      "insert into document (id, project_id, name, kind, position, added_at, added_by) values (?, ?, ?, 'other', ?, '', ?)",
    )
    .run(documentId, projectId, name, position, study.lead.userId);
  sqlite
    .prepare(
      "insert into revision (id, document_id, number, text, sha256, length, words, paragraphs, sentences, created_at) values (?, ?, 1, ?, '', ?, 1, '[]', '[]', '')",
    )
    .run(idOf(`${name} 1`), documentId, text, text.length);
  return documentId;
}

test("hits come by document in its place, with the words around them on the same line", () => {
  const { total, documents } = look({ words: "SHORT" });
  expect(total).toBe(2);
  const text = study.text("interview");
  const [first, last] = [text.indexOf("short"), text.lastIndexOf("short")];
  expect(documents).toEqual([
    {
      documentId: study.documentId("interview"),
      name: "interview",
      hits: [
        {
          start: first,
          end: first + 5,
          before: "Long. We were four ",
          words: "short",
          after: ", and nobody said so. 🙂 You just carry it.",
        },
        { start: last, end: last + 5, before: "Now we are three ", words: "short", after: "." },
      ],
      more: 0,
    },
  ]);
  expect(look({ words: "once" }).documents.map(({ name }) => name)).toEqual(["group"]);
  expect(look({ words: "i" }).documents.map(({ name }) => name)).toEqual(["interview", "group", "second"]);
});

test("one document, capitals and whole words are honoured", () => {
  const documentId = study.documentId("group");
  expect(look({ words: "nor", documentId }).total).toBe(1);
  expect(look({ words: "nor", documentId, matchCase: true }).total).toBe(0);
  expect(look({ words: "me", documentId }).total).toBe(5);
  expect(look({ words: "me", documentId, wholeWords: true }).total).toBe(3);
  expect(look({ words: "poster", documentId }).documents).toEqual([]);
});

test("a line that goes on is cut between words, and a character is never cut", () => {
  const long = "word ".repeat(40);
  addDocument("long", `${long}NEEDLE ${long}`, 10);
  addDocument("unspaced", `${"🙂".repeat(50)}x${"🙂".repeat(50)}`, 11);
  const [hit] = look({ words: "needle" }).documents[0]?.hits ?? [];
  expect(hit?.before).toMatch(/^(word ){11}$/);
  expect(hit?.after).toMatch(/^( word){11}$/);
  const unspaced = look({ words: "x" }).documents.find(({ name }) => name === "unspaced")?.hits[0];
  for (const around of [unspaced?.before, unspaced?.after]) expect(around).toMatch(/^(🙂){29,30}$/u);
});

test("two hundred a document and a thousand in all come; the rest is counted", () => {
  for (let i = 0; i < 6; i++) addDocument(`many ${i}`, "quokka ".repeat(250), 20 + i);
  const { total, documents } = look({ words: "quokka" });
  expect(total).toBe(1500);
  expect(documents.map(({ hits }) => hits.length)).toEqual([200, 200, 200, 200, 200, 0]);
  expect(documents.map(({ more }) => more)).toEqual([50, 50, 50, 50, 50, 250]);
});

test("what was taken out of the project and what belongs to another one is not searched", () => {
  study.addPerson(study.outsider, null);
  const elsewhere = idOf("elsewhere");
  study.act(study.outsider, "create-project", { projectId: elsewhere, name: "Elsewhere" });
  const foreign = addDocument("foreign", "quokka", 1, elsewhere);
  const own = addDocument("own", "quokka", 30);
  expect(look({ words: "quokka" }).documents.map(({ documentId }) => documentId)).toEqual([own]);
  study.workspace.sqlite.prepare("update document set removed_at = '' where id = ?").run(own);
  expect(look({ words: "quokka" })).toEqual({ total: 0, documents: [] });
  for (const documentId of [foreign, own, idOf("no such document")]) {
    expect(attempt(() => look({ words: "quokka", documentId }))).toBe("not-found 404 {}");
  }
  expect(attempt(() => look({ words: "quokka" }, study.outsider))).toBe("not-found 404 {}");
});

test("nothing to look for is refused, and no refusal says the words again", () => {
  for (const words of ["", "  \n", "quokka".repeat(50)]) {
    const answer = attempt(() => look({ words }));
    expect(answer).toMatch(/^input-not-understood 400/);
    expect(answer).not.toContain("quokka");
  }
});
