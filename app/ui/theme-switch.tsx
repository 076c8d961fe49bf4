"use client";

import { useState } from "react";
import { Segmented } from "./segmented";
import { readTheme, type Theme, themeCookie } from "./theme";

const year = 60 * 60 * 24 * 365;

function apply(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent on plain http, where teams may serve this
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${year}; samesite=lax`;
}

/** Light, dark or as the system has it; `initial` is what the server read from the cookie. */
export function ThemeSwitch({ initial = "system" }: { initial?: Theme }) {
  const [theme, setTheme] = useState<Theme>(initial);
  return (
    <Segmented
      label="Colours"
      options={[
        { id: "system", label: "System" },
        { id: "light", label: "Light" },
        { id: "dark", label: "Dark" },
      ]}
      value={theme}
      onChange={(id) => {
        const next = readTheme(id);
        setTheme(next);
        apply(next);
      }}
    />
  );
}
