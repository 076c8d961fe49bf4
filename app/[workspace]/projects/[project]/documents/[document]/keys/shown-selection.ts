import type { Caret, CaretGround } from "./caret";

type Ends = readonly [Node | null, number, Node | null, number];

function ends(): Ends {
  const selection = document.getSelection();
  return [
    selection?.anchorNode ?? null,
    selection?.anchorOffset ?? 0,
    selection?.focusNode ?? null,
    selection?.focusOffset ?? 0,
  ];
}

/**
 * The browser's own selection, brought to where the caret is with the next frame: while a key is being handled,
 * Chromium would read the page from its beginning to tell itself where in it the selection lies.
 */
export class ShownSelection {
  private frame = 0;
  private wanted: { readonly ground: CaretGround; readonly caret: Caret; readonly before: Ends } | null = null;

  /** It is still to be moved, and nobody else has moved it since. */
  get isWaiting(): boolean {
    const { wanted } = this;
    return wanted !== null && ends().every((each, i) => each === wanted.before[i]);
  }

  select(ground: CaretGround, caret: Caret): void {
    this.wanted = { ground, caret, before: this.wanted?.before ?? ends() };
    if (this.frame === 0) this.frame = requestAnimationFrame(this.now);
  }

  /** Somebody else selects. */
  letGo(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.wanted = null;
  }

  readonly now = (): void => {
    const { wanted, isWaiting } = this;
    this.letGo();
    if (!wanted || !isWaiting || !wanted.ground.scroller.contains(document.activeElement)) return;
    const { positions } = wanted.ground;
    const [from, to] = [positions.at(wanted.caret.anchor), positions.at(wanted.caret.focus)];
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  };
}
