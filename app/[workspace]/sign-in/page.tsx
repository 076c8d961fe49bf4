import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isClaimed } from "@/db/accounts/claim-workspace";
import { enter } from "../../access";
import { SignInForm } from "../../sign-in-form";
import { PageFrame } from "../../ui/page-frame";
import { TopBar } from "../../ui/top-bar";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ params }: { params: Promise<{ workspace: string }> }) {
  const name = (await params).workspace;
  const { workspace, visitor } = await enter(name);
  if (visitor) redirect(`/${name}`);
  // The sample has no passwords to type, and an unclaimed workspace nobody who could sign in.
  if (workspace.name === "sample" || !isClaimed(workspace)) redirect("/");
  return (
    <>
      <TopBar />
      <PageFrame
        title="Sign in"
        width="narrow"
        intro="Forgotten the password? Whoever runs this server can set a new one."
      >
        <SignInForm workspace={workspace.name} />
      </PageFrame>
    </>
  );
}
