type Listener = () => void;

const [ended, signedIn] = [new Set<Listener>(), new Set<Listener>()];

function listening(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears at once when the server no longer knows who this page is of; the answer stops listening. */
export function onSessionEnd(listener: Listener): () => void {
  return listening(ended, listener);
}

/** Hears when the same person has signed in again. */
export function onSignedIn(listener: Listener): () => void {
  return listening(signedIn, listener);
}

export function tellSessionEnd(): void {
  for (const listener of ended) listener();
}

export function tellSignedIn(): void {
  for (const listener of signedIn) listener();
}
