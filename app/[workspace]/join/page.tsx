import type { Metadata } from "next";
import { enter } from "../../access";
import { PageFrame } from "../../ui/page-frame";
import { TopBar } from "../../ui/top-bar";
import { JoinScreen } from "./join-screen";

export const metadata: Metadata = { title: "Invitation" };

export default async function JoinPage({ params }: { params: Promise<{ workspace: string }> }) {
  // Only that the workspace is there is checked here: the secret stands in the fragment, which the server never sees.
  await enter((await params).workspace);
  return (
    <>
      <TopBar />
      <PageFrame title="Invitation" width="narrow">
        <JoinScreen />
      </PageFrame>
    </>
  );
}
