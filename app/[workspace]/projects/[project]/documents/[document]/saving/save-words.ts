import type { QueueState, Trouble } from "./queued-act";

const BEGINNING: Readonly<Record<Trouble, string>> = {
  offline: "Offline",
  server: "Not saved: the server is in trouble",
  "signed-out": "Not saved: you are signed out",
};

function changes(count: number, verb: "wait" | ""): string {
  const what = count === 1 ? "1 change" : `${count.toLocaleString("en-GB")} changes`;
  if (verb === "") return what;
  return count === 1 ? `${what} waits` : `${what} wait`;
}

/** Whether what was done is saved, and if not, where it waits. */
export function saveWords({ kind, acts, inPage, trouble, parked }: QueueState): string {
  if (kind === "saving") return "Saving…";
  if (kind === "saved") return parked > 0 ? "All else is saved" : "Saved";
  const beginning = BEGINNING[trouble ?? "offline"];
  const place = inPage === acts ? "in this page only, so keep it open" : "on this computer";
  const some = inPage > 0 && inPage < acts ? `, ${inPage} of them in this page only, so keep it open` : "";
  return `${beginning}${trouble === "offline" ? ":" : ";"} ${changes(acts, "wait")} ${place}${some}`;
}

/** For those who listen: said when trouble begins and when it is over, not with every act. */
export function troubleWords(trouble: Trouble | null): string {
  return trouble ? `${BEGINNING[trouble]}. Changes wait on this computer.` : "All changes are saved again.";
}

export function parkedWords(count: number): string {
  return `${changes(count, "")} could not be saved`;
}
