// The list of reads: everything that a person or a script can look at.
import type * as z from "zod";
import { agreementByDocument } from "./agreement-by-document";
import { agreementByUnit } from "./agreement-by-unit";
import { agreementOverRounds } from "./agreement-over-rounds";
import { agreementPlaces, overlapPlaces } from "./agreement-places";
import { agreementReport } from "./agreement-report";
import { allCodersAgreement } from "./all-coders-agreement";
import { attributeGrid } from "./attribute-grid";
import { codeExcerpts } from "./code-excerpts";
import { codebook } from "./codebook";
import { codedQuotes } from "./coded-quotes";
import { codingDesk } from "./coding-desk";
import { comparedCodings } from "./compared-codings";
import { correctionPreview } from "./correction-preview";
import { deskCodings } from "./desk-codings";
import { documentRevisions, oldRevision } from "./document-revisions";
import { findWords } from "./find-words";
import { fullAgreementReport } from "./full-agreement-report";
import { movedCodings } from "./moved-codings";
import { myProjects } from "./my-projects";
import { myTokens } from "./my-tokens";
import { namePlaces } from "./name-places";
import { newestText } from "./newest-text";
import { overlapAgreement } from "./overlap-agreement";
import { participants } from "./participants";
import { people } from "./people";
import { projectJournal } from "./project-journal";
import { projectOverview } from "./project-overview";
import { pseudonymCandidates } from "./pseudonym-candidates";
import { pseudonymState } from "./pseudonym-state";
import type { AnyRead } from "./read";
import { reconciliation } from "./reconciliation";
import { recordings } from "./recordings";
import { roundProgress } from "./round-progress";
import { speakerRules } from "./speaker-rules";
import { surveys } from "./surveys";
import { unitizingAgreement } from "./unitizing-agreement";

const readsByName = {
  "my-projects": myProjects,
  "my-tokens": myTokens,
  "project-overview": projectOverview,
  people,
  participants,
  "attribute-grid": attributeGrid,
  "pseudonym-state": pseudonymState,
  "pseudonym-candidates": pseudonymCandidates,
  "name-places": namePlaces,
  codebook,
  "coding-desk": codingDesk,
  "desk-codings": deskCodings,
  "newest-text": newestText,
  "moved-codings": movedCodings,
  "correction-preview": correctionPreview,
  "document-revisions": documentRevisions,
  "old-revision": oldRevision,
  recordings,
  "code-excerpts": codeExcerpts,
  "find-words": findWords,
  "compared-codings": comparedCodings,
  "round-progress": roundProgress,
  "agreement-report": agreementReport,
  "agreement-by-document": agreementByDocument,
  "agreement-by-unit": agreementByUnit,
  "agreement-over-rounds": agreementOverRounds,
  "all-coders-agreement": allCodersAgreement,
  "full-agreement-report": fullAgreementReport,
  "overlap-agreement": overlapAgreement,
  "unitizing-agreement": unitizingAgreement,
  "agreement-places": agreementPlaces,
  "overlap-places": overlapPlaces,
  reconciliation,
  "coded-quotes": codedQuotes,
  "project-journal": projectJournal,
  surveys,
  "speaker-rules": speakerRules,
} as const;

export const reads: Record<string, AnyRead> = readsByName;

type Reads = typeof readsByName;
export type ReadName = keyof Reads;
export type ReadParams<Name extends ReadName> = z.input<Reads[Name]["params"]>;
export type ReadResult<Name extends ReadName> = ReturnType<Reads[Name]["run"]>;
