"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { Role } from "@/db/actor";
import styles from "./project-frame.module.css";

export interface ProjectNavProps {
  /** The address of the project's overview. */
  base: string;
  role: Role;
}

const PAGES = [
  { label: "Overview", path: "" },
  { label: "Codebook", path: "/codebook" },
  { label: "Quotes", path: "/quotes" },
  { label: "People", path: "/people" },
  { label: "Attributes", path: "/attributes" },
  { label: "Journal", path: "/journal" },
];

export function ProjectNav({ base, role }: ProjectNavProps) {
  const here = usePathname();
  const shown = PAGES.filter((page) => page.path !== "/journal" || role !== "coder");
  return (
    <nav aria-label="Project" className={styles.nav}>
      {shown.map(({ label, path }) => (
        <Link
          key={label}
          href={`${base}${path}`}
          prefetch={false}
          aria-current={here === `${base}${path}` ? "page" : undefined}
          className={styles.link}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
