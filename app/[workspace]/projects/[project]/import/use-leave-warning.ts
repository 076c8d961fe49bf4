"use client";

import { useEffect, useState } from "react";

/**
 * While something is under way: closing the page asks in the browser's own words, and a link of ours waits for an
 * answer. Returns where that link leads, until it is answered.
 */
export function useLeaveWarning(underWay: boolean): { asked: string | null; forget: () => void } {
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (!underWay) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
      if (!(link instanceof HTMLAnchorElement) || elsewhere || link.target === "_blank" || link.download) return;
      if (link.origin !== window.location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setAsked(`${link.pathname}${link.search}`);
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [underWay]);
  return { asked, forget: () => setAsked(null) };
}
