"use client";

import { memo, useState } from "react";
import { SURVEY_COLUMN_KINDS, type SurveyColumn, type SurveyColumnKind } from "@/lib/readers/survey-read";
import { Button } from "../../../../ui/button";
import { type Column, DataTable } from "../../../../ui/data-table";
import { Segmented } from "../../../../ui/segmented";
import { Select } from "../../../../ui/select";
import { TextField } from "../../../../ui/text-field";
import styles from "./survey.module.css";
import type { SurveyDecisions } from "./survey-decisions";

export interface SurveyColumnsTableProps {
  columns: readonly SurveyColumn[];
  decisions: SurveyDecisions;
  disabled: boolean;
  onKind: (index: number, kind: SurveyColumnKind) => void;
  onTitle: (index: number, title: string) => void;
}

const KIND_WORDS: Readonly<Record<SurveyColumnKind, string>> = {
  "free-text": "Free text: a document",
  closed: "Closed question",
  number: "Number",
  date: "Date",
  identifier: "Names the respondent",
  ignore: "Left out",
};
const KIND_OPTIONS = SURVEY_COLUMN_KINDS.map((id) => ({ id, label: KIND_WORDS[id] }));

function isKind(id: string): id is SurveyColumnKind {
  return SURVEY_COLUMN_KINDS.some((kind) => kind === id);
}

const SHOWN = 150;

const VIEWS: Readonly<Record<string, (kind: SurveyColumnKind) => boolean>> = {
  all: () => true,
  text: (kind) => kind === "free-text",
  attributes: (kind) => kind === "closed" || kind === "number" || kind === "date",
  out: (kind) => kind === "ignore",
};

/** Every column of the file with what it is taken for; a long list is shown in parts. */
export function SurveyColumnsTable({ columns, decisions, disabled, onKind, onTitle }: SurveyColumnsTableProps) {
  const [view, setView] = useState("all");
  // A column that is taken for something else stays in sight until another view is chosen.
  const [inView, setInView] = useState<ReadonlySet<number> | null>(null);
  const [most, setMost] = useState(SHOWN);
  const kindAt = (i: number) => decisions.kinds[i] ?? "ignore";
  const count = (id: string) => columns.filter((_, i) => VIEWS[id]?.(kindAt(i))).length.toLocaleString("en-GB");
  const choose = (id: string) => {
    setView(id);
    setMost(SHOWN);
    setInView(id === "all" ? null : new Set(columns.flatMap((_, i) => (VIEWS[id]?.(kindAt(i)) ? [i] : []))));
  };
  const listed = columns.map((column, i) => ({ column, i })).filter(({ i }) => inView === null || inView.has(i));
  const rows = listed.slice(0, most);
  const shown: Column<(typeof rows)[number]>[] = [
    {
      id: "column",
      header: "Column",
      rowHeader: true,
      cell: ({ column }) => <ColumnWords column={column} />,
    },
    {
      id: "filled",
      header: "Answers",
      align: "end",
      cell: ({ column }) => column.filled.toLocaleString("en-GB"),
    },
    {
      id: "distinct",
      header: "Different",
      align: "end",
      cell: ({ column }) => column.distinct.toLocaleString("en-GB"),
    },
    {
      id: "kind",
      header: "Taken for",
      width: "18rem",
      cell: ({ column, i }) => (
        <span className={styles.kind}>
          <KindCell column={column} kind={kindAt(i)} place={i} disabled={disabled} onKind={onKind} />
          {kindAt(i) === "free-text" ? (
            <TextField
              label={`Name of the document made of ${column.name}`}
              hideLabel
              size="small"
              value={decisions.titles[i] ?? ""}
              onChange={(title) => onTitle(i, title)}
              error={(decisions.titles[i] ?? "").trim() === "" ? "A document needs a name." : undefined}
              disabled={disabled}
              maxLength={200}
              autoComplete="off"
            />
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <div className={styles.columns}>
      <Segmented
        label="Columns shown"
        size="small"
        options={[
          { id: "all", label: `All ${count("all")}` },
          { id: "text", label: `Free text ${count("text")}` },
          { id: "attributes", label: `Attributes ${count("attributes")}` },
          { id: "out", label: `Left out ${count("out")}` },
        ]}
        value={view}
        onChange={choose}
      />
      <DataTable
        caption="Columns of the survey"
        columns={shown}
        rows={rows}
        rowKey={({ column }) => String(column.index)}
        maxHeight="min(70dvh, 44rem)"
        empty="No column is taken for this."
      />
      {listed.length > rows.length ? (
        <span>
          <Button size="small" onPress={() => setMost(most + SHOWN)}>
            {`Show more of ${listed.length.toLocaleString("en-GB")} columns`}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

const ColumnWords = memo(function ColumnWords({ column }: { column: SurveyColumn }) {
  const question = column.question.replace(/\s+/gu, " ").trim();
  const examples = column.examples.slice(0, 3).map((example) => `“${example}”`);
  return (
    <span className={styles.column}>
      <span>{column.name}</span>
      {question !== "" && question !== column.name ? <span className={styles.question}>{question}</span> : null}
      <span className={styles.examples}>{examples.length > 0 ? examples.join(" · ") : "Nobody answered."}</span>
    </span>
  );
});

interface KindCellProps {
  column: SurveyColumn;
  kind: SurveyColumnKind;
  place: number;
  disabled: boolean;
  onKind: (index: number, kind: SurveyColumnKind) => void;
}

const KindCell = memo(function KindCell({ column, kind, place, disabled, onKind }: KindCellProps) {
  return (
    <>
      <Select
        label={`${column.name} is taken for`}
        hideLabel
        size="small"
        options={KIND_OPTIONS}
        value={kind}
        disabled={disabled}
        onChange={(id) => {
          if (isKind(id)) onKind(place, id);
        }}
      />
      {column.sensitive ? <span className={styles.sensitive}>May say who or where somebody is</span> : null}
    </>
  );
});
