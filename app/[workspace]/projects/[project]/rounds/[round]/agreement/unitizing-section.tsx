"use client";

import { sentenceOfError } from "@/app/client/api";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { Select } from "@/app/ui/select";
import { Swatch } from "@/app/ui/swatch";
import { treeOrder } from "@/lib/codebook/tree";
import { figureParams } from "./agreement-choice";
import { Computing } from "./computing";
import { GammaFigure } from "./gamma-figure";
import { MethodLink } from "./method-link";
import { UnitizingFigures } from "./unitizing-figures";
import { useAddressOptions } from "./use-address-options";
import { useKeptRead } from "./use-kept-read";
import type { ViewProps } from "./view-props";
import styles from "./views.module.css";

/** The choice that stands for the themes at the top. */
const TOP = "themes";

/** Boundaries and values together, within one theme: where did the coders cut, and what did they call it? */
export function UnitizingSection({ place, choice, report, opened, onOpen }: Omit<ViewProps, "names" | "labels">) {
  const { query, change } = useAddressOptions();
  const themes = treeOrder(report.codes).filter(({ code }) =>
    report.codes.some(({ parentId }) => parentId === code.id),
  );
  const asked = query.get("theme");
  const domain =
    asked === TOP ? null : (themes.find(({ code }) => code.id === asked)?.code.id ?? themes[0]?.code.id ?? null);
  const { documentIds } = figureParams(choice);
  const params = { ...place, documentIds, domain };
  const { data, error, waiting } = useKeptRead("unitizing-agreement", params);
  return (
    <Section
      title="What the coders cut out of the text"
      intro={
        <>
          No unit is laid down beforehand: each coder's excerpts are compared as they stand, boundaries and all. For one
          theme at a time, because a passage may have one value only. <MethodLink to="unitizing" />
        </>
      }
    >
      <div className={styles.options}>
        <Select
          label="Theme whose sub-themes are compared"
          options={[
            ...themes.map(({ code, depth }) => ({
              id: code.id,
              label: `${"– ".repeat(depth)}${code.name}`,
              mark: <Swatch colour={code.colour} />,
            })),
            { id: TOP, label: "The top themes themselves" },
          ]}
          value={domain ?? TOP}
          onChange={(id) => change({ theme: id === themes[0]?.code.id ? null : id })}
        />
        <Computing waiting={waiting} />
      </div>
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      {data ? (
        <>
          <UnitizingFigures
            answer={data}
            codes={report.codes}
            coders={report.coders}
            chosen={opened?.kind === "code" ? opened.codeId : null}
            onOpen={(codeId) => onOpen({ kind: "code", codeId, coders: null })}
          />
          <GammaFigure key={JSON.stringify(params)} params={params} />
        </>
      ) : null}
    </Section>
  );
}
