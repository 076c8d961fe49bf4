// The figures on all coders of a golden case of the kind `project`, under the names that its file asks for.
import type { AgreementProject } from "./agreement-project";
import { type AllCodersAgreement, type AllCodersOptions, allCodersReport } from "./all-coders";
import type { ConformanceValue } from "./conformance-case";
import { type LayoutOptions, layOut } from "./laid-project";
import { valueOrNull } from "./statistic";

/** `multi.LEVEL.CODE.pooled.STAT` for every code; `prefix` is `multi.LEVEL`. */
export function multiFigures(
  project: AgreementProject,
  { missing, ...layout }: LayoutOptions & AllCodersOptions,
  prefix: string,
): [name: string, value: ConformanceValue][] {
  return allCodersReport(layOut(project, layout), { missing }).flatMap((code) =>
    figuresOf(code).map(([name, value]): [string, ConformanceValue] => [
      `${prefix}.${code.codeId}.pooled.${name}`,
      value,
    ]),
  );
}

function figuresOf(code: AllCodersAgreement): [name: string, value: ConformanceValue][] {
  return [
    ["n", code.items],
    ["nComplete", code.completeItems],
    ["alpha", valueOrNull(code.krippendorffAlpha)],
    ["alphaValues", code.pairableValues],
    ["fleiss", valueOrNull(code.fleissKappa)],
    ["conger", valueOrNull(code.congerKappa)],
    ["light", valueOrNull(code.lightKappa)],
    ["lightOfDefined", valueOrNull(code.lightKappaOfDefined)],
    ["lightDefined", code.pairsDefined],
    ["ac1", valueOrNull(code.gwetAC1)],
    ["randolph", valueOrNull(code.randolphKappa)],
    ["po", valueOrNull(code.percentAgreement)],
    ["ppos", valueOrNull(code.positiveAgreement)],
    ["pneg", valueOrNull(code.negativeAgreement)],
    ["allAgree", valueOrNull(code.agreementOfAll)],
  ];
}
