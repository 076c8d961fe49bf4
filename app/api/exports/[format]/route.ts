import { decoded } from "@/db/accounts/decoded";
import { Refusal } from "@/lib/refusal";
import { handle } from "../../handle";
import { queryParams } from "../../reads/query-params";
import { attachmentName } from "../attachment-name";
import { exportFormats, exportPlace } from "../export-formats";

export const GET = handle<{ format: string }>(async ({ url, params, workspace, visitor }) => {
  const format = Object.hasOwn(exportFormats, params.format) ? exportFormats[params.format] : undefined;
  if (!format) throw new Refusal("format-not-offered", 404, { format: params.format.slice(0, 40) });
  const asked = queryParams(url.searchParams);
  const { project, round } = exportPlace(workspace, visitor.actor, decoded(format.params, asked));
  const written = await format.write(workspace, visitor.actor, asked, project);
  const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": format.contentType,
      "content-disposition": attachmentName([project, round, format.title].filter(Boolean).join(" "), format.extension),
      "content-length": String(bytes.byteLength),
    },
  });
});
