import type { ActInput, ActName, ActResult } from "@/db/acts";
import type { ReadName, ReadParams, ReadResult } from "@/db/reads";
import type { WorkspaceName } from "@/db/workspace";
import type { RefusalParams } from "@/lib/refusal";
import { sentenceOf } from "../ui/sentences";
import { pagePerson } from "./page-person";
import { tellSessionEnd } from "./session-end";

/** The server said no, or found a bug in itself: `sentence` is for the person as it stands. */
export class ApiRefusal extends Error {
  readonly code: string;
  readonly params: RefusalParams;
  readonly sentence: string;
  readonly status: number;

  constructor(code: string, params: RefusalParams, sentence: string, status: number) {
    super(sentence);
    this.name = "ApiRefusal";
    this.code = code;
    this.params = params;
    this.sentence = sentence;
    this.status = status;
  }
}

/** No answer came: what was sent may or may not have happened, so it is sent again under the same key. */
export class NetworkFailure extends Error {
  readonly sentence = sentenceOf("network-unreachable");

  constructor(cause: unknown) {
    super("the server could not be reached", { cause });
    this.name = "NetworkFailure";
  }
}

/** The sentence for a person, whatever was thrown. */
export function sentenceOfError(error: unknown): string {
  if (error instanceof ApiRefusal || error instanceof NetworkFailure) return error.sentence;
  return sentenceOf("bug", { reference: "browser" });
}

export async function refusalOf(response: Response): Promise<ApiRefusal | NetworkFailure> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === "object" && body !== null && "error" in body) {
    const { code, params, sentence } = body.error as { code: string; params: RefusalParams; sentence: string };
    return new ApiRefusal(code, params, sentence, response.status);
  }
  // A proxy before the server answered in its place.
  if (response.status >= 502 && response.status <= 504) return new NetworkFailure(new Error(String(response.status)));
  const code = response.status === 413 ? "body-too-large" : "bug";
  const params: RefusalParams = code === "bug" ? { reference: `HTTP ${response.status}` } : { megabytes: 25 };
  return new ApiRefusal(code, params, sentenceOf(code, params), response.status);
}

export async function ask(workspace: WorkspaceName, address: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("x-tandem-workspace", workspace);
  const person = pagePerson(workspace);
  if (person) headers.set("x-tandem-person", person);
  let response: Response;
  try {
    response = await fetch(address, { ...init, headers, cache: "no-store", credentials: "same-origin" });
  } catch (cause) {
    const isLate = cause instanceof DOMException && cause.name === "TimeoutError";
    if (init.signal?.aborted && !isLate) throw cause;
    throw new NetworkFailure(cause);
  }
  if (response.ok) return response;
  const refusal = await refusalOf(response);
  if (refusal instanceof ApiRefusal && refusal.code === "sign-in-needed") tellSessionEnd();
  throw refusal;
}

export async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new NetworkFailure(cause);
  }
}

/** Sends JSON to one of the addresses that are neither act nor read (accounts, sample). */
export async function post<Answer = unknown>(
  workspace: WorkspaceName,
  address: string,
  body: unknown,
): Promise<Answer> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return (await jsonOf(await ask(workspace, address, init))) as Answer;
}

export async function get<Answer = unknown>(workspace: WorkspaceName, address: string): Promise<Answer> {
  return (await jsonOf(await ask(workspace, address, {}))) as Answer;
}

export interface ActOptions {
  /** The same key for every attempt at the same act: however often it is sent, it happens once. */
  readonly key: string;
  readonly signal?: AbortSignal;
  /** Sent even while the page is being left. */
  readonly keepalive?: boolean;
}

/** An act that nobody answers must not hold up those behind it; sent again under its key, it still happens once. */
const ANSWER_MS = 60_000;

export async function act<Name extends ActName>(
  workspace: WorkspaceName,
  name: Name,
  input: ActInput<Name>,
  { key, signal, keepalive }: ActOptions,
): Promise<ActResult<Name>> {
  const late = AbortSignal.timeout(ANSWER_MS);
  const response = await ask(workspace, `/api/acts/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(input),
    signal: signal ? AbortSignal.any([signal, late]) : late,
    keepalive,
  });
  return ((await jsonOf(response)) as { result: ActResult<Name> }).result;
}

/** Always a POST with the question in the body: no words and no long lists in a URL. */
export async function read<Name extends ReadName>(
  workspace: WorkspaceName,
  name: Name,
  params: ReadParams<Name>,
  signal?: AbortSignal,
): Promise<ReadResult<Name>> {
  const response = await ask(workspace, `/api/reads/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
    signal,
  });
  return ((await jsonOf(response)) as { answer: ReadResult<Name> }).answer;
}

/** Where a download link of an export points. */
export function exportAddress(workspace: WorkspaceName, format: string, params: Record<string, unknown>): string {
  const question = new URLSearchParams({ workspace });
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) question.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return `/api/exports/${format}?${question}`;
}
