/** Ids are hexadecimal and may look like a number (`12…`, `1e…`); their digits must not be rounded. */
const ID = /^[0-9a-f]{32}$|^[0-9a-f]{64}$/;
const JSON_LIKE = /^(?:true|false|null|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?|\[.*\]|\{.*\})$/s;

function readValue(text: string): unknown {
  if (ID.test(text) || !JSON_LIKE.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The question in a URL: what looks like JSON is read as JSON; a field said twice is a list; `workspace` is not part of it. */
export function queryParams(search: URLSearchParams): Record<string, unknown> {
  const question: [string, unknown][] = [];
  for (const name of new Set(search.keys())) {
    if (name === "workspace") continue;
    const values = search.getAll(name).map(readValue);
    question.push([name, values.length === 1 ? values[0] : values]);
  }
  return Object.fromEntries(question);
}
