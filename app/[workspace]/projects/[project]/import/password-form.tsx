"use client";

import { useState } from "react";
import { Button } from "../../../../ui/button";
import { Section } from "../../../../ui/section";
import { TextField } from "../../../../ui/text-field";
import styles from "./import.module.css";

export interface PasswordFormProps {
  fileName: string;
  /** Why the last one did not open it. */
  problem: string | null;
  onPassword: (password: string) => void;
}

export function PasswordForm({ fileName, problem, onPassword }: PasswordFormProps) {
  const [password, setPassword] = useState("");
  return (
    <Section title={fileName} intro="This PDF asks for a password. It opens the file now and is not stored.">
      <form
        className={styles.password}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== "") onPassword(password);
        }}
      >
        <TextField
          label="Password of the file"
          type="password"
          value={password}
          onChange={setPassword}
          error={problem ?? undefined}
          autoComplete="off"
          maxLength={500}
        />
        <Button type="submit" disabled={password === ""}>
          Open it
        </Button>
      </form>
    </Section>
  );
}
