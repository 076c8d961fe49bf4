import type { Sentences } from "../sentences";

/** The `tandem` command. */
export const commandSentences: Sentences = {
  "no-data-here": ({ folder }) =>
    `There is no Tandem data in ${folder}. Name the data folder with --data or TANDEM_DATA.`,
  "backup-target-exists": ({ folder }) =>
    `${folder} exists already. Name a folder that does not, so that nothing is overwritten.`,
  "not-a-backup": ({ folder }) =>
    `${folder} is not a backup that Tandem made, or its manifest is damaged. Nothing was changed.`,
  "backup-damaged": ({ folder, what }) =>
    `The backup in ${folder} is damaged: ${what} is missing or not what the manifest says. Nothing was changed.`,
  "no-such-account": ({ email }) => `There is no account with the address ${email}.`,
  "account-exists": ({ email }) => `There is an account with the address ${email} already.`,
  "file-not-json": ({ file }) => `${file} could not be read as JSON.`,
  "file-not-readable": ({ file }) => `${file} could not be read. Check that it exists and that you may read it.`,
  "sample-exists": ({ folder }) =>
    `There is a sample study in ${folder} already. Its reset is in the app; or name another folder.`,
  "workspace-has-no-owner": () =>
    "Nobody has an account here yet. Create the first one in the browser, or with: npm run tandem -- user add",
  "data-of-older-version": ({ folder }) =>
    `The data in ${folder} is of an older Tandem. Start Tandem once, or run npm run tandem -- init, to bring it up to date.`,
  "data-of-newer-version": ({ folder }) =>
    `The data in ${folder} was last opened by a newer Tandem. Use that version, or restore a backup.`,
  "none-of-that-name": ({ what, name }) => `There is no ${what} called “${name}” here.`,
  "several-of-that-name": ({ what, name, ids }) =>
    `There is more than one ${what} called “${name}”. Name the one you mean by its id: ${ids}.`,
  "command-line-codes-nothing": () =>
    "The command line has no codings of its own. Write the consensus (--source consensus), or export your own codings in the browser.",
  "file-exists": ({ file }) => `${file} exists already. Name another file with --out.`,
  "file-not-writable": ({ file }) =>
    `${file} could not be written. Check that its folder exists and that you may write there.`,
  "agreement-file-kind": ({ file }) => `${file} is neither a .json nor a .csv; agreement is computed from these.`,
  "table-not-understood": ({ file, line, problem }) => `${file}, line ${line}: ${problem}.`,
  "codes-in-a-circle": ({ code }) => `The code “${code}” stands below itself. Correct the parents of the codes.`,
  "repeated-id": ({ what, id }) => `The ${what} “${id}” stands in the file more than once.`,
  "coders-too-few": () => "Agreement needs at least two coders; the file, or the choice of coders, holds fewer.",
  "coders-not-two": () => "Agreement on overlapping excerpts compares two coders. Choose them with --coders A,B.",
};
