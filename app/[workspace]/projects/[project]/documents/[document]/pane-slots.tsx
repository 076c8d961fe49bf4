"use client";

import { memo, type ReactNode, useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { PaneSizes } from "@/app/ui/pane-sizes";
import { SplitPanes } from "@/app/ui/split-panes";

type Pane = "documents" | "transcript" | "codes";

/** Hands each pane what stands in it. A context would not do: React looks through all of the text for who uses it. */
class Contents {
  private readonly listeners = new Set<() => void>();

  constructor(private now: Readonly<Record<Pane, ReactNode>>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(pane: Pane): ReactNode {
    return this.now[pane];
  }

  show(next: Readonly<Record<Pane, ReactNode>>): void {
    this.now = next;
    for (const listener of this.listeners) listener();
  }
}

function Slot({ contents, pane }: { contents: Contents; pane: Pane }) {
  const content = () => contents.of(pane);
  return useSyncExternalStore(contents.subscribe, content, content);
}

interface PanesProps {
  contents: Contents;
  /** Of what stands around the transcript. */
  className: string | undefined;
  sizes: PaneSizes;
  onSizes: (sizes: PaneSizes) => void;
}

const Panes = memo(function Panes({ contents, className, sizes, onSizes }: PanesProps) {
  return (
    <SplitPanes
      id="desk"
      centreMinSize={440}
      sizes={sizes}
      onSizes={onSizes}
      left={{
        label: "Documents",
        defaultSize: 230,
        minSize: 170,
        content: <Slot contents={contents} pane="documents" />,
      }}
      centre={
        <div className={className}>
          <Slot contents={contents} pane="transcript" />
        </div>
      }
      right={{ label: "Codes", defaultSize: 300, minSize: 220, content: <Slot contents={contents} pane="codes" /> }}
    />
  );
});

export interface PaneSlotsProps extends Record<Pane, ReactNode>, Omit<PanesProps, "contents"> {}

/** The three panes. What stands in them changes with every act; the panes, their separators and buttons do not. */
export function PaneSlots({ documents, transcript, codes, ...panes }: PaneSlotsProps) {
  const [contents] = useState(() => new Contents({ documents, transcript, codes }));
  useLayoutEffect(() => contents.show({ documents, transcript, codes }), [contents, documents, transcript, codes]);
  return <Panes {...panes} contents={contents} />;
}
