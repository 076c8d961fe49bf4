import { expect, test } from "playwright/test";
import {
  API_ROUTES,
  BY_BODY,
  bodyOf,
  builtRoutes,
  type Described,
  described,
  type JsonSchema,
  questions,
} from "./every-address";
import { LEAD, openStudy, PEOPLE, type Person, roleIn, type Study, type Who } from "./open-study";
import { tableDigests } from "./table-digest";
import { type Caller, fixedId } from "./two-worlds-study";
import { ACTS, EXPORTS, READS } from "./who-may";

// Every route × everybody × their own project and another's. What is not in these tables fails.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

/** Addresses that are about nobody's project: their status for each person. 200 and 404 may differ in what they say. */
const ELSEWHERE: readonly {
  method: string;
  address: string;
  body?: unknown;
  anonymous: number;
  person: number;
  token: number;
}[] = [
  { method: "GET", address: "/api/health", anonymous: 200, person: 200, token: 200 },
  { method: "GET", address: "/api/openapi.json", anonymous: 200, person: 200, token: 200 },
  { method: "GET", address: "/api/auth/get-session", anonymous: 200, person: 200, token: 200 },
  { method: "GET", address: "/api/auth/list-sessions", anonymous: 401, person: 200, token: 403 },
  { method: "POST", address: "/api/auth/change-password", body: {}, anonymous: 401, person: 400, token: 403 },
  {
    method: "POST",
    address: "/api/auth/revoke-session",
    body: { sessionId: "x" },
    anonymous: 401,
    person: 404,
    token: 403,
  },
  {
    method: "POST",
    address: "/api/accounts/draft-key",
    body: { device: "d".repeat(32) },
    anonymous: 401,
    person: 200,
    token: 403,
  },
  { method: "POST", address: "/api/auth/sign-up/email", body: {}, anonymous: 404, person: 404, token: 404 },
  { method: "POST", address: "/api/auth/update-user", body: {}, anonymous: 404, person: 404, token: 404 },
  { method: "GET", address: "/api/auth/ok", anonymous: 404, person: 404, token: 404 },
  { method: "POST", address: "/api/accounts/claim", body: {}, anonymous: 409, person: 409, token: 409 },
  {
    method: "POST",
    address: "/api/accounts/invitation",
    body: { secret: "x".repeat(32) },
    anonymous: 404,
    person: 404,
    token: 404,
  },
  {
    method: "POST",
    address: "/api/accounts/join",
    body: { secret: "x".repeat(32) },
    anonymous: 400,
    person: 404,
    token: 403,
  },
  { method: "GET", address: "/api/events", anonymous: 401, person: 200, token: 200 },
];

let study: Study;
let api: Described;

test.beforeAll(async () => {
  study = await openStudy();
  api = await described(study.server.url);
});
test.afterAll(() => study.server.stop());

/** A value that a schema takes: real ids where the study has one of that name, made-up ones elsewhere. */
function sample(schema: JsonSchema, name: string, ids: Readonly<Record<string, string>>): unknown {
  if (ids[name] && schema.type === "string") return ids[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const one = schema.oneOf?.[1] ?? schema.anyOf?.[0];
  if (one) return sample(one, name, ids);
  if (schema.type === "object") {
    const entries = (schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? {}, key, ids)]);
    return Object.fromEntries(entries);
  }
  if (schema.type === "array") {
    const singular = name.replace(/s$/, "");
    const count = Math.max(1, schema.minItems ?? 1);
    // Made-up ones differ: an act may want each thing once.
    const at = (i: number) => sample(schema.items ?? {}, i === 0 ? singular : `${singular} ${i}`, i === 0 ? ids : {});
    return Array.from({ length: count }, (_, i) => at(i) ?? i);
  }
  if (schema.type === "integer") return Math.max(1, schema.minimum ?? 1);
  if (schema.type === "boolean") return false;
  if (schema.pattern?.includes("{64}")) return fixedId(name) + fixedId(`${name} too`);
  if (schema.pattern?.includes("#")) return "#117733";
  if (schema.pattern) return fixedId(`made-up ${name}`);
  return "x".repeat(Math.max(1, schema.minLength ?? 1));
}

/** The input of an act as a knowing stranger would send it: the study's own ids wherever it takes one. */
function inputOf(act: string, other: boolean, knowing: boolean): unknown {
  const projectId = other ? study.otherProjectId : study.projectId;
  const real = {
    documentId: study.documents[0]?.id ?? "",
    codeId: study.codes.theme,
    roundId: study.roundId,
    setId: study.setsOfB[0] ?? "",
    codingId: fixedId("b1"),
  };
  return sample(api.inputs[act] ?? {}, "", { projectId, ...(knowing && !other ? real : {}) });
}

async function answerOf(who: Caller, method: string, address: string, body?: unknown) {
  const stop = new AbortController();
  const json = { "content-type": "application/json" };
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: json };
  const answer = await who.fetch(address, { ...init, signal: stop.signal });
  if (answer.headers.get("content-type")?.includes("event-stream")) {
    stop.abort();
    return { status: answer.status, code: "" };
  }
  const text = await answer.text();
  const { error } = text.startsWith('{"error"') ? (JSON.parse(text) as { error: { code: string } }) : { error: null };
  return { status: answer.status, code: error?.code ?? "", text };
}

/** What must be answered: null where the person may, and only the matter itself decides. */
function refusal(who: Who, person: Person, other: boolean, changes: boolean): string | null {
  if (person === "anonymous") return "401 sign-in-needed";
  if (who === "nobody") return "404 not-found";
  if (who !== "anyone") {
    const role = roleIn(person, other);
    if (!role && !(changes && person === "reader")) return "404 not-found";
    if (role && !who.includes(role)) return "403 role-may-not";
  }
  return changes && person === "reader" ? "403 token-may-only-read" : null;
}

const MAY = /^(200|400|404|409|422) /;

test("every act and read of the interface has its place in the table", () => {
  expect(
    Object.keys(ACTS)
      .filter((act) => ACTS[act] !== "nobody" || api.acts.includes(act))
      .sort(),
  ).toEqual([...api.acts].sort());
  expect(Object.keys(READS).sort()).toEqual([...api.reads].sort());
  expect(Object.keys(EXPORTS).sort()).toEqual([...api.formats].sort());
  expect(builtRoutes().filter((route) => route.startsWith("/api/"))).toEqual([...API_ROUTES].sort());
  expect(Object.keys(questions(study)).sort()).toEqual([...api.reads].sort());
});

test("acts: whoever may not is told so, alike for what exists and what does not, and nothing changes", async () => {
  const wrong: string[] = [];
  let cells = 0;
  const before = tableDigests(study.server.dataRoot);
  for (const [act, who] of Object.entries(ACTS)) {
    for (const person of PEOPLE) {
      for (const other of [false, true]) {
        const expected = refusal(who, person, other, true);
        if (expected === null) continue;
        for (const knowing of other ? [false] : [true, false]) {
          const { status, code } = await answerOf(
            study[person],
            "POST",
            `/api/acts/${act}`,
            inputOf(act, other, knowing),
          );
          cells++;
          const got = `${status} ${code}`;
          const byHand = act === "create-token" && person === "reader" && got === "403 sign-in-by-hand";
          if (got !== expected && !byHand)
            wrong.push(`${act} by ${person}${other ? " elsewhere" : ""}: ${got}, not ${expected}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(400);
  expect(tableDigests(study.server.dataRoot)).toEqual(before);
});

test("reads, exports and imports: 401, 404 for strangers, 403 for members of another role", async () => {
  const wrong: string[] = [];
  const look = async (
    person: Person,
    other: boolean,
    expected: string | null,
    method: string,
    address: string,
    body?: unknown,
  ) => {
    const { status, code } = await answerOf(study[person], method, address, body);
    const got = `${status} ${code}`;
    const right = expected === null ? MAY.test(got) : got === expected;
    if (!right)
      wrong.push(
        `${method} ${address} by ${person}${other ? " elsewhere" : ""}: ${got}, not ${expected ?? "an answer"}`,
      );
    return status;
  };
  let answered = 0;
  for (const person of PEOPLE) {
    for (const other of [false, true]) {
      const places = other ? { ...study, projectId: study.otherProjectId } : study;
      for (const [read, who] of Object.entries(READS)) {
        for (const params of questions(places)[read] ?? []) {
          const expected = refusal(who, person, other, false);
          const address = `/api/reads/${read}?${new URLSearchParams(params)}`;
          const byBody = BY_BODY.has(read) && person !== "anonymous" ? "405 method-not-here" : expected;
          if ((await look(person, other, byBody, "GET", address)) === 200) answered++;
          await look(person, other, expected, "POST", `/api/reads/${read}`, bodyOf(params));
        }
      }
      for (const [format, who] of Object.entries(EXPORTS)) {
        const address = `/api/exports/${format}?projectId=${places.projectId}&roundId=${places.roundId}`;
        await look(person, other, refusal(who, person, other, false), "GET", address);
      }
      const sealed = { projectId: places.projectId, passphrase: "not the passphrase" };
      await look(person, other, refusal(LEAD, person, other, false), "POST", "/api/pseudonyms/open", sealed);
      const imports = `/api/imports?projectId=${places.projectId}&name=a.txt`;
      const stagedPart = (part: string) =>
        `/api/imports/${fixedId("stage")}${part && `/${part}`}?projectId=${places.projectId}`;
      const staged = stagedPart("");
      const may = refusal(LEAD, person, other, true);
      // A lead's own file would be staged; that a lead may is what the study itself began with.
      if (may !== null) {
        const token = person === "reader" ? "403 token-may-only-read" : may;
        await look(person, other, token, "POST", imports, "words");
        await look(person, other, token, "POST", staged);
        await look(person, other, token, "DELETE", staged);
        await look(person, other, token, "POST", stagedPart("entries/0"));
        await look(person, other, token, "POST", stagedPart("changes"));
        const tables = (part: string) => `/api/attributes/tables${part}?projectId=${places.projectId}&name=a.csv`;
        await look(person, other, token, "POST", tables(""), "Name");
        await look(person, other, token, "POST", tables(`/${fixedId("stage")}`), {});
      }
      await look(person, other, refusal(LEAD, person, other, false), "GET", staged);
      const about = new URLSearchParams({
        projectId: places.projectId,
        documentId: study.documents[0]?.id ?? "",
        name: "a",
      });
      await look(person, other, refusal(LEAD, person, other, true), "POST", `/api/recordings?${about}`, "words");
      await look(person, other, refusal(LEAD, person, other, false), "GET", `/api/recordings?${about}`);
      const nobodys = person === "anonymous" ? "401 sign-in-needed" : "404 not-found";
      await look(person, other, nobodys, "GET", `/api/recordings/${fixedId("recording")}`);
      await look(person, other, refusal(LEAD, person, other, false), "POST", stagedPart("turns"), { label: "P1" });
    }
  }
  expect(wrong).toEqual([]);
  expect(answered, "the members were really answered").toBeGreaterThan(40);
});

test("what is about no project: for anybody, for people, or for people by hand", async () => {
  const wrong: string[] = [];
  for (const { method, address, body, anonymous, person, token } of ELSEWHERE) {
    const cells: [Person, number][] = [
      ["anonymous", anonymous],
      ["outsider", person],
      ["a", person],
      ["lead", person],
      ["reader", token],
    ];
    for (const [who, expected] of cells) {
      const { status } = await answerOf(study[who], method, address, body);
      if (status !== expected) wrong.push(`${method} ${address} by ${who}: ${status}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});
