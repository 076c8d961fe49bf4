// Opens a PDF and gives the words of each page with their places, as they lie when the page is held upright.
import { Refusal } from "../refusal";

/** Words in one font at one place. `x` rises to the right and `y` downwards, in points; `y` is the base line. */
export interface PdfPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of the letters. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The file itself sets white space between the piece before and this one. */
  readonly spaced: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
}

export interface PdfWords {
  readonly pages: readonly PdfPage[];
  /** Pieces that lie across the direction of the page: watermarks, stamps at the margin. */
  readonly turned: number;
  readonly unreadable: number;
}

interface Font {
  readonly bold: boolean;
  readonly italic: boolean;
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

interface Placed extends PdfPiece {
  /** Quarter turns, clockwise; null where the words slant. */
  readonly turns: number | null;
}

export const MOST_PAGES = 2_000;
/** Learning a font's name costs about as much as reading the page: later pages then show no bold letters. */
const PAGES_ASKED_FOR_FONTS = 40;
const MOST_ITEMS_OF_A_PAGE = 20_000;
const PLAIN: Font = { bold: false, italic: false };
const HIGHEST_SLANT = 0.1;

/** Throws Refusal: file-password-needed, file-password-wrong, file-damaged, file-too-many-pages, file-too-dense. */
export async function readPdfPages(bytes: Uint8Array, password: string | undefined, exact: boolean): Promise<PdfWords> {
  const pdf = await open(bytes, password);
  try {
    if (pdf.numPages > MOST_PAGES) throw new Refusal("file-too-many-pages", 422, { limit: MOST_PAGES });
    const fonts = new Map<string, Font>();
    const pages: PdfPage[] = [];
    let turned = 0;
    let unreadable = 0;
    let asked = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      try {
        const page = await pdf.getPage(number);
        const texts = await itemsOf(page.streamTextContent({ disableNormalization: true }));
        const unknown = [...new Set(texts.map((item) => item.fontName))].filter((name) => !fonts.has(name));
        if (unknown.length > 0 && asked < PAGES_ASKED_FOR_FONTS) {
          asked++;
          // Where a drawing fails the words are there all the same.
          await page.getOperatorList().catch(() => null);
          for (const name of unknown)
            fonts.set(name, page.commonObjs.has(name) ? fontOf(page.commonObjs.get(name)) : PLAIN);
        }
        const view = page.getViewport({ scale: 1 });
        const upright = uprightPage(placedPieces(texts, view.transform, fonts, exact), view.width, view.height);
        turned += upright.turned;
        pages.push(upright.page);
        page.cleanup();
      } catch (error) {
        if (error instanceof Refusal) throw error;
        unreadable++;
        pages.push({ width: 0, height: 0, pieces: [] });
      }
    }
    if (unreadable === pdf.numPages) throw new Refusal("file-damaged", 422);
    return { pages, turned, unreadable };
  } finally {
    await pdf.destroy();
  }
}

/** No page of talk comes near the limit; what goes beyond it is stopped before it takes minutes. */
async function itemsOf(stream: ReadableStream): Promise<Item[]> {
  const items: Item[] = [];
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const { items: some } = chunk.value as { readonly items: readonly (Item | { readonly type: string })[] };
    for (const item of some) if ("str" in item) items.push(item);
    if (items.length <= MOST_ITEMS_OF_A_PAGE) continue;
    await reader.cancel(new Error("too many items"));
    throw new Refusal("file-too-dense", 422);
  }
  return items;
}

async function open(bytes: Uint8Array, password: string | undefined) {
  giveBuffersTransfer();
  const { getDocumentProxy } = await import("unpdf");
  try {
    return await getDocumentProxy(bytes.slice(), {
      ...(password === undefined ? {} : { password }),
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      disableAutoFetch: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      // No picture is ever looked at.
      maxImageSize: 1,
      verbosity: 0,
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw new Refusal(password === undefined ? "file-password-needed" : "file-password-wrong", 422);
    }
    throw new Refusal("file-damaged", 422);
  }
}

/** Node 20 lacks what pdf.js hands fonts over with, and then fonts have no names. */
function giveBuffersTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    value(this: ArrayBuffer, length: number = this.byteLength) {
      return this.slice(0, length);
    },
    configurable: true,
    writable: true,
  });
}

/** Fonts tell how they look in their names alone: `ABCDEF+Arial-BoldItalicMT`. */
function fontOf(font: unknown): Font {
  const name = typeof font === "object" && font !== null && "name" in font ? String(font.name) : "";
  return {
    bold: /bold|black|heavy|semibd|demi(?!\w*light)/i.test(name),
    italic: /italic|oblique|kursiv/i.test(name) || /-(?:bold)?it(?:mt)?$/i.test(name),
  };
}

function placedPieces(
  items: readonly Item[],
  view: readonly number[],
  fonts: ReadonlyMap<string, Font>,
  exact: boolean,
): Placed[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const pieces: Placed[] = [];
  let spaced = false;
  for (const item of items) {
    const text = exact ? item.str : unligatured(item.str);
    if (text.trim() === "") {
      // pdf.js gives NBSP a piece of its own nowhere; white space alone is only a distance.
      if (text !== "") spaced = true;
      continue;
    }
    const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform;
    const across = { x: a * ta + c * tb, y: b * ta + d * tb };
    const size = Math.hypot(tc, td) || Math.hypot(ta, tb) || 1;
    const turn = Math.atan2(across.y, across.x) / (Math.PI / 2);
    const nearest = Math.round(turn);
    const place = { x: a * te + c * tf + e, y: b * te + d * tf + f };
    if (![place.x, place.y, item.width, size].every(Number.isFinite)) continue;
    pieces.push({
      text,
      ...place,
      width: Math.abs(item.width),
      size,
      ...(fonts.get(item.fontName) ?? PLAIN),
      spaced,
      turns: Math.abs(turn - nearest) > HIGHEST_SLANT ? null : (nearest + 4) % 4,
    });
    spaced = false;
  }
  return pieces;
}

/** A page may be written sideways: the direction of most of its letters is the one to read. */
function uprightPage(pieces: readonly Placed[], width: number, height: number): { page: PdfPage; turned: number } {
  const letters = [0, 0, 0, 0];
  for (const { text, turns } of pieces) if (turns !== null) letters[turns] = (letters[turns] ?? 0) + text.length;
  const turns = letters.indexOf(Math.max(...letters));
  const kept = pieces.filter((piece) => piece.turns === turns);
  const turnedPiece = (piece: Placed): PdfPiece => {
    if (turns === 1) return { ...piece, x: piece.y, y: width - piece.x };
    if (turns === 2) return { ...piece, x: width - piece.x, y: height - piece.y };
    return turns === 3 ? { ...piece, x: height - piece.y, y: piece.x } : piece;
  };
  const sideways = turns % 2 === 1;
  return {
    page: {
      width: sideways ? height : width,
      height: sideways ? width : height,
      pieces: kept.map(turnedPiece),
    },
    turned: pieces.length - kept.length,
  };
}

/** Two letters drawn as one, and the shapes of Arabic letters, are drawings: the words are written with the letters. */
function unligatured(text: string): string {
  return text.replace(/[\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFDFF\uFE70-\uFEFE]+/g, (letters) =>
    letters.normalize("NFKC"),
  );
}
