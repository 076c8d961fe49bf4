import type { Page } from "playwright/test";

/**
 * The words under the tints of one colour, each stretch by itself, wherever a layer is painted: a character counts when
 * its middle lies within a tint. So it is asked of the page what a person sees, not of the program what it meant.
 */
export function paintedWords(page: Page, colour: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const found: string[] = [];
    const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    for (const article of document.querySelectorAll("article")) {
      const layer = article.querySelector("svg[data-layer]");
      const origin = layer?.getBoundingClientRect();
      if (!layer || !origin) continue;
      const boxes = [...layer.querySelectorAll<SVGPathElement>("path[data-colour]")]
        .filter((path) => path.style.getPropertyValue("--colour").trim() === wanted)
        .flatMap((path) => [...(path.getAttribute("d") ?? "").matchAll(/M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)/g)])
        .map(([, ...numbers]) => numbers.map(Number))
        .map(([x = 0, y = 0, width = 0, height = 0]) => ({
          left: origin.left + x,
          top: origin.top + y,
          right: origin.left + x + width,
          bottom: origin.top + y + height,
        }));
      if (boxes.length === 0) continue;
      for (const block of article.querySelectorAll("[data-at]")) {
        const node = block.firstChild;
        if (!node) continue;
        let words = "";
        const range = document.createRange();
        for (const { segment, index } of characters.segment(node.nodeValue ?? "")) {
          range.setStart(node, index);
          range.setEnd(node, index + segment.length);
          const rect = [...range.getClientRects()].find((each) => each.width > 0);
          const [x, y] = rect ? [rect.left + rect.width / 2, rect.top + rect.height / 2] : [-1, -1];
          const isPainted = boxes.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);
          // A space at the end of a line has no width: it goes with what stands before it.
          if (isPainted || (!rect && words !== "")) words += segment;
          else if (words !== "") {
            found.push(words.trim());
            words = "";
          }
        }
        if (words !== "") found.push(words.trim());
      }
    }
    return found;
  }, colour);
}
