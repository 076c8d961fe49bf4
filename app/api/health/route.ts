import { assertWritable } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import { serverState } from "../../server-state";
import { errorAnswer, jsonAnswer } from "../answer";

/** Whether the server can serve and save; it writes nothing and says nothing about who is here. */
export async function GET(): Promise<Response> {
  try {
    const workspace = serverState().workspace("main");
    assertWritable(workspace);
    workspace.sqlite.prepare("select 1").get();
    return jsonAnswer({ status: "ok" });
  } catch (error) {
    // The folder's path is for the console of the server, not for whoever asks.
    if (error instanceof Refusal) return jsonAnswer({ status: error.code }, error.status);
    return errorAnswer(error);
  }
}
