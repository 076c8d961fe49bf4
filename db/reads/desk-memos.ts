// The memos that a desk shows beside its codings: the actor's own on words and on the document, and those on codes.
import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { coder, memo, memoWording } from "../schema";
import { readableMemo } from "../visibility";

/** A memo whose latest wording is empty is no memo. */
function written(db: Tx) {
  return db
    .select({
      memoId: memo.id,
      wording: memo.wording,
      memo: memoWording.text,
      start: memo.start,
      end: memo.end,
      codeId: memo.codeId,
      coderId: memo.coderId,
      author: coder.name,
    })
    .from(memo)
    .innerJoin(
      memoWording,
      and(eq(memoWording.memoId, memo.id), eq(memoWording.number, memo.wording), ne(memoWording.text, "")),
    )
    .innerJoin(coder, eq(coder.id, memo.coderId))
    .$dynamic();
}

/** Words without a code, in the order of the text. */
export function textMemos(db: Tx, actor: Member, setId: string) {
  return written(db)
    .where(and(eq(memo.setId, setId), eq(memo.coderId, actor.coderId ?? "")))
    .orderBy(memo.start, memo.end, memo.id)
    .all()
    .map((row) => ({
      memoId: row.memoId,
      start: row.start ?? 0,
      end: row.end ?? 0,
      wording: row.wording,
      memo: row.memo,
    }));
}

export function documentMemo(db: Tx, actor: Member, documentId: string) {
  const row = written(db)
    .where(and(eq(memo.documentId, documentId), eq(memo.coderId, actor.coderId ?? "")))
    .get();
  return row ? { memoId: row.memoId, wording: row.wording, memo: row.memo } : null;
}

/** In the order of their authors' names; on each code the actor's own and those of the leads. */
export function codeMemos(db: Tx, actor: Member) {
  return written(db)
    .where(and(isNotNull(memo.codeId), readableMemo(db, actor)))
    .orderBy(memo.codeId, coder.name, memo.id)
    .all()
    .flatMap(({ codeId, coderId, memoId, wording, memo: words, author }) =>
      codeId === null ? [] : [{ memoId, codeId, wording, memo: words, author, own: coderId === actor.coderId }],
    );
}
