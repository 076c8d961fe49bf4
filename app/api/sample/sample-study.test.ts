import fs from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { project } from "@/db/schema";
import { dbOf } from "@/db/workspace";
import { type CommandLine, commandLine } from "../../cli/command-line-fixture";
import { openServerState } from "../../cli/open-server-state";
import type { ServerState } from "../../server-state";
import { openSample, prepareSample, resetSample, takeSeat } from "./sample-study";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let line: CommandLine;
let dataRoot = "";
let state: ServerState;
let made = 0;

function open(publicUrl: string | null = null): ServerState {
  const { checkout: root, bundle } = line;
  return openServerState({ root, bundle, dataRoot, loopback: true, publicUrl });
}

beforeAll(async () => {
  line = await commandLine();
});
afterAll(() => line.end());
beforeEach(() => {
  dataRoot = fs.mkdtempSync(path.join(line.folder, "data-"));
  state = open();
  made = 0;
  const run = state.pool.run.bind(state.pool);
  vi.spyOn(state.pool, "run").mockImplementation((job, options) => {
    made++;
    return run(job, options);
  });
});
afterEach(() => state.close());

const beside = () => fs.readdirSync(dataRoot).filter((name) => name.startsWith("sample"));

async function settled(): Promise<void> {
  for (let i = 0; i < 200 && beside().join() !== "sample"; i++) await new Promise((done) => setTimeout(done, 50));
}

describe("the sample study", () => {
  test("is made by a child at the first click; a second click at once joins it", async () => {
    const [first, second] = await Promise.all([openSample(state), openSample(state)]);
    expect(first).toBe(second);
    expect(first).toBe(state.workspaces.get("sample"));
    expect(made).toBe(1);
    expect(beside()).toEqual(["sample"]);
    expect(dbOf(first).select().from(project).all()).toHaveLength(1);
    expect(await takeSeat(first, false, new Headers(), "coder-a")).not.toEqual([]);
  });

  test("a click while it is made in the background waits for the same", async () => {
    prepareSample(state);
    await openSample(state);
    prepareSample(state);
    expect(made).toBe(1);
    expect(beside()).toEqual(["sample"]);
  });

  test("a reset puts a new one in its place: streams are told, old seats are gone", async () => {
    const old = await openSample(state);
    const [before] = dbOf(old).select({ id: project.id }).from(project).all();
    const closed = vi.fn();
    old.told.on("closed", closed);
    const [fresh, sameOrLater] = await Promise.all([resetSample(state), openSample(state)]);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(old.sqlite.open).toBe(false);
    expect(sameOrLater).toBe(fresh);
    const [after] = dbOf(fresh).select({ id: project.id }).from(project).all();
    expect(after?.id).not.toBe(before?.id);
    await settled();
    expect(beside()).toEqual(["sample"]);
  });

  test("ending while it is made takes no time, and the next start clears up", async () => {
    prepareSample(state);
    await new Promise((done) => setTimeout(done, 600));
    const from = performance.now();
    await state.close();
    expect(performance.now() - from).toBeLessThan(1500);
    expect(fs.existsSync(path.join(dataRoot, "sample"))).toBe(false);
    fs.mkdirSync(path.join(dataRoot, "sample.new-0123abcd"), { recursive: true });
    fs.mkdirSync(path.join(dataRoot, "sample.new-mine"));
    state = open();
    await openSample(state);
    for (let i = 0; i < 100 && beside().length > 2; i++) await new Promise((done) => setTimeout(done, 50));
    expect(beside().sort()).toEqual(["sample", "sample.new-mine"]);
  });

  test("before it is made there is none, and asking leaves nothing there", async () => {
    expect(() => state.workspace("sample")).toThrow(/not-found/);
    expect(beside()).toEqual([]);
  });

  test("where it may not be looked at it is neither made nor opened", async () => {
    await state.close();
    state = open("https://tandem.example.org");
    prepareSample(state);
    await expect(openSample(state)).rejects.toThrow(/not-found/);
    await expect(resetSample(state)).rejects.toThrow(/not-found/);
    expect(beside()).toEqual([]);
  });
});
