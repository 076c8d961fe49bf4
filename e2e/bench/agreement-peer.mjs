// Two packages from npm that compute on one label a character: what a report by such a library costs.

import krippendorff from "krippendorff";
import { ConfusionMatrix } from "ml-confusion-matrix";

/** One label a character of all documents laid end to end, for one coder and code: what such a library asks for. */
function labels(project, coderId, codeId) {
  const starts = new Map();
  let length = 0;
  for (const document of project.documents) {
    starts.set(document.id, length);
    length += document.length;
  }
  const vector = new Array(length).fill(0);
  for (const coding of project.codings) {
    if (coding.coderId !== coderId || coding.codeId !== codeId) continue;
    const from = starts.get(coding.documentId);
    vector.fill(1, from + coding.start, from + coding.end);
  }
  return vector;
}

/** Cohen's kappa from the counts of a matrix that the package made. */
function kappaOf([[a, b], [c, d]]) {
  return (2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d));
}

/**
 * Milliseconds that the faster of the two needs for one pooled figure of each code, without the time to make the
 * vectors; from some codes, taken for all.
 */
export function peerTime(project, sampleCodes) {
  const codes = project.codes.filter(({ id }) => project.codings.some((coding) => coding.codeId === id));
  const sums = { matrix: 0, alpha: 0 };
  const kappas = [];
  for (const { id } of codes.slice(0, sampleCodes)) {
    const [first, second] = project.coders.map((coder) => labels(project, coder, id));
    let begun = performance.now();
    const matrix = ConfusionMatrix.fromLabels(first, second, { labels: [1, 0] }).getMatrix();
    kappas.push({ codeId: id, kappa: kappaOf(matrix) });
    sums.matrix += performance.now() - begun;
    begun = performance.now();
    krippendorff.alpha([first, second]);
    sums.alpha += performance.now() - begun;
  }
  const perCode = Math.min(sums.matrix, sums.alpha) / Math.min(sampleCodes, codes.length);
  return { ms: perCode * project.codes.length, kappas, matrixMs: sums.matrix, alphaMs: sums.alpha };
}
