"use client";

import { useMemo } from "react";
import type { CodeEditor } from "../code-change/code-editor";
import type { Codebook } from "./use-codebook";
import type { CodebookActs } from "./use-codebook-acts";

/** What this person may do to the codes of the codebook, as the shared dialogs ask for it. */
export function useBookEditor(projectId: string, codebook: Codebook, acts: CodebookActs): CodeEditor {
  const { book, codes, index, settled } = codebook;
  return useMemo(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const leads = book.role === "lead";
    const isPrivate = (id: string) => byId.get(id)?.proposal === true && byId.get(id)?.ownProposal === true;
    const versionOf = (id: string) => byId.get(id)?.version ?? 0;
    return {
      projectId,
      index,
      adds: leads ? "codebook" : null,
      fixedRound: null,
      mayChange: (id) => leads || isPrivate(id),
      isPrivate,
      isProposal: (id) => byId.get(id)?.proposal === true,
      add: (name, parentId) => acts.add(parentId, name),
      rename: (id, name) => acts.reword(id, { name }, versionOf(id)),
      recolour: (id, colour) => acts.reword(id, { colour }, versionOf(id)),
      move: acts.move,
      merge: (id, intoId) => acts.merge(id, intoId, isPrivate(id)),
      split: acts.split,
      retire: (id, retired) => (retired ? acts.retire(id) : acts.unretire(id)),
      remove: acts.remove,
      settled,
    };
  }, [projectId, book.role, codes, index, settled, acts]);
}
