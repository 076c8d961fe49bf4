"use client";

import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useState } from "react";
import { Group, Panel, type PanelImperativeHandle, Separator, usePanelRef } from "react-resizable-panels";
import { Button } from "./button";
import { loadPaneSizes, type PaneSize, type PaneSizes, savePaneSizes } from "./pane-sizes";
import styles from "./split-panes.module.css";
import { Tooltip } from "./tooltip";

export interface SidePane {
  /** What the pane holds; names its region and its button. */
  label: string;
  content: ReactNode;
  /** Sizes in CSS pixels. */
  defaultSize?: number;
  minSize?: number;
  maxSize?: number;
}

export interface SplitPanesProps {
  /** Where the sizes are remembered, in this browser. */
  id: string;
  left?: SidePane;
  /** With it the centre is a named region that scrolls by itself; without, what stands in it does. */
  centreLabel?: string;
  centre: ReactNode;
  centreMinSize?: number;
  right?: SidePane;
  /** The sizes as somebody else keeps them, known before the first paint; then this browser's store is left alone. */
  sizes?: PaneSizes;
  onSizes?: (sizes: PaneSizes) => void;
}

const rail = 36;
const usual = 280;

type Side = "left" | "right";

/** Stands inside the `main` of a page that fills the window: takes the height it is given, the sides fold to a rail. */
export function SplitPanes(props: SplitPanesProps) {
  const { id, left, centreLabel, centre, centreMinSize = 400, right, sizes, onSizes } = props;
  const leftRef = usePanelRef();
  const rightRef = usePanelRef();

  const kept = sizes !== undefined;
  useLayoutEffect(() => {
    if (kept) return;
    const stored = loadPaneSizes(id);
    restore(leftRef, stored.left);
    restore(rightRef, stored.right);
  }, [id, kept, leftRef, rightRef]);

  // Only what the person did is remembered: a narrower window is not a wish for narrower panes.
  const remember = () => {
    const before = sizes ?? loadPaneSizes(id);
    const now = { left: measure(leftRef, before.left, left), right: measure(rightRef, before.right, right) };
    if (sizes) onSizes?.(now);
    else savePaneSizes(id, now);
  };
  // The sizes are told a frame after a pane was folded or unfolded, or a key moved its edge.
  const shared = { onToggle: () => requestAnimationFrame(remember) };
  return (
    <Group
      id={id}
      className={styles.group}
      onLayoutChanged={(_layout, meta) => {
        if (meta.isUserInteraction) remember();
      }}
    >
      {left ? <SidePanel {...shared} side="left" pane={left} size={sizes?.left} panelRef={leftRef} /> : null}
      {left ? (
        <Separator className={styles.separator} onKeyUp={shared.onToggle} aria-label={`Width of ${left.label}`} />
      ) : null}
      <Panel id={`${id}-centre`} minSize={centreMinSize} className={styles.centre}>
        {centreLabel ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section tabIndex={0} aria-label={centreLabel} className={styles.content}>
            {centre}
          </section>
        ) : (
          centre
        )}
      </Panel>
      {right ? (
        <Separator className={styles.separator} onKeyUp={shared.onToggle} aria-label={`Width of ${right.label}`} />
      ) : null}
      {right ? <SidePanel {...shared} side="right" pane={right} size={sizes?.right} panelRef={rightRef} /> : null}
    </Group>
  );
}

type PanelRef = RefObject<PanelImperativeHandle | null>;

function restore(panelRef: PanelRef, remembered: PaneSize | undefined) {
  if (!remembered) return;
  panelRef.current?.resize(remembered.size);
  if (remembered.collapsed) panelRef.current?.collapse();
}

/** A folded pane keeps the size it had when it was open. */
function measure(panelRef: PanelRef, before: PaneSize | undefined, pane?: SidePane): PaneSize | undefined {
  const panel = panelRef.current;
  if (!panel) return before;
  const collapsed = panel.isCollapsed();
  const size = Math.round(panel.getSize().inPixels);
  return collapsed ? { size: before?.size ?? pane?.defaultSize ?? usual, collapsed } : { size, collapsed };
}

interface SidePanelProps {
  side: Side;
  pane: SidePane;
  /** As it was kept, if it was. */
  size: PaneSize | undefined;
  panelRef: PanelRef;
  onToggle: () => void;
}

function SidePanel({ side, pane, size, panelRef, onToggle }: SidePanelProps) {
  const { label, content, defaultSize = usual, minSize = 200, maxSize = 560 } = pane;
  // Where the pane begins; what it is dragged to later must not become a new beginning.
  const [begun] = useState(size);
  const [collapsed, setCollapsed] = useState(begun?.collapsed ?? false);
  const Close = side === "left" ? PanelLeftClose : PanelRightClose;
  const Open = side === "left" ? PanelLeftOpen : PanelRightOpen;
  const Icon = collapsed ? Open : Close;
  const words = `${collapsed ? "Show" : "Hide"} ${label}`;
  return (
    <Panel
      panelRef={panelRef}
      collapsible
      collapsedSize={rail}
      defaultSize={begun?.collapsed ? rail : (begun?.size ?? defaultSize)}
      minSize={minSize}
      maxSize={maxSize}
      groupResizeBehavior="preserve-pixel-size"
      onResize={(size) => setCollapsed(size.inPixels <= rail + 1)}
    >
      <section aria-label={label} className={styles.pane} data-collapsed={collapsed || undefined}>
        <div className={styles.head}>
          <h2 className={styles.title}>{label}</h2>
          <Tooltip text={words} placement={side === "left" ? "right" : "left"}>
            <Button
              variant="quiet"
              size="small"
              icon={<Icon aria-hidden />}
              aria-label={words}
              onPress={() => {
                if (collapsed && size) panelRef.current?.resize(size.size);
                else if (collapsed) panelRef.current?.expand();
                else panelRef.current?.collapse();
                onToggle();
              }}
            />
          </Tooltip>
        </div>
        <div className={styles.content}>{content}</div>
      </section>
    </Panel>
  );
}
