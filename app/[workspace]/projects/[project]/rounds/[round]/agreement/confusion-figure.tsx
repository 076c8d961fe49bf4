"use client";

import { ChartFigure } from "@/app/ui/chart-figure";
import { MatrixMap } from "@/app/ui/matrix-map";
import type { ReadResult } from "@/db/reads";
import { treeOrder } from "@/lib/codebook/tree";
import { codeLabels } from "./code-labels";
import { countWords } from "./figure-words";
import { MethodLink } from "./method-link";

export interface ConfusionFigureProps {
  codes: ReadResult<"agreement-report">["codes"];
  overlap: ReadResult<"overlap-agreement">["overlap"];
  names: readonly [string, string];
  fileName: string;
  onCell: (firstCodeId: string | null, secondCodeId: string | null) => void;
}

const NOTHING = "nothing";

/** The confusion matrix; a cell opens its pairs in the text. */
export function ConfusionFigure({ codes, overlap, names, fileName, onCell }: ConfusionFigureProps) {
  const { order, counts } = inTreeOrder(codes, overlap);
  const named = codeLabels(codes);
  const labels = order.map((id) => {
    const code = codes.find((each) => each.id === id);
    return code
      ? { id: code.id, label: named.get(code.id) ?? code.name, colour: code.colour }
      : { id: id ?? NOTHING, label: id === null ? "Nothing" : "Code" };
  });
  const idOf = (cell: string) => (cell === NOTHING ? null : cell);
  return (
    <ChartFigure
      title="Which code each coder chose"
      intro="The frame is where both chose the same. A number opens its excerpts."
      fileName={fileName}
      chart={
        <MatrixMap
          labels={labels}
          counts={counts}
          rowHeading={names[0]}
          columnHeading={names[1]}
          legendLabel="Pairs of excerpts"
          format={countWords}
          width={900}
          onCell={(row, column) => onCell(idOf(row), idOf(column))}
        />
      }
      table={{
        columns: [`${names[0]} ↓ ${names[1]} →`, ...labels.map(({ label }) => label), "Sum"],
        rows: labels.map(({ label }, row) => {
          const line = counts[row] ?? [];
          return [label, ...line, line.reduce((sum, count) => sum + count, 0)];
        }),
      }}
      note={<MethodLink to="overlapAgreement" />}
    />
  );
}

/** Sub-themes stand beside their theme, where a reader looks for what is taken for what. */
function inTreeOrder(codes: ConfusionFigureProps["codes"], { labels, matrix }: ConfusionFigureProps["overlap"]) {
  const rank = new Map<string | null, number>(treeOrder(codes).map(({ code }, index) => [code.id, index]));
  const rankOf = (id: string | null) => rank.get(id) ?? rank.size;
  const order = labels.map((id, at) => ({ id, at })).sort((a, b) => rankOf(a.id) - rankOf(b.id));
  return {
    order: order.map(({ id }) => id),
    counts: order.map((row) => order.map((column) => matrix[row.at]?.[column.at] ?? 0)),
  };
}
