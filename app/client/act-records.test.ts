import { afterEach, expect, test, vi } from "vitest";
import { BrowserActRecords } from "./act-records";

afterEach(() => vi.unstubAllGlobals());

/** A browser whose store answers how many acts there are, and whose first connection was closed behind the page's back. */
function browserThatClosedItsStore(): { opened: number } {
  const browser = { opened: 0 };
  const count = (transaction: { oncomplete?: () => void }) => {
    setTimeout(() => transaction.oncomplete?.());
    return { result: 7 };
  };
  const open = () => {
    const closed = ++browser.opened === 1;
    const result = {
      transaction: () => {
        if (closed) throw new DOMException("The database connection is closing.", "InvalidStateError");
        const transaction = {};
        return Object.assign(transaction, {
          objectStore: () => ({ index: () => ({ count: () => count(transaction) }) }),
        });
      },
    };
    const request: { result: unknown; onsuccess?: () => void } = { result };
    setTimeout(() => request.onsuccess?.());
    return request;
  };
  vi.stubGlobal("indexedDB", { open });
  return browser;
}

test("a store that the browser closed is opened anew: what comes after is kept again", async () => {
  const browser = browserThatClosedItsStore();
  const records = new BrowserActRecords();
  await expect(records.count("main a")).rejects.toThrow("closing");
  expect(await records.count("main a")).toBe(7);
  expect(await records.count("main a")).toBe(7);
  expect(browser.opened).toBe(2);
});
