// Documents of a given size for the desk's benchmark, written straight into the database: words by a fixed generator.
import { createHash, randomBytes } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";

const newId = () => randomBytes(16).toString("hex");

/** Always the same numbers, so that two runs measure the same text. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS =
  "the and of we they that you know it was just there not what when people work team shift cover enough staff time home caring case victim never always phone call list week night support manager asked said told because really officer job".split(
    " ",
  );

function transcript(wordCount, next) {
  const turns = [];
  const wordSpans = [];
  let text = "";
  let written = 0;
  while (written < wordCount) {
    if (text) text += "\n";
    const start = text.length;
    const length = Math.min(turns.length % 2 === 0 ? 8 + next(20) : 40 + next(110), wordCount - written);
    for (let i = 0; i < length; i++) {
      if (i > 0) text += " ";
      const word = WORDS[next(WORDS.length)];
      wordSpans.push({ start: text.length, end: text.length + word.length });
      text += i % 14 === 13 ? `${word}.` : word;
    }
    written += length;
    turns.push({ start, end: text.length, label: turns.length % 2 === 0 ? "INT" : "P100" });
  }
  return { text, turns, wordSpans };
}

/** `projectId` exists already. Adds 1,000 codes once and a document for each size; gives the documents' ids. */
export function writeDeskData(dataRoot, projectId, sizes) {
  const db = new Database(path.join(dataRoot, "tandem.sqlite"));
  const now = new Date().toISOString();
  const next = generator(20_000);
  const { user_id: userId } = db.prepare("select user_id from member where project_id = ?").get(projectId);
  const { id: coderId } = db.prepare("select id from coder where project_id = ?").get(projectId);
  const insert = (table, row) => {
    const names = Object.keys(row);
    db.prepare(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")}) values (${names.map(() => "?").join(", ")})`,
    ).run(...Object.values(row));
  };
  const codeIds = [];
  const write = db.transaction(() => {
    for (let i = 0; i < 1000; i++) {
      const id = newId();
      const parent = i % 20 === 0 ? null : codeIds[i - (i % 20)];
      insert("code", { id, project_id: projectId, parent_id: parent, position: i, wording: 1 });
      const name = `${WORDS[next(WORDS.length)]} ${WORDS[next(WORDS.length)]} ${i}`;
      const colour = `#${(0x304060 + next(0x806040)).toString(16).padStart(6, "0")}`;
      insert("code_wording", { code_id: id, number: 1, name, colour, created_at: now });
      codeIds.push(id);
    }
    return sizes.map(({ words, codings }, position) => {
      const { text, turns, wordSpans } = transcript(words, next);
      const [documentId, revisionId, setId] = [newId(), newId(), newId()];
      insert("document", {
        id: documentId,
        project_id: projectId,
        name: `Interview of ${words} words`,
        kind: "interview",
        position,
        added_at: now,
        added_by: userId,
      });
      insert("revision", {
        id: revisionId,
        document_id: documentId,
        number: 1,
        text,
        sha256: createHash("sha256").update(text).digest("hex"),
        length: text.length,
        words,
        paragraphs: "[]",
        sentences: "[]",
        created_at: now,
      });
      turns.forEach((turn, number) => {
        insert("turn", { revision_id: revisionId, number, ...turn });
      });
      insert("coding_set", {
        id: setId,
        project_id: projectId,
        document_id: documentId,
        revision_id: revisionId,
        kind: "coder",
        coder_id: coderId,
        state: "open",
      });
      const taken = new Set();
      for (let i = 0; i < codings; i++) {
        const from = next(wordSpans.length - 60);
        const { start } = wordSpans[from];
        const { end } = wordSpans[from + 3 + next(40)];
        // 60 codes and colours in use; one in each theme of the first sixty.
        const codeId = codeIds[next(60)];
        if (taken.has(`${codeId} ${start} ${end}`)) continue;
        taken.add(`${codeId} ${start} ${end}`);
        insert("coding", { id: newId(), set_id: setId, code_id: codeId, start, end, created_at: now });
      }
      return documentId;
    });
  });
  const ids = write();
  db.close();
  return ids;
}
