export const SHORTEST_PASSPHRASE = 10;

export interface PassphraseProblem {
  readonly field: "passphrase" | "again";
  readonly words: string;
}

/** What is wrong with a new passphrase that was typed twice; null when nothing is. */
export function passphraseProblem(passphrase: string, again: string): PassphraseProblem | null {
  if (passphrase.normalize("NFKC").trim().length < SHORTEST_PASSPHRASE) {
    return { field: "passphrase", words: `Choose at least ${SHORTEST_PASSPHRASE} characters.` };
  }
  return again === passphrase ? null : { field: "again", words: "The two are not the same. Type it once more." };
}
