// A refusal: the one way in which the program says no to a person; thrown once, mapped once to a status and a sentence.

/** Values that a sentence may name. Never the words of a participant. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * `code` names the sentence (app/ui/sentences.ts holds its text), `status` is the HTTP status that carries it.
 * Whatever a person must not know exists is refused as `not-found`, status 404, whatever the true reason was.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: RefusalParams;

  /** The server's bundles each hold a copy of this class; a refusal is one by its shape, whichever copy made it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Refusal" && "code" in value && "status" in value;
  }

  constructor(code: string, status = 409, params: RefusalParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "Refusal";
    this.code = code;
    this.status = status;
    this.params = params;
  }
}

export function notFound(): Refusal {
  return new Refusal("not-found", 404);
}
