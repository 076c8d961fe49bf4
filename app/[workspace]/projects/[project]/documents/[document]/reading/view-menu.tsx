"use client";

import { SlidersHorizontal } from "lucide-react";
import { memo, type ReactNode, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import { lazyPart } from "../lazy-part";
import type { OpenSettings } from "./use-desk-settings";

const ViewOptions = lazyPart(async () => (await import("./view-options")).ViewOptions);

export interface ViewMenuProps extends OpenSettings {
  /** What else can be chosen about this document at this moment. */
  children?: ReactNode;
  onCopyLink: () => void;
  /** For a lead, where the document has no recording yet. */
  onAddRecording: (() => void) | null;
}

/** How the text looks: a button in the head, and behind it what can be chosen. */
export const ViewMenu = memo(function ViewMenu({
  settings,
  change,
  children,
  onCopyLink,
  onAddRecording,
}: ViewMenuProps) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="quiet"
        icon={<SlidersHorizontal aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        View
      </Button>
      {asked ? (
        <ViewOptions
          anchor={button}
          open={open}
          onClose={() => setOpen(false)}
          settings={settings}
          change={change}
          onCopyLink={onCopyLink}
        >
          {children}
          {onAddRecording ? (
            <Button
              size="small"
              onPress={() => {
                setOpen(false);
                onAddRecording();
              }}
            >
              Add a recording…
            </Button>
          ) : null}
        </ViewOptions>
      ) : null}
    </>
  );
});
