"use client";

import { Download } from "lucide-react";
import { exportAddress } from "@/app/client/api";
import { useWorkspace } from "@/app/client/workspace-context";
import { LinkButton } from "@/app/ui/link-button";
import styles from "./quotes.module.css";
import type { QuoteSource } from "./quotes-screen";

export interface QuoteDownloadsProps {
  projectId: string;
  source: QuoteSource;
  /** null for all of them. */
  codeIds: readonly string[] | null;
  /** Only the starred ones. */
  starred: boolean;
  quotes: number;
  codes: number;
}

export function QuoteDownloads({ projectId, source, codeIds, starred, quotes, codes }: QuoteDownloadsProps) {
  const { name: workspace } = useWorkspace();
  const of = (format: string, params: Record<string, unknown>) => exportAddress(workspace, format, params);
  const chosen = { projectId, source, codeIds: codeIds ?? undefined, starred: starred || undefined };
  const icon = <Download aria-hidden />;
  return (
    <div className={styles.downloads}>
      {quotes > 0 ? (
        <>
          <LinkButton variant="primary" download icon={icon} href={of("quotes-docx", chosen)}>
            Quotes (.docx)
          </LinkButton>
          <LinkButton download icon={icon} href={of("quotes-csv", chosen)}>
            Quotes (.csv)
          </LinkButton>
        </>
      ) : null}
      {codes > 0 ? (
        <LinkButton download icon={icon} href={of("codebook-csv", { projectId })}>
          Codebook (.csv)
        </LinkButton>
      ) : null}
    </div>
  );
}
