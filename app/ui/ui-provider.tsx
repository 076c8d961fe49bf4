"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { ToastRegion } from "./toast";

export interface UiProviderProps {
  children: ReactNode;
  /** The language of the interface: the same on the server and in the browser, or hydration would differ. */
  locale?: string;
}

/** What the primitives need around them: the language, client-side navigation for links in menus, the toasts. */
export function UiProvider({ children, locale = "en-GB" }: UiProviderProps) {
  const router = useRouter();
  useEffect(() => document.documentElement.removeAttribute("data-waking"), []);
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={(href) => router.push(href)}>
        {children}
        <ToastRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
