"use client";

import { createContext, memo, type ReactNode, use, useMemo } from "react";
import { SplitPanes } from "@/app/ui/split-panes";

type Pane = "documents" | "transcript" | "codes";

const Contents = createContext<Readonly<Record<Pane, ReactNode>>>({ documents: null, transcript: null, codes: null });

function Slot({ pane }: { pane: Pane }) {
  return use(Contents)[pane];
}

const Panes = memo(function Panes({ className }: { className: string | undefined }) {
  return (
    <SplitPanes
      id="desk"
      centreMinSize={440}
      left={{ label: "Documents", defaultSize: 230, minSize: 170, content: <Slot pane="documents" /> }}
      centre={
        <div className={className}>
          <Slot pane="transcript" />
        </div>
      }
      right={{ label: "Codes", defaultSize: 300, minSize: 220, content: <Slot pane="codes" /> }}
    />
  );
});

export interface PaneSlotsProps extends Record<Pane, ReactNode> {
  /** Of what stands around the transcript. */
  className: string | undefined;
}

/** The three panes. What stands in them changes with every act; the panes, their separators and buttons do not. */
export function PaneSlots({ documents, transcript, codes, className }: PaneSlotsProps) {
  const contents = useMemo(() => ({ documents, transcript, codes }), [documents, transcript, codes]);
  return (
    <Contents value={contents}>
      <Panes className={className} />
    </Contents>
  );
}
