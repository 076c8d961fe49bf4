import type { ParseArgsConfig } from "node:util";

export interface CommandCall {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  /** The checkout; the command may run from any folder. */
  readonly root: string;
  /** The file that the children of a pool run. */
  readonly bundle: string;
  /** The data folder: --data, else TANDEM_DATA, else .tandem in the working folder. */
  readonly dataRoot: string;
  /** Progress and warnings, on standard error. */
  readonly say: (line: string) => void;
}

/** `json` is printed with --json, `lines` without; `failed` gives exit code 1 to an answer that is a finding. */
export interface CommandAnswer {
  readonly json: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
  readonly failed?: boolean;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What stands after `tandem NAME` in the help. */
  readonly usage: string;
  readonly about: readonly string[];
  readonly options?: NonNullable<ParseArgsConfig["options"]>;
  run(call: CommandCall): Promise<CommandAnswer>;
}

/** The command was called wrongly: exit code 2 and a pointer to the help. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "UsageError";
  }
}

/** The only positional argument, when `what` must be given. */
export function onePositional(call: CommandCall, what: string): string {
  const [value, ...more] = call.positionals;
  if (value === undefined || more.length > 0) throw new UsageError(`Give exactly one ${what}.`);
  return value;
}
