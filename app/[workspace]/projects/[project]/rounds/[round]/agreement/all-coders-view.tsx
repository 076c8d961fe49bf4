"use client";

import { sentenceOfError } from "@/app/client/api";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { figureParams, intervalParams } from "./agreement-choice";
import { AllCodersTable } from "./all-coders-table";
import { Computing } from "./computing";
import { MethodLink } from "./method-link";
import { UNIT_WORDS } from "./unit-words";
import { UnitizingSection } from "./unitizing-section";
import { useKeptRead } from "./use-kept-read";
import type { ViewProps } from "./view-props";
import styles from "./views.module.css";

/** All coders of the round at once, code by code, and what they cut out of the text. */
export function AllCodersView({ place, choice, report, names, labels, opened, onOpen }: ViewProps) {
  const { first: _first, second: _second, ...params } = figureParams(choice);
  const { data, error, waiting } = useKeptRead("all-coders-agreement", {
    ...place,
    ...params,
    ...intervalParams(choice),
  });
  const { many } = UNIT_WORDS[choice.unit];
  return (
    <div className={styles.view}>
      <Section
        title="All coders, code by code"
        intro={
          <>
            Several ways to carry agreement beyond chance over to any number of coders. They differ in what they take
            chance to be. <MethodLink to="several-coders" />
          </>
        }
      >
        <div className={styles.words}>
          <p>{codersWords(report.coders.map(({ name }) => name))}</p>
          <p>
            α uses {choice.unit === "character" ? "all the text" : `every one of the ${many}`} that at least two coders
            had; all other figures only what all of them had. The α of a row opens its text
            {report.coders.length > 2 ? ` for ${names[0]} and ${names[1]}, the two chosen above` : ""}.
          </p>
          <p>
            AC1, Randolph's κ and percent agreement are near 1 for rare codes whatever the coders do
            {choice.unit === "character" ? ", and by character nearly every code is rare" : ""}: read α and positive
            agreement there. The interval is that of α over documents
            {choice.interval === "linearised" ? ", by the jackknife" : ""}. <Computing waiting={waiting} />
          </p>
        </div>
        {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
        {data ? (
          <AllCodersTable
            codes={report.codes}
            answer={data}
            figures={report.figures}
            choice={choice}
            labels={labels}
            chosen={opened?.kind === "code" ? opened.codeId : null}
            onOpen={(codeId) => onOpen({ kind: "code", codeId, coders: null })}
          />
        ) : null}
      </Section>
      <UnitizingSection place={place} choice={choice} report={report} opened={opened} onOpen={onOpen} />
    </div>
  );
}

function codersWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${last}` : last;
  if (names.length !== 2) return `${names.length} coders: ${list}.`;
  return `This round has two coders, ${list}: Fleiss' κ is then Scott's π, Conger's and Light's are Cohen's κ, and Randolph's is PABAK. With a third coder they part.`;
}
