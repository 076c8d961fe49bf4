import { newId } from "@/app/client/new-id";
import type { ActName } from "@/db/acts";
import { nextThemeColour, subThemeColour } from "@/lib/codebook/palette";
import { themes } from "@/lib/codebook/tree";
import { changing, merging, moving, type Place, removing } from "../../../code-change/code-changes";
import type { NewHalf } from "../../../code-change/code-editor";
import type { Patch } from "../saving/coding-store";
import type { DeskCode, DeskSession } from "../saving/desk-session";

/** As the server told of them, not as this page changed them since. */
export const codesAsAnswered = new WeakSet<DeskCode>();

/** What a person does to codes from the desk: in the codebook, or to their own proposals of a closed round. */
export class CodeActs {
  /** Added or moved here last: the codebook brings it into view, once for each act. */
  latest: { readonly codeId: string } | null = null;
  constructor(private readonly session: DeskSession) {}

  mayChange(codeId: string): boolean {
    const { mayAddCodes, head } = this.session;
    if (mayAddCodes === "proposal") return this.isPrivate(codeId);
    return mayAddCodes === "codebook" && head.me.role === "lead";
  }

  /** In a round with fixed codes the only proposals on the page are the person's own. */
  isPrivate(codeId: string): boolean {
    return this.session.mayAddCodes === "proposal" && this.isProposal(codeId);
  }

  isProposal(codeId: string): boolean {
    return this.session.head.codes.some((code) => code.id === codeId && code.proposal);
  }

  addCode(name: string, parentId: string | null): DeskCode {
    const code = this.fresh(name, parentId);
    const { id: codeId, colour } = code;
    this.latest = { codeId };
    this.perform("add-code", codeId, adding(code), { codeId, parentId, name, colour, ...this.within() });
    return code;
  }

  rename(codeId: string, name: string): void {
    this.reword(codeId, { name });
  }

  recolour(codeId: string, colour: string): void {
    this.reword(codeId, { colour });
  }

  /** In the order given, as one act. */
  move(codeIds: readonly string[], place: Place): void {
    const [codeId] = codeIds;
    if (codeId === undefined) return;
    this.latest = { codeId };
    const change = moving(codeIds, place);
    if (codeIds.length === 1) this.perform("move-code", codeId, change, { codeId, ...place });
    else this.perform("move-codes", null, change, { codeIds, ...place });
  }

  merge(codeId: string, intoId: string): void {
    const { codings, store } = this.session;
    const patches = codings.recoded(store.withCode(codeId), intoId);
    this.perform("merge-codes", codeId, merging(codeId, intoId, this.isPrivate(codeId)), { codeId, intoId }, patches);
  }

  /** Codings of other documents go along, but only those of this one are on the page. */
  split(codeId: string, { name, parentId, codingIds }: NewHalf): void {
    const { codings, store } = this.session;
    const code = this.fresh(name, parentId);
    const here = codingIds.flatMap((id) => store.get(id) ?? []);
    this.latest = { codeId: code.id };
    const input = { codeId, newCodeId: code.id, parentId, name, colour: code.colour, codingIds, ...this.within() };
    this.perform("split-code", codeId, adding(code), input, codings.recoded(here, code.id));
  }

  retire(codeId: string, retired: boolean): void {
    this.perform(retired ? "retire-code" : "unretire-code", codeId, changing(codeId, { retired }), { codeId });
  }

  remove(codeId: string): void {
    this.perform("remove-code", codeId, removing(codeId), { codeId });
  }

  private reword(codeId: string, wording: { name?: string; colour?: string }): void {
    const code = this.session.head.codes.find((each) => each.id === codeId);
    if (!code) return;
    // What this page changed itself is no stale screen, and the server may count its versions differently.
    const version = codesAsAnswered.has(code) ? { version: code.version } : {};
    this.perform("reword-code", codeId, changing(codeId, wording), { codeId, ...version, ...wording });
  }

  private fresh(name: string, parentId: string | null): DeskCode {
    const { index } = this.session.head;
    const siblings = parentId === null ? themes(index) : (index.children.get(parentId) ?? []);
    const parent = parentId === null ? undefined : index.byId.get(parentId);
    return {
      id: newId(),
      parentId,
      name,
      colour: parent
        ? subThemeColour(parent.colour, siblings.length)
        : nextThemeColour(siblings.map((each) => each.colour)),
      position: (siblings.at(-1)?.position ?? 0) + 1,
      retired: false,
      definition: "",
      useWhen: "",
      useNot: "",
      example: "",
      version: 1,
      wording: 1,
      proposal: this.session.mayAddCodes === "proposal",
    };
  }

  /** Where others add codes than the lead alone, the round says so by the set that the code is added from. */
  private within(): { setId?: string } {
    const { setId, head } = this.session;
    return setId && head.round ? { setId } : {};
  }

  private perform(
    act: ActName,
    codeId: string | null,
    change: DeskChange,
    input: Record<string, unknown>,
    codings: readonly Patch[] = [],
  ): void {
    const patches = [...codings];
    this.session.perform({ name: { act, codeId }, patches, change: { codes: [...change(this.session.head.codes)] } });
    this.session.send(act, patches, input);
  }
}

type DeskChange = (codes: readonly DeskCode[]) => readonly DeskCode[];

function adding(code: DeskCode): DeskChange {
  return (codes) => [...codes, code];
}
