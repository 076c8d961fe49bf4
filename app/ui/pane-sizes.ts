export interface PaneSize {
  /** In CSS pixels. */
  size: number;
  collapsed: boolean;
}

export type PaneSizes = Partial<Record<"left" | "right", PaneSize>>;

const key = (id: string) => `panes:${id}`;

export function isPaneSize(value: unknown): value is PaneSize {
  if (typeof value !== "object" || value === null || !("size" in value) || !("collapsed" in value)) return false;
  return typeof value.size === "number" && Number.isFinite(value.size) && typeof value.collapsed === "boolean";
}

/** What was remembered, as far as it can be read: someone may have edited it, or the browser may forbid the store. */
export function parsePaneSizes(text: string | null): PaneSizes {
  if (text === null) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const sizes: PaneSizes = {};
  if ("left" in value && isPaneSize(value.left)) sizes.left = value.left;
  if ("right" in value && isPaneSize(value.right)) sizes.right = value.right;
  return sizes;
}

export function loadPaneSizes(id: string): PaneSizes {
  try {
    return parsePaneSizes(window.localStorage.getItem(key(id)));
  } catch {
    return {};
  }
}

export function savePaneSizes(id: string, sizes: PaneSizes): void {
  try {
    window.localStorage.setItem(key(id), JSON.stringify(sizes));
  } catch {
    // A full or forbidden store costs only the memory of the sizes.
  }
}
