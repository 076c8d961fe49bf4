// How long a request may take to arrive: minutes, and hours for a recording, which comes slowly over a slow line.

const USUAL_MS = 300_000;

/** The server's own limit, for every request alike. Silence on a connection is cut off far sooner. */
export const LONGEST_REQUEST_MS = 6 * 60 * 60 * 1000;

/** Cuts the connection of a request that is not here in time; recordings have the server's own limit. */
export function holdRequestTime(req, path, milliseconds = USUAL_MS) {
  if (path === "/api/recordings") return;
  const { socket } = req;
  const timer = setTimeout(() => {
    if (!req.complete) socket.destroy();
  }, milliseconds).unref();
  for (const event of ["end", "close"]) req.once(event, () => clearTimeout(timer));
}
