// The way of one request through the front door: checks, limits, headers, then Next.
import { randomBytes } from "node:crypto";
import { bodyLimitOf, holdBodyLimit } from "./body-limit.mjs";
import { dropSpoofedHeaders, refusalOf } from "./request-checks.mjs";
import { holdRequestTime } from "./request-time.mjs";
import { forbidCaching, securityHeaders } from "./security-headers.mjs";
import { traceOf } from "./trace-of.mjs";

/** Requests being answered at once, beyond which waiting would only grow; open event streams are counted apart. */
const KNEE = 500;
const STREAMS = 2000;

const UNREAD_MS = 2000;

function answer(req, res, status, code, sentence, headers = {}) {
  const api = (req.url ?? "").startsWith("/api/");
  const body = api ? JSON.stringify({ error: { code, params: {}, sentence } }) : `${sentence}\n`;
  res.writeHead(status, {
    ...headers,
    "Content-Type": api ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(req.method === "HEAD" ? undefined : body);
  // Nobody is going to read a refused request's body.
  if (!req.complete) req.resume();
}

/**
 * The listener for an HTTP server. `counts` is shared with whoever shuts the server down.
 * @param {{ loopback: boolean, publicUrl: string | null }} settings
 * @param {{ requests: number, streams: number, closing: boolean }} counts
 * @param {(req: import("node:http").IncomingMessage, res: import("node:http").ServerResponse) => Promise<unknown>} next
 */
export function requestHandler(settings, counts, next) {
  const https = Boolean(settings.publicUrl?.startsWith("https:"));
  return (req, res) => {
    const path = (req.url ?? "/").split("?", 1)[0];
    const nonce = randomBytes(16).toString("base64");
    const headers = securityHeaders(nonce, { https });
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    forbidCaching(res, path);
    if (!holdBodyLimit(req, res, bodyLimitOf(path))) return;
    holdRequestTime(req, path);
    const refusal = refusalOf(req, path, settings);
    if (refusal) return answer(req, res, refusal[0], "not-answered", refusal[1]);

    // Asked for by browsers that have not seen the page's own icon yet.
    if (path === "/favicon.ico") return res.writeHead(308, { Location: "/icon.svg" }).end();

    const kind = path === "/api/events" ? "streams" : "requests";
    if (counts.closing || counts[kind] >= (kind === "streams" ? STREAMS : KNEE)) {
      const sentence = "Tandem is busy. Nothing was changed; try again in a moment.";
      return answer(req, res, 503, "busy", sentence, { "Retry-After": "2" });
    }
    counts[kind]++;
    res.once("close", () => counts[kind]--);
    // Answered while the body still comes (a file that is too large): it is read on, within its limit, so that whoever
    // sends gets to see the answer, and is cut off when that takes long.
    const { socket } = req;
    res.once("finish", () => {
      if (req.complete) return;
      req.resume();
      setTimeout(() => {
        if (!req.complete) socket.destroy();
      }, UNREAD_MS).unref();
    });

    dropSpoofedHeaders(req);
    // Next reads the nonce for its own scripts from the request's policy.
    req.headers["content-security-policy"] = headers["Content-Security-Policy"];
    req.headers["x-nonce"] = nonce;
    req.headers["x-tandem-ip"] = req.socket.remoteAddress ?? "unknown";
    next(req, res).catch((error) => {
      // The client went away, or was cut off for sending too much: nobody is left to be told.
      if (req.destroyed && !req.complete) return;
      const reference = randomBytes(6).toString("hex");
      console.error(`[${reference}] ${req.method} failed: ${traceOf(error)}`);
      if (!res.headersSent) {
        answer(req, res, 500, "bug", `Something went wrong in Tandem. Its reference is ${reference}.`);
      } else res.destroy();
    });
  };
}
