import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { cellsOf, kappaOf, number, openAgreement, openView, sum, twoDecimals } from "./agreement-hand";
import { codedRound, type Seat, type TurnsOfCodes } from "./coded-round";
import { enterSample, type SampleSeat } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

const SUPPORT = "Levels of support";
const WORKLOAD = "Workload levels";

/** By seat and document: six turns in common, and something of everybody's own. */
function coded(seat: SampleSeat, document: number): TurnsOfCodes {
  if (seat === "Lead") return { [SUPPORT]: [0, 1, 2, 3, 7] };
  if (seat === "Coder A") return { [SUPPORT]: [0, 1, 2, 3, 4, 5], [WORKLOAD]: document < 2 ? [8] : [] };
  return { [SUPPORT]: document % 2 === 0 ? [0, 1, 2, 3, 4, 6] : [1, 2, 3] };
}

/** One 0 or 1 for each turn of the round. */
function codesOfTurns(seat: SampleSeat, code: string, turns: readonly number[]): number[] {
  return turns.flatMap((count, document) => {
    const given = coded(seat, document)[code] ?? [];
    return Array.from({ length: count }, (_, turn) => (given.includes(turn) ? 1 : 0));
  });
}

function cohen(one: readonly number[], two: readonly number[]): number {
  const cell = (a: number, b: number) => one.filter((value, i) => value === a && two[i] === b).length;
  return kappaOf([
    [cell(0, 0), cell(0, 1)],
    [cell(1, 0), cell(1, 1)],
  ]);
}

const threePeople = (person: () => Promise<Page>) => Promise.all([person(), person(), person()]);

test("three coders at once: every coefficient is what its definition gives", async ({
  freshServer,
  person,
  axe,
  noHorizontalScroll,
}) => {
  const pages = await threePeople(() => person(freshServer));
  const [lead] = pages;
  const seats: readonly Seat[] = [
    { seat: "Lead", name: "Ruth Adeyemi", page: pages[0] },
    { seat: "Coder A", name: "Sam Okafor", page: pages[1] },
    { seat: "Coder B", name: "Jo Lindqvist", page: pages[2] },
  ];
  const { turns } = await codedRound({ name: "Training", documents: 3, coded, lead, seats });
  await lead.reload();
  await openAgreement(lead, "Training", "All coders");
  const table = lead.getByRole("table", { name: "Agreement of all coders for each code, counted by turn" });
  await expect(table).toBeVisible();
  await expect(lead.getByText(/^3 coders: /)).toBeVisible();

  const given = seats.map(({ seat }) => codesOfTurns(seat, SUPPORT, turns));
  const rates = given.map((values) => sum(values) / values.length);
  const yes = (given[0] ?? []).map((_, i) => sum(given.map((values) => values[i] ?? 0)));
  const items = yes.length;
  const observed = sum(yes.map((x) => (x * (x - 1) + (3 - x) * (2 - x)) / 6)) / items;
  const p = sum(yes) / (3 * items);
  const beyond = (expected: number) => (observed - expected) / (1 - expected);
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  const byPair = (of: (a: number, b: number) => number) => sum(pairs.map(([a, b]) => of(a, b))) / 3;
  const alpha = 1 - ((3 * items - 1) * sum(yes.map((x) => (x * (3 - x)) / 2))) / (sum(yes) * (3 * items - sum(yes)));
  const conger = byPair((a, b) => {
    const [one = 0, two = 0] = [rates[a], rates[b]];
    return one * two + (1 - one) * (1 - two);
  });
  const light = byPair((a, b) => cohen(given[a] ?? [], given[b] ?? []));
  const [first = "", interval, ...others] = await cellsOf(table, SUPPORT);
  // Three documents are too few for an interval; the row says so.
  expect(interval).toBe("–");
  const cells = [first, ...others];
  expect(cells.at(-1)).toMatch(/no interval: only \d documents? carr/);
  expect(cells.slice(0, 4)).toEqual([alpha, beyond(p * p + (1 - p) ** 2), beyond(conger), light].map(twoDecimals));
  expect(cells[4]).toBe(`${twoDecimals(light)} (3 of 3)`);
  expect(cells[5]).toContain(twoDecimals(beyond(2 * p * (1 - p))));
  expect(cells[6]).toBe(twoDecimals(beyond(0.5)));
  expect(cells[7]).toBe(`${(100 * observed).toFixed(1)}%`);
  expect(cells[8]).toBe(`${((100 * sum(yes.map((x) => x * (x - 1)))) / (2 * sum(yes))).toFixed(1)}%`);
  expect(cells[10]).toBe(`${items} of ${items}`);

  // Two of the three never used it: one pair has no κ, and the mean is said to be over the others.
  const rare = await cellsOf(table, WORKLOAD);
  expect(rare[4]).toBe("–");
  expect(rare[5]).toBe("0.00 (2 of 3)");
  expect(rare.at(-1)).toContain("Not defined: at least one pair of coders has no κ");
  expect((await cellsOf(table, "Compassion fatigue")).at(-1)).toContain("Not defined: nobody used it");
  await axe(lead);
  await noHorizontalScroll(lead);

  await table.getByRole("button", { name: new RegExp(`^α of ${SUPPORT}`) }).click();
  await expect(lead.getByRole("complementary", { name: SUPPORT })).toBeVisible();
  await lead.keyboard.press("Escape");

  // The turns were coded whole and never twice, so the unitizing figures are defined, and γ is when asked for.
  const cut = lead.getByRole("table", { name: "Agreement on what was cut out of the text" });
  for (const name of ["uα", "|uα", "αU of 1995"]) expect((await cellsOf(cut, name))[0]).toMatch(/^−?\d\.\d\d$/);
  const counts = lead.getByRole("table", { name: "Agreement on each value within the theme" });
  const units = sum(seats.flatMap(({ seat }) => turns.map((_, at) => coded(seat, at)[SUPPORT]?.length ?? 0)));
  expect(number((await cellsOf(counts, SUPPORT))[3])).toBe(units);
  await lead.getByLabel("Samples").fill("1");
  await lead.getByLabel("Seed").click();
  await expect(lead.getByText("A whole number from 2 to 1,000.")).toBeVisible();
  await expect(lead.getByRole("button", { name: "Compute γ" })).toBeDisabled();
  await lead.getByLabel("Samples").fill("12");
  await lead.getByLabel("Seed").fill("7");
  await lead.getByLabel("Seed").press("Tab");
  await lead.getByRole("button", { name: "Compute γ" }).click();
  await expect(lead.getByText(/^γ = −?\d\.\d{3} ± \d\.\d{3} .* from 12 samples with seed 7\.$/)).toBeVisible();
  await axe(lead);
});

const T_5_DEGREES = 2.570582;

/** κ of two coders with its interval over documents, from the definition of the linearised standard error. */
function overDocuments(tables: readonly (readonly [both: number, first: number, second: number, neither: number])[]) {
  const total = [0, 1, 2, 3].map((cell) => sum(tables.map((table) => table[cell] ?? 0)));
  const shares = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) => {
    const n = a + b + c + d;
    return { n, po: (a + d) / n, p1: (a + b) / n, p2: (a + c) / n };
  };
  const whole = shares(total);
  const pe = whole.p1 * whole.p2 + (1 - whole.p1) * (1 - whole.p2);
  const kappa = (whole.po - pe) / (1 - pe);
  const parts = tables.map((table) => {
    const { n, po, p1, p2 } = shares(table);
    const mixed = p1 * whole.p2 + (1 - p1) * (1 - whole.p2) + p2 * whole.p1 + (1 - p2) * (1 - whole.p1);
    const phi = (po - whole.po) / (1 - pe) - ((1 - whole.po) / (1 - pe) ** 2) * (mixed - 2 * pe);
    return ((n / whole.n) * phi) ** 2;
  });
  const reach = T_5_DEGREES * Math.sqrt((tables.length / (tables.length - 1)) * sum(parts));
  return { kappa, low: kappa - reach, high: kappa + reach };
}

test("κ over the rounds, and how far two of them differ", async ({ freshServer, person, axe, noHorizontalScroll }) => {
  const pages = await threePeople(() => person(freshServer));
  const [lead] = pages;
  await enterSample(lead);
  await openAgreement(lead, "Round 1", "Rounds");
  await expect(lead.getByText("One revealed round so far")).toBeVisible();
  await axe(lead);
  await openView(lead, "Codes");
  const codes = lead.getByRole("table", { name: /^Agreement for each code/ });
  const firstRound = number((await cellsOf(codes, SUPPORT))[0]);

  const seats: readonly Seat[] = [
    { seat: "Coder A", name: "Sam Okafor", page: pages[1] },
    { seat: "Coder B", name: "Jo Lindqvist", page: pages[2] },
  ];
  const { turns } = await codedRound({ name: "Training", documents: 6, coded, lead, seats });
  await lead.reload();
  await openAgreement(lead, "Training", "Rounds");
  const table = lead.getByRole("table", { name: /^κ of each code in every round/ });
  const [sam, jo] = seats.map(({ seat }) => codesOfTurns(seat, SUPPORT, turns));
  let from = 0;
  const tables = turns.map((count) => {
    const cell = (a: number, b: number) =>
      (sam ?? []).slice(from, from + count).filter((value, i) => value === a && jo?.[from + i] === b).length;
    const cells = [cell(1, 1), cell(1, 0), cell(0, 1), cell(0, 0)] as const;
    from += count;
    return cells;
  });
  const { kappa, low, high } = overDocuments(tables);
  const [before, here] = await cellsOf(table, SUPPORT);
  expect(number(before?.match(/−?\d\.\d\d/)?.[0])).toBe(firstRound);
  expect(here).toContain(twoDecimals(kappa));
  expect(here).toContain(`${twoDecimals(low)} to ${twoDecimals(high)}`);
  expect((await cellsOf(table, WORKLOAD))[1]).toContain("no interval");
  expect((await cellsOf(table, "Compassion fatigue"))[1]).toBe("Not defined: neither coder used it");

  const differences = lead.getByRole("table", { name: "Difference of κ from Round 1 to Training" });
  const [one, two, difference, interval, degrees, documents, reading] = await cellsOf(differences, SUPPORT);
  expect([number(one), two]).toEqual([firstRound, twoDecimals(kappa)]);
  expect(Math.abs(number(difference?.replace("+", "")) - (kappa - firstRound))).toBeLessThan(0.011);
  const [lowest = 0, highest = 0] = (interval ?? "").split(" to ").map(number);
  expect(lowest).toBeLessThan(kappa - firstRound);
  expect(highest).toBeGreaterThan(kappa - firstRound);
  expect(number(degrees)).toBeGreaterThanOrEqual(5);
  expect(number(degrees)).toBeLessThanOrEqual(12);
  expect(documents).toBe("8 and 6");
  expect(reading).toBe(
    lowest > 0
      ? "agrees better than before"
      : highest < 0
        ? "agrees less than before"
        : "not told apart from no change",
  );
  expect((await cellsOf(differences, WORKLOAD)).at(-1)).toBe(
    "no interval: 2 documents carry it in Training, and it takes 5",
  );
  await axe(lead);
  await noHorizontalScroll(lead);

  // A code joins the chart, and the address keeps it; the difference turns round.
  const chart = lead.getByRole("figure", { name: "κ over the rounds" });
  await lead.getByRole("button", { name: "Codes in the chart" }).click();
  await lead.getByRole("checkbox", { name: SUPPORT }).press(" ");
  await expect(lead.getByRole("checkbox", { name: SUPPORT })).toBeChecked();
  await lead.keyboard.press("Escape");
  await expect(chart.getByText(SUPPORT).first()).toBeVisible();
  await lead.reload();
  await expect(chart.getByText(SUPPORT).first()).toBeVisible();
  await table.getByRole("button", { name: new RegExp(`^κ of ${SUPPORT} in Training`) }).click();
  await expect(lead.getByRole("complementary", { name: SUPPORT })).toBeVisible();
  await axe(lead);
  await lead.keyboard.press("Escape");
  await table.getByRole("link", { name: "Round 1" }).click();
  await expect(lead.getByRole("heading", { level: 1, name: "Round 1" })).toBeVisible();
  expect(number((await cellsOf(codes, SUPPORT))[0])).toBe(firstRound);
});
