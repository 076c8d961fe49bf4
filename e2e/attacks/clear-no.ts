import { expect } from "playwright/test";

/** A word that tests put into what they send: no refusal may say it back. */
export const ECHO = "echoedcanaryword";

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** A clear no: a status of 4xx, a code, a sentence, and nothing of what was sent or of how it is made inside. */
export function expectClearNo({ status, text }: Answered, what: string): void {
  expect(`${what}: ${status}`).toMatch(/: 4\d\d$/);
  const body: unknown = JSON.parse(text);
  expect(body, what).toEqual({
    error: {
      code: expect.stringMatching(/^[a-z-]+$/),
      params: expect.any(Object),
      sentence: expect.stringMatching(/\.$/),
    },
  });
  expect(text, what).not.toMatch(/at \w+ \(|node_modules|\.ts:|\.js:|SQLITE|ZodError|SyntaxError/);
  expect(text, what).not.toContain(ECHO);
}
