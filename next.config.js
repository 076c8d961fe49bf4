/** @type {import("next").NextConfig} */
export default {
  // A native addon: it must be loaded by Node, not bundled.
  serverExternalPackages: ["better-sqlite3"],
  poweredByHeader: false,
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
};
