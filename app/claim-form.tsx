"use client";

import { post } from "./client/api";
import { useForm } from "./client/use-form";
import styles from "./doors.module.css";
import { NewAccountFields } from "./new-account-fields";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";
import { TextField } from "./ui/text-field";

export function ClaimForm({ needsCode }: { needsCode: boolean }) {
  const form = useForm(async (values) => {
    await post("main", "/api/accounts/claim", values);
    // A whole new page: what the server made for a stranger must not linger.
    window.location.assign("/main");
  });
  return (
    <form method="post" className={styles.form} onSubmit={form.submit}>
      {needsCode ? (
        <TextField
          name="setupCode"
          label="Setup code"
          hint="The server printed it when it started."
          error={form.fieldProblem("setupCode")}
          autoComplete="off"
          mono
          required
        />
      ) : null}
      <NewAccountFields form={form} />
      {form.problem ? (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" pending={form.pending && "Creating the workspace…"}>
          Create the workspace
        </Button>
      </div>
    </form>
  );
}
