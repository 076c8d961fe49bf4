"use client";

import type { KeptOptions, SurveyPreview } from "@/app/api/imports/import-preview";
import { ENCODINGS, encodingName } from "@/lib/readers/encodings";
import type { SurveyProducer } from "@/lib/readers/survey-read";
import { Button } from "../../../../ui/button";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { Spinner } from "../../../../ui/spinner";
import styles from "./survey.module.css";

export interface SurveyReadingProps {
  preview: SurveyPreview;
  busy: boolean;
  onRead: (options: KeptOptions) => void;
}

const ENCODING_OPTIONS = ENCODINGS.map((id) => ({ id, label: id }));
const MOST_HEADER_ROWS = 10;

const PRODUCER_WORDS: Readonly<Record<SurveyProducer, string>> = {
  qualtrics: "It looks like an export of Qualtrics.",
  limesurvey: "It looks like an export of LimeSurvey.",
  jisc: "It looks like an export of Jisc Online Surveys.",
  "microsoft-forms": "It looks like an export of Microsoft Forms.",
  "google-forms": "It looks like an export of Google Forms.",
  plain: "No survey program is recognised in it.",
};

/** How the table is read; each change reads the file again. */
export function SurveyReading({ preview, busy, onRead }: SurveyReadingProps) {
  const { survey, options } = preview;
  const encoding = survey.encoding === null ? null : encodingName(survey.encoding);
  const heads = Array.from({ length: MOST_HEADER_ROWS + 1 }, (_, rows) => ({
    id: String(rows),
    label: rows === 0 ? "None" : String(rows),
  }));
  return (
    <Section
      title="How it is read"
      intro={`${PRODUCER_WORDS[survey.producer]} Each change reads the file again.`}
      actions={busy ? <Spinner>Being read again…</Spinner> : null}
    >
      <div className={styles.reading}>
        <Select
          label="Header rows"
          hint="Rows at the top that hold no answers."
          options={heads}
          value={String(survey.headerRows)}
          disabled={busy}
          onChange={(id) => onRead({ ...options, headerRows: Number(id) })}
        />
        {survey.sheets.length > 1 ? (
          <Select
            label="Sheet"
            options={survey.sheets.map((id) => ({ id, label: id }))}
            value={survey.sheet}
            disabled={busy}
            onChange={(sheet) => onRead({ ...options, sheet, headerRows: undefined })}
          />
        ) : null}
        {encoding ? (
          <Select
            label="Text encoding"
            hint="Right when the letters below look right."
            options={ENCODING_OPTIONS}
            value={encoding}
            disabled={busy}
            onChange={(id) => onRead({ ...options, encoding: id })}
          />
        ) : null}
        <div className={styles.asTurns}>
          <Button size="small" disabled={busy} onPress={() => onRead({ ...options, tableAs: "turns" })}>
            Read the rows as turns of a talk
          </Button>
        </div>
      </div>
    </Section>
  );
}
