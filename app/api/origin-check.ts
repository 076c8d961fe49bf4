const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change anything, judged by where its page came from. A browser says so by Sec-Fetch-Site (not
 * over plain http from another machine) or by Origin; a request that says neither is no page's, and then only an access
 * token, which no browser sends by itself, is enough.
 */
export function comesFromHere(method: string, headers: Headers): boolean {
  if (SAFE.has(method.toUpperCase())) return true;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin !== null) {
    const host = headers.get("host");
    try {
      const { protocol, host: originHost } = new URL(origin);
      return (
        /^https?:$/.test(protocol) && host !== null && originHost.toLowerCase() === withoutDefaultPort(host, protocol)
      );
    } catch {
      return false;
    }
  }
  return site !== null || headers.has("authorization");
}

function withoutDefaultPort(host: string, protocol: string): string {
  return host.toLowerCase().replace(protocol === "https:" ? /:443$/ : /:80$/, "");
}
