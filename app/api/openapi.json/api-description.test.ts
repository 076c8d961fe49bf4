import { expect, test } from "vitest";
import * as z from "zod";
import { acts } from "@/db/acts";
import { reads } from "@/db/reads";
import { apiDescription } from "./api-description";

const format = {
  name: "a-format",
  summary: "A file.",
  contentType: "text/csv",
  params: z.object({ projectId: z.string() }),
};
const described = apiDescription(acts, reads, [format]) as { paths: Record<string, Record<string, unknown>> };

test("every act, read and export is described, and the document is plain JSON", () => {
  const named = Object.keys(acts).filter((name) => !acts[name]?.onlyUndo);
  for (const name of [...named, "undo", "redo"]) expect(described.paths[`/api/acts/${name}`]).toHaveProperty("post");
  for (const [name, { byBody }] of Object.entries(reads)) {
    expect(Object.keys(described.paths[`/api/reads/${name}`] ?? {})).toEqual(byBody ? ["post"] : ["get", "post"]);
  }
  expect(described.paths["/api/exports/a-format"]).toHaveProperty("get");
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
});

test("the lists name each act and read by its own name", () => {
  for (const [name, act] of Object.entries(acts)) expect(act.name).toBe(name);
  for (const [name, read] of Object.entries(reads)) expect(read.name).toBe(name);
});

test("operation ids are unique, and an act's input is the schema that decodes it", () => {
  const ids = Object.values(described.paths).flatMap((path) =>
    Object.values(path).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(described.paths["/api/acts/invite-member"]).toMatchObject({
    post: {
      requestBody: {
        content: { "application/json": { schema: { required: expect.arrayContaining(["secretHash"]) } } },
      },
    },
  });
});
