import type { Metadata } from "next";
import { LinkButton } from "./ui/link-button";
import { PageFrame } from "./ui/page-frame";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PageFrame
      title="There is nothing at this address"
      width="narrow"
      intro="The page may have been moved or removed, or your account may not have access to it."
    >
      <div>
        <LinkButton href="/" variant="primary">
          Go to the start page
        </LinkButton>
      </div>
    </PageFrame>
  );
}
