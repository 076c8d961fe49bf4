"use client";

import { Download } from "lucide-react";
import { exportAddress } from "@/app/client/api";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { LinkButton } from "@/app/ui/link-button";
import { Popover } from "@/app/ui/popover";
import { type AgreementChoice, figureParams, intervalParams } from "./agreement-choice";
import styles from "./codes-view.module.css";

const FILES = [
  { format: "agreement-csv", title: "CSV", about: "every figure in full, one code a row" },
  { format: "agreement-docx", title: "Word (.docx)", about: "the table as a paper prints it" },
  { format: "agreement-json", title: "JSON", about: "the whole report, as the command and the API give it" },
] as const;

export interface ReportDownloadsProps {
  place: { projectId: string; roundId: string };
  choice: AgreementChoice;
}

/** The figures of this choice as files. */
export function ReportDownloads({ place, choice }: ReportDownloadsProps) {
  const { name: workspace } = useWorkspace();
  const params = { ...place, ...figureParams(choice), ...intervalParams(choice), interval: choice.interval };
  return (
    <Popover
      label="Download the table"
      placement="bottom end"
      trigger={
        <Button size="small" variant="quiet" icon={<Download aria-hidden />} aria-label="Download the table">
          Download
        </Button>
      }
    >
      <ul className={styles.files}>
        {FILES.map(({ format, title, about }) => (
          <li key={format}>
            <LinkButton size="small" variant="plain" download href={exportAddress(workspace, format, params)}>
              {title}
            </LinkButton>
            <span className={styles.soft}>{about}</span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
