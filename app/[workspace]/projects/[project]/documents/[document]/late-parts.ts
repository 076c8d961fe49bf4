/**
 * The parts of the desk that are not on its first screen. They are fetched while there is a network and nothing else to
 * do, because a person may want them when there is none.
 */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import("./coding/inspector-pane"),
  () => import("./coding/boundary-handles"),
  () => import("./coding/note-marks"),
  () => import("./coding/new-code-form"),
  () => import("./coding/quick-line"),
  () => import("./saving/refused-dialog"),
  () => import("./saving/moved-dialog"),
  () => import("./reading/excerpts-pane"),
  () => import("./reading/find-bar"),
  () => import("./reading/view-options"),
  () => import("./keys/keys-dialog"),
  () => import("../../code-change/code-dialogs"),
];

/** Not before the page has long been read in; one after the other. */
const REST_MS = 3000;

/** The answer stops it. */
export function fetchLateParts(): () => void {
  let stopped = false;
  const fetchAll = async () => {
    for (const part of PARTS) if (!stopped) await part().catch(() => {});
  };
  const timer = setTimeout(() => void fetchAll(), REST_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
