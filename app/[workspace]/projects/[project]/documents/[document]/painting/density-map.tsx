"use client";

import { memo, type PointerEvent, useEffect, useMemo, useRef } from "react";
import type { Reading } from "../reading/reading";
import { TextScale } from "../reading/text-scale";
import { stretchBelow, stretchElements } from "../text/stretch-elements";
import styles from "./density-map.module.css";
import { drawDensityMarks } from "./density-marks";
import { DensityPainter } from "./density-painter";

export interface DensityMapProps {
  reading: Reading;
  /** All of the text stands on the page. */
  standing: boolean;
}

/**
 * The whole document beside its scroll bar: where codings, hits and bookmarks lie, and what is in view. A press goes
 * there. For the eye and the mouse alone: the keys n, p, b and those of the search go to the same places.
 */
export const DensityMap = memo(function DensityMap({ reading, standing }: DensityMapProps) {
  const strip = useRef<HTMLDivElement>(null);
  const codings = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const { session, turns } = reading;
  const scale = useMemo(() => new TextScale(turns), [turns]);

  useEffect(() => {
    const scroller = reading.ground.current?.scroller;
    const [outer, lower, upper, box, sample] = [strip, codings, marks, view, probe].map((ref) => ref.current);
    if (!standing || !scroller || !(lower instanceof HTMLCanvasElement) || !(upper instanceof HTMLCanvasElement))
      return;
    if (!outer || !box || !sample) return;
    const colours = new ShownColours(sample);
    let { index } = session.head;
    let places = new Map(index.order.map(({ code }, place) => [code.id, place]));
    const painter = new DensityPainter(lower, session.store, turns, scale, (codeId) => ({
      colour: colours.of(index.byId.get(codeId)?.colour ?? ""),
      place: places.get(codeId) ?? 0,
    }));
    const stretches = stretchElements(scroller).map(({ element, start }) => ({
      element,
      start,
      share: scale.share(start),
    }));
    const follow = () => {
      const { top } = scroller.getBoundingClientRect();
      const at = stretchBelow(stretches, top);
      const here = stretches[at];
      if (!here) return;
      const rect = here.element.getBoundingClientRect();
      const within = Math.min(1, Math.max(0, (top - rect.top) / Math.max(rect.height, 1)));
      const share = here.share + within * ((stretches[at + 1]?.share ?? 1) - here.share);
      box.style.transform = `translateY(${(share * outer.clientHeight).toFixed(1)}px)`;
    };
    const drawMarks = () =>
      drawDensityMarks(upper, scale, reading.hits.get().spans, reading.bookmarks.get(), {
        hit: colours.named("--accent"),
        bookmark: colours.named("--ink-soft"),
      });
    const fit = () => {
      const points = window.devicePixelRatio;
      const [width, height] = [Math.round(outer.clientWidth * points), Math.round(outer.clientHeight * points)];
      painter.resize(width, height);
      upper.width = width;
      upper.height = height;
      drawMarks();
      const whole = scroller.scrollHeight;
      box.style.blockSize = `${Math.max(8, (scroller.clientHeight / Math.max(whole, 1)) * outer.clientHeight).toFixed(1)}px`;
      follow();
    };
    const recolour = () => {
      colours.forget();
      painter.drawAll();
      drawMarks();
    };
    const resize = new ResizeObserver(fit);
    resize.observe(outer);
    const theme = new MutationObserver(recolour);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const media = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => window.matchMedia(query));
    for (const each of media) each.addEventListener("change", recolour);
    scroller.addEventListener("scroll", follow, { passive: true });
    const ends = [
      reading.hits.subscribe(drawMarks),
      reading.bookmarks.subscribe(drawMarks),
      session.subscribe(() => {
        if (session.head.index === index) return;
        index = session.head.index;
        places = new Map(index.order.map(({ code }, place) => [code.id, place]));
        painter.drawAll();
      }),
    ];
    return () => {
      for (const end of ends) end();
      for (const each of media) each.removeEventListener("change", recolour);
      scroller.removeEventListener("scroll", follow);
      theme.disconnect();
      resize.disconnect();
      painter.close();
    };
  }, [reading, session, turns, scale, standing]);

  const goTo = ({ clientY }: PointerEvent) => {
    const ground = reading.ground.current;
    const box = strip.current?.getBoundingClientRect();
    if (!ground || !box) return;
    const offset = scale.offset((clientY - box.top) / Math.max(box.height, 1));
    const { scroller, positions } = ground;
    const rect = positions.caretRect(positions.shown(offset, 1));
    const window = scroller.getBoundingClientRect();
    if (rect) scroller.scrollTop += rect.top - window.top - window.height / 2;
  };
  return (
    <div
      ref={strip}
      aria-hidden
      className={styles.strip}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // The selection in the text stays where it is.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
      }}
    >
      <canvas ref={codings} className={styles.layer} />
      <canvas ref={marks} className={styles.layer} />
      <div ref={view} className={styles.view} />
      <span ref={probe} hidden />
    </div>
  );
});

/** Colours as the page shows them in this theme, for a canvas, which knows neither themes nor variables. */
class ShownColours {
  private readonly known = new Map<string, string>();

  constructor(private readonly probe: HTMLElement) {}

  forget(): void {
    this.known.clear();
  }

  of(colour: string): string {
    if (window.matchMedia("(forced-colors: active)").matches) return "CanvasText";
    return this.ask(colour, () => {
      this.probe.dataset.colour = "";
      this.probe.style.setProperty("--colour", colour);
      this.probe.style.color = "var(--mark)";
    });
  }

  named(name: string): string {
    if (window.matchMedia("(forced-colors: active)").matches) return "Highlight";
    return this.ask(name, () => {
      this.probe.style.color = `var(${name})`;
    });
  }

  private ask(key: string, set: () => void): string {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    set();
    const shown = getComputedStyle(this.probe).color;
    this.known.set(key, shown);
    return shown;
  }
}
