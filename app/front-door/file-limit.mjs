// How large a file may be that is read: 25 MB unless TANDEM_FILE_LIMIT_MB says otherwise.

const USUAL = 25;
/** A child has 512 MB to read a file in; a text takes several times its size. */
const MOST = 100;

/** @returns {number} whole megabytes, from 1 to 100; what is no number counts as not said */
export function fileLimitMegabytes() {
  const asked = Number(process.env.TANDEM_FILE_LIMIT_MB ?? USUAL);
  return Number.isFinite(asked) && asked >= 1 ? Math.min(Math.floor(asked), MOST) : USUAL;
}
