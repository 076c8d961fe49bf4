// Every chart with the awkward data it must bear: what the tests in a real browser draw.
import { createRoot } from "react-dom/client";
import { ChartFigure } from "./chart-figure";
import { pngFile } from "./chart-png";
import { DotGroups } from "./dot-groups";
import { HeatMap } from "./heat-map";
import { IntervalPlot, type IntervalRow } from "./interval-plot";
import { MatrixMap } from "./matrix-map";
import { svgFile } from "./svg-file";
import { ToastRegion } from "./toast";
import { TrendChart } from "./trend-chart";

const pressed: string[] = [];
Object.assign(window, { svgFile, pngFile, pressed });

const blue = "#0072b2";
const orange = "#e69f00";
const green = "#009e73";
const tree: IntervalRow[] = [
  {
    id: "a",
    label: "Effects of resourcing",
    depth: 0,
    strong: true,
    colour: blue,
    value: 0.72,
    interval: [0.61, 0.83],
  },
  { id: "b", label: "Workload levels", depth: 1, colour: blue, value: 0.64, interval: [0.38, 0.82] },
  {
    id: "c",
    label: "Staff leaving, and what their leaving means for those who stay behind",
    depth: 1,
    colour: blue,
    value: 0.41,
    interval: [-0.35, 0.88],
  },
  {
    id: "d",
    label: "Overtime & <unpaid> hours",
    depth: 2,
    colour: blue,
    value: 0.9,
    interval: null,
    note: "3 documents: too few for an interval",
  },
  {
    id: "e",
    label: "Equipment",
    depth: 2,
    colour: blue,
    value: 0.12,
    interval: null,
    note: "3 documents: too few for an interval",
  },
  { id: "f", label: "Support", depth: 0, strong: true, colour: orange, value: 0.55, interval: [0.2, 1.14] },
  { id: "g", label: "From colleagues", depth: 1, colour: orange, value: -0.08, interval: [-0.3, 0.17] },
  {
    id: "h",
    label: "From family",
    depth: 1,
    colour: orange,
    value: null,
    interval: null,
    note: "undefined: nobody used it",
  },
  { id: "i", label: "From the organisation", depth: 1, colour: orange, value: 1, interval: [1, 1] },
  { id: "j", label: "Identity", depth: 0, strong: true, colour: green, value: 0.48, interval: [0.31, 0.64] },
];
const documents = Array.from({ length: 8 }, (_, index) => ({ id: `d${index}`, label: `P${index * 37 + 12}` }));
const maybe = (row: number, column: number) =>
  (row * 7 + column * 11) % 9 === 4 ? null : (((row * 5 + column * 3) % 11) - 2) / 8.2;
const grid = tree.map((_, row) => documents.map((_, column) => maybe(row, column)));
const many = Array.from({ length: 34 }, (_, index) => ({
  id: `m${index}`,
  label: `Interview with participant ${index + 101}`,
  colour: index % 2 ? blue : orange,
}));
const five = tree.slice(0, 6).map(({ id, label, colour }) => ({ id, label, colour }));
const counts = [
  [112, 9, 0, 1, 3, 0],
  [12, 64, 5, 0, 0, 2],
  [1, 7, 38, 2, 0, 0],
  [0, 0, 1, 4, 2, 0],
  [2, 0, 0, 1, 17, 6],
  [0, 3, 0, 0, 8, 71],
];
const series = [
  { id: "s1", label: "by character", mark: "circle" as const },
  { id: "s2", label: "by sentence", mark: "square" as const },
  { id: "s3", label: "by paragraph", mark: "triangle" as const },
  { id: "s4", label: "by turn", mark: "diamond" as const },
  { id: "s5", label: "by document", mark: "cross" as const },
];
const dots = tree.map((_, row) =>
  series.map((_, column) =>
    (row + column) % 7 === 6
      ? null
      : row > 7
        ? 0.5 + ((column % 3) - (row - 8) * column) / 40
        : 0.34 + ((row * 3 + column) % 8) / 14,
  ),
);
const rounds = ["Pilot", "Round 1", "Round 2, after the codebook meeting", "Round 3"].map((label, index) => ({
  id: `r${index}`,
  label,
}));
const trend = [
  { id: "a", label: "Effects of resourcing", colour: blue, values: [0.41, 0.58, 0.71, 0.74] },
  { id: "b", label: "Support", colour: orange, values: [0.38, null, 0.69, 0.73] },
  { id: "c", label: "Identity and what comes after it all", colour: green, values: [0.22, 0.47, 0.7, 0.725] },
  { id: "d", label: "Equipment", values: [-0.1, 0.2, null, null] },
  { id: "e", label: "Family", values: [null, null, null, null] },
].map((one) => ({
  ...one,
  values: one.values.map((value) =>
    value === null ? null : { value, interval: [value - 0.17, value + 0.12] as [number, number] },
  ),
}));
const two = (value: number) => value.toFixed(2).replace("-", "−");
const table = {
  columns: ["Name", "Value", "From", "To", "Note"],
  rows: [...tree, { label: "=1+1", value: 0.7234567890123, interval: null, note: undefined }].map(
    ({ label, value, interval, note }) => [label, value, interval?.[0] ?? null, interval?.[1] ?? null, note ?? null],
  ),
};

function Gallery() {
  return (
    <main id="main" style={{ display: "grid", gap: 48, padding: 24, maxInlineSize: 960, marginInline: "auto" }}>
      <h1>Charts</h1>
      <ChartFigure
        title="Intervals of all rows"
        intro="Points with their 95% intervals; a diamond is a theme with all that is below it."
        fileName="intervals"
        table={table}
        note="Where fewer than 5 documents carry it, no interval is given."
        chart={
          <IntervalPlot
            rows={tree}
            axisLabel="Cohen’s κ"
            figuresLabel="κ [95%]"
            reference={[
              { value: 0.61, label: "substantial" },
              { value: 0.67, label: "tentative" },
              { value: 0.81, label: "almost perfect" },
            ]}
            onRow={(id) => pressed.push(id)}
          />
        }
      />
      <ChartFigure
        title="Nothing to press"
        fileName="still"
        table={table}
        chart={
          <IntervalPlot
            rows={[...tree, ...tree.map((row) => ({ ...row, id: `${row.id}2` }))]}
            axisLabel="Value"
            domain={[-0.2, 1]}
          />
        }
      />
      <ChartFigure
        title="By document"
        fileName="heat"
        table={table}
        chart={
          <HeatMap
            rows={tree.map(({ id, label, colour }) => ({ id, label, colour }))}
            columns={documents}
            values={grid}
            notes={grid.map((line) => line.map((value) => (value === null ? "nobody used it here" : null)))}
            domain={[-0.4, 1]}
            format={two}
            legendLabel="Value in each document"
            onCell={(row, column) => pressed.push(`${row} ${column}`)}
          />
        }
      />
      <ChartFigure
        title="Many columns"
        fileName="wide"
        table={table}
        chart={
          <HeatMap
            rows={five}
            columns={many}
            values={five.map((_, row) => many.map((_, column) => (column * 13 + row * 29) % 101))}
            domain={[0, 100]}
            format={String}
            legendLabel="Excerpts"
            onCell={(row, column) => pressed.push(`${row} ${column}`)}
          />
        }
      />
      <ChartFigure
        title="Which was chosen"
        fileName="matrix"
        table={table}
        chart={
          <MatrixMap
            labels={five}
            counts={counts}
            rowHeading="First"
            columnHeading="Second"
            legendLabel="Excerpts"
            onCell={(row, column) => pressed.push(`${row} ${column}`)}
          />
        }
      />
      <ChartFigure
        title="Slanted names"
        fileName="slanted"
        table={table}
        chart={
          <MatrixMap
            labels={[...five.filter(({ label }) => label.length < 24), { id: "z", label: "Nothing" }]}
            counts={counts}
            rowHeading="First"
            columnHeading="Second"
            legendLabel="Excerpts"
            width={420}
          />
        }
      />
      <ChartFigure
        title="How the figure depends on the choice"
        fileName="dots"
        table={table}
        chart={
          <DotGroups
            groups={tree}
            series={series}
            values={dots}
            domain={[0, 1]}
            axisLabel="Cohen’s κ"
            format={two}
            missingLabel="undefined"
          />
        }
      />
      <ChartFigure
        title="Over the rounds"
        fileName="trend"
        table={table}
        chart={<TrendChart points={rounds} series={trend} domain={[-0.2, 1]} axisLabel="Cohen’s κ" />}
      />
      <ChartFigure
        title="One that stands out"
        fileName="trend-one"
        table={table}
        chart={<TrendChart points={rounds} series={trend} domain={[-0.2, 1]} axisLabel="Cohen’s κ" highlighted="b" />}
      />
      <ToastRegion />
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Gallery />);
