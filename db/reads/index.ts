// The list of reads: everything that a person or a script can look at.
import type * as z from "zod";
import { agreementByDocument } from "./agreement-by-document";
import { agreementByUnit } from "./agreement-by-unit";
import { agreementOverRounds } from "./agreement-over-rounds";
import { agreementPlaces, overlapPlaces } from "./agreement-places";
import { agreementReport } from "./agreement-report";
import { allCodersAgreement } from "./all-coders-agreement";
import { codeExcerpts } from "./code-excerpts";
import { codebook } from "./codebook";
import { codedQuotes } from "./coded-quotes";
import { codingDesk } from "./coding-desk";
import { comparedCodings } from "./compared-codings";
import { deskCodings } from "./desk-codings";
import { findWords } from "./find-words";
import { fullAgreementReport } from "./full-agreement-report";
import { myProjects } from "./my-projects";
import { myTokens } from "./my-tokens";
import { overlapAgreement } from "./overlap-agreement";
import { participants } from "./participants";
import { people } from "./people";
import { projectJournal } from "./project-journal";
import { projectOverview } from "./project-overview";
import type { AnyRead } from "./read";
import { reconciliation } from "./reconciliation";
import { roundProgress } from "./round-progress";
import { unitizingAgreement } from "./unitizing-agreement";

const readsByName = {
  "my-projects": myProjects,
  "my-tokens": myTokens,
  "project-overview": projectOverview,
  people,
  participants,
  codebook,
  "coding-desk": codingDesk,
  "desk-codings": deskCodings,
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
} as const;

export const reads: Record<string, AnyRead> = readsByName;

type Reads = typeof readsByName;
export type ReadName = keyof Reads;
export type ReadParams<Name extends ReadName> = z.input<Reads[Name]["params"]>;
export type ReadResult<Name extends ReadName> = ReturnType<Reads[Name]["run"]>;
