import { type AgreementChoice, choiceFrom, writeChoice } from "./agreement-choice";
import { LABEL_SCHEMES, type LabelScheme } from "./figure-words";

export const VIEWS = ["codes", "documents", "units", "which-code", "all-coders", "rounds", "planning"] as const;
export type View = (typeof VIEWS)[number];

/** All that the address of the screen keeps, so that what one sees can be sent to somebody. */
export interface ScreenAddress {
  readonly view: View;
  readonly labels: LabelScheme | null;
  readonly choice: AgreementChoice;
}

export function addressFrom(query: URLSearchParams): ScreenAddress {
  const [view, labels] = [query.get("view"), query.get("labels")];
  return {
    view: VIEWS.find((each) => each === view) ?? "codes",
    labels: labels === "none" ? null : (LABEL_SCHEMES.find((each) => each === labels) ?? "landis-koch"),
    choice: choiceFrom(Object.fromEntries(query)),
  };
}

/** `before`: the address as it is; what a view keeps there for itself stays. */
export function queryOf({ view, labels, choice }: ScreenAddress, before = ""): string {
  const query = new URLSearchParams(before);
  writeChoice(choice, query);
  if (view === "codes") query.delete("view");
  else query.set("view", view);
  if (labels === "landis-koch") query.delete("labels");
  else query.set("labels", labels ?? "none");
  const words = query.toString();
  return words ? `?${words}` : "";
}
