// Studies of a chosen size for the benchmark of agreement: the same seed gives the same codings.

/** Numbers below a bound, always the same ones. */
function generator(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A project as lib/agreement takes it. A tenth of the codes are themes; coders mostly meet on the same passages, move
 * their ends, and miss some. `scale` stretches documents and nothing else: the spans stay as they are.
 */
export function study({ documents, length, codes, coders, codings, seed = 1, scale = 1 }) {
  const next = generator(seed);
  const themes = Math.max(1, Math.floor(codes / 10));
  const coderIds = Array.from({ length: coders }, (_, i) => `coder ${i}`);
  const project = {
    documents: Array.from({ length: documents }, (_, i) => ({ id: `document ${i}`, length: length * scale })),
    codes: Array.from({ length: codes }, (_, i) => ({
      id: `code ${i}`,
      parentId: i < themes ? null : `code ${i % themes}`,
    })),
    coders: coderIds,
    codings: [],
  };
  let passage = null;
  for (let i = 0; i < codings; i++) {
    const coderId = coderIds[i % coders];
    if (i % coders === 0) {
      const start = next(length - 600);
      passage = { document: next(documents), code: themes + next(codes - themes), start, end: start + 40 + next(400) };
    }
    const elsewhere = next(5) === 0;
    const start = elsewhere ? next(length - 600) : passage.start + next(30);
    const end = elsewhere ? start + 40 + next(400) : Math.max(start + 1, passage.end + next(60) - 30);
    const code = next(8) === 0 ? themes + next(codes - themes) : passage.code;
    project.codings.push({ documentId: `document ${passage.document}`, coderId, codeId: `code ${code}`, start, end });
  }
  return project;
}
