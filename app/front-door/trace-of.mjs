// What the server's own output says of an error: where it arose, never the words that were being handled.

/**
 * Name, code and frames. Messages are left out: a database driver puts the values of a statement into them, a JSON
 * parser the text. Those of a RangeError stay: it is how lib reports a bug, with a number and its bound.
 * @param {unknown} error
 * @returns {string}
 */
export function traceOf(error) {
  if (!(error instanceof Error)) return typeof error;
  const message = error.name === "RangeError" ? `: ${error.message.slice(0, 200)}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const digest = "digest" in error ? ` [${String(error.digest).slice(0, 40)}]` : "";
  const cause = error.cause === undefined ? "" : `\n  caused by ${traceOf(error.cause)}`;
  return `${error.name}${code}${digest}${message}\n${frames.join("\n")}${cause}`;
}

/** Lets nothing print an error with its message: Next and the runtime log errors that Tandem never sees. */
export function printTracesOnly() {
  for (const method of ["error", "warn"]) {
    const print = console[method].bind(console);
    console[method] = (...words) => print(...words.map((word) => (word instanceof Error ? traceOf(word) : word)));
  }
}
