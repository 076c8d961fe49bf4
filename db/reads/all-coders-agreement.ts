// The agreement of all coders of a revealed round at once: Krippendorff's alpha and its relatives for each code.
import * as z from "zod";
import { allCodersReport } from "@/lib/agreement/all-coders";
import { layOut } from "@/lib/agreement/laid-project";
import { agreementChoice, chosenProject, intervalChoice } from "./agreement-choice";
import { projectRead } from "./read";
import { roundProject } from "./round-project";

const { first: _first, second: _second, ...choiceWithoutPair } = agreementChoice;

export const allCodersAgreement = projectRead({
  name: "all-coders-agreement",
  summary:
    "Coefficients for any number of coders of a revealed round: alpha with intervals, Fleiss, Conger, Light, AC1, Randolph.",
  who: ["lead", "coder", "observer"],
  params: z.object({ ...choiceWithoutPair, ...intervalChoice }),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const { unit, rollUp, minShare, codeIds, confidence, bootstrap } = params;
    const laid = layOut(chosenProject(found, params), { unit, rollUp, minShare });
    return {
      coders: found.coders,
      unit,
      documents: laid.documents.map(({ id }) => id),
      codes: allCodersReport(laid, { codeIds: codeIds && new Set(codeIds), confidence, bootstrap }),
      setAside: laid.setAside,
    };
  },
});
