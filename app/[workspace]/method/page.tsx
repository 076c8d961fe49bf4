import type { Metadata } from "next";
import { METHOD_ENTRIES } from "@/lib/agreement/method";
import { METHOD_GROUPS } from "@/lib/agreement/method-notes";
import { METHOD_SECTIONS } from "@/lib/agreement/method-sections";
import { enterAsPerson } from "../../access";
import { PageFrame } from "../../ui/page-frame";
import { TopBar } from "../../ui/top-bar";
import { PersonMenu } from "../person-menu";
import styles from "./method.module.css";
import { MethodContents } from "./method-contents";
import { MethodFigure } from "./method-figure";
import { MethodPartView } from "./method-part-view";
import { MethodWords } from "./method-words";

export const metadata: Metadata = { title: "How agreement is computed" };

export default async function MethodPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await enterAsPerson(workspace);
  return (
    <>
      <TopBar
        homeHref={`/${workspace}`}
        crumbs={[{ label: "Projects", href: `/${workspace}` }, { label: "Method" }]}
        right={<PersonMenu />}
      />
      <PageFrame
        title="How agreement is computed"
        intro="What each figure answers, its formula, when it misleads, and what other programs print."
      >
        <div className={styles.columns}>
          <MethodContents />
          <div className={styles.content}>
            {METHOD_SECTIONS.map(({ id, title, parts }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className={styles.section}>
                <h2 id={`${id}-title`}>{title}</h2>
                {parts.map((part, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
                  <MethodPartView key={i} part={part} />
                ))}
              </section>
            ))}
            {METHOD_GROUPS.map((group) => (
              <section key={group.id} id={group.id} aria-labelledby={`${group.id}-title`} className={styles.section}>
                <h2 id={`${group.id}-title`}>{group.title}</h2>
                <p>
                  <MethodWords words={group.about} />
                </p>
                {group.figures.map(([name, title]) => {
                  const entry = METHOD_ENTRIES.find((each) => each.name === name);
                  return entry ? <MethodFigure key={name} entry={entry} title={title} /> : null;
                })}
              </section>
            ))}
          </div>
        </div>
      </PageFrame>
    </>
  );
}
