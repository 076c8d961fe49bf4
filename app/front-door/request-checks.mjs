// What is refused before Next sees it, and what is taken off a request so that nobody can pretend.
import { isIP } from "node:net";
import os from "node:os";

// Headers by which a client could pose as a proxy, as Next's own plumbing, or as this front door.
const DROPPED =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|cf-connecting-ip|x-nonce|x-tandem-ip|x-middleware-.*|x-nextjs-.*|x-next-.*|x-invoke-.*|x-matched-path|x-now-.*|x-vercel-.*|x-action-.*|x-rewrite-.*|x-original-url|x-http-method-override|next-resume|content-security-policy.*)$/;

export function dropSpoofedHeaders(req) {
  for (const name of Object.keys(req.headers)) {
    if (DROPPED.test(name)) delete req.headers[name];
  }
  const kept = [];
  for (let i = 0; i + 1 < req.rawHeaders.length; i += 2) {
    if (!DROPPED.test(req.rawHeaders[i].toLowerCase())) kept.push(req.rawHeaders[i], req.rawHeaders[i + 1]);
  }
  req.rawHeaders = kept;
}

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|([a-z0-9-]+\.)+localhost)$/;

export function isLoopbackAddress(host) {
  return LOOPBACK_NAME.test(host === "::1" ? "[::1]" : host.toLowerCase());
}

/**
 * Whether a Host header names this server. A page elsewhere can make its own name point here (DNS rebinding), so a
 * name must be one that we know: loopback names, the configured address, or, when bound to a network, this machine's
 * own names and plain addresses.
 */
export function hostAllowed(hostHeader, { loopback, publicUrl }) {
  const host = String(hostHeader ?? "").toLowerCase();
  if (!/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.test(host)) return false;
  if (publicUrl && host === new URL(publicUrl).host) return true;
  const name = host.replace(/:\d+$/, "");
  if (isLoopbackAddress(name)) return true;
  if (loopback) return false;
  const machine = os.hostname().toLowerCase();
  return isIP(name.replace(/^\[|\]$/g, "")) !== 0 || name === machine || name === `${machine}.local`;
}

const REFUSED_PATHS = /^\/_next\/(image|data)(\/|$)/;

/** A status and a sentence when the request is not to go on, null when it may. */
export function refusalOf(req, path, settings) {
  if (!hostAllowed(req.headers.host, settings)) {
    return [421, "This address is not one that Tandem answers to. If people use it, set TANDEM_URL to it and restart."];
  }
  if (req.headers.upgrade !== undefined) return [400, "Tandem does not upgrade connections."];
  if (req.headers["next-action"] !== undefined) return [400, "There is nothing of that kind here."];
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return [400, "The address could not be read."];
  }
  if (decoded.includes("\0") || decoded.includes("\\") || !path.startsWith("/") || path.startsWith("//")) {
    return [400, "The address could not be read."];
  }
  if (REFUSED_PATHS.test(decoded)) return [404, "There is nothing here."];
  const method = req.method ?? "";
  const reading = method === "GET" || method === "HEAD";
  if (!reading && (!path.startsWith("/api/") || !["POST", "PUT", "PATCH", "DELETE"].includes(method))) {
    return [405, "That cannot be done here."];
  }
  return null;
}
