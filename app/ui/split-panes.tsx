"use client";

import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Group, Panel, type PanelImperativeHandle, Separator, usePanelRef } from "react-resizable-panels";
import { Button } from "./button";
import { loadPaneSizes, type PaneSize, savePaneSizes } from "./pane-sizes";
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
  centre: ReactNode;
  centreMinSize?: number;
  right?: SidePane;
}

const rail = 36;

type Side = "left" | "right";

/** Takes the height it is given. The sides fold to a rail; the centre takes what they leave. */
export function SplitPanes({ id, left, centre, centreMinSize = 400, right }: SplitPanesProps) {
  const leftRef = usePanelRef();
  const rightRef = usePanelRef();
  const restored = useRef(false);

  useLayoutEffect(() => {
    const sizes = loadPaneSizes(id);
    restore(leftRef, sizes.left);
    restore(rightRef, sizes.right);
    restored.current = true;
  }, [id, leftRef, rightRef]);

  const remember = () => {
    // The first layout is the library's own and would overwrite what is remembered.
    if (!restored.current) return;
    const before = loadPaneSizes(id);
    savePaneSizes(id, {
      left: measure(leftRef, before.left),
      right: measure(rightRef, before.right),
    });
  };
  return (
    <Group id={id} className={styles.group} onLayoutChanged={remember}>
      {left ? <SidePanel side="left" pane={left} panelRef={leftRef} /> : null}
      {left ? <Separator className={styles.separator} aria-label={`Width of ${left.label}`} /> : null}
      <Panel id={`${id}-centre`} minSize={centreMinSize} className={styles.centre}>
        {centre}
      </Panel>
      {right ? <Separator className={styles.separator} aria-label={`Width of ${right.label}`} /> : null}
      {right ? <SidePanel side="right" pane={right} panelRef={rightRef} /> : null}
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
function measure(panelRef: PanelRef, before: PaneSize | undefined): PaneSize | undefined {
  const panel = panelRef.current;
  if (!panel) return before;
  const collapsed = panel.isCollapsed();
  const size = Math.round(panel.getSize().inPixels);
  return collapsed ? { size: before?.size ?? size, collapsed } : { size, collapsed };
}

function SidePanel({ side, pane, panelRef }: { side: Side; pane: SidePane; panelRef: PanelRef }) {
  const { label, content, defaultSize = 280, minSize = 200, maxSize = 560 } = pane;
  const [collapsed, setCollapsed] = useState(false);
  const Close = side === "left" ? PanelLeftClose : PanelRightClose;
  const Open = side === "left" ? PanelLeftOpen : PanelRightOpen;
  const Icon = collapsed ? Open : Close;
  const words = `${collapsed ? "Show" : "Hide"} ${label}`;
  return (
    <Panel
      panelRef={panelRef}
      collapsible
      collapsedSize={rail}
      defaultSize={defaultSize}
      minSize={minSize}
      maxSize={maxSize}
      groupResizeBehavior="preserve-pixel-size"
      onResize={(size) => setCollapsed(size.inPixels <= rail + 1)}
    >
      <section aria-label={label} className={styles.pane} data-collapsed={collapsed || undefined}>
        <div className={styles.head}>
          <span className={styles.title}>{label}</span>
          <Tooltip text={words} placement={side === "left" ? "right" : "left"}>
            <Button
              variant="quiet"
              size="small"
              icon={<Icon aria-hidden />}
              aria-label={words}
              onPress={() => (collapsed ? panelRef.current?.expand() : panelRef.current?.collapse())}
            />
          </Tooltip>
        </div>
        <div className={styles.content}>{content}</div>
      </section>
    </Panel>
  );
}
