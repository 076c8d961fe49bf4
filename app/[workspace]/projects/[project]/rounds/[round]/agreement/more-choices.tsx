"use client";

import { SlidersHorizontal } from "lucide-react";
import { Button } from "@/app/ui/button";
import { NumberField } from "@/app/ui/number-field";
import { Popover } from "@/app/ui/popover";
import { RadioGroup } from "@/app/ui/radio-group";
import { Segmented } from "@/app/ui/segmented";
import { Switch } from "@/app/ui/switch";
import {
  type AgreementChoice,
  BOOTSTRAP_REPLICATES,
  CONFIDENCES,
  DEFAULT_CHOICE,
  HIGHEST_SEED,
  INTERVAL_KINDS,
  MIN_SHARES,
} from "./agreement-choice";
import styles from "./choice-bar.module.css";
import { countWords, LABEL_SCHEMES, LABELS, type LabelScheme } from "./figure-words";
import { confidenceWords } from "./interval-words";
import { UNIT_WORDS } from "./unit-words";

export interface MoreChoicesProps {
  choice: AgreementChoice;
  labels: LabelScheme | null;
  /** What is to be another than it was. */
  onChange: (change: Partial<AgreementChoice>) => void;
  onLabels: (labels: LabelScheme | null) => void;
}

/** What is chosen seldom; the button says how much of it is not as by default. */
export function MoreChoices({ choice, labels, onChange, onLabels }: MoreChoicesProps) {
  const { unit, minShare, interviewerTurns, interval, confidence, seed } = choice;
  const changed = [
    minShare !== undefined && unit !== "character",
    !interviewerTurns && unit === "turn",
    interval !== DEFAULT_CHOICE.interval,
    confidence !== DEFAULT_CHOICE.confidence,
  ].filter(Boolean).length;
  return (
    <Popover
      label="More choices"
      placement="bottom end"
      trigger={
        <Button icon={<SlidersHorizontal aria-hidden />}>
          {changed > 0 ? `More choices: ${changed} changed` : "More choices"}
        </Button>
      }
    >
      <div className={styles.more}>
        <div className={styles.stack}>
          <RadioGroup
            label={`A ${unit === "character" ? "unit" : UNIT_WORDS[unit].one} counts as coded when`}
            hint={unit === "character" ? "A character is coded or not." : undefined}
            disabled={unit === "character"}
            options={[
              { id: "any", label: "any part of it is coded" },
              { id: "0.5", label: "at least half of it is coded" },
              { id: "1", label: "all of it is coded" },
            ]}
            value={minShare === undefined ? "any" : String(minShare)}
            onChange={(id) => onChange({ minShare: MIN_SHARES.find((share) => String(share) === id) })}
          />
          <RadioGroup
            label="Intervals over documents"
            options={[
              { id: "linearised", label: "Linearised", hint: "delta method, Student’s t" },
              { id: "jackknife", label: "Jackknife", hint: "leaving one out, Student’s t" },
              {
                id: "bootstrap",
                label: "Bootstrap",
                hint: `${countWords(BOOTSTRAP_REPLICATES)} resamples, percentiles`,
              },
            ]}
            value={interval}
            onChange={(id) =>
              onChange({ interval: INTERVAL_KINDS.find((kind) => kind === id) ?? DEFAULT_CHOICE.interval })
            }
          />
          {interval === "bootstrap" ? (
            <NumberField
              label="Seed of the bootstrap"
              value={seed}
              min={0}
              max={HIGHEST_SEED}
              step={1}
              formatOptions={{ useGrouping: false }}
              onChange={(next) => onChange({ seed: next ?? DEFAULT_CHOICE.seed })}
            />
          ) : null}
        </div>
        <div className={styles.stack}>
          <Switch
            checked={interviewerTurns}
            disabled={unit !== "turn"}
            hint={unit === "turn" ? "And those of moderators" : "Only where turns are counted"}
            onChange={(on) => onChange({ interviewerTurns: on })}
          >
            Interviewers’ turns count too
          </Switch>
          <Segmented
            label="Confidence"
            showLabel
            options={CONFIDENCES.map((each) => ({ id: String(each), label: confidenceWords(each) }))}
            value={String(confidence)}
            onChange={(id) =>
              onChange({
                confidence: CONFIDENCES.find((each) => String(each) === id) ?? DEFAULT_CHOICE.confidence,
              })
            }
          />
          <RadioGroup
            label="Words beside κ"
            hint="Their bounds differ; no word replaces the text."
            options={[
              ...LABEL_SCHEMES.map((scheme) => ({ id: scheme, label: LABELS[scheme].title })),
              { id: "none", label: "No words" },
            ]}
            value={labels ?? "none"}
            onChange={(id) => onLabels(LABEL_SCHEMES.find((scheme) => scheme === id) ?? null)}
          />
        </div>
      </div>
    </Popover>
  );
}
