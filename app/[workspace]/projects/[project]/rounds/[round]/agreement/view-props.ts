import type { ReadResult } from "@/db/reads";
import type { PlaceCoders } from "@/lib/agreement/places";
import type { AgreementChoice, Unit } from "./agreement-choice";
import type { LabelScheme } from "./figure-words";

/** What makes a pair of excerpts: the options of the view "Which code". */
export interface OverlapOptions {
  readonly minIou: number;
  readonly matching: "all-pairs" | "one-to-one";
  readonly withUnmatched: boolean;
  readonly level: number | null;
}

/** The text that stands open beside the figures. */
export type Opened =
  | {
      readonly kind: "code";
      readonly codeId: string;
      /** Which of its places are wanted first; null for the disagreements. */
      readonly coders: PlaceCoders | null;
      /** One document's places alone, as a cell of the heat map opens them. */
      readonly documentId?: string;
      /** The places of another unit than the chosen one, as the view "Units" opens them. */
      readonly unit?: Unit;
    }
  | ({
      readonly kind: "pair";
      /** null: no excerpt. */
      readonly firstCodeId: string | null;
      readonly secondCodeId: string | null;
    } & OverlapOptions);

export interface ViewProps {
  place: { projectId: string; roundId: string };
  /** What the shown figures depend on; figureParams and intervalParams make the params of a read of it. */
  choice: AgreementChoice;
  report: ReadResult<"agreement-report">;
  names: readonly [string, string];
  labels: LabelScheme | null;
  opened: Opened | null;
  onOpen: (next: Opened) => void;
}
