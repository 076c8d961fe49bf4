import { isPaneSize, type PaneSizes } from "@/app/ui/pane-sizes";
import { type DetailsSize, withinDetails } from "../codebook/details-size";

export const DENSITIES = ["comfortable", "compact"] as const;
export const TEXT_SIZES = ["small", "medium", "large", "largest"] as const;

/** How one person wants the desk on this computer. */
export interface DeskSettings {
  readonly density: (typeof DENSITIES)[number];
  readonly textSize: (typeof TEXT_SIZES)[number];
  /** Turns of interviewers and moderators stand back. */
  readonly dimAsking: boolean;
  readonly turnNumbers: boolean;
  readonly lineNumbers: boolean;
  readonly times: boolean;
  readonly panes: PaneSizes;
  /** The area below the codebook. */
  readonly codeDetails: DetailsSize;
  /** Whether keys without Ctrl or Alt do anything. */
  readonly singleKeys: boolean;
  /** Keys that the person changed, by the name of their command. */
  readonly keys: Readonly<Record<string, string>>;
}

export const DEFAULT_SETTINGS: DeskSettings = {
  density: "comfortable",
  textSize: "medium",
  dimAsking: true,
  turnNumbers: true,
  lineNumbers: false,
  times: true,
  panes: {},
  codeDetails: { open: true, height: 176 },
  singleKeys: true,
  keys: {},
};

/** A cookie, not localStorage: the server must know it, so that the first paint is right and nothing moves after it. */
export const deskSettingsCookie = "desk";

const SWITCHES = ["dimAsking", "turnNumbers", "lineNumbers", "times", "singleKeys"] as const;

/** As attributes of the desk, which its styles know. */
export function lookAttributes(settings: DeskSettings): Record<`data-${string}`, string | undefined> {
  const { density, textSize, dimAsking, turnNumbers, lineNumbers, times } = settings;
  return {
    "data-density": density,
    "data-text-size": textSize,
    "data-dim-asking": dimAsking ? "" : undefined,
    "data-turn-numbers": turnNumbers ? "" : undefined,
    "data-line-numbers": lineNumbers ? "" : undefined,
    "data-times": times ? "" : undefined,
  };
}

type Loose = { readonly [Name in keyof DeskSettings]?: unknown };

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((each) => each === value);
}

function panesOf(value: unknown): PaneSizes {
  if (typeof value !== "object" || value === null) return {};
  const { left, right } = value as { left?: unknown; right?: unknown };
  return { ...(isPaneSize(left) ? { left } : {}), ...(isPaneSize(right) ? { right } : {}) };
}

function detailsOf(value: unknown): DetailsSize {
  if (typeof value !== "object" || value === null) return DEFAULT_SETTINGS.codeDetails;
  const { open, height } = value as { open?: unknown; height?: unknown };
  if (typeof open !== "boolean" || typeof height !== "number") return DEFAULT_SETTINGS.codeDetails;
  return { open, height: withinDetails(height) };
}

function keysOf(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([command, key]) => (typeof key === "string" ? [[command, key]] : [])),
  );
}

/** What the cookie says, as far as it can be read: people edit cookies, and other versions wrote other ones. */
export function readDeskSettings(cookie: string | undefined): DeskSettings {
  let value: unknown = null;
  try {
    value = JSON.parse(cookie ?? "null");
  } catch {
    return DEFAULT_SETTINGS;
  }
  if (typeof value !== "object" || value === null) return DEFAULT_SETTINGS;
  const loose: Loose = value;
  const switches = Object.fromEntries(
    SWITCHES.map((name) => [name, typeof loose[name] === "boolean" ? loose[name] : DEFAULT_SETTINGS[name]]),
  ) as Pick<DeskSettings, (typeof SWITCHES)[number]>;
  return {
    ...switches,
    density: oneOf(DENSITIES, loose.density) ?? DEFAULT_SETTINGS.density,
    textSize: oneOf(TEXT_SIZES, loose.textSize) ?? DEFAULT_SETTINGS.textSize,
    panes: panesOf(loose.panes),
    codeDetails: detailsOf(loose.codeDetails),
    keys: keysOf(loose.keys),
  };
}

/** Only what differs from how the desk comes: a cookie travels with every request. */
export function writeDeskSettings(settings: DeskSettings): string {
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[name as keyof DeskSettings]),
  );
  return JSON.stringify(Object.fromEntries(changed));
}
