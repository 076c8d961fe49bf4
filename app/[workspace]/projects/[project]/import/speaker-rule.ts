import type { ReadResult } from "@/db/reads";
import { foldLabel } from "@/lib/readers/label-words";
import type { Decision } from "./decision";

export type SpeakerRule = ReadResult<"speaker-rules">["rules"][number];

/**
 * The rule that knows most of a file's labels, whatever their spelling; none that knows fewer than half of them. The
 * newer of two that know as many.
 */
export function ruleFor(rules: readonly SpeakerRule[], labels: readonly string[]): SpeakerRule | null {
  let best: SpeakerRule | null = null;
  let most = 0;
  for (const rule of rules) {
    const known = new Set(rule.decisions.map((decision) => foldLabel(decision.label)));
    const count = labels.filter((label) => known.has(foldLabel(label))).length;
    if (count * 2 < labels.length || count < most || count === 0) continue;
    best = rule;
    most = count;
  }
  return best;
}

/** The file's own labels with what the rule says of them; those that it does not know stay as they are. */
export function withRule(decisions: readonly Decision[], rule: SpeakerRule): Decision[] {
  const byLabel = new Map(rule.decisions.map((decision) => [foldLabel(decision.label), decision]));
  return decisions.map((decision) => {
    const said = byLabel.get(foldLabel(decision.label));
    return said ? { ...said, label: decision.label } : decision;
  });
}

/** What a rule keeps of a file's decisions: labels alone, no turns and no ids. */
export function ruleDecisions(decisions: readonly Decision[]): SpeakerRule["decisions"] {
  return decisions.map(({ label, treatment, name, role }) => ({ label, treatment, name, role }));
}
