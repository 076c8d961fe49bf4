// Creates the sample study: the same acts that people do, performed in one transaction by a lead and two coders.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { readFile } from "@/lib/readers/read-file";
import type { Transcript } from "@/lib/readers/read-result";
import { foundLabels } from "@/lib/readers/speakers";
import { buildTranscript } from "@/lib/readers/transcript";
import { wordsHash } from "@/lib/text/words-hash";
import { hashedPassword, insertAccount } from "../accounts/new-account";
import { sha256Hex } from "../accounts/sha256-hex";
import type { Actor, Member } from "../actor";
import { acts } from "../acts";
import { insertDocument } from "../acts/confirm-import";
import { performWithin } from "../acts/run-act";
import { measuredTranscript } from "../build-staged-transcript";
import type { Tx } from "../connection";
import { folderSecret } from "../data-folder";
import { memberOf } from "../membership";
import { newId } from "../new-id";
import { documentDisagreements } from "../round-disagreements";
import { coder, codingSet, member, workspaceMember } from "../schema";
import { dbOf, type Workspace } from "../workspace";
import { SAMPLE_CODES } from "./sample-codebook";
import { type SampleFile, type SampleLine, sampleFiles } from "./sample-files";

export const SAMPLE_PEOPLE = [
  { as: "lead", name: "Ruth Adeyemi", email: "lead@sample.invalid" },
  { as: "coder-a", name: "Sam Okafor", email: "coder-a@sample.invalid" },
  { as: "coder-b", name: "Jo Lindqvist", email: "coder-b@sample.invalid" },
] as const;

const REVEALED = [
  "interview-629",
  "interview-714",
  "interview-802",
  "interview-811",
  "focus-group-1",
  "focus-group-2",
  "focus-group-3",
  "focus-group-4",
];
const STILL_OPEN = ["interview-347", "interview-540", "focus-group-5"];
/** Settled whole; in the others nothing has been decided yet, so there is something left to try. */
const SETTLED = new Set(["interview-802", "interview-811", "focus-group-1", "focus-group-2"]);

const DAY = 24 * 60 * 60 * 1000;

interface Made {
  readonly file: SampleFile;
  readonly documentId: string;
  readonly transcript: Transcript;
}

/** The span of a line's words in its turn. Throws where the data file names words that are not there. */
function spanOf(made: Made, line: SampleLine): { start: number; end: number } {
  const turn = made.transcript.turns[line.t - 1];
  const missing = () => new RangeError(`${made.file.file}: turn ${line.t} has no “${line.at ?? ""}”`);
  if (!turn) throw missing();
  if (!line.at) return { start: turn.start, end: turn.end };
  const words = made.transcript.text.slice(turn.start, turn.end);
  const [head, tail] = line.at.split(" … ");
  const from = words.indexOf(head ?? "");
  if (from < 0 || !head) throw missing();
  if (!tail) return { start: turn.start + from, end: turn.start + from + head.length };
  const to = words.indexOf(tail, from + head.length);
  if (to < 0) throw missing();
  return { start: turn.start + from, end: turn.start + to + tail.length };
}

class SampleStudy {
  readonly projectId = newId();
  readonly actors = new Map<string, Actor>();
  readonly codes = new Map<string, string>();
  readonly documents = new Map<string, Made>();
  readonly rulings = new Map<string, SampleLine>();
  private at: number;

  constructor(
    private readonly tx: Tx,
    private readonly workspace: Workspace,
    now: Date,
  ) {
    this.at = now.getTime() - 24 * DAY;
  }

  private actor(as: string): Actor {
    const found = this.actors.get(as);
    if (!found) throw new RangeError(`the sample has no ${as}`);
    return found;
  }

  /** Each act some seconds after the one before, so that the journal reads as a study that took its time. */
  perform(as: string, act: string, input: Record<string, unknown>, pause = 40_000): unknown {
    this.at += pause;
    const found = acts[act];
    if (!found) throw new RangeError(`there is no act ${act}`);
    const moment = { now: this.now(), newId, folder: this.workspace.folder, prepared: undefined };
    return performWithin(this.tx, this.actor(as), found, { projectId: this.projectId, ...input }, moment).outcome
      .result;
  }

  now(): string {
    return new Date(this.at).toISOString();
  }

  people(passwordHash: string): void {
    for (const person of SAMPLE_PEOPLE) {
      const userId = insertAccount(this.tx, person, passwordHash, this.now());
      const workspaceRole = person.as === "lead" ? "owner" : "member";
      this.tx.insert(workspaceMember).values({ userId, role: workspaceRole, joinedAt: this.now() }).run();
      this.actors.set(person.as, { kind: "person", userId, name: person.name, workspaceRole, scope: "write" });
    }
    this.perform("lead", "create-project", { name: "Wellbeing of RASSO officers (sample)" });
    for (const person of SAMPLE_PEOPLE) {
      if (person.as === "lead") continue;
      const { userId, name } = this.actor(person.as);
      this.tx
        .insert(member)
        .values({ id: newId(), projectId: this.projectId, userId, role: "coder", joinedAt: this.now() })
        .run();
      this.tx.insert(coder).values({ id: newId(), projectId: this.projectId, userId, name }).run();
    }
  }

  codebook(): void {
    for (const { slug, parent, ...code } of SAMPLE_CODES) {
      const codeId = newId();
      this.codes.set(slug, codeId);
      this.perform("lead", "add-code", {
        codeId,
        parentId: parent ? (this.codes.get(parent) ?? null) : null,
        example: "",
        ...code,
      });
    }
  }

  document(file: SampleFile, transcript: Transcript, decisions: ReturnType<typeof foundLabels>): void {
    const documentId = newId();
    this.at += 60_000;
    const sha256 = sha256Hex(file.bytes);
    fs.writeFileSync(path.join(this.workspace.folder.originals, sha256), file.bytes, { mode: 0o600 });
    const meta = { fileName: `${file.file}.txt`, sha256, bytes: file.bytes.length, verbatim: false };
    insertDocument(
      this.tx,
      this.lead(),
      {
        stageId: newId(),
        documentId,
        name: file.name,
        kind: file.kind,
        decisions: decisions.map((label) => label.proposal),
      },
      { ...measuredTranscript(transcript), meta, format: "txt", encoding: "utf-8" },
      this.now(),
      newId,
    );
    this.documents.set(file.file, { file, documentId, transcript });
  }

  private lead(): Member {
    return memberOf(this.tx, this.actor("lead"), this.projectId);
  }

  private made(file: string): Made {
    const found = this.documents.get(file);
    if (!found) throw new RangeError(`the sample has no document ${file}`);
    return found;
  }

  coderId(as: string): string {
    return memberOf(this.tx, this.actor(as), this.projectId).coderId ?? "";
  }

  round(name: string, files: readonly string[]): string {
    const roundId = newId();
    this.perform("lead", "open-round", {
      roundId,
      name,
      documentIds: files.map((file) => this.made(file).documentId),
      coderIds: [this.coderId("coder-a"), this.coderId("coder-b")],
      openCodebook: false,
    });
    return roundId;
  }

  private setOf(roundId: string, documentId: string, as: string): string {
    const rows = this.tx.select().from(codingSet).where(eq(codingSet.roundId, roundId)).all();
    const coderId = this.coderId(as);
    const found = rows.find((row) => row.documentId === documentId && row.coderId === coderId);
    if (!found) throw new RangeError("the round has no such seat");
    return found.id;
  }

  code(roundId: string, file: string, submit: boolean): void {
    const made = this.made(file);
    for (const [as, letter] of [
      ["coder-a", "A"],
      ["coder-b", "B"],
    ] as const) {
      const setId = this.setOf(roundId, made.documentId, as);
      for (const line of made.file.lines) {
        if (!line.by.includes(letter)) continue;
        const span = spanOf(made, line);
        const codingId = newId();
        const words = made.transcript.text.slice(span.start, span.end);
        this.perform(as, "apply-code", {
          setId,
          codingId,
          codeId: this.codes.get(line.code) ?? "",
          ...span,
          wordsHash: wordsHash(words),
        });
        if (line.ruling) this.rulings.set(codingId, line);
        if (line.memo) {
          this.perform(as, "write-memo", { codingId, memoId: newId(), wording: 0, text: line.memo });
        }
      }
      if (submit) this.perform(as, "submit-coding", { setId });
    }
  }

  settle(roundId: string, file: string): void {
    const { documentId } = this.made(file);
    for (const each of documentDisagreements(this.tx, roundId, documentId).disagreements) {
      const lines = each.sides.flatMap((side) => side.codings.flatMap((coding) => this.rulings.get(coding.id) ?? []));
      const line = lines[0];
      if (!line?.ruling) continue;
      const decision =
        line.ruling === "first" || line.ruling === "second"
          ? { kind: "side", coder: this.coderId(line.ruling === "first" ? "coder-a" : "coder-b") }
          : { kind: line.ruling };
      this.perform("lead", "settle-disagreement", {
        roundId,
        documentId,
        key: each.key,
        rulingId: newId(),
        decision,
        reason: line.why ?? "",
      });
    }
  }
}

/**
 * Fills an empty workspace with the sample study. The three accounts share a random password that lies in the keys
 * folder; nobody types it, the switch in the sample signs in with it.
 */
export async function createSample(workspace: Workspace, now = new Date()): Promise<void> {
  const password = folderSecret(workspace.folder, "sample-password", () => randomBytes(24).toString("hex"));
  const passwordHash = await hashedPassword(password);
  const files = sampleFiles(path.join(workspace.migrationsFolder, "..", "sample", "study"));
  const read: { file: SampleFile; labels: ReturnType<typeof foundLabels>; transcript: Transcript }[] = [];
  for (const file of files) {
    const result = await readFile(file.bytes, `${file.file}.txt`);
    const labels = foundLabels(result);
    const decisions = labels.map((label) => label.proposal);
    const transcript = buildTranscript(result, decisions);
    read.push({ file, labels, transcript });
  }
  dbOf(workspace).transaction(
    (tx) => {
      const study = new SampleStudy(tx, workspace, now);
      study.people(passwordHash);
      study.codebook();
      for (const each of read) study.document(each.file, each.transcript, each.labels);
      const first = study.round("Round 1", REVEALED);
      for (const file of REVEALED) study.code(first, file, true);
      study.perform("lead", "reveal-round", { roundId: first, name: "Round 1" });
      for (const file of REVEALED) if (SETTLED.has(file)) study.settle(first, file);
      const second = study.round("Round 2", STILL_OPEN);
      for (const file of STILL_OPEN) study.code(second, file, false);
    },
    { behavior: "immediate" },
  );
}
