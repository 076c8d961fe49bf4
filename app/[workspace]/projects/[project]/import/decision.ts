import type { LabelDecision, LabelPart } from "@/lib/readers/read-result";

/** What a person decided about a label, with who of the project it is where they have chosen somebody. */
export interface Decision extends LabelDecision {
  readonly participantId?: string;
  readonly parts?: readonly DecisionPart[];
}

export interface DecisionPart extends LabelPart {
  readonly participantId?: string;
}

/** Who is taken for one person: same name, whatever its case. */
export function nameKey(decision: Pick<Decision, "name" | "label">): string {
  return (decision.name.trim() || decision.label).toLowerCase();
}

/** Everybody who speaks under a label: whoever has it, and those to whom some of its turns belong. */
export function peopleOf(decision: Decision): { name: string; role: LabelDecision["role"] }[] {
  if (decision.treatment === "not-speaker") return [];
  return [{ name: decision.name.trim() || decision.label, role: decision.role }, ...(decision.parts ?? [])];
}

export function sameDecision(a: Decision, b: Decision): boolean {
  return (
    a.treatment === b.treatment &&
    (a.treatment === "not-speaker" ||
      (nameKey(a) === nameKey(b) && a.role === b.role && a.participantId === b.participantId))
  );
}

/** Decisions taken in one file, for the same labels of another; which turns are whose stays each file's own. */
export function appliedTo(decisions: readonly Decision[], from: readonly Decision[]): Decision[] {
  const taken = new Map(from.map((decision) => [decision.label, decision]));
  return decisions.map((decision) => {
    const other = taken.get(decision.label);
    return other ? { ...other, parts: decision.parts } : decision;
  });
}
