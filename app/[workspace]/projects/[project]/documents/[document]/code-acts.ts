import { newId } from "@/app/client/new-id";
import { nextThemeColour, subThemeColour } from "@/lib/codebook/palette";
import { themes } from "@/lib/codebook/tree";
import type { DeskCode, DeskSession } from "./desk-session";

/** What a person does to codes from the desk: in the codebook, or to their own proposals of a closed round. */
export class CodeActs {
  constructor(private readonly session: DeskSession) {}

  addCode(name: string, parentId: string | null): DeskCode {
    const { codes, index } = this.session.head;
    const siblings = parentId === null ? themes(index) : (index.children.get(parentId) ?? []);
    const parent = parentId === null ? undefined : index.byId.get(parentId);
    const colour = parent
      ? subThemeColour(parent.colour, siblings.length)
      : nextThemeColour(siblings.map((each) => each.colour));
    const proposal = this.session.mayAddCodes === "proposal";
    const codeId = newId();
    const code: DeskCode = {
      id: codeId,
      parentId,
      name,
      colour,
      position: (siblings.at(-1)?.position ?? 0) + 1,
      retired: false,
      definition: "",
      useWhen: "",
      useNot: "",
      example: "",
      version: 1,
      wording: 1,
      proposal,
    };
    this.session.beginIfNeeded();
    this.session.perform({ name: { act: "add-code", codeId }, patches: [] });
    this.session.change({ codes: [...codes, code] });
    this.session.queue.add(
      "add-code",
      () => ({
        projectId: this.session.place.projectId,
        codeId,
        parentId,
        name,
        colour,
        ...(proposal && this.session.setId ? { setId: this.session.setId } : {}),
      }),
      {
        keep: false,
        refused: () => {
          this.session.change({ codes: this.session.head.codes.filter((each) => each.id !== codeId) });
          this.session.certain = false;
        },
      },
    );
    return code;
  }
}
