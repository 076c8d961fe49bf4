type Json = Record<string, unknown>;

/** How the description says things that every part of it says. */
interface Idiom {
  readonly answers: (description: string, schema: Json) => Json;
  readonly inQuery: (name: string, required: boolean) => Json;
  readonly refused: Json;
}

/** Recordings are sent and heard outside acts and reads: as bytes, in ranges. */
export function recordingPaths({ answers, inQuery, refused }: Idiom): [string, Json][] {
  const bytes = { schema: { type: "string", format: "binary" } };
  const place = [inQuery("projectId", true), inQuery("documentId", true)];
  const tags = ["recordings"];
  const recording = { name: "recording", in: "path", required: true, schema: { type: "string" } };
  const range = { name: "Range", in: "header", schema: { type: "string" }, description: "One range of bytes." };
  const sound = { description: "The recording", content: { "audio/*": bytes, "video/*": bytes } };
  return [
    [
      "/api/recordings",
      {
        get: {
          operationId: "recording-room",
          tags,
          summary: "Whether a recording of that size would be taken, before it is sent.",
          parameters: [...place, inQuery("bytes", true)],
          responses: answers("It would", { type: "object" }),
        },
        post: {
          operationId: "send-recording",
          tags,
          summary: "Takes a recording for a document and keeps it for a day; attach-recording makes it the document's.",
          parameters: place,
          requestBody: { required: true, content: { "application/octet-stream": bytes } },
          responses: answers("Its id, kind and size", { type: "object", required: ["recording"] }),
        },
      },
    ],
    [
      "/api/recordings/{recording}",
      {
        get: {
          operationId: "recording",
          tags,
          summary: "A recording, or one range of it, to whoever may hear it.",
          parameters: [recording, range],
          responses: { 200: sound, 206: { ...sound, description: "The range" }, default: refused },
        },
      },
    ],
  ];
}
