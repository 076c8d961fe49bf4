/** @type {import("next").NextConfig} */
export default {
  // A native addon: it must be loaded by Node, not bundled.
  serverExternalPackages: ["better-sqlite3"],
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types, tests included; whoever starts Tandem need not wait for it.
  typescript: { ignoreBuildErrors: true },
};
