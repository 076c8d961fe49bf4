import { Swatch } from "@/app/ui/swatch";
import { treeOrder } from "@/lib/codebook/tree";
import { SideSample } from "../marked-words";
import { CONSENSUS_SIDES } from "./consensus-text";
import styles from "./reconcile.module.css";
import type { Answer } from "./use-reconciliation";

/** How much of the consensus of a document came by agreement and how much by ruling, code by code. */
export function ConsensusSummary({ answer }: { answer: Answer }) {
  const { codes, consensus, documents, documentId } = answer;
  const ruled = consensus.filter((each) => each.rulingId !== null).length;
  const document = documents.find((each) => each.id === documentId);
  const open = document ? document.total - document.settled : 0;
  const rows = treeOrder(codes).flatMap(({ code }) => {
    const own = consensus.filter((each) => each.codeId === code.id);
    return own.length === 0 ? [] : [{ code, all: own.length, ruled: own.filter((each) => each.rulingId).length }];
  });
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>Consensus</h2>
      <ul className={styles.legend}>
        <li>
          <SideSample side={CONSENSUS_SIDES.agreement} /> {consensus.length - ruled} by agreement of all coders
        </li>
        <li>
          <SideSample side={CONSENSUS_SIDES.ruling} /> {ruled} by ruling
        </li>
      </ul>
      <p className={styles.soft}>
        {open > 0
          ? `${open} ${open === 1 ? "disagreement is" : "disagreements are"} still open, so the consensus of this document is not complete.`
          : "Everything in this document is settled."}{" "}
        The coders' own codings stay as they were.
      </p>
      {rows.length > 0 ? (
        <table className={styles.summary}>
          <caption>Codings by code</caption>
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Agreed</th>
              <th scope="col">Ruled</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code.id}>
                <th scope="row">
                  <span className={styles.summaryCode}>
                    <Swatch colour={row.code.colour} /> <span>{row.code.name}</span>
                  </span>
                </th>
                <td>{row.all - row.ruled}</td>
                <td>{row.ruled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
