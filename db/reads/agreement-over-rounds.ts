// The trend: the agreement of the same two coders in every revealed round, and how far two rounds differ.
import { and, asc, eq, isNotNull } from "drizzle-orm";
import * as z from "zod";
import { acrossCodes } from "@/lib/agreement/across-codes";
import { acrossIntervals } from "@/lib/agreement/across-intervals";
import { type AgreementReport, agreementReport } from "@/lib/agreement/agreement-report";
import { kappaDifference } from "@/lib/agreement/kappa-difference";
import { kappaIntervalsOfCodes } from "@/lib/agreement/kappa-intervals";
import {
  type ClusterKind,
  clusterKind,
  reportOfClusters,
  withoutVastBootstrap,
} from "@/lib/agreement/parted-by-respondent";
import { sumTables, type Table2x2 } from "@/lib/agreement/table2x2";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { round } from "../schema";
import {
  chosenPair,
  chosenProject,
  type FigureChoice,
  figureChoice,
  intervalChoice,
  reportOptions,
} from "./agreement-choice";
import { projectRead } from "./read";
import { type RoundProject, roundProject } from "./round-project";

const { documentIds: _documentIds, ...choiceOverRounds } = figureChoice;

interface ReportedRound {
  readonly found: RoundProject;
  readonly report: AgreementReport;
  /** As `report`, with a table for each respondent of a survey: for the intervals. */
  readonly clusters: AgreementReport;
  readonly kind: ClusterKind;
}

/** Rounds in which both coders had a seat; the pair is as asked, else that of the newest round. */
function reportedRounds(db: Tx, actor: Member, params: Omit<FigureChoice, "documentIds">): ReportedRound[] {
  const rounds = db
    .select({ id: round.id })
    .from(round)
    .where(and(eq(round.projectId, actor.projectId), isNotNull(round.revealedAt)))
    .orderBy(asc(round.number))
    .all()
    .map(({ id }) => roundProject(db, actor, id));
  const asked = [params.first, params.second].filter((id) => id !== undefined);
  const bothIn = ({ coders }: RoundProject, ids: readonly string[]) =>
    ids.every((id) => coders.some((coder) => coder.id === id));
  const newest = [...rounds].reverse().find((found) => found.coders.length >= 2 && bothIn(found, asked));
  if (!newest) return [];
  const pair = chosenPair(newest, params.first, params.second);
  return rounds
    .filter((found) => bothIn(found, pair))
    .map((found) => {
      const options = { ...reportOptions(params, pair), codeIds: undefined };
      const project = chosenProject(found, params);
      const report = agreementReport(project, options);
      const kind = clusterKind(project, found.answers, options.unit);
      return { found, report, clusters: reportOfClusters(report, project, found.answers, options), kind };
    });
}

function tablesByDocument(report: AgreementReport, tables: readonly Table2x2[]): Map<string, Table2x2> {
  return new Map(tables.map((table, i) => [report.documents[i] ?? "", table]));
}

/** Of each document the tables of all codes added up. */
function summedByDocument(report: AgreementReport): Map<string, Table2x2> {
  const summed = report.documents.map((_, i) => sumTables(report.codes.flatMap(({ tables }) => tables[i] ?? [])));
  return tablesByDocument(report, summed);
}

export const agreementOverRounds = projectRead({
  name: "agreement-over-rounds",
  summary: "Cohen's kappa of two coders for each code in every revealed round, and the difference of two rounds.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    ...choiceOverRounds,
    ...intervalChoice,
    /** The two rounds to compare; the last two without them. */
    before: idSchema.optional(),
    after: idSchema.optional(),
  }),
  slow: true,
  run(db, actor, params) {
    const rounds = reportedRounds(db, actor, params);
    // A theme counts what its sub-themes hold; over all codes each stands by itself.
    const apart = params.rollUp ? reportedRounds(db, actor, { ...params, rollUp: false }) : rounds;
    const [last, beforeLast] = [...rounds].reverse();
    const after = rounds.find(({ found }) => found.round.id === params.after) ?? last;
    const before = rounds.find(({ found }) => found.round.id === params.before) ?? beforeLast;
    const codes = [...new Map(rounds.flatMap(({ found }) => found.codes.map((code) => [code.id, code]))).values()];
    const names = new Map(rounds.flatMap(({ found }) => found.coders.map(({ id, name }) => [id, name])));
    const compared = before && after && before !== after ? { before, after } : null;
    const most = Math.max(0, ...rounds.map(({ clusters }) => clusters.documents.length));
    const sure = withoutVastBootstrap(params, most);
    const own = (one: ReportedRound) => apart.find(({ found }) => found.round.id === one.found.round.id) ?? one;
    return {
      pair: (last?.report.coders ?? []).map((id) => ({ id, name: names.get(id) ?? "" })),
      confidence: params.confidence,
      codes,
      rounds: rounds.map((one, i) => {
        const intervals = kappaIntervalsOfCodes(
          one.clusters.codes.map((code) => code.tables),
          withoutVastBootstrap(params, one.clusters.documents.length),
        );
        const alone = (apart[i] ?? one).report;
        return {
          ...one.found.round,
          documents: one.report.documents.length,
          /** Over what the round's intervals are. */
          clusters: one.kind,
          codes: one.report.codes.map(({ codeId, pooled, documentsWithCode }, at) => ({
            codeId,
            pooled,
            documentsWithCode,
            intervals: intervals[at] ?? null,
          })),
          across: {
            ...acrossCodes(alone.codes.map((code) => code.pooled.table)),
            intervals: acrossIntervals(
              (apart[i] ?? one).clusters.codes.map((code) => code.tables),
              withoutVastBootstrap(params, one.clusters.documents.length),
            ),
          },
        };
      }),
      difference: compared && {
        before: compared.before.found.round,
        after: compared.after.found.round,
        summed: kappaDifference(
          summedByDocument(own(compared.before).clusters),
          summedByDocument(own(compared.after).clusters),
          sure,
        ),
        /** Codes that were in the codebook of both rounds. */
        codes: compared.after.clusters.codes.flatMap(({ codeId, tables }) => {
          const earlier = compared.before.clusters.codes.find((code) => code.codeId === codeId);
          if (!earlier) return [];
          const one = tablesByDocument(compared.before.clusters, earlier.tables);
          const two = tablesByDocument(compared.after.clusters, tables);
          return [{ codeId, ...kappaDifference(one, two, sure) }];
        }),
      },
    };
  },
});
