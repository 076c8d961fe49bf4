// What the elements of a web page do to the words in them, as a browser shows them.

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** They begin and end a paragraph. */
export const BLOCKS = set(
  "html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre section article header footer main nav aside figure figcaption address hr form fieldset legend details summary table caption thead tbody tfoot tr td th center dir menu hgroup search",
);

/** Nothing in them is shown, or not as words of the page. */
export const SKIPPED = set(
  "head script style template svg title noscript iframe object embed audio video canvas select textarea datalist button rt rp map xml noframes",
);

export const BOLD = set("b strong h1 h2 h3 h4 h5 h6 th");
export const ITALIC = set("i em cite dfn var address");

/** A comment of Word's own, or a bogus one, stands in no element; a declaration in a style is read by name. */
export interface InlineStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly hidden?: boolean;
  readonly keepsSpace?: boolean;
  /** Word's automatic number before a list's paragraph. */
  readonly isNumber?: boolean;
}

const PLAIN: InlineStyle = {};

export function inlineStyle(style: string | undefined): InlineStyle {
  if (!style || style.length > 20_000) return PLAIN;
  const found: { -readonly [key in keyof InlineStyle]: boolean } = {};
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    switch (declaration.slice(0, Math.max(0, colon)).trim().toLowerCase()) {
      case "font-weight":
        found.bold = value.startsWith("bold") || Number.parseInt(value, 10) >= 600;
        break;
      case "font-style":
        found.italic = value.startsWith("italic") || value.startsWith("oblique");
        break;
      case "display":
        if (value.startsWith("none")) found.hidden = true;
        break;
      case "visibility":
        if (value.startsWith("hidden") || value.startsWith("collapse")) found.hidden = true;
        break;
      case "mso-hide":
        if (value.startsWith("all")) found.hidden = true;
        break;
      case "white-space":
        found.keepsSpace = value.startsWith("pre") || value.startsWith("break-spaces");
        break;
      case "mso-list":
        if (value.startsWith("ignore")) found.isNumber = true;
        break;
    }
  }
  return found;
}
