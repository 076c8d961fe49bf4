"use client";

import { type QueryKey, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ReadName, ReadParams, ReadResult } from "@/db/reads";
import type { WorkspaceName } from "@/db/workspace";
import { read } from "./api";
import { useWorkspace } from "./workspace-context";

export function readKey<Name extends ReadName>(
  workspace: WorkspaceName,
  name: Name,
  params: ReadParams<Name>,
): QueryKey {
  return ["read", workspace, name, params];
}

export interface ReadOptions<Name extends ReadName> {
  /** What the server found when it made the page: shown at once, and not asked for again until something changes. */
  readonly initial?: ReadResult<Name>;
  readonly enabled?: boolean;
}

/** A read that stays fresh: live updates make it look again, and what it showed stays until the new answer is there. */
export function useRead<Name extends ReadName>(
  name: Name,
  params: ReadParams<Name>,
  { initial, enabled = true }: ReadOptions<Name> = {},
): UseQueryResult<ReadResult<Name>> {
  const workspace = useWorkspace().name;
  return useQuery<ReadResult<Name>>({
    queryKey: readKey(workspace, name, params),
    queryFn: ({ signal }) => read(workspace, name, params, signal),
    initialData: initial as never,
    enabled,
  });
}
