"use client";

import { ChartFigure } from "@/app/ui/chart-figure";
import { IntervalPlot } from "@/app/ui/interval-plot";
import { valueOrNull } from "@/lib/agreement/statistic";
import { codePath, indexCodes } from "@/lib/codebook/tree";
import { codeRows } from "./code-rows";
import { undefinedWords } from "./figure-words";
import { confidenceWords, intervalsWords, shownInterval } from "./interval-words";
import { UNIT_WORDS } from "./unit-words";
import type { ViewProps } from "./view-props";

/** κ of each code with its interval, drawn in the order of the tree. */
export function CodesPlot({ report, choice, onOpen }: Pick<ViewProps, "report" | "choice" | "onOpen">) {
  const index = indexCodes(report.codes);
  const confidence = confidenceWords(choice.confidence);
  const rows = codeRows(report).map(({ id, name, colour, depth, measures, intervals, documents }) => {
    const kappa = measures.cohenKappa;
    const shown = intervals ? shownInterval(intervals, choice.interval, report.clusters) : null;
    const note = kappa.kind === "undefined" ? undefinedWords(kappa.reason) : (shown?.note ?? undefined);
    const row = { id, label: name, colour, depth, value: valueOrNull(kappa), interval: shown?.bounds ?? null, note };
    return { row, documents, path: codePath(index, id).join(" › ") };
  });
  return (
    <ChartFigure
      title="κ by code, with its interval"
      intro={
        <p>
          Counted by {UNIT_WORDS[choice.unit].one}.{" "}
          {intervalsWords(choice, report.across.intervals.summed.documents, report.clusters)}. A row opens the text
          behind it.
        </p>
      }
      fileName={`${report.round.name}, kappa by code`}
      chart={
        <IntervalPlot
          rows={rows.map(({ row }) => row)}
          axisLabel="Cohen’s κ"
          figuresLabel={`κ [${confidence}]`}
          onRow={(codeId) => onOpen({ kind: "code", codeId, coders: null })}
          width={860}
        />
      }
      table={{
        columns: ["Code", "κ", `${confidence} from`, `${confidence} to`, "Documents with the code", "Note"],
        rows: rows.map(({ row, documents, path }) => [
          path,
          row.value,
          row.interval?.[0] ?? null,
          row.interval?.[1] ?? null,
          documents,
          row.note ?? null,
        ]),
      }}
    />
  );
}
