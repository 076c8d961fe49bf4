"use client";

import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import type { AgreementPlan } from "@/lib/agreement/plan-agreement";
import { countWords, numberWords } from "./figure-words";
import { confidenceWords } from "./interval-words";
import { MethodLink } from "./method-link";
import { type PlanInputs, planProblems } from "./plan-inputs";
import styles from "./views.module.css";

export interface PlanAnswerProps {
  inputs: PlanInputs;
  plan: AgreementPlan | null;
  /** What is counted, of one and of several. */
  one: string;
  many: string;
  /** The documents of this round. */
  compared: number;
}

/** The plan, beside what the published formula says of independent items. */
export function PlanAnswer({ inputs, plan, one, many, compared }: PlanAnswerProps) {
  const wrong = Object.keys(planProblems(inputs)).length;
  return (
    <Section title="The plan">
      {plan ? (
        <>
          <div className={styles.answer} role="status">
            <p className={styles.answerNumber}>{countWords(plan.documents)} documents</p>
            {one === "document" ? null : (
              <p>
                with about {countWords(plan.items)} {many} in all
              </p>
            )}
            <p className={styles.soft}>
              This round: {countWords(compared)} {compared === 1 ? "document" : "documents"}.
            </p>
          </div>
          <div className={styles.words}>
            <p>
              If every {one} were independent of the others, <strong>{countWords(plan.itemsIfIndependent)}</strong>{" "}
              {many} would do{one === "document" ? "" : `, in ${documentsOf(plan, inputs)}`}.{" "}
              {whyMore(inputs, plan, many)}
            </p>
            <p>
              {inputs.goal === "width" ? (
                <>
                  The variance of κ by Fleiss, Cohen & Everitt 1969, solved for the number of items (
                  <MethodLink to="intervalWidthSampleSize">formula</MethodLink>); times the design effect of Kish 1965;
                  with Student's t for the number of documents (<MethodLink to="planAgreement">formula</MethodLink>).
                </>
              ) : (
                <>
                  Goodness of fit by Donner & Eliasziw 1992, with the tables of Sim & Wright 2005 (
                  <MethodLink to="donnerEliasziwSampleSize">formula</MethodLink>); times the design effect of Kish 1965
                  (<MethodLink to="planAgreement">formula</MethodLink>). By the normal approximation: a little too
                  hopeful below ten documents.
                </>
              )}{" "}
              It is no better than the numbers put in: those of a pilot with few documents are rough.
            </p>
          </div>
        </>
      ) : (
        <Notice tone="warn">
          {wrong > 0
            ? `There is no plan yet: ${wrong === 1 ? "one number above cannot" : `${wrong} of the numbers above cannot`} be planned with, and says why.`
            : "These numbers ask for more than a billion documents. A wider interval, or a κ further from the one to rule out, asks for fewer."}
        </Notice>
      )}
    </Section>
  );
}

function documentsOf({ itemsIfIndependent }: AgreementPlan, { itemsPerDocument }: PlanInputs): string {
  const documents = Math.ceil(itemsIfIndependent / (itemsPerDocument ?? 1));
  return documents === 1 ? "1 document" : `${countWords(documents)} documents`;
}

/** Why the plan asks for more than the formula. */
function whyMore({ goal, confidence }: PlanInputs, { designEffect }: AgreementPlan, many: string): string {
  const effect =
    designEffect > 1
      ? `Here ${many} of one document resemble one another, and the variance of κ is ${numberWords(designEffect)} times as large`
      : `No design effect is reckoned with`;
  const t = goal === "width" ? `; and with few documents a ${confidenceWords(confidence)} interval is wider` : "";
  return `${effect}${t}. Whole documents are counted, two at least.`;
}
