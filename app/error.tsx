"use client";

import { Button } from "./ui/button";
import { LinkButton } from "./ui/link-button";
import { PageFrame } from "./ui/page-frame";
import styles from "./ui/page-frame.module.css";

export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <PageFrame
      title="This page could not be shown"
      width="narrow"
      intro="Something went wrong in the program. What was already saved is kept. You can try again, or go back to the start page."
    >
      <div className={styles.buttons}>
        <Button variant="primary" onPress={reset}>
          Try again
        </Button>
        <LinkButton href="/">Go to the start page</LinkButton>
      </div>
      {error.digest ? (
        <p className={styles.reference}>
          If it happens again, tell whoever looks after this server and give them this reference:{" "}
          <code>{error.digest}</code>
        </p>
      ) : null}
    </PageFrame>
  );
}
