// Words that repeat by a seed: files of a given size that read like talk.

const WORDS = (
  "the and I that it was to we of in a you know they had so but there is my on with not what were just like because " +
  "really when then about people work think have would could shift weekend cover team cases list home night tired " +
  "sergeant colleague evening phone support wellbeing training custody victim statement café naïve façade Zürich über"
).split(" ");

/** A generator of numbers in [0, 1) that begins anew with each seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One saying of about `words` words. */
export function saying(next, words) {
  const said = Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ");
  return `${said[0].toUpperCase()}${said.slice(1)}.`;
}

const two = (n) => String(n).padStart(2, "0");

/** HH:MM:SS.mmm */
export function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const rest = String(milliseconds % 1000).padStart(3, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}
