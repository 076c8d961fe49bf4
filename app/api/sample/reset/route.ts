import { decoded } from "@/db/accounts/decoded";
import { serverState } from "../../../server-state";
import { errorAnswer, jsonAnswer } from "../../answer";
import { assertFromHere, isSecure } from "../../handle";
import { readJson } from "../../read-json";
import { resetSample, seatSchema, takeSeat } from "../sample-study";

export async function POST(request: Request): Promise<Response> {
  try {
    const state = serverState();
    assertFromHere(request);
    const { as } = decoded(seatSchema, await readJson(request));
    const workspace = await resetSample(state);
    const cookies = await takeSeat(workspace, isSecure(state), request.headers, as);
    return jsonAnswer({ workspace: "sample" }, 200, cookies);
  } catch (error) {
    return errorAnswer(error);
  }
}
