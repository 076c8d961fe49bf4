"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button";
import { VisuallyHidden } from "./visually-hidden";

export interface CopyButtonProps {
  /** What is copied, or what makes it when it is asked for. */
  text: string | (() => string | Promise<string>);
  label?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

type Outcome = "none" | "copied" | "refused";

export function CopyButton({ text, label = "Copy", variant, size }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>("none");

  useEffect(() => {
    if (outcome === "none") return;
    const timer = setTimeout(() => setOutcome("none"), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      // Absent on plain http from another machine: that is the refusal too.
      await navigator.clipboard.writeText(typeof text === "string" ? text : await text());
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
  };
  const words = { none: label, copied: "Copied", refused: "Not allowed to copy" }[outcome];
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={outcome === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
        onPress={copy}
      >
        {words}
      </Button>
      <VisuallyHidden>
        <span role="status">{outcome === "none" ? "" : words}</span>
      </VisuallyHidden>
    </>
  );
}
