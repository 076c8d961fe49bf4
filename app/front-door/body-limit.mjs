// Holds the size of request bodies while they stream: counted, not declared, and cut at once.
import { fileLimitMegabytes } from "./file-limit.mjs";
import { recordingLimitMegabytes } from "./recording-limit.mjs";

const MEGABYTE = 1024 * 1024;
const JSON_LIMIT = MEGABYTE;
// A file may have its limit; the rest is for what surrounds it.
const importLimit = () => (fileLimitMegabytes() + 1) * MEGABYTE;
const recordingLimit = () => (recordingLimitMegabytes() + 1) * MEGABYTE;

/** How long a cut connection stays half open, so that the client can still read why. */
const LINGER_MS = 500;

export function bodyLimitOf(path) {
  if (path === "/api/recordings") return recordingLimit();
  return /^\/api\/(?:imports|attributes\/tables)(?:\/|$)/.test(path) ? importLimit() : JSON_LIMIT;
}

function cut(req, res, limit) {
  const socket = req.socket;
  const text = JSON.stringify({
    error: {
      code: "body-too-large",
      params: { megabytes: Math.floor(limit / MEGABYTE) },
      sentence: `That is more than ${Math.floor(limit / MEGABYTE)} MB, which is the most that is taken here.`,
    },
  });
  // Written past the response object: whoever handles this request may still write to that one, into nothing.
  if (!res.headersSent && socket.writable) {
    socket.end(
      "HTTP/1.1 413 Content Too Large\r\nContent-Type: application/json; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n" +
        `Cache-Control: private, no-store\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
  }
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

/**
 * Returns false when the declared length is already too much; the connection is then being closed. Otherwise watches
 * the bytes as the parser delivers them, before anything is buffered.
 */
export function holdBodyLimit(req, res, limit) {
  if (Number(req.headers["content-length"] ?? 0) > limit) {
    req.push = () => true;
    cut(req, res, limit);
    return false;
  }
  const push = req.push.bind(req);
  let seen = 0;
  let over = false;
  req.push = (chunk, encoding) => {
    if (over) return true;
    if (chunk !== null) {
      seen += chunk.length;
      if (seen > limit) {
        over = true;
        cut(req, res, limit);
        return true;
      }
    }
    return push(chunk, encoding);
  };
  return true;
}
