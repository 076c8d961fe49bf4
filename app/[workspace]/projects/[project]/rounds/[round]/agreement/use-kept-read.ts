"use client";

import { useState } from "react";
import { useRead } from "@/app/client/use-read";
import type { ReadName, ReadParams, ReadResult } from "@/db/reads";

export interface KeptRead<Name extends ReadName> {
  /** The newest answer there is, also while another is being computed, so that nothing jumps. */
  readonly data: ReadResult<Name> | undefined;
  readonly error: unknown;
  /** Whether `data` is of the params before, or not there yet. */
  readonly waiting: boolean;
}

/** A read whose former answer stays until the answer to other params is there. */
export function useKeptRead<Name extends ReadName>(
  name: Name,
  params: ReadParams<Name>,
  options?: { enabled?: boolean },
): KeptRead<Name> {
  const { data, error } = useRead(name, params, options);
  const [kept, setKept] = useState<ReadResult<Name> | undefined>(data);
  if (data !== undefined && data !== kept) setKept(data);
  return { data: data ?? kept, error, waiting: data === undefined && !error };
}
