// The agreement of two coders of a revealed round: per code and theme, pooled, with intervals over documents and counts.
import * as z from "zod";
import { acrossCodes } from "@/lib/agreement/across-codes";
import { acrossIntervals } from "@/lib/agreement/across-intervals";
import { pairReport } from "@/lib/agreement/agreement-report";
import { kappaIntervalsOfCodes } from "@/lib/agreement/kappa-intervals";
import { layOut } from "@/lib/agreement/laid-project";
import { clusterKind, reportOfClusters, withoutVastBootstrap } from "@/lib/agreement/parted-by-respondent";
import { agreementChoice, chosenReport, intervalChoice } from "./agreement-choice";
import { projectRead } from "./read";

export const agreementReport = projectRead({
  name: "agreement-report",
  summary:
    "Every coefficient of two coders of a revealed round for each code, with the 2×2 counts, intervals over documents, and three figures over all codes.",
  who: ["lead", "coder", "observer"],
  params: z.object({ ...agreementChoice, ...intervalChoice }),
  slow: true,
  run(db, actor, params) {
    const { found, coders, project, options } = chosenReport(db, actor, params.roundId, params);
    const report = pairReport(layOut(project, options, coders), options);
    // Under roll-up a passage would count for its code and once more for each theme above it.
    const apart = { ...options, rollUp: false };
    const own = options.rollUp ? pairReport(layOut(project, apart, coders), apart) : report;
    const clusters = reportOfClusters(report, project, found.answers, options);
    const ownClusters = options.rollUp ? reportOfClusters(own, project, found.answers, apart) : clusters;
    const sure = withoutVastBootstrap(params, clusters.documents.length);
    const intervals = kappaIntervalsOfCodes(
      clusters.codes.map((code) => code.tables),
      sure,
    );
    const tablesByCode = ownClusters.codes.map((code) => code.tables);
    return {
      round: found.round,
      coders: found.coders,
      pair: coders,
      documents: found.documents.map(({ id, name }) => ({ id, name })),
      codes: found.codes,
      compared: report.documents,
      unit: report.unit,
      rollUp: report.rollUp,
      /** Over what the intervals are. */
      clusters: clusterKind(project, found.answers, options.unit),
      confidence: params.confidence,
      figures: report.codes.map(({ tables: _tables, ...code }, i) => ({ ...code, intervals: intervals[i] ?? null })),
      /** Of each code by itself, whatever the themes count. */
      across: {
        ...acrossCodes(own.codes.map((code) => code.pooled.table)),
        codes: own.codes.length,
        intervals: acrossIntervals(tablesByCode, sure),
      },
      counted: report.counted,
      setAside: report.setAside,
    };
  },
});
