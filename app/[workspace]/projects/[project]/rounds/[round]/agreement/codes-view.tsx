"use client";

import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { FEWEST_DOCUMENTS_WITHOUT_WARNING, intervalStanding } from "@/lib/agreement/interval-standing";
import { columnsAddress, columnsFrom } from "./code-columns";
import { isRare } from "./code-rows";
import { CodeTable } from "./code-table";
import { CodesPlot } from "./codes-plot";
import table from "./codes-view.module.css";
import { ColumnsPopover } from "./columns-popover";
import { RARE_SHARE } from "./figure-words";
import { CLUSTER_WORDS, intervalsWords } from "./interval-words";
import { Ledger } from "./ledger";
import { MethodLink } from "./method-link";
import { ReportDownloads } from "./report-downloads";
import { UNIT_WORDS } from "./unit-words";
import { useAddressOptions } from "./use-address-options";
import type { ViewProps } from "./view-props";

/** Every coefficient of each code, with its counts, its interval, and the text behind it. */
export function CodesView(props: ViewProps) {
  const { place, choice, report, names, labels, opened, onOpen } = props;
  const { query, change } = useAddressOptions();
  const columns = columnsFrom(query.get("columns"));
  // From the address itself: two ticks may come before the page is drawn again.
  const toggle = (id: string, on: boolean) => {
    const shown = new Set(
      columnsFrom(new URLSearchParams(window.location.search).get("columns")).map((column) => column.id),
    );
    if (on) shown.add(id);
    else shown.delete(id);
    change({ columns: columnsAddress(shown) });
  };
  const { documents } = report.across.intervals.summed;
  const rare = report.figures.some(({ pooled }) => isRare(pooled));
  const rough = report.figures.some(
    ({ intervals }) => intervals && intervalStanding(intervals.documentsWithCode) === "caution",
  );
  const { one, many } = UNIT_WORDS[choice.unit];
  return (
    <>
      {choice.unit === "character" ? (
        <Notice>
          Counted by character, AC1 and percent agreement come out near 1 whatever the coders do, because most of the
          text is coded by neither. Look at κ and positive agreement, and read the text behind them.
        </Notice>
      ) : null}
      <Section
        title="Codes"
        intro={
          <p>
            One 2×2 table of {many} for each code, added up over the documents.{" "}
            <MethodLink to="cohenKappa">How this is computed</MethodLink>
          </p>
        }
        actions={
          <>
            <ColumnsPopover shown={columns} context={{ choice, names }} onToggle={toggle} />
            <ReportDownloads place={place} choice={choice} />
          </>
        }
      >
        <div className={table.codes}>
          <CodeTable
            report={report}
            choice={choice}
            names={names}
            labels={labels}
            columns={columns}
            chosen={opened?.kind === "code" ? opened.codeId : null}
            onOpen={(codeId, coders) => onOpen({ kind: "code", codeId, coders })}
          />
        </div>
        <ul className={table.below}>
          <li>
            {intervalsWords(choice, documents, report.clusters)}.
            {rough
              ? ` Where fewer than ${FEWEST_DOCUMENTS_WITHOUT_WARNING} ${CLUSTER_WORDS[report.clusters].many} carry the code they are rough and rather too narrow: read them as an order of size.`
              : ""}{" "}
            <MethodLink to="over-documents">How intervals are made</MethodLink>
          </li>
          {rare && choice.unit !== "character" ? (
            <li>
              For rare codes, below {RARE_SHARE * 100}% of the {many}, AC1 and percent agreement are near 1 whatever the
              coders do; their κ hangs on a few decisions, each of them one {one}.
            </li>
          ) : null}
          {choice.rollUp ? (
            <li>
              Over all codes each stands by itself; otherwise a passage would count once more for each theme above.
            </li>
          ) : null}
        </ul>
      </Section>
      <CodesPlot report={report} choice={choice} onOpen={onOpen} />
      <Ledger report={report} choice={choice} names={names} labels={labels} />
    </>
  );
}
