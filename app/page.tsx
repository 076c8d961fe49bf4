import { redirect } from "next/navigation";
import { isClaimed } from "@/db/accounts/claim-workspace";
import { enter, sampleIsOffered } from "./access";
import { ClaimForm } from "./claim-form";
import styles from "./doors.module.css";
import { SampleDoor } from "./sample-door";
import { SignInForm } from "./sign-in-form";
import { PageFrame } from "./ui/page-frame";
import { Section } from "./ui/section";
import { TopBar } from "./ui/top-bar";

export default async function FirstPage() {
  const { state, workspace, visitor } = await enter("main");
  if (visitor) redirect("/main");
  const claimed = isClaimed(workspace);
  return (
    <>
      <TopBar />
      <PageFrame
        title="Tandem"
        intro="A workbench for coding interviews and focus groups in pairs: two people code blind to each other, see how far they agree, settle what they disagree about, and take the quotes into the paper. The transcripts stay on this machine."
      >
        <div className={styles.doors}>
          {claimed ? (
            <Section
              title="Sign in"
              intro="With your own account. Forgotten the password? Whoever runs this server can set a new one."
            >
              <SignInForm workspace="main" />
            </Section>
          ) : (
            <Section
              title="Create the workspace"
              intro="This makes the first account. It owns the workspace and invites everybody else."
            >
              <ClaimForm needsCode={!state.loopback} />
            </Section>
          )}
          {sampleIsOffered(state) ? (
            <Section
              title="Look around the sample study"
              intro="An invented study: one round revealed, another being coded. Nothing there touches your own work."
            >
              <SampleDoor />
            </Section>
          ) : null}
        </div>
      </PageFrame>
    </>
  );
}
