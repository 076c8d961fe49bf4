import { expect, test } from "vitest";
import { queryParams } from "./query-params";

test.each<[string, Record<string, unknown>]>([
  ["projectId=12345678901234567890123456789012", { projectId: "12345678901234567890123456789012" }],
  ["limit=20&open=true&none=null", { limit: 20, open: true, none: null }],
  ["ids=[%22a%22,%22b%22]", { ids: ["a", "b"] }],
  ["where=%7B%22code%22:1%7D", { where: { code: 1 } }],
  ["id=a&id=b", { id: ["a", "b"] }],
  ["n=007&big=12345678901234567890&exp=1e5", { n: "007", big: "12345678901234567890", exp: "1e5" }],
  ["broken=[1,&workspace=sample", { broken: "[1," }],
  ["__proto__=1", Object.fromEntries([["__proto__", 1]])],
])("%s", (search, expected) => {
  expect(queryParams(new URLSearchParams(search))).toEqual(expected);
});
