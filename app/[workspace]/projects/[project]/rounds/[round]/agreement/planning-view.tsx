"use client";

import { Button } from "@/app/ui/button";
import { Section } from "@/app/ui/section";
import { Segmented } from "@/app/ui/segmented";
import { Select } from "@/app/ui/select";
import { Swatch } from "@/app/ui/swatch";
import { codeLabels } from "./code-labels";
import { codeRows } from "./code-rows";
import { countWords } from "./figure-words";
import { MethodLink } from "./method-link";
import { PlanAnswer } from "./plan-answer";
import { PlanFields } from "./plan-fields";
import { type PlanInputs, planFor, planProblems } from "./plan-inputs";
import { pilotOf } from "./plan-pilot";
import { PlanTables } from "./plan-tables";
import { UNIT_WORDS } from "./unit-words";
import { useAddressOptions } from "./use-address-options";
import type { ViewProps } from "./view-props";
import styles from "./views.module.css";

const NO_PILOT = "none";

/** The fields that the address keeps once they differ from the pilot. */
const NUMBERS = [
  "prevalence",
  "itemsPerDocument",
  "designEffect",
  "kappa",
  "halfWidth",
  "kappa0",
  "kappa1",
  "power",
  "alpha",
] as const;

/** How much must be coded twice, so that κ is known well enough; with a code of this round as the pilot. */
export function PlanningView({ choice, report, names }: ViewProps) {
  const { query, change } = useAddressOptions();
  const rows = codeRows(report);
  const usable = rows.filter(({ measures }) => measures.cohenKappa.kind === "defined");
  const labels = codeLabels(report.codes);
  const asked = query.get("pilot");
  const row = asked === NO_PILOT ? null : (usable.find(({ id }) => id === asked) ?? usable[0] ?? null);
  const pilot = pilotOf(row, choice.confidence);
  const inputs = withAddress(pilot.inputs, query);
  const { one, many } = UNIT_WORDS[choice.unit];
  const forgotten = Object.fromEntries(NUMBERS.map((name) => [name, null]));
  const edited = NUMBERS.some((name) => query.has(name));
  const set = (next: Partial<PlanInputs>) => {
    const { goal, sides, ...numbers } = next;
    const written = Object.entries(numbers).map(([name, value]) => [name, value === null ? "" : String(value)]);
    change({
      ...Object.fromEntries(written),
      ...(goal ? { goal: goal === "width" ? null : goal } : {}),
      ...(sides ? { sides: sides === 2 ? null : String(sides) } : {}),
    });
  };
  const compared = report.compared.length;
  return (
    <div className={styles.view}>
      <Section
        title="How much must be coded twice"
        intro={
          <>
            Documents and {many} that two coders must both code in a round to come, if it goes as the pilot did.{" "}
            <MethodLink to="planning" />
          </>
        }
      >
        <div className={styles.options}>
          <Select
            label="Pilot: a code of this round"
            options={[
              ...usable.map(({ id, name, colour }) => ({
                id,
                label: labels.get(id) ?? name,
                mark: <Swatch colour={colour} />,
              })),
              { id: NO_PILOT, label: "None, my own numbers" },
            ]}
            value={row?.id ?? NO_PILOT}
            onChange={(id) => change({ ...forgotten, pilot: id })}
          />
          <Segmented
            label="What is wanted"
            showLabel
            options={[
              { id: "width", label: "An interval of a given width" },
              { id: "power", label: "To tell one κ from another" },
            ]}
            value={inputs.goal}
            onChange={(id) => set({ goal: id === "power" ? "power" : "width" })}
          />
          {edited ? (
            <Button variant="quiet" onPress={() => change(forgotten)}>
              {row ? "As in the pilot again" : "As at the beginning"}
            </Button>
          ) : null}
        </div>
        <p className={styles.small}>
          {row
            ? `In this round ${names[0]} and ${names[1]} have a κ of ${pilot.kappa} on “${row.name}”, over ${countWords(compared)} ${compared === 1 ? "document" : "documents"}, of which ${countWords(row.documents)} carry it. Other codes may need more, the rare ones above all.`
            : "No code of this round is taken as the pilot."}
          {choice.unit === "character"
            ? " Characters depend on one another far more than turns: plan by turn, or keep the pilot's design effect."
            : ""}
        </p>
        <PlanFields
          inputs={inputs}
          problems={planProblems(inputs)}
          unit={choice.unit}
          effect={pilot.effect}
          onChange={set}
        />
      </Section>
      <PlanAnswer inputs={inputs} plan={planFor(inputs)} one={one} many={many} compared={compared} />
      <PlanTables inputs={inputs} />
    </div>
  );
}

function withAddress(inputs: PlanInputs, query: URLSearchParams): PlanInputs {
  const numbers = Object.fromEntries(
    NUMBERS.flatMap((name) => {
      const words = query.get(name);
      if (words === null) return [];
      const value = Number(words);
      return [[name, words === "" || !Number.isFinite(value) ? null : value]];
    }),
  );
  return {
    ...inputs,
    ...numbers,
    goal: query.get("goal") === "power" ? "power" : "width",
    sides: query.get("sides") === "1" ? 1 : 2,
  };
}
