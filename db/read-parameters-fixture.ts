// Every read with parameters of every kind, about what exists, what is not revealed and what is not there: for tests.
import { eq } from "drizzle-orm";
import type { ReadName } from "./reads";
import { revision } from "./schema";
import { idOf, type Study } from "./study-fixture";

/** A code that coder B proposes, and a round that is not revealed. */
export const PROPOSAL = idOf("Zeugmatic heading");
export const ROUND_2 = idOf("round 2");

/** Every read with every kind of parameter; a read that is not here fails the test of blinding. */
export const READ_PARAMETERS: Record<ReadName, (study: Study) => Record<string, unknown>[]> = {
  "my-projects": () => [{}],
  "my-tokens": () => [{}],
  "project-overview": () => [{}],
  people: () => [{}],
  participants: () => [{}],
  "attribute-grid": () => [
    { owner: "participant" },
    { owner: "participant", find: "P1", from: 1, count: 1 },
    { owner: "document" },
    { owner: "document", find: "interview" },
    { owner: "participant", surveyId: idOf("no such survey") },
  ],
  surveys: () => [{}],
  "pseudonym-state": () => [{}],
  "pseudonym-candidates": () => [{}],
  "name-places": (study) => {
    const row = { forms: [], inflections: true };
    const entries = [
      { ...row, id: idOf("name 1"), name: "Élodie", pseudonym: "P9" },
      { ...row, id: idOf("name 2"), name: "Zeugmatic", pseudonym: "P10" },
    ];
    const inAll = { entries, endings: "germanic" };
    return [inAll, { ...inAll, entryId: idOf("name 1") }, { ...inAll, entryId: idOf("name 2"), note: study.projectId }];
  },
  codebook: () => [{}],
  "coding-desk": inDocuments,
  "desk-codings": inDocuments,
  "moved-codings": inDocuments,
  recordings: (study) => [
    ...(["interview", "group"] as const).map((name) => ({ documentId: study.documentId(name) })),
    { documentId: idOf("no such document") },
  ],
  "correction-preview": (study) =>
    (["interview", "group"] as const).flatMap((name) => {
      const documentId = study.documentId(name);
      const revisionId = newestOf(study, documentId);
      const changes = [{ from: 0, to: 3, insert: "Zounds" }];
      const all = [{ from: 0, to: study.text(name).length - 1, insert: "" }];
      return [
        { documentId, revisionId, changes },
        { documentId, revisionId, changes: all },
        { documentId, revisionId: idOf("no such revision"), changes },
      ];
    }),
  "newest-text": (study) => (["interview", "group"] as const).map((name) => ({ documentId: study.documentId(name) })),
  "document-revisions": (study) =>
    (["interview", "group"] as const).map((name) => ({ documentId: study.documentId(name) })),
  "old-revision": (study) =>
    (["interview", "group"] as const).map((name) => {
      const documentId = study.documentId(name);
      return { documentId, revisionId: newestOf(study, documentId) };
    }),
  "code-excerpts": (study) => [study.codes.staffing, PROPOSAL, idOf("no such code")].map((codeId) => ({ codeId })),
  "find-words": (study) => [
    { words: "now" },
    { words: "Now", matchCase: true, wholeWords: true, documentId: study.documentId("interview") },
    { words: "Zeugmatic" },
  ],
  "compared-codings": (study) => inDocuments(study).map((each) => ({ roundId: study.roundId, ...each })),
  "round-progress": inRounds,
  "agreement-report": (study) => inRounds(study).flatMap((each) => pairs(study, each)),
  "agreement-by-document": (study) => inRounds(study).flatMap((each) => pairs(study, each)),
  "full-agreement-report": inRounds,
  "agreement-by-unit": (study) => inRounds(study).flatMap((each) => [each, { ...each, rollUp: false }]),
  "agreement-over-rounds": (study) => [
    {},
    { before: study.roundId, after: ROUND_2 },
    { before: ROUND_2, after: study.roundId, rollUp: false },
    ...pairs(study, {}),
  ],
  "all-coders-agreement": inRounds,
  "overlap-agreement": (study) =>
    inRounds(study).flatMap((each) => [each, { ...each, matching: "one-to-one", withUnmatched: true, level: 0 }]),
  "unitizing-agreement": (study) =>
    inRounds(study).flatMap((each) => [each, { ...each, domain: study.codes.work }, { ...each, domain: PROPOSAL }]),
  "agreement-places": (study) =>
    inRounds(study).flatMap((each) =>
      [study.codes.staffing, PROPOSAL].flatMap((codeId) => pairs(study, { ...each, codeId })),
    ),
  "overlap-places": (study) =>
    inRounds(study).flatMap((each) => [
      { ...each, firstCodeId: study.codes.staffing, secondCodeId: PROPOSAL },
      { ...each, firstCodeId: null, secondCodeId: study.codes.staffing },
    ]),
  reconciliation: (study) =>
    inRounds(study).flatMap((each) => [each, { ...each, documentId: study.documentId("interview") }]),
  "coded-quotes": (study) =>
    ["consensus", "mine"].flatMap((source) => [
      { source },
      { source, codeIds: [study.codes.staffing, PROPOSAL] },
      { source, codeIds: [PROPOSAL] },
      { source, starred: true },
    ]),
  "speaker-rules": () => [{}],
  "project-journal": () => [{}, { limit: 1 }, { limit: 5 }, { limit: 1000 }],
};

function newestOf(study: Study, documentId: string): string {
  const rows = study.db.select().from(revision).where(eq(revision.documentId, documentId)).all();
  return rows.toSorted((a, b) => b.number - a.number)[0]?.id ?? "";
}

function inDocuments(study: Study) {
  return (["interview", "group", "second"] as const).flatMap((name) => {
    const documentId = study.documentId(name);
    return [{ documentId }, ...inRounds(study).map((each) => ({ documentId, ...each }))];
  });
}

function inRounds(study: Study) {
  return [study.roundId, ROUND_2, idOf("no such round")].map((roundId) => ({ roundId }));
}

function pairs(study: Study, params: Record<string, unknown>) {
  const [first, second] = [study.coderId(study.a), study.coderId(study.b)];
  return [
    params,
    { ...params, first, second },
    { ...params, first: second, second: first, unit: "character", rollUp: false },
  ];
}
