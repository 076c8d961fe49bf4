import * as z from "zod";
import { claimSchema } from "@/db/accounts/claim-workspace";
import { draftKeySchema } from "@/db/accounts/draft-keys";
import { joinAsNewSchema } from "@/db/accounts/join-by-invitation";
import type { AnyAct } from "@/db/acts/act";
import type { AnyRead } from "@/db/reads/read";
import { readOptionsSchema, stagedTurnsSchema } from "../imports/read-options";
import { openPseudonymsSchema } from "../pseudonyms/open-pseudonyms-schema";
import { seatSchema } from "../sample/sample-study";
import { attributePaths } from "./attribute-paths";
import { recordingPaths } from "./recording-paths";

type Json = Record<string, unknown>;

export interface DescribedExport {
  readonly name: string;
  readonly summary: string;
  readonly contentType: string;
  readonly params: z.ZodType;
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

const refused = {
  description: "Refused",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Refused" } } },
};

function answers(description: string, schema: Json): Json {
  return { 200: { description, content: { "application/json": { schema } } }, default: refused };
}

function body(schema: z.ZodType): Json {
  return { required: true, content: { "application/json": { schema: schemaOf(schema) } } };
}

const resultSchema = { type: "object", required: ["result"], properties: { result: {} } };
const answerSchema = { type: "object", required: ["answer"], properties: { answer: {} } };
const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  schema: { type: "string", maxLength: 200 },
  description: "Sent twice with the same input, the act happens once.",
};

/** Each field of an object schema as a query parameter; what is no plain value is written as JSON. */
function queryOf(schema: z.ZodType): Json[] {
  const { properties, required } = schemaOf(schema) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties ?? {}).map(([name, field]) => ({
    name,
    in: "query",
    required: required?.includes(name) ?? false,
    schema: field,
  }));
}

function actPath(name: string, summary: string, input: z.ZodType): [string, Json] {
  const post = {
    operationId: name,
    tags: ["acts"],
    summary,
    parameters: [idempotencyKey],
    requestBody: body(input),
    responses: answers("Done", resultSchema),
  };
  return [`/api/acts/${name}`, { post }];
}

function readPath(read: AnyRead): [string, Json] {
  const common = { tags: ["reads"], summary: read.summary, responses: answers("The answer", answerSchema) };
  const get = { ...common, operationId: read.name, parameters: queryOf(read.params) };
  const post = { ...common, operationId: `${read.name}-by-body`, requestBody: body(read.params) };
  return [`/api/reads/${read.name}`, read.byBody ? { post } : { get, post }];
}

function exportPath(each: DescribedExport): [string, Json] {
  const file = {
    description: "The file",
    content: { [each.contentType]: { schema: { type: "string", format: "binary" } } },
  };
  const get = {
    operationId: `export-${each.name}`,
    tags: ["exports"],
    summary: each.summary,
    parameters: queryOf(each.params),
    responses: { 200: file, default: refused },
  };
  return [`/api/exports/${each.name}`, { get }];
}

const inQuery = (name: string, required: boolean): Json => ({
  name,
  in: "query",
  required,
  schema: { type: "string" },
});
const previewSchema = { type: "object", required: ["preview"], properties: { preview: { type: "object" } } };

function importPaths(): [string, Json][] {
  const file = {
    required: true,
    content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
  };
  const stage = { name: "stage", in: "path", required: true, schema: { type: "string" } };
  const tags = ["imports"];
  return [
    [
      "/api/imports",
      {
        post: {
          operationId: "import-file",
          tags,
          summary: "Reads a file and keeps it staged for a day; nothing is stored in the project until confirm-import.",
          parameters: [inQuery("projectId", true), inQuery("name", true), inQuery("options", false)],
          requestBody: file,
          responses: answers("What was found in the file", previewSchema),
        },
      },
    ],
    [
      "/api/imports/{stage}",
      {
        get: {
          operationId: "import-preview",
          tags,
          summary: "The preview of a staged file again.",
          parameters: [stage, inQuery("projectId", true)],
          responses: answers("What was found in the file", previewSchema),
        },
        post: {
          operationId: "import-read-again",
          tags,
          summary:
            "Reads a staged file again: in another encoding, word for word, with a password, with findings kept.",
          parameters: [stage, inQuery("projectId", true)],
          requestBody: body(readOptionsSchema),
          responses: answers("What was found in the file", previewSchema),
        },
        delete: {
          operationId: "import-drop",
          tags,
          summary: "Forgets a staged file.",
          parameters: [stage, inQuery("projectId", true)],
          responses: answers("It is gone", { type: "object" }),
        },
      },
    ],
    [
      "/api/imports/{stage}/entries/{index}",
      {
        post: {
          operationId: "import-entry",
          tags,
          summary: "Stages one file of a staged archive as a file of its own.",
          parameters: [
            stage,
            { name: "index", in: "path", required: true, schema: { type: "integer" } },
            inQuery("projectId", true),
          ],
          requestBody: body(readOptionsSchema),
          responses: answers("What was found in the file", previewSchema),
        },
      },
    ],
    [
      "/api/imports/{stage}/changes",
      {
        post: {
          operationId: "import-changes",
          tags,
          summary: "What a staged file says otherwise than a document's newest text, as correct-transcript takes it.",
          parameters: [stage, inQuery("projectId", true), inQuery("documentId", true)],
          responses: answers("The changes", { type: "object", required: ["revisionId", "changes"] }),
        },
      },
    ],
    [
      "/api/imports/{stage}/turns",
      {
        post: {
          operationId: "import-turns",
          tags,
          summary: "The turns under one label of a staged file, with their first words.",
          parameters: [stage, inQuery("projectId", true)],
          requestBody: body(stagedTurnsSchema),
          responses: answers("The turns", { type: "object", required: ["turns", "cut"] }),
        },
      },
    ],
  ];
}

function postPath(
  address: string,
  tag: string,
  summary: string,
  input: z.ZodType,
  more: Json = { security: [] },
): [string, Json] {
  const operationId = address.replace("/api/", "").replaceAll("/", "-");
  const post = {
    operationId,
    tags: [tag],
    summary,
    requestBody: body(input),
    responses: answers("Done", { type: "object" }),
    ...more,
  };
  return [address, { post }];
}

const draftKeyAnswer = {
  type: "object",
  required: ["key"],
  properties: { key: { type: "string", description: "32 bytes in base64" } },
};

function otherPaths(): [string, Json][] {
  const password = z.string().min(10).max(128);
  return [
    [
      "/api/events",
      {
        get: {
          operationId: "events",
          tags: ["events"],
          summary: "Server-sent events: what the person should look at again. Last-Event-ID resumes.",
          responses: {
            200: { description: "The stream", content: { "text/event-stream": { schema: { type: "string" } } } },
            default: refused,
          },
        },
      },
    ],
    [
      "/api/health",
      {
        get: {
          operationId: "health",
          tags: ["server"],
          summary: "Whether the server can serve and save.",
          security: [],
          responses: answers("It can", { type: "object" }),
        },
      },
    ],
    postPath("/api/accounts/claim", "accounts", "Creates the first account, once.", claimSchema),
    postPath(
      "/api/accounts/join",
      "accounts",
      "Joins a project by an invitation; a signed-in person sends the secret alone.",
      joinAsNewSchema.partial({ name: true, email: true, password: true }),
    ),
    postPath("/api/accounts/invitation", "accounts", "What an invitation offers.", z.object({ secret: z.string() })),
    postPath(
      "/api/accounts/draft-key",
      "accounts",
      "The key that seals the person's unsent words on a device; the same one until they sign out there.",
      draftKeySchema,
      { security: [{ session: [] }], responses: answers("The key", draftKeyAnswer) },
    ),
    postPath(
      "/api/auth/sign-in/email",
      "accounts",
      "Signs in; the session comes as a cookie.",
      z.object({ email: z.string(), password: z.string() }),
    ),
    postPath("/api/auth/sign-out", "accounts", "Ends the session.", z.object({})),
    postPath(
      "/api/auth/change-password",
      "accounts",
      "Changes the password and ends all other sessions.",
      z.object({ currentPassword: z.string(), newPassword: password }),
    ),
    postPath(
      "/api/auth/revoke-session",
      "accounts",
      "Ends one of the person's sessions.",
      z.object({ sessionId: z.string() }),
    ),
    [
      "/api/auth/list-sessions",
      {
        get: {
          operationId: "list-sessions",
          tags: ["accounts"],
          summary: "Where the person is signed in.",
          responses: answers("The sessions", { type: "object" }),
        },
      },
    ],
    [
      "/api/auth/get-session",
      {
        get: {
          operationId: "get-session",
          tags: ["accounts"],
          summary: "Who is signed in, if anybody.",
          security: [],
          responses: answers("The person or null", { type: "object" }),
        },
      },
    ],
    postPath(
      "/api/pseudonyms/open",
      "pseudonyms",
      "The table of names and pseudonyms, to a lead who knows its passphrase. It comes in no address and no export.",
      openPseudonymsSchema,
      { responses: answers("The table", { type: "object", required: ["table", "version"] }) },
    ),
    postPath("/api/sample/enter", "sample", "Takes a seat in the sample study.", seatSchema),
    postPath("/api/sample/reset", "sample", "Makes the sample study anew.", seatSchema),
  ];
}

/** The whole HTTP interface as OpenAPI 3.1, from the very schemas that decode it. It describes shapes and holds no data. */
export function apiDescription(
  acts: Readonly<Record<string, AnyAct>>,
  reads: Readonly<Record<string, AnyRead>>,
  exports: readonly DescribedExport[],
): Json {
  const onProject = z.object({ projectId: z.string() });
  return {
    openapi: "3.1.0",
    info: {
      title: "Tandem",
      version: "1",
      description:
        "Acts change, reads look. Every address takes the workspace from X-Tandem-Workspace or ?workspace= (main where neither is given).",
    },
    security: [{ session: [] }, { token: [] }],
    paths: Object.fromEntries([
      ...Object.values(acts)
        .filter((act) => !act.onlyUndo)
        .map((act) => actPath(act.name, act.summary, act.input)),
      actPath("undo", "Takes back the person's latest act in the project.", onProject),
      actPath("redo", "Does again what the person undid last.", onProject),
      ...Object.values(reads).map(readPath),
      ...importPaths(),
      ...attributePaths({ answers, inQuery, body }),
      ...recordingPaths({ answers, inQuery, refused }),
      ...exports.map(exportPath),
      ...otherPaths(),
    ]),
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "tandem-main.session_token" },
        token: { type: "http", scheme: "bearer", description: "A personal access token, tdm_…" },
      },
      schemas: {
        Refused: {
          type: "object",
          required: ["error"],
          properties: {
            error: {
              type: "object",
              required: ["code", "params", "sentence"],
              properties: { code: { type: "string" }, params: { type: "object" }, sentence: { type: "string" } },
            },
          },
        },
      },
    },
  };
}
