"use client";

import type { KeptOptions, TranscriptPreview } from "@/app/api/imports/import-preview";
import { ENCODINGS, encodingName } from "@/lib/readers/encodings";
import type { Finding, FindingKind } from "@/lib/readers/read-result";
import { Button } from "../../../../ui/button";
import { Section } from "../../../../ui/section";
import { Select } from "../../../../ui/select";
import { Spinner } from "../../../../ui/spinner";
import { Switch } from "../../../../ui/switch";
import styles from "./import.module.css";

export interface ReadingOptionsProps {
  preview: TranscriptPreview;
  busy: boolean;
  onRead: (options: KeptOptions) => void;
}

const ENCODING_OPTIONS = ENCODINGS.map((id) => ({ id, label: id }));

const FINDING_WORDS: Partial<Record<FindingKind, string>> = {
  "running-heads": "lines at the head and foot of pages",
  "page-numbers": "page numbers",
  "line-numbers": "line numbers",
  "product-lines": "lines of the program that transcribed",
};

/** How one file is read; each change reads it again at once. */
export function ReadingOptions({ preview, busy, onRead }: ReadingOptionsProps) {
  const { options, findings, styleMightLabel, format } = preview;
  const encoding = preview.encoding === null ? null : encodingName(preview.encoding);
  const isTable = format === "csv" || format === "xlsx";
  return (
    <Section
      title="How it is read"
      intro="Each change reads the file again."
      actions={busy ? <Spinner>Being read again…</Spinner> : null}
    >
      <div className={styles.reading}>
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
        <div className={styles.switches}>
          {findings.map((finding) => (
            <Switch
              key={finding.kind}
              checked={finding.removed}
              disabled={busy || options.verbatim === true}
              hint={<FindingExamples finding={finding} />}
              onChange={(removed) => onRead(withFinding(options, finding.kind, removed))}
            >
              {`Leave out ${FINDING_WORDS[finding.kind] ?? finding.kind} (${finding.count.toLocaleString("en-GB")})`}
            </Switch>
          ))}
          {styleMightLabel || options.styleSpeakers ? (
            <Switch
              checked={options.styleSpeakers ?? false}
              disabled={busy}
              hint="Nobody is labelled in this file, but whole paragraphs are bold or italic and others are not."
              onChange={(styleSpeakers) => onRead({ ...options, styleSpeakers })}
            >
              Bold and plain paragraphs are different speakers
            </Switch>
          ) : null}
          <Switch
            checked={options.verbatim ?? false}
            disabled={busy}
            hint="For Jefferson and the like: every space, sign and number stays as it is typed, and is shown in one width."
            onChange={(verbatim) => onRead({ ...options, verbatim })}
          >
            Verbatim
          </Switch>
        </div>
        {isTable ? (
          <span>
            <Button size="small" disabled={busy} onPress={() => onRead({ ...options, tableAs: "survey" })}>
              Read the table as a survey
            </Button>
          </span>
        ) : null}
      </div>
    </Section>
  );
}

function FindingExamples({ finding }: { finding: Finding }) {
  const examples = finding.examples.slice(0, 3).map((example) => `“${example}”`);
  return <>{examples.join(", ")}</>;
}

function withFinding(options: KeptOptions, kind: FindingKind, removed: boolean): KeptOptions {
  const without = (kinds: readonly FindingKind[] = []) => kinds.filter((each) => each !== kind);
  const [keep, leaveOut] = [without(options.keep), without(options.leaveOut)];
  return removed
    ? { ...options, keep, leaveOut: [...leaveOut, kind] }
    : { ...options, keep: [...keep, kind], leaveOut };
}
