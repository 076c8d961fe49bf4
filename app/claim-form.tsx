"use client";

import { post } from "./client/api";
import { useForm } from "./client/use-form";
import styles from "./doors.module.css";
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
      <TextField
        name="name"
        label="Your name"
        hint="As your colleagues know you."
        error={form.fieldProblem("name")}
        autoComplete="name"
        maxLength={200}
        required
      />
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        hint="You sign in with it. Nothing is sent there."
        error={form.fieldProblem("email")}
        autoComplete="username"
        required
      />
      <TextField
        name="password"
        type="password"
        label="Password"
        hint="At least 10 characters. Several words make a good one."
        error={form.fieldProblem("password")}
        autoComplete="new-password"
        maxLength={128}
        required
      />
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
