"use client";

import { useState } from "react";
import { post } from "../../client/api";
import { useForm } from "../../client/use-form";
import { useWorkspace } from "../../client/workspace-context";
import styles from "../../doors.module.css";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { TextField } from "../../ui/text-field";

export function PasswordForm() {
  const { name: workspace } = useWorkspace();
  const [changed, setChanged] = useState(0);
  const form = useForm(async (values) => {
    await post(workspace, "/api/auth/change-password", values);
    setChanged((count) => count + 1);
  });
  return (
    // A new key empties the fields once the password is changed.
    <form key={changed} method="post" className={styles.form} onSubmit={form.submit}>
      <TextField
        name="currentPassword"
        type="password"
        label="Current password"
        error={form.fieldProblem("currentPassword")}
        autoComplete="current-password"
        required
      />
      <TextField
        name="newPassword"
        type="password"
        label="New password"
        hint="At least 10 characters. Several words make a good one."
        error={form.fieldProblem("newPassword")}
        autoComplete="new-password"
        maxLength={128}
        required
      />
      {form.problem ? (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      ) : changed > 0 ? (
        <Notice tone="good" live>
          The password is changed.
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" pending={form.pending && "Changing it…"}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
