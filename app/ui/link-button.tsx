import Link from "next/link";
import type { ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "./button";
import styles from "./button.module.css";
import { classes } from "./classes";

export interface LinkButtonProps {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** A file name, or true for the name the server sends: a plain link that the browser saves. */
  download?: string | true;
  "aria-label"?: string;
}

/** A link that looks like a button: for going somewhere, where a button does something. */
export function LinkButton({ href, children, variant = "plain", size = "medium", icon, ...rest }: LinkButtonProps) {
  const className = classes(styles.button, styles[variant], size === "small" && styles.small);
  const { download } = rest;
  if (download !== undefined) {
    return (
      <a {...rest} href={href} className={className}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link {...rest} href={href} prefetch={false} className={className}>
      {icon}
      {children}
    </Link>
  );
}
