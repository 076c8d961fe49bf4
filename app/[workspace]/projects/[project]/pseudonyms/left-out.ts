interface Place {
  readonly documentId: string;
  readonly revisionId: string;
  readonly start: number;
}

/** Places as members of a set; they are gone when a document gets another revision. */
export function placeKey({ documentId, revisionId, start }: Place): string {
  return `${documentId} ${revisionId} ${start}`;
}

export function placesOf(leftOut: ReadonlySet<string>): Place[] {
  return [...leftOut].map((key) => {
    const [documentId = "", revisionId = "", start = ""] = key.split(" ");
    return { documentId, revisionId, start: Number(start) };
  });
}
