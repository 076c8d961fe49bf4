"use client";

import { useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { Button } from "@/app/ui/button";
import { Notice } from "@/app/ui/notice";
import { NumberField } from "@/app/ui/number-field";
import { Section } from "@/app/ui/section";
import { Spinner } from "@/app/ui/spinner";
import type { ReadParams } from "@/db/reads";
import type { Gamma } from "@/lib/agreement/gamma";
import { countWords, kappaWords, undefinedWords } from "./figure-words";
import { MethodLink } from "./method-link";
import styles from "./views.module.css";

export interface GammaFigureProps {
  params: Omit<ReadParams<"unitizing-agreement">, "gamma">;
}

interface Asked {
  readonly samples: number;
  readonly seed: number;
}

const MOST_SAMPLES = 1_000;
const HIGHEST_SEED = 4_294_967_295;

/** γ is simulated and may take a while, so it is computed when somebody asks for it. */
export function GammaFigure({ params }: GammaFigureProps) {
  const [samples, setSamples] = useState<number | null>(30);
  const [seed, setSeed] = useState<number | null>(1);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error } = useRead(
    "unitizing-agreement",
    { ...params, ...(asked ? { gamma: asked } : {}) },
    { enabled: asked !== null },
  );
  const samplesError = isWhole(samples, 2, MOST_SAMPLES)
    ? null
    : `A whole number from 2 to ${countWords(MOST_SAMPLES)}.`;
  const seedError = isWhole(seed, 0, HIGHEST_SEED) ? null : `A whole number from 0 to ${countWords(HIGHEST_SEED)}.`;
  const gamma = asked && data ? data.gamma : null;
  const computing = asked !== null && !gamma && !error;
  const compute = () => {
    if (samples !== null && seed !== null && !samplesError && !seedError) setAsked({ samples, seed });
  };
  return (
    <Section
      level={3}
      title="γ"
      intro={
        <>
          Each unit beside the one of the other coder that matches it best. What chance would give is simulated, so
          another seed gives another figure, within its standard error. <MethodLink to="gamma" />
        </>
      }
    >
      <div className={styles.options}>
        <NumberField
          label="Samples"
          value={samples}
          onChange={setSamples}
          error={samplesError}
          formatOptions={{ maximumFractionDigits: 3 }}
        />
        <NumberField
          label="Seed"
          value={seed}
          onChange={setSeed}
          error={seedError}
          formatOptions={{ useGrouping: false, maximumFractionDigits: 3 }}
        />
        <Button onPress={compute} disabled={computing || Boolean(samplesError ?? seedError)}>
          Compute γ
        </Button>
        {computing ? (
          <>
            <Spinner>Computing γ…</Spinner>
            <Button variant="quiet" onPress={() => setAsked(null)}>
              Stop
            </Button>
          </>
        ) : null}
      </div>
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      <div role="status">{gamma && asked ? <GammaWords gamma={gamma} asked={asked} /> : null}</div>
    </Section>
  );
}

function GammaWords({ gamma, asked }: { gamma: Gamma; asked: Asked }) {
  if (gamma.gamma.kind === "undefined") {
    const { reason } = gamma.gamma;
    return (
      <p className={styles.words}>
        {undefinedWords(reason)}.
        {reason === "too-large"
          ? " With three or more coders the best alignment is searched exactly, and here too many units crowd one place. Choose fewer documents or a narrower theme."
          : null}
      </p>
    );
  }
  return (
    <p className={styles.words}>
      <span>
        <strong>γ = {kappaWords(gamma.gamma, 3)}</strong> ± {kappaWords(gamma.standardError, 3)} (standard error of the
        simulation). Observed disorder {kappaWords(gamma.observedDisorder, 3)}, expected{" "}
        {kappaWords(gamma.expected.disorder, 3)}, from {countWords(gamma.expected.samples)} samples with seed{" "}
        {asked.seed}.
      </span>
    </p>
  );
}

function isWhole(value: number | null, low: number, high: number): boolean {
  return value !== null && Number.isInteger(value) && value >= low && value <= high;
}
