"use client";

import { ChevronRight, GripVertical } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import {
  Tree as AriaTree,
  Button,
  Collection,
  DropIndicator,
  type Key,
  ListLayout,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from "react-aria-components";
import { classes } from "./classes";
import styles from "./tree.module.css";
import { isWithin, nestRows, type TreeNode, type TreeRow, topmost } from "./tree-rows";

export interface TreeItemData extends TreeNode {
  /** Its name in words: what type-ahead finds and a screen reader says. */
  label: string;
  /** What is shown in place of the bare name. */
  node?: ReactNode;
  /** At the end of the row: a count, a menu. */
  after?: ReactNode;
  disabled?: boolean;
}

export interface TreeMove {
  /** What is moved, in tree order, without what hangs below it. */
  ids: string[];
  targetId: string;
  position: "before" | "after" | "inside";
}

export interface TreeProps {
  label: string;
  /** Flat; siblings stand in the order of this list. */
  items: readonly TreeItemData[];
  expanded?: ReadonlySet<string>;
  /** Where the tree keeps its own state: "all" opens every branch. */
  defaultExpanded?: "all" | readonly string[];
  onExpandedChange?: (ids: Set<string>) => void;
  selectionMode?: "none" | "single" | "multiple";
  /** "replace": a press chooses one and Ctrl or Shift adds; "toggle": each press adds or takes away. */
  selectionBehavior?: "replace" | "toggle";
  selected?: ReadonlySet<string>;
  onSelectedChange?: (ids: Set<string>) => void;
  /** Enter, or a press (a double press where a press selects). */
  onAction?: (id: string) => void;
  /** Rows can then be dragged by mouse, touch or keyboard (their grip, Enter, arrows, Enter). */
  onMove?: (move: TreeMove) => void;
  canMove?: (move: TreeMove) => boolean;
  empty?: ReactNode;
  /** The height it scrolls in; without it the tree is as high as its rows. */
  height?: string;
}

/** From this many rows on, only those in sight are in the page; the tree then needs a height. */
const manyRows = 150;
const rowHeight = 28;
const layoutOptions = { rowHeight, dropIndicatorThickness: 2 };

const words = (keys: Iterable<Key>) => new Set([...keys].map(String));

export function Tree(props: TreeProps) {
  const {
    label,
    items,
    onAction,
    onMove,
    empty,
    height,
    selectionMode = "none",
    selectionBehavior = "replace",
  } = props;
  const rows = useMemo(() => nestRows(items), [items]);
  const defaultExpanded = props.defaultExpanded === "all" ? items.map((item) => item.id) : props.defaultExpanded;
  const dragAndDropHooks = useTreeMoves(props);
  const virtual = items.length >= manyRows;
  const tree = (
    <AriaTree
      aria-label={label}
      className={styles.tree ?? ""}
      style={{ height: height ?? (virtual ? "100%" : undefined) }}
      items={rows}
      dependencies={[items, onMove !== undefined]}
      selectionMode={selectionMode}
      selectionBehavior={selectionBehavior}
      selectedKeys={props.selected}
      onSelectionChange={(keys) =>
        props.onSelectedChange?.(keys === "all" ? new Set(items.map((item) => item.id)) : words(keys))
      }
      disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
      disabledBehavior="selection"
      expandedKeys={props.expanded}
      defaultExpandedKeys={defaultExpanded}
      onExpandedChange={(keys) => props.onExpandedChange?.(words(keys))}
      onAction={onAction && ((key) => onAction(String(key)))}
      dragAndDropHooks={onMove ? dragAndDropHooks : undefined}
      renderEmptyState={() => <div className={styles.empty}>{empty ?? "Nothing here yet."}</div>}
    >
      {(row) => <Row row={row} movable={onMove !== undefined} />}
    </AriaTree>
  );
  if (!virtual) return tree;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      {tree}
    </Virtualizer>
  );
}

function Row({ row, movable }: { row: TreeRow<TreeItemData>; movable: boolean }) {
  const { node: item, children } = row;
  return (
    <TreeItem id={row.id} textValue={item.label} className={classes(styles.row, item.disabled && styles.off)}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={styles.line}>
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ""}>
                <ChevronRight aria-hidden />
              </Button>
            ) : (
              <span className={styles.gap} />
            )}
            <span className={styles.label}>{item.node ?? item.label}</span>
            {item.after ? <span className={styles.after}>{item.after}</span> : null}
            {movable ? (
              <Button slot="drag" className={styles.grip ?? ""} aria-label={`Move ${item.label}`}>
                <GripVertical aria-hidden />
              </Button>
            ) : null}
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <Row row={child} movable={movable} />}</Collection>
    </TreeItem>
  );
}

function useTreeMoves({ items, onMove, canMove }: TreeProps) {
  const { dragAndDropHooks } = useDragAndDrop<TreeRow<TreeItemData>>({
    getItems: (keys) =>
      [...keys].map((key) => ({
        "text/plain": items.find((item) => item.id === String(key))?.label ?? "",
      })),
    getAllowedDropOperations: () => ["move"],
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.indicator ?? ""} />,
    onMove: ({ keys, target }) => {
      const moving = words(keys);
      const targetId = String(target.key);
      if (isWithin(items, targetId, moving)) return;
      const position = target.dropPosition === "on" ? "inside" : target.dropPosition;
      const move: TreeMove = { ids: topmost(items, moving), targetId, position };
      if (canMove?.(move) ?? true) onMove?.(move);
    },
  });
  return dragAndDropHooks;
}
