import type { Sentences } from "../sentences";

/** The server, the wire and the data folder. */
export const serverSentences: Sentences = {
  bug: ({ reference }) =>
    `Something went wrong in the program. What was already saved is kept. The reference ${reference} helps whoever looks after this server to find the cause.`,
  "not-found": () => "There is nothing here, or your account does not reach it.",
  "input-not-understood": ({ field, problem }) =>
    problem ? `“${field}” was not understood: ${problem}.` : `“${field}” was not understood.`,
  "body-not-json": () => "The request was not valid JSON.",
  "body-too-large": ({ megabytes }) => `This is more than ${megabytes} MB, which is the most that can be sent at once.`,
  "other-site": () => "This request came from another site and was refused. Open Tandem itself and try again.",
  "method-not-here": () => "This address does not do that.",
  "sign-in-needed": () => "Please sign in first. If you were signed in, the session has ended.",
  "key-used-for-something-else": () =>
    "This request repeats the key of another one with other contents. It was not carried out.",
  "too-many-requests": ({ seconds }) => `That was too often. Please wait ${seconds} seconds and try again.`,
  "data-folder-not-writable": ({ folder }) =>
    `Tandem cannot write to ${folder}. Give the account that runs it the right to, or name another folder in TANDEM_DATA.`,
  "data-folder-in-use": ({ folder }) => `Another Tandem is already working with ${folder}. Stop that one first.`,
  "database-replaced": () =>
    "The database file was moved or replaced while Tandem was running. Nothing was saved. Restart Tandem before working on.",
  "disk-nearly-full": () =>
    "The disk of the server is nearly full, so nothing new is saved. Free some space; what was saved before is safe.",
  "id-taken": () => "This has been sent before. Reload the page to see what is there.",
  "changed-meanwhile": () =>
    "Somebody changed this in the meantime. Your change was not made; look at what is there now and try again.",
  "sample-not-made": () =>
    "The sample study could not be made: this machine is too busy or has too little memory. Try again in a moment.",
  "read-too-slow": ({ seconds }) =>
    `Computing this took more than ${seconds} seconds and was stopped. Nothing was changed. Choose fewer documents or codes.`,
  "read-too-hard": () =>
    "Computing this took more memory than one question may have, and was stopped. Nothing was changed. Choose fewer documents or codes.",
  "server-closing": () => "The server is being stopped. Nothing is lost: try again when it is back.",
  "network-unreachable": () =>
    "The server could not be reached. Nothing is lost: try again when the connection is back.",
};
