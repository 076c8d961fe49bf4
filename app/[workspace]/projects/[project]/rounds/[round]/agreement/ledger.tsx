import { Section } from "@/app/ui/section";
import type { ReadResult } from "@/db/reads";
import styles from "./agreement.module.css";
import { countWords, RARE_SHARE, setAsideWords } from "./figure-words";

export interface LedgerProps {
  report: ReadResult<"agreement-report">;
  names: readonly [string, string];
}

/** What was counted and what was set aside, and how the figures are to be read. */
export function Ledger({ report: { report }, names }: LedgerProps) {
  const { counted, setAside, unit, rollUp } = report;
  return (
    <Section title="What was counted">
      <ul className={styles.ledger}>
        <li>
          {countWords(counted.items)} {unit === "character" ? "characters" : "turns"} in {countWords(counted.documents)}{" "}
          {counted.documents === 1 ? "document" : "documents"} that both coded.
        </li>
        <li>
          {countWords(counted.codings[0])} codings by {names[0]}, {countWords(counted.codings[1])} by {names[1]}.
        </li>
        <li>
          {unit === "turn"
            ? "A turn counts as coded when any part of it is."
            : "Overlapping codings of one code by one coder count once."}
        </li>
        <li>
          {rollUp
            ? "A theme counts as given where it or any code below it is."
            : "Each code counts by itself, without the codes below it."}
        </li>
        <li>
          A code is called rare below {RARE_SHARE * 100}% of the {unit === "character" ? "characters" : "turns"}: few
          decisions then carry its κ.
        </li>
        {setAside.length === 0 ? (
          <li>Nothing was set aside.</li>
        ) : (
          setAside.map((each) => <li key={`${each.what} ${each.why}`}>Set aside: {setAsideWords(each)}.</li>)
        )}
      </ul>
      <p className={styles.sentence}>
        κ is Cohen's (1960): agreement beyond what the two coders' own rates of using the code would give by chance; 1
        is full agreement, 0 is chance. The labels are those of Landis and Koch (1977); others draw the lines elsewhere,
        and no label replaces reading the text.
      </p>
    </Section>
  );
}
