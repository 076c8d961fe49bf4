// How large a recording may be: 2 GB unless TANDEM_RECORDING_LIMIT_MB says otherwise.

const USUAL = 2048;
/** Beyond this a browser's own player gives up, and so does the patience of whoever sends it. */
const MOST = 100_000;

/** @returns {number} whole megabytes; what is no number counts as not said */
export function recordingLimitMegabytes() {
  const asked = Number(process.env.TANDEM_RECORDING_LIMIT_MB ?? USUAL);
  return Number.isFinite(asked) && asked >= 1 ? Math.min(Math.floor(asked), MOST) : USUAL;
}
