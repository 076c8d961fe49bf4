// The control words of a rich text file that stand for characters, and the groups whose words are not the page's.

export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["emdash", "—"],
  ["endash", "–"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
  ["qmspace", "\u2005"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["zwj", "\u200D"],
  ["zwnj", "\u200C"],
  ["zwbo", "\u200B"],
  ["zwnbo", "\u2060"],
  ["ltrmark", "\u200E"],
  ["rtlmark", "\u200F"],
]);

/** Groups without the mark that lets unknown ones be passed over. */
export const SKIPPED: ReadonlySet<string> = new Set(
  "colortbl stylesheet info pict fldinst nonshppict shprslt sp xe tc tcn rxe txe listtable listoverridetable rsidtbl revtbl filetbl generator themedata colorschememapping datastore latentstyles bkmkstart bkmkend keywords comment title author operator private pntxta pntxtb objdata objclass objname mmathPr xmlnstbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn".split(
    " ",
  ),
);

export const HEADERS: ReadonlySet<string> = new Set(
  "header headerl headerr headerf footer footerl footerr footerf".split(" "),
);

/** Groups that carry the mark and are read all the same. */
export const MARKED_AND_READ: ReadonlySet<string> = new Set(
  "shpinst shptxt do dptxbxtext nesttableprops listtext pntext ud fldrslt shpgrp".split(" "),
);
