// The headers that every answer carries, whatever page or route made it.

// Styles: elements need the nonce; attributes are free, because positions of stripes and panes are set inline.
function contentSecurityPolicy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

const PERMISSIONS = [
  "camera",
  "display-capture",
  "geolocation",
  "microphone",
  "payment",
  "usb",
  "serial",
  "hid",
  "midi",
  "browsing-topics",
]
  .map((name) => `${name}=()`)
  .join(", ");

/** Name → value. `https` only when people reach this server by https: elsewhere HSTS would lock them out. */
export function securityHeaders(nonce, { https }) {
  const headers = {
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "X-DNS-Prefetch-Control": "off",
  };
  if (https) headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
  return headers;
}

const IMMUTABLE = /^\/_next\/static\//;

/** Whatever sets Cache-Control later: only files named by their content may be kept by anybody. */
export function forbidCaching(res, path) {
  if (IMMUTABLE.test(path)) return;
  // Event streams also say no-transform, so that nothing on the way collects or compresses them.
  const value = path === "/api/events" ? "private, no-store, no-transform" : "private, no-store";
  const setHeader = res.setHeader.bind(res);
  setHeader("Cache-Control", value);
  res.setHeader = (name, wanted) => setHeader(name, String(name).toLowerCase() === "cache-control" ? value : wanted);
}
