import type { Metadata } from "next";
import { cookies } from "next/headers";
import { listSessions } from "@/db/accounts/sessions";
import { enterAsPerson, readForPage } from "../../access";
import { PageFrame } from "../../ui/page-frame";
import { Section } from "../../ui/section";
import { readTheme, themeCookie } from "../../ui/theme";
import { ThemeSwitch } from "../../ui/theme-switch";
import { TopBar } from "../../ui/top-bar";
import { PersonMenu } from "../person-menu";
import { PasswordForm } from "./password-form";
import { SessionList } from "./session-list";
import { TokenList } from "./token-list";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage({ params }: { params: Promise<{ workspace: string }> }) {
  const name = (await params).workspace;
  const entrance = await enterAsPerson(name);
  const { workspace, visitor } = entrance;
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <>
      <TopBar
        homeHref={`/${name}`}
        crumbs={[{ label: "Projects", href: `/${name}` }, { label: "Account" }]}
        right={<PersonMenu />}
      />
      <PageFrame title="Account" intro={`${visitor.actor.name}, ${visitor.email}`}>
        <Section title="Colours">
          <ThemeSwitch initial={theme} />
        </Section>
        {name === "sample" ? null : (
          <Section title="Password" intro="Changing it ends your sessions on other computers.">
            <PasswordForm />
          </Section>
        )}
        <Section title="Where you are signed in">
          <SessionList initial={listSessions(workspace, visitor)} />
        </Section>
        <Section
          title="Access tokens"
          intro="A token lets a script work as you in this workspace, over the interface that /api/openapi.json describes."
        >
          <TokenList initial={readForPage(entrance, "my-tokens", {})} />
        </Section>
      </PageFrame>
    </>
  );
}
