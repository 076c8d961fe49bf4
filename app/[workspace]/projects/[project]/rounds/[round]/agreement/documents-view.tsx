"use client";

import { sentenceOfError } from "@/app/client/api";
import { ChartFigure } from "@/app/ui/chart-figure";
import { HeatMap } from "@/app/ui/heat-map";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { Segmented } from "@/app/ui/segmented";
import { Spinner } from "@/app/ui/spinner";
import { cohenKappa } from "@/lib/agreement/cohen-kappa";
import { sumTables } from "@/lib/agreement/table2x2";
import { treeOrder } from "@/lib/codebook/tree";
import { figureParams } from "./agreement-choice";
import { codeLabels } from "./code-labels";
import { CELL_FIGURE_WORDS, CELL_FIGURES, documentCell, isUsed } from "./document-cells";
import { countWords } from "./figure-words";
import { MethodLink } from "./method-link";
import { UNIT_WORDS } from "./unit-words";
import { useAddressOptions } from "./use-address-options";
import { useKeptRead } from "./use-kept-read";
import type { ViewProps } from "./view-props";

const ALL = "all";

/** Each code in each document: where the figure over all documents comes from. */
export function DocumentsView({ place, choice, report, names, onOpen }: ViewProps) {
  const { query, change } = useAddressOptions();
  const figure = CELL_FIGURES.find((each) => each === query.get("cells")) ?? "kappa";
  const { data, error } = useKeptRead("agreement-by-document", { ...place, ...figureParams(choice) });
  const { title, legend, format } = CELL_FIGURE_WORDS[figure];
  const unit = UNIT_WORDS[choice.unit];
  return (
    <Section
      title="Each document by itself"
      intro={
        <p>
          The table over all documents adds these up; it never averages their figures. A κ of one document has no
          interval: its counts are under the map, and its cell opens the text.{" "}
          <MethodLink to="counting">How documents are added</MethodLink>
        </p>
      }
      actions={
        <Segmented
          label="Figure in the cells"
          size="small"
          options={CELL_FIGURES.map((id) => ({ id, label: CELL_FIGURE_WORDS[id].title }))}
          value={figure}
          onChange={(id) => change({ cells: id === "kappa" ? null : id })}
        />
      }
    >
      {choice.unit === "document" && figure === "kappa" ? (
        <Notice>
          Counted by document, each document is one item, and one item has no κ. Choose a smaller unit above, or look at
          the prevalence.
        </Notice>
      ) : null}
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      {data ? (
        <DocumentsMap
          {...{ report, names, onOpen, title, legend, format, figure, unit: unit.one }}
          documents={data.documents}
          codes={data.codes}
        />
      ) : error ? null : (
        <Spinner>Computing each document…</Spinner>
      )}
    </Section>
  );
}

type Answer = NonNullable<ReturnType<typeof useKeptRead<"agreement-by-document">>["data"]>;

interface DocumentsMapProps extends Pick<ViewProps, "report" | "names" | "onOpen">, Answer {
  title: string;
  legend: string;
  format: (value: number) => string;
  figure: (typeof CELL_FIGURES)[number];
  unit: string;
}

function DocumentsMap({
  report,
  names,
  onOpen,
  documents,
  codes,
  title,
  legend,
  format,
  figure,
  unit,
}: DocumentsMapProps) {
  const found = new Map(codes.map((each) => [each.codeId, each]));
  const labels = codeLabels(report.codes);
  const columns = treeOrder(report.codes.filter(({ id }) => found.has(id))).map(({ code }) => ({
    id: code.id,
    label: labels.get(code.id) ?? code.name,
    colour: code.colour,
  }));
  const rows = [...documents.map(({ id, name }) => ({ id, label: name })), { id: ALL, label: "All documents" }];
  const cellOf = (row: number, codeId: string) => {
    const cells = found.get(codeId)?.cells ?? [];
    const one = cells[row];
    if (one) return one;
    const table = sumTables(cells.map((each) => each.table));
    return { table, kappa: cohenKappa(table) };
  };
  const cells = rows.map((_, row) => columns.map(({ id }) => cellOf(row, id)));
  const shown = cells.map((line) => line.map((cell) => documentCell(cell, figure)));
  const highest = Math.max(0.01, ...shown.flatMap((line) => line.map(({ value }) => value ?? 0)));
  return (
    <ChartFigure
      title={`${title} of each code in each document`}
      intro={<p>Counted by {unit}. The tint repeats the number; a hatched cell has no value, and says why.</p>}
      fileName={`${report.round.name}, ${figure} by document`}
      chart={
        <HeatMap
          rows={rows}
          columns={columns}
          values={shown.map((line) => line.map(({ value }) => value))}
          notes={shown.map((line) => line.map(({ note }) => note))}
          domain={[0, figure === "prevalence" ? highest : 1]}
          format={format}
          legendLabel={legend}
          missingLabel="not defined"
          canOpen={(row, column) => {
            const cell = cells[rows.findIndex(({ id }) => id === row)]?.[columns.findIndex(({ id }) => id === column)];
            return cell !== undefined && isUsed(cell.table);
          }}
          onCell={(row, codeId) =>
            onOpen({ kind: "code", codeId, coders: null, ...(row === ALL ? {} : { documentId: row }) })
          }
          width={960}
        />
      }
      table={{
        columns: ["Document", "Code", title, "Both", `Only ${names[0]}`, `Only ${names[1]}`, "Neither", "Note"],
        rows: rows.flatMap((row, at) =>
          columns.map((column, of) => {
            const table = cells[at]?.[of]?.table;
            const cell = shown[at]?.[of];
            return [
              row.label,
              column.label,
              cell?.value ?? null,
              table?.both ?? null,
              table?.onlyFirst ?? null,
              table?.onlySecond ?? null,
              table?.neither ?? null,
              cell?.note ?? null,
            ];
          }),
        ),
      }}
      format={(value, column) => (column === 2 ? format(value) : countWords(value))}
    />
  );
}
