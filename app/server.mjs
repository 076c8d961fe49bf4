// The front door: an HTTP server around Next that opens the data, holds every limit, and ends without losing anything.
import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleFile } from "./cli/build-bundle.mjs";
import { requestHandler } from "./front-door/handle-request.mjs";
import { listen } from "./front-door/listen.mjs";
import { isLoopbackAddress } from "./front-door/request-checks.mjs";
import { LONGEST_REQUEST_MS } from "./front-door/request-time.mjs";
import { printTracesOnly } from "./front-door/trace-of.mjs";

process.env.NODE_ENV = "production";
process.umask(0o077);
printTracesOnly();

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
const host = process.env.HOST || "127.0.0.1";
const dataRoot = path.resolve(process.env.TANDEM_DATA || ".tandem");

/** Requests under way get this long to finish; the whole end must fit into the 5 seconds a person waits. */
const GRACE_MS = 2500;
const LAST_RESORT_MS = 4000;
const PREPARE_AFTER_MS = 500;

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

function publicUrl() {
  if (!process.env.TANDEM_URL) return null;
  try {
    const url = new URL(process.env.TANDEM_URL);
    if (url.protocol === "http:" || url.protocol === "https:") return url.origin;
  } catch {
    // Told below.
  }
  return refuse(`TANDEM_URL is "${process.env.TANDEM_URL}"; it must be an address such as https://tandem.example.org.`);
}

const settings = { loopback: isLoopbackAddress(host), publicUrl: publicUrl() };
const counts = { requests: 0, streams: 0, closing: false };

const bundle = bundleFile(root);
if (!existsSync(bundle) || !existsSync(path.join(root, ".next", "BUILD_ID"))) {
  refuse("Tandem has not been built in this folder; run: npm start");
}
const { openServerState, prepareSample, startupSentence } = await import(pathToFileURL(bundle).href);

let state;
try {
  state = openServerState({ root, dataRoot, bundle, ...settings });
} catch (error) {
  refuse(startupSentence(error));
}

let ready;
const handler = new Promise((resolve) => {
  ready = resolve;
});
const server = http.createServer(
  {
    headersTimeout: 15_000,
    requestTimeout: LONGEST_REQUEST_MS,
    keepAliveTimeout: 20_000,
    connectionsCheckingInterval: 5_000,
  },
  requestHandler(settings, counts, async (req, res) => (await handler)(req, res)),
);
server.maxHeadersCount = 100;
server.maxConnections = 5000;
// Silence on a connection: event streams send a heartbeat well within this.
server.timeout = 120_000;
server.on("clientError", (error, socket) => {
  // Browsers open connections ahead of need. One that stayed silent must hear 408, which they answer by asking anew;
  // they would show a 400 as the answer to the next thing a person does.
  const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout" : "400 Bad Request";
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  else socket.destroy();
});

async function shutDown(code) {
  if (counts.closing) return;
  counts.closing = true;
  setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  for (const closeStream of [...state.streams]) closeStream();
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, GRACE_MS))]);
  clearInterval(sweep);
  server.closeAllConnections();
  await state.close();
  process.exit(code);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => shutDown(0));
process.on("uncaughtException", (error) => {
  console.error("Tandem met an error it does not know and ends:", error);
  shutDown(1);
});
// A rejected promise that nobody awaited (a closed connection, mostly) is logged; it has left no transaction open.
process.on("unhandledRejection", (error) => console.error("Unexpected:", error));
if (process.env.TANDEM_PARENT) {
  const parent = Number(process.env.TANDEM_PARENT);
  setInterval(() => {
    if (process.ppid !== parent) shutDown(0);
  }, 250).unref();
}

let port;
try {
  port = await listen(server, host, process.env.PORT ?? "");
} catch (error) {
  await state.close();
  refuse(error.message);
}

const { default: createNext } = await import("next");
// Next would attach its upgrade listener to our server; given another emitter, an upgrade stays a plain request for us to refuse.
const next = createNext({ dev: false, dir: root, hostname: host, port, httpServer: new EventEmitter(), quiet: true });
// Next tells how long it read its configuration; what a person is told here is one line, and it is ours.
const log = console.log;
console.log = (...words) => {
  if (!words.join(" ").includes("next.config")) log(...words);
};
await next.prepare();
console.log = log;
ready(next.getRequestHandler());

const address = settings.publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
const moved = !process.env.PORT && port !== 3000 ? "; port 3000 is in use by another program" : "";
console.log(`Tandem is running at ${address} (data in ${dataRoot}${moved})`);
if (state.setupCode) {
  console.log(`To create the first account, use this setup code: ${state.setupCode}`);
}
// Not at once: the first visitor's page comes first.
setTimeout(() => prepareSample(state), PREPARE_AFTER_MS).unref();
