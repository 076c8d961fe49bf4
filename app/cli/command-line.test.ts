import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openReadOnly } from "@/db/connection";
import { closeWorkspace, openWorkspace } from "@/db/workspace";
import { zipBytes } from "@/lib/readers/zip-fixture";
import { textHash } from "@/lib/text/words-hash";
import { type CommandLine, commandLine } from "./command-line-fixture";
import { commands } from "./commands";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const PROJECT = "Wellbeing of RASSO officers (sample)";
let line: CommandLine;
let data = "";

beforeAll(async () => {
  line = await commandLine();
  data = path.join(line.folder, "data");
  const made = await line.json("sample", data);
  expect(made).toMatchObject({ code: 0, answer: { folder: data, password: expect.stringMatching(/^[0-9a-f]{48}$/) } });
});
afterAll(() => line.end());

function inData<T>(query: string, ...params: string[]): T[] {
  const sqlite = openReadOnly(path.join(data, "tandem.sqlite"));
  try {
    return sqlite.prepare(query).all(...params) as T[];
  } finally {
    sqlite.close();
  }
}

const lay = (name: string, text: string) => {
  const file = path.join(line.folder, name);
  fs.writeFileSync(file, text);
  return file;
};

describe("every command", () => {
  test("explains itself, with exit code 0", async () => {
    const helps = await Promise.all(commands.map(async ({ name }) => ({ name, ran: await line.run(name, "--help") })));
    for (const { name, ran } of helps) {
      expect({ name, ...ran }).toMatchObject({ name, code: 0, stderr: "" });
      expect(ran.stdout).toContain(`Usage: npm run -s tandem -- ${name}`);
    }
    const overview = await line.run("--help");
    expect(overview.code).toBe(0);
    for (const { name } of commands) expect(overview.stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });

  test.each([
    ["nothing", []],
    ["no such command", ["nonsense"]],
    ["an unknown option", ["doctor", "--nonsense"]],
    ["an argument too few", ["restore"]],
    ["a format that is not offered", ["export", "pdf", "--project", PROJECT]],
    ["no project", ["export", "codebook-csv"]],
    ["no file", ["import", "--dry-run"]],
    ["no unit", ["agreement", "x.json", "--unit", "word"]],
  ])("called wrongly (%s) ends with 2 and nothing on standard output but help", async (_what, args) => {
    const file = lay("x.json", '{"documents":[],"codes":[],"coders":["A","B"],"codings":[]}');
    const ran = await line.run(...args.map((arg) => (arg === "x.json" ? file : arg)), "--data", data);
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toContain("    at ");
  });

  test("refused, it ends with 1, a sentence, and one JSON object", async () => {
    const nowhere = path.join(line.folder, "nowhere");
    const { code, answer } = await line.json("doctor", "--data", nowhere);
    expect(code).toBe(1);
    expect(answer).toEqual({ error: { code: "no-data-here", sentence: expect.stringContaining(nowhere) } });
    expect(fs.existsSync(nowhere)).toBe(false);
  });
});

describe("sample, doctor, user, backup, restore", () => {
  test("the sample is made once, and found sound", async () => {
    expect(await line.json("sample", data)).toMatchObject({ code: 1, answer: { error: { code: "sample-exists" } } });
    expect(await line.json("doctor", "--data", data)).toMatchObject({ code: 0, answer: { ok: true } });
    expect(fs.readdirSync(line.folder).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("accounts are listed, added and given a new password", async () => {
    const mine = path.join(line.folder, "mine");
    expect((await line.json("init", "--data", mine)).code).toBe(0);
    const added = await line.json("user", "add", "Ada@example.org", "--name", "Ada Okoye", "--data", mine);
    expect(added).toMatchObject({ code: 0, answer: { email: "ada@example.org", name: "Ada Okoye" } });
    expect(await line.json("user", "list", "--data", mine)).toMatchObject({
      answer: { users: [{ email: "ada@example.org", name: "Ada Okoye", role: "owner" }] },
    });
    const reset = await line.json("user", "reset-password", "ada@example.org", "--data", mine);
    expect(reset.answer.password).not.toBe(added.answer.password);
    expect(await line.json("user", "reset-password", "nobody@example.org", "--data", mine)).toMatchObject({ code: 1 });
  });

  test("a backup beside an open folder comes back whole", async () => {
    const workspace = openWorkspace("main", data, path.resolve("db/migrations"));
    const copy = path.join(line.folder, "copy");
    try {
      expect(await line.json("backup", copy, "--data", data)).toMatchObject({ code: 0, answer: { folder: copy } });
      const refused = await line.json("restore", copy, "--data", data);
      expect(refused).toMatchObject({ code: 1, answer: { error: { code: "data-folder-in-use" } } });
    } finally {
      closeWorkspace(workspace);
    }
    const elsewhere = path.join(line.folder, "restored");
    expect((await line.json("restore", copy, "--data", elsewhere)).code).toBe(0);
    expect(await line.json("doctor", "--data", elsewhere)).toMatchObject({ code: 0, answer: { ok: true } });
  });
});

describe("export", () => {
  const out = (name: string) => path.join(line.folder, name);

  test("quotes and codebook are written beside a running server", async () => {
    const workspace = openWorkspace("main", data, path.resolve("db/migrations"));
    try {
      const csv = await line.json("export", "quotes-csv", "--project", PROJECT, "--out", out("q.csv"), "--data", data);
      expect(csv).toMatchObject({ code: 0, answer: { format: "quotes-csv", project: { name: PROJECT } } });
      const rows = fs.readFileSync(out("q.csv"), "utf8").split("\r\n");
      expect(rows.length).toBeGreaterThan(100);
      expect(fs.statSync(out("q.csv")).size).toBe(csv.answer.bytes);
      await line.json(
        "export",
        "quotes-docx",
        "--project",
        PROJECT.toUpperCase(),
        "--out",
        out("q.docx"),
        "--data",
        data,
      );
      expect(fs.readFileSync(out("q.docx")).subarray(0, 2).toString()).toBe("PK");
      const book = await line.run("export", "codebook-csv", "--project", PROJECT, "--data", data);
      expect(book.code).toBe(0);
      const named = out("Wellbeing of RASSO officers (sample) codebook.csv");
      expect(fs.readFileSync(named, "utf8").split("\r\n").length).toBeGreaterThan(10);
      // Under a name that nobody gave, nothing is overwritten.
      expect((await line.run("export", "codebook-csv", "--project", PROJECT, "--data", data)).code).toBe(1);
    } finally {
      closeWorkspace(workspace);
    }
  });

  test("only the codes that are named are written, by name, path or id", async () => {
    const [code] = inData<{ id: string; name: string; parent: string }>(
      `select c.id, w.name, p.name as parent from code c
       join code_wording w on w.code_id = c.id join code_wording p on p.code_id = c.parent_id
       where exists (select 1 from coding join coding_set s on s.id = coding.set_id where s.kind = 'consensus' and code_id = c.id)`,
    );
    const asked = [code?.id, code?.name, `${code?.parent} > ${code?.name}`].map(String);
    const written = await Promise.all(
      asked.map(async (name, i) => {
        const file = out(`one-${i}.csv`);
        await line.json("export", "quotes-csv", "--project", PROJECT, "--codes", name, "--out", file, "--data", data);
        return fs.readFileSync(file, "utf8");
      }),
    );
    expect(new Set(written).size).toBe(1);
    expect(written[0]?.split("\r\n").length).toBeGreaterThan(2);
    expect(written[0]?.length).toBeLessThan(fs.statSync(out("q.csv")).size);
  });

  test.each([
    ["a project that is not there", ["quotes-csv", "--project", "Another"], "none-of-that-name"],
    ["a code that is not there", ["quotes-csv", "--project", PROJECT, "--codes", "Nothing"], "none-of-that-name"],
    [
      "codings of the command line",
      ["quotes-csv", "--project", PROJECT, "--source", "mine"],
      "command-line-codes-nothing",
    ],
  ])("%s is refused", async (_what, args, code) => {
    const ran = await line.json("export", ...args, "--out", out("never.csv"), "--data", data);
    expect(ran).toMatchObject({ code: 1, answer: { error: { code } } });
    expect(fs.existsSync(out("never.csv"))).toBe(false);
  });
});

describe("import", () => {
  test("says what files would give and stores nothing, without a data folder", async () => {
    const good = lay("interview_7.txt", "INT: How is it?\nP7: Busy.\nINT: Why?\nP7: Cases. Élodie left.\n");
    const bad = lay("scan.pdf", "%PDF-1.7\n");
    const gone = path.join(line.folder, "gone.txt");
    const survey = lay(
      "survey.csv",
      "id,Age,Why?\n1,34,Because of the team that I am in.\n2,51,I would not know where else.\n",
    );
    const zip = path.join(line.folder, "more.zip");
    const inner = zipBytes([{ name: "x.txt", data: "A: one" }]);
    fs.writeFileSync(
      zip,
      zipBytes([
        { name: "in/talk.txt", data: "A: one\nB: two\nA: three\nB: four\n" },
        { name: "in/more.zip", data: inner },
      ]),
    );
    const { code, answer } = await line.json("import", "--dry-run", good, bad, gone, zip, survey);
    expect(code).toBe(1);
    expect(answer.files).toMatchObject([
      {
        file: good,
        format: "txt",
        turns: 4,
        cues: 0,
        speakers: [
          { label: "INT", turns: 2 },
          { label: "P7", turns: 2 },
        ],
      },
      { file: bad, refused: expect.stringContaining("damaged") },
      { file: gone, refused: expect.stringContaining("could not be read") },
      { file: `${zip}/in/talk.txt`, format: "txt", turns: 4, textSha256: textHash("one\ntwo\nthree\nfour") },
      { file: `${zip}/in/more.zip`, refused: expect.stringContaining("archive inside an archive") },
      { file: survey, format: "csv", speakers: [], cues: 0, survey: { rows: 2, headerRows: 1 } },
    ]);
    expect(fs.existsSync(path.join(line.folder, ".tandem"))).toBe(false);
  });

  test("brings files into a project as an act of the command line", async () => {
    const first = lay("interview_8.txt", "INT: How is it?\nP8: Quiet.\n");
    const second = lay(
      "group.vtt",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mod>Who begins?\n\n00:02.000 --> 00:04.000\n<v P9>I do.\n",
    );
    const bad = lay("empty.txt", "");
    const { code, answer } = await line.json("import", "--project", PROJECT, first, second, bad, "--data", data);
    expect(code).toBe(1);
    expect(answer.files).toMatchObject([
      { file: first, name: "Interview 8", kind: "interview", format: "txt" },
      { file: second, name: "Group", format: "vtt" },
      { file: bad, refused: "The file is empty." },
    ]);
    const documents = inData<{ role: string; text: string }>(
      `select m.role, r.text from document d join revision r on r.document_id = d.id
       join workspace_member m on m.user_id = d.added_by where d.name in ('Interview 8', 'Group') order by d.position`,
    );
    expect(documents).toEqual([
      { role: "owner", text: "How is it?\nQuiet." },
      { role: "owner", text: "Who begins?\nI do." },
    ]);
    const entries = inData<{ actor: string; user: string | null; input: string }>(
      "select actor, user_id as user, input from journal where act = 'confirm-import' order by sequence desc limit 1",
    );
    expect(entries).toMatchObject([{ actor: "command line", user: null }]);
    expect(entries[0]?.input).not.toContain("Quiet");
    expect(fs.readdirSync(path.join(data, "staging"))).toEqual([]);
    expect(await line.json("doctor", "--data", data)).toMatchObject({ code: 0, answer: { ok: true } });
  });

  test("takes a folder file by file, skips what the project has already, and imports it --again", async () => {
    const folder = path.join(line.folder, "folder");
    fs.mkdirSync(path.join(folder, "deeper"), { recursive: true });
    lay("folder/a.txt", "INT: Again?\nP8: Yes.\nINT: Why?\nP8: For the test.\n");
    lay("folder/.DS_Store", "x");
    fs.writeFileSync(
      path.join(folder, "deeper", "b.zip"),
      zipBytes([{ name: "c.txt", data: "INT: And here?\nP9: No.\nINT: So?\nP9: Well.\n" }]),
    );
    const bring = (...more: string[]) => line.json("import", "--project", PROJECT, folder, ...more, "--data", data);
    const inZip = `${path.join(folder, "deeper", "b.zip")}/c.txt`;
    expect(await bring()).toMatchObject({
      code: 0,
      answer: {
        files: [
          { file: path.join(folder, "a.txt"), name: "A" },
          { file: inZip, name: "C" },
        ],
      },
    });
    expect(await bring()).toMatchObject({
      code: 0,
      answer: { files: [{ duplicateOf: { name: "A" } }, { file: inZip, duplicateOf: { name: "C" } }] },
    });
    expect(await bring("--again")).toMatchObject({ code: 0, answer: { files: [{ name: "A" }, { name: "C" }] } });
    expect(inData("select id from document where name in ('A', 'C')")).toHaveLength(4);
    expect(fs.readdirSync(path.join(data, "staging"))).toEqual([]);
  });

  test("is refused while the folder is open elsewhere", async () => {
    const file = lay("interview_9.txt", "INT: How is it?\nP9: Fine.\n");
    const workspace = openWorkspace("main", data, path.resolve("db/migrations"));
    try {
      const { code, answer } = await line.json("import", "--project", PROJECT, file, "--data", data);
      expect({ code, answer }).toMatchObject({ code: 1, answer: { error: { code: "data-folder-in-use" } } });
    } finally {
      closeWorkspace(workspace);
    }
    expect(inData("select id from document where name = 'Interview 9'")).toEqual([]);
  });
});
