import http from "node:http";
import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { bodyLimitOf } from "./body-limit.mjs";
import { requestHandler } from "./handle-request.mjs";
import { holdRequestTime } from "./request-time.mjs";

type Next = (req: http.IncomingMessage, res: http.ServerResponse) => unknown;
const loopback = { loopback: true, publicUrl: null };
const open: http.Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(next: Next, settings: { loopback: boolean; publicUrl: string | null } = loopback) {
  const counts = { requests: 0, streams: 0, closing: false };
  const server = http.createServer(requestHandler(settings, counts, async (req, res) => next(req, res)));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address() as net.AddressInfo;
  return { port: address.port, counts };
}

function ask(port: number, path: string, options: http.RequestOptions = {}, body?: string) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request({ port, host: "127.0.0.1", path, ...options }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

const echo: Next = (req, res) => res.end(JSON.stringify(req.headers));

describe("headers", () => {
  it("gives each answer a policy with a nonce of its own, which the request carries for Next", async () => {
    const { port } = await serve(echo);
    const first = await ask(port, "/");
    const second = await ask(port, "/");
    const nonce = (JSON.parse(first.text) as Record<string, string>)["x-nonce"] ?? "";
    expect(first.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
    expect(JSON.parse(first.text)["content-security-policy"]).toBe(first.headers["content-security-policy"]);
    expect(second.text).not.toContain(nonce);
    expect(first.headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
    expect(first.headers["referrer-policy"]).toBe("no-referrer");
    expect(first.headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(first.headers["strict-transport-security"]).toBeUndefined();
  });

  it("sends HSTS only where people come by https", async () => {
    const { port } = await serve(echo, { loopback: true, publicUrl: "https://tandem.example.org" });
    const { headers } = await ask(port, "/", { headers: { host: "tandem.example.org" } });
    expect(headers["strict-transport-security"]).toContain("max-age");
  });

  it("takes off what a client must not claim, and says itself where the request came from", async () => {
    const { port } = await serve(echo);
    const spoofed = {
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-host": "evil.example",
      forwarded: "for=1.2.3.4",
      "x-real-ip": "1.2.3.4",
      "x-nonce": "known",
      "x-tandem-ip": "1.2.3.4",
      "x-middleware-subrequest": "middleware",
      "x-nextjs-data": "1",
      "x-matched-path": "/admin",
    };
    const { text } = await ask(port, "/", { headers: { ...spoofed, "x-tandem-workspace": "sample" } });
    const seen = JSON.parse(text) as Record<string, string>;
    expect(seen["x-tandem-ip"]).toBe("127.0.0.1");
    expect(seen["x-tandem-workspace"]).toBe("sample");
    expect(seen["x-nonce"]).not.toBe("known");
    for (const name of Object.keys(spoofed)) {
      if (name !== "x-tandem-ip" && name !== "x-nonce") expect(seen).not.toHaveProperty(name);
    }
  });

  it("lets nothing be kept but files named by their content, whatever a route says", async () => {
    const { port } = await serve((_req, res) => {
      res.setHeader("Cache-Control", "public, max-age=60");
      res.end();
    });
    expect((await ask(port, "/api/reads/x")).headers["cache-control"]).toBe("private, no-store");
    expect((await ask(port, "/_next/static/a.js")).headers["cache-control"]).toBe("public, max-age=60");
  });
});

describe("what is refused", () => {
  it.each([
    ["a name that was pointed here", "/", { headers: { host: "evil.example" } }, 421],
    ["an upgrade", "/", { headers: { upgrade: "websocket", connection: "Upgrade" } }, 400],
    ["a server action", "/", { method: "POST", headers: { "next-action": "x" } }, 400],
    ["a post to a page", "/main", { method: "POST" }, 405],
    ["an unusual method", "/api/acts/x", { method: "PROPFIND" }, 405],
    ["the image optimiser", "/_next/image?url=x", {}, 404],
    ["the image optimiser, disguised", "/%5fnext/image?url=x", {}, 404],
    ["page data", "/_next/data/build/index.json", {}, 404],
    ["a path that cannot be decoded", "/%ff", {}, 400],
  ])("%s", async (_name, path, options, status) => {
    const { port } = await serve(() => {
      throw new Error("should not be reached");
    });
    const answer = await ask(port, path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers["cache-control"]).toBe("private, no-store");
  });

  it.each(["localhost:1", "127.0.0.1", "[::1]:3000"])("but not the loopback name %s", async (host) => {
    const { port } = await serve(echo);
    expect((await ask(port, "/", { headers: { host } })).status).toBe(200);
  });

  it("requests beyond the knee, with the time to wait", async () => {
    const { port, counts } = await serve(echo);
    counts.requests = 500;
    const { status, headers } = await ask(port, "/api/reads/x");
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
  });
});

describe("bodies", () => {
  const readAll: Next = (req, res) =>
    new Promise<void>((resolve, reject) => {
      let bytes = 0;
      req.on("data", (chunk: Uint8Array) => {
        bytes += chunk.length;
      });
      req.on("end", () => resolve(void res.end(String(bytes))));
      req.on("error", reject);
    });

  it("arrive whole below the limit", async () => {
    const { port } = await serve(readAll);
    const { text } = await ask(port, "/api/acts/x", { method: "POST" }, "x".repeat(900_000));
    expect(text).toBe("900000");
    const imported = await ask(port, "/api/imports?name=a", { method: "POST" }, "x".repeat(25 * 1024 * 1024));
    expect(imported.text).toBe(String(25 * 1024 * 1024));
  });

  it("are refused by what they declare", async () => {
    const { port } = await serve(readAll);
    const headers = { "content-length": "600000000" };
    const answer = await new Promise<number>((resolve) => {
      const request = http.request({ port, path: "/api/acts/x", method: "POST", headers }, (response) =>
        resolve(response.statusCode ?? 0),
      );
      request.on("error", () => resolve(0));
      request.flushHeaders();
    });
    expect(answer).toBe(413);
  });

  it("are cut at once when they turn out too large, without being buffered", async () => {
    const { port } = await serve(readAll);
    const before = process.memoryUsage().rss;
    const { sent, answer } = await new Promise<{ sent: number; answer: string }>((resolve) => {
      const socket = net.connect(port, "127.0.0.1");
      const piece = Buffer.alloc(64 * 1024, "x");
      const framed = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
      let count = 0;
      let text = "";
      const more = () => {
        while (count < 600 * 1024 * 1024) {
          count += piece.length;
          if (!socket.write(framed)) return;
        }
      };
      socket.on("data", (chunk) => {
        text += chunk.toString();
      });
      socket.on("drain", more);
      socket.on("error", () => undefined);
      socket.on("close", () => resolve({ sent: count, answer: text }));
      socket.write("POST /api/imports?name=a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
      more();
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 .*connection: close/is);
    expect(sent).toBeLessThan(600 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
  });
});

describe("errors", () => {
  it("answer with a reference and nothing else", async () => {
    const { port } = await serve(() => {
      throw new Error("words of a transcript");
    });
    const { status, text } = await ask(port, "/api/reads/x");
    expect(status).toBe(500);
    expect(text).not.toContain("words of a transcript");
    expect(text).toMatch(/"code":"bug"/);
  });
});

describe("time to arrive", () => {
  const begun = (port: number, path: string) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nwords`);
    return new Promise<"cut" | "waits">((resolve) => {
      socket.on("close", () => resolve("cut"));
      setTimeout(() => {
        resolve("waits");
        socket.destroy();
      }, 300);
    });
  };

  it("is short for requests, and long for a recording", async () => {
    const server = http.createServer((req) => holdRequestTime(req, (req.url ?? "").split("?")[0], 50));
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as net.AddressInfo;
    expect(await Promise.all([begun(port, "/api/acts/x"), begun(port, "/api/recordings?a=b")])).toEqual([
      "cut",
      "waits",
    ]);
    expect(bodyLimitOf("/api/recordings")).toBe(2049 * 2 ** 20);
    expect(bodyLimitOf("/api/recordings/x")).toBe(2 ** 20);
  });
});
