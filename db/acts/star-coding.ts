// Star a coding (a quote to come back to), or take the star away.
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { projectAct } from "./act";
import { changeCoding, codingCall, codingTells } from "./coding-row";
import { ownCoding } from "./coding-target";

export const starCoding = projectAct({
  name: "star-coding",
  summary: "Stars a coding of the actor's own, or takes its star away; also once the document is submitted.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, codingId: idSchema, starred: z.boolean() }),
  run(tx, actor, { codingId, starred }) {
    const own = ownCoding(tx, actor, codingId);
    if (own.set.state === "frozen") throw new Refusal("set-is-locked", 409, { state: own.set.state });
    if (own.coding.removedAt || own.coding.starred === starred) throw new Refusal("changed-meanwhile", 409);
    const version = changeCoding(tx, own.coding, { starred });
    return {
      result: { version },
      inverse: codingCall("star-coding", actor, codingId, { starred: !starred }),
      trace: { projectId: actor.projectId, codingId, codeId: own.coding.codeId, starred },
      tells: codingTells(tx, own),
    };
  },
});
