import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import "./ui/tokens.css";
import "./ui/base.css";
import { fonts } from "./ui/fonts";
import { readTheme, themeCookie } from "./ui/theme";
import { UiProvider } from "./ui/ui-provider";

export const metadata: Metadata = {
  title: { default: "Tandem", template: "%s · Tandem" },
  description: "Blind double coding of interview and focus-group transcripts",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1a18" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request makes every page dynamic, which a nonce per response requires.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    // data-waking goes when the page answers to the hand; until then the cursor says that it does not yet.
    <html
      lang="en-GB"
      className={fonts}
      data-theme={theme === "system" ? undefined : theme}
      data-waking=""
      suppressHydrationWarning
    >
      <head>
        {/* React Aria adds two small <style> elements and takes their nonce from here. */}
        {nonce ? <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning /> : null}
      </head>
      <body>
        <UiProvider>{children}</UiProvider>
      </body>
    </html>
  );
}
