/** A command that has a key of its own, which a person can change. */
interface CommandRow {
  readonly name: string;
  /** What the keys are before anybody changes them, as `strokeKey` spells them. */
  readonly keys: readonly string[];
  readonly words: string;
}

interface CommandGroup {
  readonly title: string;
  readonly rows: readonly CommandRow[];
}

export const COMMAND_GROUPS = [
  {
    title: "Moving in the text",
    rows: [
      { name: "next-turn", keys: ["j"], words: "next turn" },
      { name: "previous-turn", keys: ["J"], words: "beginning of the turn, then the turn before" },
      { name: "next-coding", keys: ["n"], words: "next coding" },
      { name: "previous-coding", keys: ["p"], words: "previous coding" },
      { name: "cycle", keys: ["o"], words: "through the codings that overlap at the caret" },
      { name: "next-uncoded", keys: ["x"], words: "next turn without a coding" },
      { name: "previous-uncoded", keys: ["X"], words: "previous turn without a coding" },
      { name: "bookmark", keys: ["b"], words: "set a bookmark here, or take it away" },
      { name: "next-bookmark", keys: ["B"], words: "next bookmark" },
    ],
  },
  {
    title: "Coding the selection",
    rows: [
      { name: "field", keys: ["/", "k"], words: "search the codes by any part of their path" },
      { name: "again", keys: ["."], words: "apply the last code again" },
      { name: "in-vivo", keys: ["v"], words: "in vivo: a new code named by the selected words" },
      { name: "quick", keys: ["q"], words: "quick mode: every selection gets one code at once" },
    ],
  },
  {
    title: "The chosen coding",
    rows: [
      { name: "memo", keys: ["m"], words: "memo: on the chosen coding, else the selection, else the document" },
      { name: "recode", keys: ["r"], words: "give it another code" },
      { name: "star", keys: ["*"], words: "star it, or take the star away" },
      { name: "end-earlier", keys: ["["], words: "end it a word earlier" },
      { name: "end-later", keys: ["]"], words: "end it a word later" },
      { name: "start-earlier", keys: ["{"], words: "begin it a word earlier" },
      { name: "start-later", keys: ["}"], words: "begin it a word later" },
      { name: "split", keys: ["s"], words: "split it at the caret" },
      { name: "merge", keys: ["g"], words: "merge it with its neighbours of the same code" },
      { name: "remove", keys: ["Backspace", "Delete"], words: "remove it" },
    ],
  },
  {
    title: "The recording",
    rows: [
      { name: "play-pause", keys: ["a", "Alt+K"], words: "play or pause" },
      { name: "play-here", keys: ["l", "Alt+P"], words: "play from the turn at the caret" },
      { name: "back-5-seconds", keys: [",", "Alt+J"], words: "five seconds back" },
      { name: "on-5-seconds", keys: [";", "Alt+L"], words: "five seconds on" },
    ],
  },
  {
    title: "Looking around",
    rows: [
      { name: "here", keys: ["h"], words: "which codes are here, said and shown" },
      { name: "excerpts", keys: ["e"], words: "all my excerpts with the code of the chosen coding" },
      { name: "find", keys: ["f"], words: "find in this document" },
      { name: "find-in-project", keys: ["F"], words: "find in all documents" },
      { name: "undo", keys: ["u"], words: "undo; Ctrl+Z too, outside fields everywhere" },
      { name: "redo", keys: ["U"], words: "redo; Ctrl+Shift+Z too" },
      { name: "keys", keys: ["?"], words: "this list" },
    ],
  },
] as const satisfies readonly CommandGroup[];

export type CommandName = (typeof COMMAND_GROUPS)[number]["rows"][number]["name"];

export const COMMANDS: readonly (CommandRow & { readonly name: CommandName })[] = COMMAND_GROUPS.flatMap(
  (group): readonly (CommandRow & { readonly name: CommandName })[] => group.rows,
);

/** What the keys do that nobody changes: they are the same in every program. */
export const FIXED_KEYS: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
  { keys: ["←", "→"], words: "by character; with Ctrl by word. They point as the paragraph reads" },
  { keys: ["↑", "↓"], words: "by line; with Alt by sentence, with Ctrl by turn" },
  { keys: ["Page Up", "Page Down"], words: "by what the window shows" },
  { keys: ["Home", "End"], words: "to the ends of the line; with Ctrl of the document" },
  { keys: ["Shift"], words: "held with any of these: select. Ctrl+A selects everything" },
  { keys: ["Esc"], words: "let go of the selection and of the chosen coding" },
  { keys: ["1 – 9"], words: "apply a recent code" },
  { keys: ["F6"], words: "to the next pane; with Shift to the one before" },
  { keys: ["Alt"], words: "held while selecting with the mouse: do not snap to whole words" },
];
