"use client";

import { useCallback, useRef, useState } from "react";
import { type DeskSettings, deskSettingsCookie, writeDeskSettings } from "./desk-settings";

const YEAR = 60 * 60 * 24 * 365;

/** The newest of this page's life: a page that the router kept may bring an older cookie. */
let latest: DeskSettings | null = null;

export interface OpenSettings {
  readonly settings: DeskSettings;
  /** Keeps its identity. */
  readonly change: (change: Partial<DeskSettings>) => void;
}

/** `initial` is what the server read from the cookie. */
export function useDeskSettings(initial: DeskSettings): OpenSettings {
  const [settings, set] = useState(() => latest ?? initial);
  const now = useRef(settings);
  const change = useCallback((some: Partial<DeskSettings>) => {
    const next = { ...now.current, ...some };
    now.current = next;
    latest = next;
    const value = encodeURIComponent(writeDeskSettings(next));
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain http, where teams may serve this
    document.cookie = `${deskSettingsCookie}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
    set(next);
  }, []);
  return { settings, change };
}
