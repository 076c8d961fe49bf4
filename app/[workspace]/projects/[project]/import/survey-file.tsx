"use client";

import { useCallback, useState } from "react";
import type { KeptOptions, SurveyPreview } from "@/app/api/imports/import-preview";
import type { SurveyFilterKind } from "@/lib/readers/survey-filters";
import { useAct } from "../../../../client/use-act";
import { useRead } from "../../../../client/use-read";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { Notice } from "../../../../ui/notice";
import { RadioGroup } from "../../../../ui/radio-group";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { sentenceOf } from "../../../../ui/sentences";
import { TextField } from "../../../../ui/text-field";
import { countWords } from "../document-words";
import { ImportPseudonyms, useImportPseudonyms } from "../pseudonyms/import-pseudonyms";
import type { BatchChange, BatchFile } from "./batch";
import styles from "./survey.module.css";
import { SurveyColumnsTable } from "./survey-columns-table";
import {
  importInput,
  lackOf,
  matchingSurveys,
  outcomeOf,
  withIdentifier,
  withKind,
  withTitle,
} from "./survey-decisions";
import { SurveyReading } from "./survey-reading";
import { type SurveyMade, SurveyResult } from "./survey-result";
import { SurveyRows } from "./survey-rows";
import { useSurveyChoices } from "./use-survey-choices";

export type SurveyBatchFile = BatchFile & { readonly preview: SurveyPreview };

export function isSurvey(file: BatchFile): file is SurveyBatchFile {
  return file.preview?.kind === "survey";
}

export interface SurveyFileProps {
  projectId: string;
  /** Where the project's documents are. */
  base: string;
  file: SurveyBatchFile;
  change: (change: BatchChange) => void;
  onRead: (options: KeptOptions) => void;
}

const FILTER_WORDS: Readonly<Record<SurveyFilterKind, readonly [string, string]>> = {
  previews: ["preview, test or spam row", "preview, test and spam rows"],
  incomplete: ["row that was not finished", "rows that were not finished"],
};

const NUMBERED = "numbered";
const AS_NEW = "new";
const NEEDED =
  "Names are replaced in this survey already. With the passphrase they are replaced in the new rows as well, before anything is stored.";

/** A survey's file: what its columns are taken for, and which rows are left out, decided before anything is stored. */
export function SurveyFile(props: SurveyFileProps) {
  const { file, base } = props;
  const [made, setMade] = useState<{ readonly name: string; readonly made: SurveyMade } | null>(null);
  const { data } = useRead("surveys", { projectId: props.projectId });
  const documents = new Map(data?.surveys.flatMap((survey) => survey.documents.map(({ id, name }) => [id, name])));
  if (made) return <SurveyResult base={base} name={made.name} made={made.made} documents={documents} />;
  if (file.status === "imported") {
    return (
      <Notice tone="good" title={`“${file.name}” is imported`}>
        Its documents stand among the others of the project.
      </Notice>
    );
  }
  return (
    <SurveyDesk
      key={JSON.stringify(file.preview.options)}
      {...props}
      known={data?.surveys ?? []}
      onMade={(name, result) => {
        setMade({ name, made: result });
        props.change({ type: "imported", key: file.key, made: result.documents[0] ?? "" });
      }}
    />
  );
}

interface SurveyDeskProps extends SurveyFileProps {
  known: Parameters<typeof matchingSurveys>[0];
  onMade: (name: string, made: SurveyMade) => void;
}

function SurveyDesk({ projectId, file, known, change, onRead, onMade }: SurveyDeskProps) {
  const { key, preview, name } = file;
  const { surveyId, into: target, decisions, choose, decide } = useSurveyChoices(file, change);
  const pseudonyms = useImportPseudonyms(projectId);
  const importing = useAct("import-survey");
  const adding = useAct("add-survey-rows");
  const matches = matchingSurveys(known, preview);
  const into = matches.find(({ id }) => id === target) ?? null;
  const busy = file.status === "reading";
  const pending = importing.pending || adding.pending;
  const outcome = outcomeOf(preview, decisions);
  const onKind = useCallback<Parameters<typeof SurveyColumnsTable>[0]["onKind"]>(
    (index, kind) => decide((before) => withKind(before, index, kind)),
    [decide],
  );
  const isNeeded = into?.pseudonymised ?? false;
  const unnamed = isNeeded && pseudonyms.passphrase === "" ? "Give the passphrase of the table of names first." : null;
  const lack = into ? unnamed : lackOf(decisions, outcome, name);
  const perform = async () => {
    const isWanted = isNeeded || pseudonyms.wanted;
    if (!(await pseudonyms.check(isWanted))) return;
    const named = isWanted ? { pseudonyms: { passphrase: pseudonyms.passphrase } } : {};
    try {
      if (into) {
        const rows = { projectId, surveyId: into.id, stageId: preview.stageId, ...named };
        const result = await adding.perform(rows);
        onMade(into.name, { kind: "added", ...result, documents: result.documents.map((each) => each.documentId) });
      } else {
        const whole = importInput(projectId, preview, surveyId, name, decisions);
        const result = await importing.perform({ ...whole, ...named });
        onMade(name, { kind: "imported", ...result, documents: result.documents.map((each) => each.documentId) });
      }
    } catch {
      // `problem` says why, at the foot.
    }
  };
  const problem = importing.problem ?? adding.problem;
  return (
    <div className={styles.survey}>
      {matches.length > 0 ? (
        <RadioGroup
          label="What these rows are"
          options={[
            { id: AS_NEW, label: "A survey of its own" },
            ...matches.map(({ id, name: survey, respondents }) => ({
              id,
              label: `Later rows of “${survey}”`,
              hint: `Whoever is among its ${countWords(respondents, "respondent", "respondents")} already is skipped; new answers come behind the others, and no coding moves.`,
            })),
          ]}
          value={into?.id ?? AS_NEW}
          onChange={(id) => choose(id === AS_NEW ? null : id)}
          disabled={pending}
        />
      ) : null}
      {into ? null : (
        <div className={styles.fields}>
          <TextField
            label="Name of the survey"
            value={name}
            onChange={(next) => change({ type: "named", key, name: next })}
            error={name.trim() === "" ? "A survey needs a name." : undefined}
            maxLength={200}
            required
          />
          <Select
            label="Who answered is named by"
            hint="By this column, later rows of the same survey are told from those that are here."
            options={[
              { id: NUMBERED, label: "No column: they are numbered" },
              ...preview.survey.columns.map(({ index, name: column }) => ({ id: String(index), label: column })),
            ]}
            value={String(preview.survey.columns[decisions.kinds.indexOf("identifier")]?.index ?? NUMBERED)}
            onChange={(id) => {
              const place = preview.survey.columns.findIndex(({ index }) => String(index) === id);
              decide((before) => withIdentifier(before, place === -1 ? null : place));
            }}
            disabled={pending}
          />
        </div>
      )}
      {preview.survey.problems.length > 0 ? (
        <ul className={styles.notes} aria-label="Notes about the file">
          {preview.survey.problems.map((each) => (
            <li key={`${each.code} ${JSON.stringify(each.params)}`}>
              <Notice>{sentenceOf(each.code, each.params)}</Notice>
            </li>
          ))}
        </ul>
      ) : null}
      <SurveyReading preview={preview} busy={busy || pending} onRead={onRead} />
      {into || preview.survey.filters.length === 0 ? null : (
        <Section title="Rows to leave out">
          <div className={styles.filters}>
            {preview.survey.filters.map(({ kind, count }) => (
              <Checkbox
                key={kind}
                checked={decisions.leaveOut.includes(kind)}
                onChange={(left) =>
                  decide((before) => ({
                    ...before,
                    leaveOut: [...before.leaveOut.filter((each) => each !== kind), ...(left ? [kind] : [])],
                  }))
                }
                disabled={pending}
              >
                {`Leave out ${countWords(count, ...FILTER_WORDS[kind])}`}
              </Checkbox>
            ))}
          </div>
        </Section>
      )}
      {into ? null : (
        <Section
          title="Columns"
          intro="A question in free text becomes a document whose turns are the answers; the others become attributes of the respondents. Empty answers, dashes and “N/A” make no turn."
        >
          <SurveyColumnsTable
            columns={preview.survey.columns}
            decisions={decisions}
            disabled={pending}
            onKind={onKind}
            onTitle={(index, title) => decide((before) => withTitle(before, index, title))}
          />
        </Section>
      )}
      <Section title="First rows" intro={`Of ${countWords(preview.rowCount, "row", "rows")} of answers.`}>
        <SurveyRows preview={preview} />
      </Section>
      <ImportPseudonyms
        pseudonyms={pseudonyms}
        disabled={pending}
        hint="In the answers, attributes and names of this survey, before anything is stored; the file is sealed."
        needed={isNeeded ? NEEDED : null}
      />
      {problem ? (
        <Notice tone="error" live title={into ? "Nothing was added" : "Nothing was imported"}>
          {problem}
        </Notice>
      ) : null}
      <div className={styles.foot}>
        <p className={styles.footWords} role="status">
          {lack ??
            (into
              ? `Rows of people who are not in “${into.name}” yet are added.`
              : `${countWords(outcome.documents, "document", "documents")}, ${countWords(outcome.attributes, "attribute", "attributes")}, ${countWords(outcome.respondents, "respondent", "respondents")}; ${countWords(outcome.ignored, "column is", "columns are")} left out.`)}
        </p>
        <Button
          variant="primary"
          onPress={() => void perform()}
          disabled={lack !== null || busy}
          pending={pending && (into ? "Adding rows…" : "Importing…")}
        >
          {into ? "Add the rows" : "Import the survey"}
        </Button>
      </div>
    </div>
  );
}
