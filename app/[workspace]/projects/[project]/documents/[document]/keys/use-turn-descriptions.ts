"use client";

import { type RefObject, useEffect } from "react";
import type { OpenComparison } from "../comparing/open-comparison";
import type { DeskSession } from "../saving/desk-session";
import { type DeskTurn, indexAt } from "../text/desk-turns";
import { pathWords } from "./desk-sentences";

const REST_MS = 500;
const TOLD = 8;

/**
 * What a screen reader that reads the page says of a coded turn. Painted turns are those near the window; they are
 * described once nothing moves, so that neither an act nor scrolling waits for it.
 */
export function useTurnDescriptions(
  session: DeskSession,
  turns: readonly DeskTurn[],
  scroller: RefObject<HTMLElement | null>,
  comparison: OpenComparison | null,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const describe = () => {
      for (const layer of element.querySelectorAll("div[data-layer]")) {
        const article = layer.closest("article");
        const at = article?.querySelector<HTMLElement>("[data-at]")?.dataset.at;
        if (!article || at === undefined) continue;
        const turn = indexAt(turns, Number(at));
        const words = comparison ? comparison.turnWords(turn) : codingsWords(session, turn);
        if (words === (article.getAttribute("aria-description") ?? "")) continue;
        if (words) article.setAttribute("aria-description", words);
        else article.removeAttribute("aria-description");
      }
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(describe, REST_MS);
    };
    later();
    element.addEventListener("scroll", later, { passive: true });
    const unsubscribe = session.store.subscribe(later);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("scroll", later);
      unsubscribe();
    };
  }, [session, turns, scroller, comparison]);
}

function codingsWords({ store, head }: DeskSession, turn: number): string {
  const codings = store.inTurn(turn);
  if (codings.length === 0) return "";
  const names = [...new Set(codings.map(({ codeId }) => pathWords(head.index, codeId)))];
  const more = names.length - TOLD;
  const told = [...names.slice(0, TOLD), ...(more > 0 ? [`and ${more} more codes`] : [])].join("; ");
  return `${codings.length} ${codings.length === 1 ? "coding" : "codings"}: ${told}`;
}
