"use client";

import { Link2 } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Button } from "@/app/ui/button";
import { AnchoredPopover } from "@/app/ui/popover";
import { Segmented } from "@/app/ui/segmented";
import { Switch } from "@/app/ui/switch";
import { DENSITIES, TEXT_SIZES } from "./desk-settings";
import type { OpenSettings } from "./use-desk-settings";
import styles from "./view-options.module.css";

export interface ViewOptionsProps extends OpenSettings {
  anchor: RefObject<Element | null>;
  open: boolean;
  onClose: () => void;
  children?: ReactNode;
  onCopyLink: () => void;
}

const DENSITY_WORDS = { comfortable: "Comfortable", compact: "Compact" };
const SIZE_WORDS = { small: "Small", medium: "Medium", large: "Large", largest: "Largest" };

/** What stands behind the button “View”: everything shows at once in the text behind it. */
export function ViewOptions({ anchor, open, onClose, settings, change, children, onCopyLink }: ViewOptionsProps) {
  return (
    <AnchoredPopover anchor={anchor} open={open} onClose={onClose} label="View" placement="bottom end">
      <div className={styles.options}>
        <Segmented
          label="Text size"
          showLabel
          size="small"
          value={settings.textSize}
          options={TEXT_SIZES.map((id) => ({ id, label: SIZE_WORDS[id] }))}
          onChange={(id) => change({ textSize: TEXT_SIZES.find((each) => each === id) ?? "medium" })}
        />
        <Segmented
          label="Lines and turns"
          showLabel
          size="small"
          value={settings.density}
          options={DENSITIES.map((id) => ({ id, label: DENSITY_WORDS[id] }))}
          onChange={(id) => change({ density: DENSITIES.find((each) => each === id) ?? "comfortable" })}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame where none is wanted. */}
        <div className={styles.switches} role="group" aria-label="Beside the text">
          <Switch checked={settings.turnNumbers} onChange={(turnNumbers) => change({ turnNumbers })}>
            Turn numbers
          </Switch>
          <Switch checked={settings.times} onChange={(times) => change({ times })}>
            Times, where the transcript has them
          </Switch>
          <Switch
            checked={settings.lineNumbers}
            onChange={(lineNumbers) => change({ lineNumbers })}
            hint="Each paragraph is one line, so the numbers are the same on every screen."
          >
            Line numbers
          </Switch>
          <Switch checked={settings.dimAsking} onChange={(dimAsking) => change({ dimAsking })}>
            Interviewers’ turns stand back
          </Switch>
        </div>
        {children}
        <Button size="small" variant="quiet" icon={<Link2 aria-hidden />} onPress={onCopyLink}>
          Copy a link to this turn
        </Button>
      </div>
    </AnchoredPopover>
  );
}
