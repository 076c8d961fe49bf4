// A problem of the machine or the checkout that its owner can mend: told in one sentence, without a stack.
export class StartupProblem extends Error {
  /** `details` (the end of a tool's output) is shown above the sentence. */
  constructor(sentence, details = "") {
    super(sentence);
    this.name = "StartupProblem";
    this.details = details;
  }
}

const READ_ONLY = new Set(["EACCES", "EROFS", "EPERM"]);

/** Turns "may not write here" into a sentence; hands every other error back. */
export function asStartupProblem(error, folder) {
  if (error instanceof StartupProblem) return error;
  if (READ_ONLY.has(error?.code)) {
    return new StartupProblem(
      `Tandem may not write in ${folder}; make the folder writable, or start Tandem from a copy that is.`,
    );
  }
  if (error?.code === "ENOSPC") return new StartupProblem(`The disk that holds ${folder} is full.`);
  return error;
}

/** Prints the problem as its owner should read it and returns the exit code. */
export function tellProblem(error) {
  if (error instanceof StartupProblem) {
    if (error.details) console.error(error.details.trimEnd());
    console.error(error.message);
  } else {
    console.error(error);
  }
  return 1;
}
