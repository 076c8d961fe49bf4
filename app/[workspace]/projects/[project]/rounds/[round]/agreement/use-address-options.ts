"use client";

import { useSearchParams } from "next/navigation";

export interface AddressOptions {
  readonly query: URLSearchParams;
  /** null takes an option out of the address: it is then as it is by default. */
  readonly change: (options: Readonly<Record<string, string | null>>) => void;
}

/** What a view keeps in the address for itself, beside what all views share. */
export function useAddressOptions(): AddressOptions {
  const query = useSearchParams();
  return {
    query: new URLSearchParams(query.toString()),
    change: (options) => {
      // From the address itself: two changes may come before the page is drawn again.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(options)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      const words = next.toString();
      window.history.replaceState(null, "", `${window.location.pathname}${words ? `?${words}` : ""}`);
    },
  };
}
