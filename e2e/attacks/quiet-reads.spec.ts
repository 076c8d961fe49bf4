import { expect, test } from "playwright/test";
import { asking, described, pages, questions } from "./every-address";
import { openStudy } from "./open-study";
import { tableDigests } from "./table-digest";
import { type Caller, workAsA, workAsB } from "./two-worlds-study";

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

test("looking at everything, in every role, changes nothing", async () => {
  const study = await openStudy();
  try {
    await workAsA(study);
    await workAsB(study);
    const { formats } = await described(study.server.url);
    const before = tableDigests(study.server.dataRoot);
    const look = async (people: readonly Caller[]) => {
      let found = 0;
      for (const who of people) {
        for (const address of Object.values(pages(study)).flat()) {
          if ((await who.page(address)).answer.status === 200) found++;
        }
        for (const [read, asked] of Object.entries(questions(study))) {
          for (const params of asked) {
            const { address, init } = asking(read, params);
            const answer = await who.fetch(address, init);
            await answer.text();
            if (answer.ok) found++;
          }
        }
        for (const format of formats) {
          await (await who.fetch(`/api/exports/${format}?projectId=${study.projectId}`)).arrayBuffer();
        }
        for (const address of ["/api/health", "/api/auth/get-session", "/api/auth/list-sessions"]) {
          await (await who.fetch(address)).text();
        }
        const stop = new AbortController();
        await who.fetch("/api/events?after=0", { signal: stop.signal });
        stop.abort();
      }
      return found;
    };
    const everybody = [study.lead, study.a, study.observer];
    expect(await look(everybody), "addresses that were really answered").toBeGreaterThan(50);
    expect(tableDigests(study.server.dataRoot)).toEqual(before);
    // Once more after the reveal, when there is more to look at.
    await study.lead.act("reveal-round", {
      projectId: study.projectId,
      roundId: study.roundId,
      name: "Round 1",
      override: "The rest is not needed.",
    });
    const revealed = tableDigests(study.server.dataRoot);
    expect(revealed).not.toEqual(before);
    await look([study.lead]);
    expect(tableDigests(study.server.dataRoot)).toEqual(revealed);
  } finally {
    await study.server.stop();
  }
});
