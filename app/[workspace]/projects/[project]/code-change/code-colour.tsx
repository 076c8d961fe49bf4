"use client";

import { type CSSProperties, useEffect, useId, useState } from "react";
import { VisuallyHidden } from "@/app/ui/visually-hidden";
import type { Code } from "@/lib/codebook/code";
import { subThemeColour, THEME_COLOURS } from "@/lib/codebook/palette";
import { type CodeIndex, themeOf } from "@/lib/codebook/tree";
import styles from "./code-change.module.css";

export interface CodeColourProps {
  code: Code;
  index: CodeIndex;
  onChoose: (colour: string) => Promise<string | null>;
}

const NAMES = ["Blue", "Ochre", "Purple", "Red", "Green", "Pink", "Dark green", "Grey"];
const PALETTE = THEME_COLOURS.map((colour, index) => ({ colour, name: NAMES[index] ?? colour }));
const PAUSE_MS = 500;

/** A theme gets a colour of the palette, a sub-theme a step of its theme's hue; either may have any other. */
export function CodeColour({ code, index, onChoose }: CodeColourProps) {
  const name = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const theme = themeOf(index, code.id);
  const choices =
    theme.id === code.id
      ? PALETTE
      : PALETTE.map((_, step) => ({
          colour: subThemeColour(theme.colour, step),
          name: `Step ${step + 1} of the theme`,
        }));
  const choose = (colour: string) => void onChoose(colour).then(setProblem);
  return (
    <fieldset className={styles.colours}>
      <legend>Colour</legend>
      <div className={styles.swatches}>
        {choices.map((choice) => {
          const style: CSSProperties & { "--colour": string } = { "--colour": choice.colour };
          return (
            <label key={choice.colour} className={styles.choice} data-colour style={style} title={choice.name}>
              <input
                type="radio"
                name={name}
                checked={code.colour === choice.colour}
                onChange={() => choose(choice.colour)}
              />
              <VisuallyHidden>{choice.name}</VisuallyHidden>
            </label>
          );
        })}
        <OtherColour colour={code.colour} onChoose={choose} />
      </div>
      {problem ? <p className={styles.problem}>{problem}</p> : null}
    </fieldset>
  );
}

/** The browser's own picker tells every shade on the way: only the one it rests on is kept. */
function OtherColour({ colour, onChoose }: { colour: string; onChoose: (colour: string) => void }) {
  const [picked, setPicked] = useState<string | null>(null);
  useEffect(() => {
    if (picked === null) return;
    const timer = setTimeout(() => {
      if (picked !== colour) onChoose(picked);
      setPicked(null);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [picked, colour, onChoose]);
  return (
    <label className={styles.other}>
      Another
      <input
        type="color"
        aria-label="Another colour"
        value={picked ?? colour}
        onChange={(event) => setPicked(event.target.value.toLowerCase())}
      />
    </label>
  );
}
