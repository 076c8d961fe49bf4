import type { MenuEntry } from "@/app/ui/menu";
import type { CodeEditor } from "./code-editor";

/** What a person can ask for at a code; several chosen codes are moved together, the rest is asked of one. */
export type CodeCommand =
  | "apply"
  | "details"
  | "add-below"
  | "add-beside"
  | "rename"
  | "colour"
  | "move"
  | "merge"
  | "split"
  | "retire"
  | "bring-back"
  | "remove";

export interface CommandGround {
  readonly editor: CodeEditor;
  /** In the order of the tree. */
  readonly ids: readonly string[];
  /** Whether there is a selection that the code could be given to. */
  readonly applies?: boolean;
  /** Commands that this screen has buttons for, or none at all. */
  readonly without?: readonly CodeCommand[];
}

/** The commands that make sense for these codes and this person, in groups. */
export function codeCommands({ editor, ids, applies = false, without = [] }: CommandGround): CodeCommand[][] {
  const [id] = ids;
  const code = editor.index.byId.get(id ?? "");
  if (id === undefined || !code) return [];
  const one = ids.length === 1;
  const changes = ids.every(editor.mayChange);
  const adds = editor.adds !== null && !code.retired;
  const leaf = (editor.index.children.get(id) ?? []).length === 0;
  const groups: (CodeCommand | false)[][] = [
    [one && applies && !code.retired && "apply", one && "details"],
    [one && adds && "add-below", one && adds && "add-beside"],
    [one && changes && "rename", one && changes && "colour"],
    [changes && "move", one && changes && !code.retired && "merge", one && adds && "split"],
    [one && changes && (code.retired ? "bring-back" : "retire"), one && changes && leaf && "remove"],
  ];
  return groups
    .map((group) => group.filter((each): each is CodeCommand => each !== false && !without.includes(each)))
    .filter((group) => group.length > 0);
}

const WORDS: Readonly<Record<CodeCommand, Pick<MenuEntry, "label" | "detail" | "keys">>> = {
  apply: { label: "Code the selection with it", keys: "Enter" },
  details: { label: "What it means, and your memo" },
  "add-below": { label: "Add a sub-theme…", keys: "Insert" },
  "add-beside": { label: "Add a code beside it…" },
  rename: { label: "Rename", keys: "F2" },
  colour: { label: "Colour…" },
  move: { label: "Nest below or move to…", keys: "Alt+Shift+arrows" },
  merge: { label: "Merge into…" },
  split: { label: "Split…" },
  retire: { label: "Retire", detail: "Its codings stay; it is no longer offered." },
  "bring-back": { label: "Bring back into use" },
  remove: { label: "Remove", detail: "Only what nobody has used.", keys: "Delete" },
};

export function codeMenuEntries(
  ground: CommandGround,
  onCommand: (command: CodeCommand) => void,
): (MenuEntry | "line")[] {
  const count = ground.ids.length;
  return codeCommands(ground).flatMap((group, i): (MenuEntry | "line")[] => [
    ...(i > 0 ? (["line"] as const) : []),
    ...group.map((command) => {
      const words = WORDS[command];
      const label = count > 1 && command === "move" ? `Nest ${count} codes below or move them to…` : words.label;
      return { ...words, id: command, label, onSelect: () => onCommand(command) };
    }),
  ]);
}
