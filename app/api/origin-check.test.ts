import { expect, test } from "vitest";
import { comesFromHere } from "./origin-check";

const HOST = "127.0.0.1:3000";
const HERE = `http://${HOST}`;

test.each<[string, string, Record<string, string>, boolean]>([
  ["the page itself", "POST", { "sec-fetch-site": "same-origin", origin: HERE }, true],
  ["typed by the person", "POST", { "sec-fetch-site": "none" }, true],
  ["Origin alone, as over plain http in a local network", "POST", { origin: HERE }, true],
  ["Origin in capitals", "POST", { origin: HERE.toUpperCase() }, true],
  ["another site", "POST", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, false],
  ["another site that forges its Origin", "POST", { "sec-fetch-site": "cross-site", origin: HERE }, false],
  ["a sibling domain", "POST", { "sec-fetch-site": "same-site", origin: HERE }, false],
  ["another port", "POST", { origin: "http://127.0.0.1:3001" }, false],
  ["Origin null", "POST", { origin: "null" }, false],
  ["Origin null that claims the same origin", "POST", { "sec-fetch-site": "same-origin", origin: "null" }, false],
  ["Origin of an extension", "POST", { origin: `moz-extension://${HOST}` }, false],
  ["no sign of where it came from", "POST", {}, false],
  ["a cookie and no sign", "POST", { cookie: "tandem-main.session_token=x" }, false],
  ["a token without a page", "POST", { authorization: "Bearer tdm_x" }, true],
  [
    "a token from another site's page",
    "POST",
    { authorization: "Bearer tdm_x", origin: "https://evil.example" },
    false,
  ],
  ["DELETE from another site", "DELETE", { origin: "https://evil.example" }, false],
  ["looking, from anywhere", "GET", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, true],
])("%s", (_name, method, headers, allowed) => {
  expect(comesFromHere(method, new Headers({ host: HOST, ...headers }))).toBe(allowed);
});

test("the default port may be said or left out", () => {
  expect(comesFromHere("POST", new Headers({ host: "tandem.example:443", origin: "https://tandem.example" }))).toBe(
    true,
  );
  expect(comesFromHere("POST", new Headers({ host: "tandem.example", origin: "https://tandem.example" }))).toBe(true);
});
