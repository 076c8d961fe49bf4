import type { ReadResult } from "@/db/reads";

type Answer = ReadResult<"reconciliation">;
type Queued = Pick<Answer["disagreements"][number], "key" | "start" | "end"> & {
  readonly ruling: { readonly id: string } | null;
};

/** Which disagreement of a document is wanted, before it is known which there are. */
export type Wanted =
  | { readonly kind: "key"; readonly key: string }
  | { readonly kind: "at"; readonly at: number }
  | { readonly kind: "unsettled" }
  | { readonly kind: "first" }
  | { readonly kind: "last" };

/** What is wanted, else what comes nearest to it; null only where the document has no disagreement. */
export function findWanted<Each extends Queued>(queue: readonly Each[], wanted: Wanted): Each | null {
  const first = queue[0] ?? null;
  switch (wanted.kind) {
    case "key":
      return queue.find((each) => each.key === wanted.key) ?? first;
    case "at":
      return (
        queue.find((each) => each.start <= wanted.at && wanted.at < each.end) ??
        queue.find((each) => each.start >= wanted.at) ??
        first
      );
    case "unsettled":
      return queue.find((each) => each.ruling === null) ?? first;
    case "first":
      return first;
    case "last":
      return queue.at(-1) ?? null;
  }
}

export interface QueuePlace {
  readonly documentId: string;
  readonly wanted: Wanted;
}

/** The next one still open once `key` is settled: further on in the document, else before it, else in another document. */
export function nextUnsettled(
  answer: Pick<Answer, "documents" | "documentId"> & { disagreements: readonly Queued[] },
  key: string,
): QueuePlace | null {
  const { documents, documentId, disagreements } = answer;
  const here = disagreements.findIndex((each) => each.key === key);
  const open = (each: Queued) => each.ruling === null && each.key !== key;
  const next = disagreements.slice(here + 1).find(open) ?? disagreements.find(open);
  if (next) return { documentId, wanted: { kind: "key", key: next.key } };
  const other = aroundDocument(documents, documentId).find((each) => each.settled < each.total);
  return other ? { documentId: other.id, wanted: { kind: "unsettled" } } : null;
}

/** One step through everything, settled or not, over the bounds of documents. */
export function steppedFrom(
  answer: Pick<Answer, "documents" | "documentId"> & { disagreements: readonly Queued[] },
  key: string | null,
  step: 1 | -1,
): QueuePlace | null {
  const { documents, documentId, disagreements } = answer;
  const here = disagreements.findIndex((each) => each.key === key);
  const next = here < 0 ? undefined : disagreements[here + step];
  if (next) return { documentId, wanted: { kind: "key", key: next.key } };
  const at = documents.findIndex((each) => each.id === documentId);
  const onward = step > 0 ? documents.slice(at + 1) : documents.slice(0, Math.max(at, 0)).reverse();
  const other = onward.find((each) => each.total > 0);
  return other ? { documentId: other.id, wanted: { kind: step > 0 ? "first" : "last" } } : null;
}

/** The other documents, beginning with the one after this. */
function aroundDocument(documents: Answer["documents"], documentId: string): Answer["documents"] {
  const at = documents.findIndex((each) => each.id === documentId);
  return [...documents.slice(at + 1), ...documents.slice(0, Math.max(at, 0))];
}
