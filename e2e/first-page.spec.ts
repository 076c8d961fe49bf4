import { expect, test } from "./fixtures/tandem-test";

test("the first page shows both doors", async ({ page, axe, noHorizontalScroll }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: /create the workspace/i })).toBeVisible();
  await expect(page.getByRole("button", { name: /look around the sample study/i })).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);
});

test("every answer carries its policy, and none may be kept", async ({ request }) => {
  for (const path of ["/", "/api/health", "/main", "/nothing/of/the/kind", "/api/reads/nothing"]) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect(headers["cache-control"], path).toBe("private, no-store");
    expect(headers["content-security-policy"], path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("the server ends within five seconds while a page is open", async ({ freshServer, person, expectedErrors }) => {
  // The page notices that its server is gone, and may say so.
  expectedErrors.push(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|Failed to load resource|net::/);
  const page = await person(freshServer);
  await page.goto("/");
  const started = Date.now();
  expect(await freshServer.stop()).toBe(0);
  expect(Date.now() - started).toBeLessThan(5000);
});
