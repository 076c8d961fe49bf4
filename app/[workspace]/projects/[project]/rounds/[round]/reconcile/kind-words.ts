import type { DisagreementKind } from "@/lib/reconcile/disagreements";

/** Two coders: "one"; with more, at least one. */
export const KIND_WORDS: Readonly<Record<DisagreementKind, string>> = {
  missed: "Missed by one",
  boundaries: "Other boundaries",
  "other-code": "Other code",
  "other-level": "Other level of the tree",
};

export const KIND_HINTS: Readonly<Record<DisagreementKind, string>> = {
  missed: "Not everybody gave the code here.",
  boundaries: "All gave the code here, but not to the same words.",
  "other-code": "These words were given different codes.",
  "other-level": "The two codes stand above one another in the tree.",
};
