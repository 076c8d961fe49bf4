export interface AgreementChoice {
  readonly unit: "turn" | "character";
  readonly rollUp: boolean;
  readonly first?: string;
  readonly second?: string;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const ID = /^[0-9a-f]{32}$/;

/** From the query of the page's address; what is not understood is left at its default. */
export function choiceFrom(query: Query): AgreementChoice {
  const idOf = (value: Query[string]) => (typeof value === "string" && ID.test(value) ? value : undefined);
  const first = idOf(query.first);
  const second = idOf(query.second);
  return {
    unit: query.unit === "character" ? "character" : "turn",
    rollUp: query.rollUp !== "no",
    ...(first ? { first } : {}),
    ...(second ? { second } : {}),
  };
}

/** The query that gives the same choice again, so that a view of the figures can be sent to somebody. */
export function queryOf({ unit, rollUp, first, second }: AgreementChoice): string {
  const query = new URLSearchParams();
  if (unit !== "turn") query.set("unit", unit);
  if (!rollUp) query.set("rollUp", "no");
  if (first) query.set("first", first);
  if (second) query.set("second", second);
  const words = query.toString();
  return words ? `?${words}` : "";
}
