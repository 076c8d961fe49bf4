"use client";

import { useMemo } from "react";
import { type CodeIndex, codePath } from "@/lib/codebook/tree";
import type { CodeEditor, Refused } from "../../../code-change/code-editor";
import type { DeskSession } from "../saving/desk-session";

/** Shown at once and sent in order; what is refused later says so where the desk tells of saving. */
const DONE: Promise<Refused> = Promise.resolve(null);

/** What this person may do to the codes from the desk, each with what is said about it. */
export function useCodeEditor(
  session: DeskSession,
  index: CodeIndex,
  adds: "codebook" | "proposal" | null,
  fixedRound: string | null,
  say: (words: string) => void,
): CodeEditor {
  return useMemo(() => {
    const { codes } = session;
    const nameOf = (id: string) => `“${session.head.index.byId.get(id)?.name ?? ""}”`;
    const done = (words: string) => {
      say(words);
      return DONE;
    };
    return {
      projectId: session.place.projectId,
      index,
      adds,
      fixedRound,
      mayChange: (id) => codes.mayChange(id),
      isPrivate: (id) => codes.isPrivate(id),
      isProposal: (id) => codes.isProposal(id),
      add(name, parentId) {
        const { id } = codes.addCode(name, parentId);
        say(`New code: ${codePath(session.head.index, id).join(", ")}`);
        return { codeId: id, done: DONE };
      },
      rename(id, name) {
        const before = nameOf(id);
        codes.rename(id, name);
        return done(`${before} is now called “${name}”`);
      },
      recolour(id, colour) {
        codes.recolour(id, colour);
        return done(`${nameOf(id)} has another colour`);
      },
      move(ids, place) {
        codes.move(ids, place);
        const what = ids.length === 1 ? nameOf(ids[0] ?? "") : `${ids.length} codes`;
        return done(
          `Moved ${what} ${place.parentId === null ? "to the top level" : `below ${nameOf(place.parentId)}`}`,
        );
      },
      merge(id, intoId) {
        const before = nameOf(id);
        codes.merge(id, intoId);
        return done(`Merged ${before} into ${nameOf(intoId)}`);
      },
      split(id, half) {
        codes.split(id, half);
        const count = half.codingIds.length;
        return done(`Moved ${count} ${count === 1 ? "excerpt" : "excerpts"} from ${nameOf(id)} to “${half.name}”`);
      },
      retire(id, retired) {
        codes.retire(id, retired);
        return done(`${nameOf(id)} is ${retired ? "retired" : "in use again"}`);
      },
      remove(id) {
        const before = nameOf(id);
        codes.remove(id);
        return done(`Removed ${before}`);
      },
      settled: () => session.queue.idle(),
    };
  }, [session, index, adds, fixedRound, say]);
}
