import type { CaretGround } from "../keys/caret";
import looks from "../text/desk-looks.module.css";
import { stretchElements } from "../text/stretch-elements";
import { firstAfter } from "./hit-spans";
import { NO_HITS, type Reading } from "./reading";

/** The names that the styles have after the build. */
const [ALL, CURRENT] = [looks["desk-hits"] ?? "desk-hits", looks["desk-hit"] ?? "desk-hit"];

/**
 * Marks hits in the text by the browser's own highlights: nothing of the page is changed or measured. Only stretches
 * near the window hold marks, and only while something is looked for.
 */
export function showHitMarks(reading: Reading, { scroller, positions }: CaretGround): () => void {
  // A browser without highlights still goes from hit to hit and selects the words.
  if (typeof Highlight === "undefined") return () => {};
  const stretches = stretchElements(scroller);
  const places = new Map<Element, number>(stretches.map(({ element }, place) => [element, place]));
  const near = new Set<number>();
  const mark = () => {
    const { spans, current } = reading.hits.get();
    const [all, here] = [new Highlight(), new Highlight()];
    for (const place of near) {
      const from = firstAfter(spans, stretches[place]?.start ?? 0);
      const end = stretches[place + 1]?.start ?? Number.POSITIVE_INFINITY;
      for (let i = from; i < spans.length; i++) {
        const span = spans[i];
        if (!span || span.start >= end) break;
        const range = positions.range(span);
        if (range) (i === current ? here : all).add(range);
      }
    }
    here.priority = 1;
    CSS.highlights.set(ALL, all);
    CSS.highlights.set(CURRENT, here);
  };
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const place = places.get(target);
        if (place === undefined) continue;
        if (isIntersecting) near.add(place);
        else near.delete(place);
      }
      mark();
    },
    { root: scroller, rootMargin: "50% 0px" },
  );
  for (const { element } of stretches) sight.observe(element);
  const end = reading.hits.subscribe(mark);
  return () => {
    end();
    sight.disconnect();
    for (const name of [ALL, CURRENT]) CSS.highlights.delete(name);
    reading.hits.set(NO_HITS);
  };
}
