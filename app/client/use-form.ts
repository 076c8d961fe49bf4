"use client";

import { type FormEvent, useState } from "react";
import { ApiRefusal, sentenceOfError } from "./api";

export interface UseForm {
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
  readonly pending: boolean;
  /** What is wrong with the whole; null while nothing is. */
  readonly problem: string | null;
  /** What is wrong with one field, by its name. */
  readonly fieldProblem: (name: string) => string | undefined;
}

/** A form that is sent once at a time and says what was refused where it was typed, keeping all that was typed. */
export function useForm(send: (values: Record<string, string>) => Promise<void>): UseForm {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = error instanceof ApiRefusal && error.code === "input-not-understood" ? error.params.field : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const entries = [...new FormData(event.currentTarget).entries()];
    const values = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
    setPending(true);
    setError(null);
    send(values)
      .catch((refused: unknown) => setError(refused))
      .finally(() => setPending(false));
  };
  return {
    submit,
    pending,
    problem: error === null || field !== null ? null : sentenceOfError(error),
    fieldProblem: (name) =>
      error instanceof ApiRefusal && field === name ? `This is not accepted: ${error.params.problem}.` : undefined,
  };
}
