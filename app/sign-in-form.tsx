"use client";

import type { WorkspaceName } from "@/db/workspace";
import { post } from "./client/api";
import { useForm } from "./client/use-form";
import styles from "./doors.module.css";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";
import { TextField } from "./ui/text-field";

export interface SignInFormProps {
  workspace: WorkspaceName;
  /** Whose turn it most likely is. */
  email?: string;
  /** Called instead of going to the projects. */
  onSignedIn?: () => void | Promise<void>;
}

export function SignInForm({ workspace, email, onSignedIn }: SignInFormProps) {
  const form = useForm(async (values) => {
    await post(workspace, "/api/auth/sign-in/email", values);
    if (onSignedIn) await onSignedIn();
    else window.location.assign(`/${workspace}`);
  });
  return (
    <form method="post" className={styles.form} onSubmit={form.submit}>
      <TextField
        name="email"
        type="email"
        label="E-mail address"
        defaultValue={email}
        error={form.fieldProblem("email")}
        autoComplete="username"
        required
      />
      <TextField
        name="password"
        type="password"
        label="Password"
        error={form.fieldProblem("password")}
        autoComplete="current-password"
        maxLength={128}
        required
      />
      {form.problem ? (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" pending={form.pending && "Signing in…"}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
