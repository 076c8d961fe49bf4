"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useWorkspace } from "@/app/client/workspace-context";
import { methodAnchor } from "@/lib/agreement/method-notes";

export interface MethodLinkProps {
  /** The name of a figure, or the id of a section of the method page. */
  to: string;
  children?: ReactNode;
}

/** To the page that says how a figure is computed, at that figure. */
export function MethodLink({ to, children = "How this is computed" }: MethodLinkProps) {
  const { name: workspace } = useWorkspace();
  return (
    <Link href={`/${workspace}/method#${methodAnchor(to)}`} prefetch={false}>
      {children}
    </Link>
  );
}
