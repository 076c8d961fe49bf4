// Several acts as one: performed together or not at all, journaled once, with one way back.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import type { ActCall, Moment, Telling } from "./act";
import { projectAct } from "./act";
import { addCode } from "./add-code";
import {
  applyCode,
  moveCoding,
  recodeBack,
  recodeCoding,
  removeCoding,
  restoreBoundaries,
  reviveCoding,
} from "./apply-code";
import { moveCode } from "./move-code";
import { bringBackCode, removeCode, reviveCode, takeBackCode } from "./remove-code";
import { retireCode, unretireCode } from "./retire-code";
import { starCoding } from "./star-coding";
import { restoreMemo, writeMemo } from "./write-memo";

/** The acts that others are made of, and their ways back. */
const PARTS = {
  "apply-code": applyCode,
  "remove-coding": removeCoding,
  "revive-coding": reviveCoding,
  "move-coding": moveCoding,
  "restore-boundaries": restoreBoundaries,
  "recode-coding": recodeCoding,
  "recode-back": recodeBack,
  "star-coding": starCoding,
  "write-memo": writeMemo,
  "restore-memo": restoreMemo,
  "add-code": addCode,
  "remove-code": removeCode,
  "revive-code": reviveCode,
  "take-back-code": takeBackCode,
  "bring-back-code": bringBackCode,
  "move-code": moveCode,
  "retire-code": retireCode,
  "unretire-code": unretireCode,
} as const;

type Parts = typeof PARTS;
type PartName = keyof Parts;
/** Of each kind of input that the act takes. */
type Bare<Input> = Input extends unknown ? Omit<Input, "projectId"> : never;
type PartInput<Name extends PartName> = Bare<z.output<Parts[Name]["input"]>>;
type PartResult<Name extends PartName> = ReturnType<Parts[Name]["run"]>["result"];

interface AnyPart {
  readonly who: readonly string[];
  readonly run: (
    tx: Tx,
    actor: Member,
    input: Record<string, unknown>,
    moment: Moment,
  ) => { readonly result: unknown; readonly inverse?: ActCall; readonly tells?: readonly Telling[] };
}

/** What the whole is about, so that undo can name it: the act that the person did, and what it concerned. */
export interface About {
  readonly as: string;
  readonly codeId?: string;
  readonly setId?: string;
  readonly documentId?: string;
}

/** The way back of a bulk act, from calls in the order in which they are to be performed. `projectId` is added to each. */
export function togetherCall(actor: Member, about: About, calls: readonly ActCall[]): ActCall {
  const bare = calls.map(({ act, input: { projectId: _, ...input } }) => ({ act, input }));
  return { act: "act-together", input: { projectId: actor.projectId, ...about, calls: bare } };
}

/** Performs acts one after the other within a transaction and remembers the way back of all of them. */
export class Together {
  private readonly back: ActCall[] = [];
  private readonly told = new Map<string, Telling>();

  constructor(
    private readonly tx: Tx,
    private readonly actor: Member,
    private readonly moment: Moment<undefined>,
  ) {}

  perform<Name extends PartName>(name: Name, input: PartInput<Name>): PartResult<Name> {
    return this.performCall({ act: name, input }) as PartResult<Name>;
  }

  performCall({ act, input }: ActCall): unknown {
    const parts: Readonly<Record<string, AnyPart>> = PARTS as never;
    const part = parts[act];
    if (!part) throw new RangeError(`${act} is not an act that others are made of`);
    const { tx, actor, moment } = this;
    if (!part.who.includes(actor.role)) throw new Refusal("role-may-not", 403, { role: actor.role });
    const outcome = part.run(tx, actor, { ...input, projectId: actor.projectId }, moment);
    if (!outcome.inverse) throw new RangeError(`${act} has no way back`);
    this.back.push(outcome.inverse);
    for (const telling of outcome.tells ?? []) this.told.set(JSON.stringify(telling), telling);
    return outcome.result;
  }

  /** How many acts were performed. */
  get size(): number {
    return this.back.length;
  }

  tells(): Telling[] {
    return [...this.told.values()];
  }

  inverse(about: About): ActCall {
    return togetherCall(this.actor, about, this.back.toReversed());
  }
}

export const actTogether = projectAct({
  name: "act-together",
  summary: "Performs several acts as one; the way back of every act on several things.",
  onlyUndo: true,
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    as: z.string(),
    codeId: idSchema.optional(),
    setId: idSchema.optional(),
    documentId: idSchema.optional(),
    calls: z.array(z.object({ act: z.string(), input: z.record(z.string(), z.unknown()) })),
  }),
  run(tx, actor, { projectId: _, calls, ...about }, moment) {
    const together = new Together(tx, actor, moment);
    for (const call of calls) together.performCall(call);
    return { result: {}, inverse: together.inverse(about), tells: together.tells() };
  },
});
