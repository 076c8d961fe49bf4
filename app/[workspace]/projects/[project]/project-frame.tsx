"use client";

import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useRead } from "../../../client/use-read";
import { useWorkspace } from "../../../client/workspace-context";
import { TopBar } from "../../../ui/top-bar";
import { PersonMenu } from "../../person-menu";
import styles from "./project-frame.module.css";
import { ProjectNav } from "./project-nav";

export interface ProjectFrameProps {
  projectId: string;
  projects: ReadResult<"my-projects">;
  children: ReactNode;
}

/** The bar above every screen of a project. Screens of full height take theirs from `--desk-height`. */
export function ProjectFrame({ projectId, projects, children }: ProjectFrameProps) {
  const { name: workspace } = useWorkspace();
  const { data = projects } = useRead("my-projects", {}, { initial: projects });
  const project = data.find((row) => row.projectId === projectId);
  const { frame, above } = useHeightAbove();
  const style: CSSProperties & { "--above": string } = { "--above": `${above}px` };
  return (
    <div ref={frame} className={styles.frame} style={style}>
      <TopBar
        homeHref={`/${workspace}`}
        crumbs={[{ label: project?.name ?? "Project", href: `/${workspace}/projects/${projectId}` }]}
        right={<PersonMenu />}
      >
        <ProjectNav base={`/${workspace}/projects/${projectId}`} role={project?.role ?? "coder"} />
      </TopBar>
      {children}
    </div>
  );
}

/** The sample study has a strip above the bar, of one line or two: what it takes is taken off the full height. */
function useHeightAbove() {
  const frame = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (frame.current) setAbove(frame.current.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return { frame, above };
}
