/** @type {import("next").NextConfig} */
export default {
  // A native addon, and a reader that finds its own parts beside it: Node must load them, not a bundle.
  serverExternalPackages: ["better-sqlite3", "unpdf"],
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types, tests included; whoever starts Tandem need not wait for it.
  typescript: { ignoreBuildErrors: true },
};
