"use client";

import "./ui/tokens.css";
import "./ui/base.css";
import buttonStyles from "./ui/button.module.css";
import styles from "./ui/page-frame.module.css";

// The layout itself failed: nothing of it can be relied on here, so this page stands on plain elements.
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Tandem could not be shown</title>
        <main id="main" className={`${styles.page} ${styles.narrow}`}>
          <h1>Tandem could not be shown</h1>
          <p>Something went wrong in the program. What was already saved is kept. Loading the page again may help.</p>
          <div className={styles.buttons}>
            <button
              type="button"
              className={`${buttonStyles.button} ${buttonStyles.primary}`}
              onClick={() => window.location.reload()}
            >
              Load the page again
            </button>
          </div>
          {error.digest ? (
            <p className={styles.reference}>
              If it happens again, tell whoever looks after this server and give them this reference:{" "}
              <code>{error.digest}</code>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
}
