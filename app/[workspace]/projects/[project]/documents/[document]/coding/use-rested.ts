"use client";

import { useEffect, useState } from "react";
import type { DeskCoding } from "../saving/coding-store";

/** Longer than whoever codes on without a pause stays at one coding. */
const REST_MS = 150;

/**
 * The chosen coding once the hand rests at it, and from then on as it changes: what is only for changing it need not be
 * drawn for each of many that are made one after the other.
 */
export function useRested(chosen: DeskCoding | null): DeskCoding | null {
  const [restedAt, setRestedAt] = useState<string | null>(null);
  const id = chosen?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => setRestedAt(id), REST_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return id === restedAt ? chosen : null;
}
