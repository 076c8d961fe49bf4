// Queries that are built and compiled once for each connection, then only run: building them is most of what an act costs.
import type { Tx } from "./connection";

/**
 * `build` ends in `.prepare()` and names what varies with `sql.placeholder`. Every transaction of a connection carries
 * the connection's own table configuration, which is what tells connections apart here.
 */
export function prepared<Query>(build: (tx: Tx) => Query): (tx: Tx) => Query {
  const built = new WeakMap<object, Query>();
  return (tx) => {
    const connection: object = tx._.schema ?? tx;
    let query = built.get(connection);
    if (!query) {
      query = build(tx);
      built.set(connection, query);
    }
    return query;
  };
}
