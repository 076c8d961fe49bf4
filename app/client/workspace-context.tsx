"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { WorkspaceName } from "@/db/workspace";
import { NetworkFailure } from "./api";
import { setPagePerson } from "./page-person";

export interface WorkspaceScene {
  readonly name: WorkspaceName;
  /** The signed-in person, null on the pages for those who are not. */
  readonly person: { readonly id: string; readonly name: string; readonly workspaceRole: "owner" | "member" } | null;
}

const SceneContext = createContext<WorkspaceScene | null>(null);

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live updates say when to look again; until then what is on the screen stands.
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof NetworkFailure && failures < 5,
      },
    },
  });
}

export function WorkspaceProvider({ scene, children }: { scene: WorkspaceScene; children: ReactNode }) {
  const [client] = useState(newClient);
  // Before anything below asks the server; another person is another page.
  useState(() => setPagePerson(scene.name, scene.person?.id ?? null));
  return (
    <QueryClientProvider client={client}>
      <SceneContext.Provider value={scene}>{children}</SceneContext.Provider>
    </QueryClientProvider>
  );
}

export function useWorkspace(): WorkspaceScene {
  const scene = useContext(SceneContext);
  if (!scene) throw new Error("useWorkspace is used outside WorkspaceProvider");
  return scene;
}
