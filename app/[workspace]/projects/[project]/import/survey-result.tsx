"use client";

import Link from "next/link";
import { LinkButton } from "../../../../ui/link-button";
import { Notice } from "../../../../ui/notice";
import { countWords } from "../document-words";
import styles from "./survey.module.css";

/** What came of a survey's file. */
export type SurveyMade =
  | {
      readonly kind: "imported";
      readonly documents: readonly string[];
      readonly attributes: number;
      readonly respondents: number;
      readonly leftOut: number;
    }
  | {
      readonly kind: "added";
      readonly documents: readonly string[];
      readonly added: number;
      readonly known: number;
      readonly leftOut: number;
      readonly newColumns: number;
    };

export interface SurveyResultProps {
  base: string;
  name: string;
  made: SurveyMade;
  /** The names of the survey's documents, by id. */
  documents: ReadonlyMap<string, string>;
}

export function SurveyResult({ base, name, made, documents }: SurveyResultProps) {
  const touched = made.documents;
  return (
    <Notice
      tone="good"
      live
      title={made.kind === "imported" ? `“${name}” is imported` : `Rows were added to “${name}”`}
      actions={<LinkButton href={base}>Go to the documents</LinkButton>}
    >
      <p>{made.kind === "imported" ? importedWords(made) : addedWords(made)}</p>
      {touched.length > 0 ? (
        <ul className={styles.made}>
          {touched.map((id) => (
            <li key={id}>
              <Link href={`${base}/documents/${id}`}>{documents.get(id) ?? "Open the document"}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}

function importedWords({ respondents, attributes, leftOut }: Extract<SurveyMade, { kind: "imported" }>): string {
  const made = `${countWords(respondents, "respondent", "respondents")} with ${countWords(attributes, "attribute", "attributes")}.`;
  return leftOut > 0 ? `${made} ${countWords(leftOut, "row was", "rows were")} left out as you chose.` : made;
}

function addedWords({ added, known, leftOut, newColumns }: Extract<SurveyMade, { kind: "added" }>): string {
  const words = [
    `${countWords(added, "respondent is", "respondents are")} new; ${known.toLocaleString("en-GB")} ${known === 1 ? "was" : "were"} here already and stayed as they are.`,
  ];
  if (leftOut > 0) words.push(`${countWords(leftOut, "row was", "rows were")} left out, as for the rows before.`);
  if (newColumns > 0) {
    words.push(`${countWords(newColumns, "column is", "columns are")} left out in this survey and stayed out.`);
  }
  words.push("No coding has moved; open rounds keep the text that they were opened with.");
  return words.join(" ");
}
