import path from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "@/lib/refusal";
import { type Command, UsageError } from "./command";
import { commands } from "./commands";
import { startupSentence } from "./startup-sentence";

const SHARED: NonNullable<ParseArgsConfig["options"]> = {
  help: { type: "boolean", short: "h" },
  json: { type: "boolean" },
  data: { type: "string" },
};

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    "Usage: npm run -s tandem -- COMMAND [ARGUMENTS]",
    "",
    ...lines,
    "",
    "COMMAND --help says more of one. Every command takes --json (one JSON object on standard output) and",
    "--data FOLDER (the data folder; else TANDEM_DATA, else .tandem in the working folder).",
    "Exit code: 0 done, 1 refused or something found, 2 called wrongly.",
  ].join("\n");
}

function helpOf(command: Command): string {
  const head = `Usage: npm run -s tandem -- ${command.name} ${command.usage}`.trimEnd();
  return [head, "", `${command.summary}.`, ...command.about].join("\n");
}

function parsed(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...SHARED, ...command.options }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function perform(command: Command, args: string[], root: string, bundle: string): Promise<number> {
  const { values, positionals } = parsed(command, args);
  if (values.help) {
    console.log(helpOf(command));
    return 0;
  }
  const dataRoot = path.resolve(String(values.data ?? process.env.TANDEM_DATA ?? ".tandem"));
  const answer = await command.run({ values, positionals, root, bundle, dataRoot, say: (line) => console.error(line) });
  if (values.json) process.stdout.write(`${JSON.stringify(answer.json)}\n`);
  else for (const line of answer.lines) console.log(line);
  return answer.failed ? 1 : 0;
}

/** Runs one command; returns the exit code. `args` are those after the program's name. */
export async function runCommandLine(args: string[], root: string, bundle: string): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    console.error(`There is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  try {
    return await perform(command, rest, root, bundle);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${helpOf(command)}`);
      return 2;
    }
    const sentence = startupSentence(error);
    const code = error instanceof Refusal ? error.code : "failed";
    if (rest.includes("--json")) process.stdout.write(`${JSON.stringify({ error: { code, sentence } })}\n`);
    console.error(error instanceof Refusal || !(error instanceof TypeError) ? sentence : error);
    return 1;
  }
}
