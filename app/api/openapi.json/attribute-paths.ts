import * as z from "zod";
import { tableMappingSchema } from "@/db/plan-attribute-table";

type Json = Record<string, unknown>;

/** How the description says things that every part of it says. */
interface Idiom {
  readonly answers: (description: string, schema: Json) => Json;
  readonly inQuery: (name: string, required: boolean) => Json;
  readonly body: (schema: z.ZodType) => Json;
}

/** Tables of attributes are sent as files, looked at and then imported by an act. */
export function attributePaths({ answers, inQuery, body }: Idiom): [string, Json][] {
  const tags = ["attributes"];
  return [
    [
      "/api/attributes/tables",
      {
        post: {
          operationId: "stage-attributes",
          tags,
          summary: "Reads a csv or a workbook of attributes and keeps it staged for a day, until import-attributes.",
          parameters: [
            inQuery("projectId", true),
            inQuery("name", true),
            inQuery("owner", true),
            inQuery("surveyId", false),
          ],
          requestBody: {
            required: true,
            content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
          },
          responses: answers("Its columns, and what they are proposed to be", { type: "object", required: ["table"] }),
        },
      },
    ],
    [
      "/api/attributes/tables/{stage}",
      {
        post: {
          operationId: "plan-attributes",
          tags,
          summary:
            "What importing a staged table in this way would change: cells, rows that fit nobody, values that do not fit.",
          parameters: [
            { name: "stage", in: "path", required: true, schema: { type: "string" } },
            inQuery("projectId", true),
          ],
          requestBody: body(z.object(tableMappingSchema)),
          responses: answers("What it would change", { type: "object", required: ["plan"] }),
        },
      },
    ],
  ];
}
