import type { UseForm } from "./client/use-form";
import { TextField } from "./ui/text-field";

export interface NewAccountFieldsProps {
  form: UseForm;
  /** The name that an invitation was made out to. */
  name?: string;
}

/** Who somebody is and how they sign in: the same whether they make the workspace or join a project. */
export function NewAccountFields({ form, name }: NewAccountFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label="Your name"
        hint="As your colleagues know you."
        defaultValue={name}
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
    </>
  );
}
