// A file that comes in with pseudonyms at once: its names are replaced before anything of it is stored in the clear.
import { nameFinder, withPseudonyms } from "@/lib/pseudonyms/find-names";
import type { NameTable } from "@/lib/pseudonyms/name-entry";
import { type NameFinders, pseudonymisedTranscript } from "@/lib/pseudonyms/pseudonymised-transcript";
import { type MeasuredTranscript, measuredTranscript } from "./build-staged-transcript";
import type { Db } from "./connection";
import type { DataFolder } from "./data-folder";
import { newId } from "./new-id";
import { type OpenedKey, openPseudonymKey } from "./pseudonym-key";
import type { Renames } from "./replace-names";
import { sealOriginal } from "./sealed-originals";
import type { StagedFile } from "./staged-import";

/** What a person wrote about a staged file, as far as it may hold a name. */
interface NamedDocument {
  readonly name: string;
  readonly groupName?: string | null;
  readonly note?: string;
  readonly decisions: readonly {
    readonly label: string;
    readonly name: string;
    readonly parts?: readonly { readonly name: string }[];
  }[];
}

/** Where the sealed bytes of the file lie, and what its labels and names are now. */
export interface SealedImport {
  readonly originalId: string;
  readonly renames: Renames;
  readonly labels: ReadonlyMap<string, string>;
}

export class ImportPseudonyms {
  private constructor(
    private readonly projectId: string,
    private readonly opened: OpenedKey,
    private readonly finders: NameFinders,
  ) {}

  /** Throws as openPseudonymKey does: without the right passphrase nothing is imported. */
  static async open(db: Db, projectId: string, passphrase: string): Promise<ImportPseudonyms> {
    const opened = await openPseudonymKey(db, projectId, passphrase);
    const { entries, endings } = opened.table;
    const inText = nameFinder(entries, { endings });
    return new ImportPseudonyms(projectId, opened, {
      inText,
      inLabels: nameFinder(entries, { endings, loosely: true }),
    });
  }

  /** Seals the file as it came, and gives the transcript that is to be stored. */
  async replaced(
    folder: DataFolder,
    staged: StagedFile,
    measured: MeasuredTranscript,
  ): Promise<MeasuredTranscript & { readonly sealed: SealedImport }> {
    const { transcript, labels } = pseudonymisedTranscript(measured.transcript, this.finders, new Set());
    const sealed = await this.sealedCopy(folder, staged);
    return { ...measuredTranscript(transcript), sealed: { ...sealed, labels } };
  }

  get table(): Pick<NameTable, "entries" | "endings"> {
    const { entries, endings } = this.opened.table;
    return { entries, endings };
  }

  get renames(): Renames {
    const { inLabels, inText } = this.finders;
    return {
      names: (words) => withPseudonyms(words, inLabels),
      words: (words) => withPseudonyms(words, inText),
    };
  }

  /** Seals the file as it came, for one document: its bytes are bound to that document's original. */
  async sealedCopy(folder: DataFolder, staged: StagedFile): Promise<SealedImport> {
    const originalId = newId();
    const plainPath = staged.paths.original;
    await sealOriginal(folder, this.opened.dataKey, { originalId, projectId: this.projectId, plainPath });
    return { originalId, renames: this.renames, labels: new Map() };
  }
}

/** The document as it is stored: labels as its turns have them now, everything else with pseudonyms. */
export function renamedDocument<Named extends NamedDocument>(named: Named, { renames, labels }: SealedImport): Named {
  const rename = renames.names;
  return {
    ...named,
    name: rename(named.name),
    ...(named.groupName ? { groupName: renames.words(named.groupName) } : {}),
    ...(named.note ? { note: renames.words(named.note) } : {}),
    decisions: named.decisions.map((each) => ({
      ...each,
      label: labels.get(each.label) ?? rename(each.label),
      // Without a name of its own a speaker is called by the label.
      name: rename(each.name.trim() || each.label),
      ...(each.parts ? { parts: each.parts.map((part) => ({ ...part, name: rename(part.name) })) } : {}),
    })),
  };
}
