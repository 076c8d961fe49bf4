"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Button, type ButtonSize, type ButtonVariant } from "./button";
import { classes } from "./classes";
import styles from "./list.module.css";

export interface MenuEntry {
  id: string;
  label: string;
  detail?: ReactNode;
  /** The key that does the same, as words: "Ctrl+Z". */
  keys?: string;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  href?: string;
  onSelect?: () => void;
}

export interface MenuProps {
  /** Names the menu, and its button where that shows only an icon. */
  label: string;
  /** "line" draws a hairline between groups. */
  items: readonly (MenuEntry | "line")[];
  /** What the button shows; without it three dots. */
  children?: ReactNode;
  icon?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  disabled?: boolean;
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
}

export function Menu(props: MenuProps) {
  const { label, items, children, icon, variant = "quiet", size, disabled, placement = "bottom start" } = props;
  return (
    <MenuTrigger>
      <Button
        variant={variant}
        size={size}
        disabled={disabled}
        aria-label={children ? undefined : label}
        icon={icon ?? (children ? undefined : <Ellipsis aria-hidden />)}
      >
        {children}
      </Button>
      <Popover className={styles.popover ?? ""} placement={placement} offset={4}>
        <MenuList label={label} items={items} />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuListProps extends Pick<MenuProps, "label" | "items"> {
  /** Where no trigger says which entry is first. */
  autoFocus?: "first";
}

export function MenuList({ label, items, autoFocus }: MenuListProps) {
  return (
    <AriaMenu aria-label={label} className={styles.list ?? ""} autoFocus={autoFocus}>
      {items.map((item, index) => (item === "line" ? line(index) : <Entry key={item.id} item={item} />))}
    </AriaMenu>
  );
}

function line(index: number) {
  return <Separator key={`line-${index}`} className={styles.line} />;
}

function Entry({ item }: { item: MenuEntry }) {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      href={item.href}
      isDisabled={item.disabled}
      onAction={item.onSelect}
      className={classes(styles.item, item.danger && styles.danger)}
    >
      {item.icon}
      <span className={styles.words}>
        <span>{item.label}</span>
        {item.detail ? <span className={styles.detail}> {item.detail}</span> : null}
      </span>
      {item.keys ? <span className={styles.keys}> {item.keys}</span> : null}
    </MenuItem>
  );
}
