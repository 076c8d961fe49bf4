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
};
