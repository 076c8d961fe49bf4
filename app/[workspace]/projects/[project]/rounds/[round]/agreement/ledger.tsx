import { Section } from "@/app/ui/section";
import type { ReadResult } from "@/db/reads";
import styles from "./agreement.module.css";
import type { AgreementChoice } from "./agreement-choice";
import { countWords, LABELS, type LabelScheme, RARE_SHARE, setAsideWords } from "./figure-words";
import { UNIT_WORDS } from "./unit-words";

export interface LedgerProps {
  report: Pick<ReadResult<"agreement-report">, "counted" | "setAside" | "documents">;
  choice: AgreementChoice;
  names: readonly [string, string];
  labels: LabelScheme | null;
}

/** What was counted and what was set aside, and how the figures are to be read. */
export function Ledger({ report: { counted, setAside, documents }, choice, names, labels }: LedgerProps) {
  const { one, many } = UNIT_WORDS[choice.unit];
  const left = choice.documentIds ? documents.length - choice.documentIds.length : 0;
  return (
    <Section title="What was counted">
      <ul className={styles.ledger}>
        <li>
          {countWords(counted.items)} {counted.items === 1 ? one : many}
          {choice.unit === "document"
            ? ""
            : ` in ${countWords(counted.documents)} ${counted.documents === 1 ? "document" : "documents"}`}{" "}
          that both coded.
        </li>
        <li>
          {countWords(counted.codings[0])} codings by {names[0]}, {countWords(counted.codings[1])} by {names[1]}.
        </li>
        <li>{countedWords(choice)}</li>
        {choice.unit === "turn" && !choice.interviewerTurns ? (
          <li>The turns of interviewers and moderators were left out, with what was coded in them.</li>
        ) : null}
        <li>
          {choice.rollUp
            ? "A theme counts as given where it or any code below it is."
            : "Each code counts by itself, without the codes below it."}
        </li>
        {left > 0 ? (
          <li>
            {countWords(left)} {left === 1 ? "document was" : "documents were"} not chosen.
          </li>
        ) : null}
        <li>
          A code is called rare below {RARE_SHARE * 100}% of the {many}: few decisions then carry its κ.
        </li>
        {setAside.length === 0 ? (
          <li>Nothing was set aside.</li>
        ) : (
          setAside.map((each) => <li key={`${each.what} ${each.why}`}>Set aside: {setAsideWords(each)}.</li>)
        )}
      </ul>
      <p className={styles.sentence}>
        κ is Cohen's (1960): agreement beyond what the two coders' own rates of using the code would give by chance; 1
        is full agreement, 0 is chance.{" "}
        {labels
          ? `The words beside it are those of ${LABELS[labels].source}; others draw the lines elsewhere, and no word replaces reading the text.`
          : null}
      </p>
    </Section>
  );
}

function countedWords({ unit, minShare }: AgreementChoice): string {
  if (unit === "character") return "Overlapping codings of one code by one coder count once.";
  const { one } = UNIT_WORDS[unit];
  if (minShare === undefined) return `A ${one} counts as coded when any part of it is.`;
  return minShare === 1
    ? `A ${one} counts as coded when all of it is.`
    : `A ${one} counts as coded when at least half of it is.`;
}
