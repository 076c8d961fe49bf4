import type { WorkspaceName } from "@/db/workspace";
import type { SealedWords } from "./act-records";
import { post } from "./api";

/** Makes words unreadable to whoever finds them on this computer, and readable again to whoever wrote them. */
export interface WordSeal {
  /** Null where this browser cannot seal at all; throws while the key cannot be had. */
  seal(words: readonly string[], key: string): Promise<SealedWords | null>;
  /** Null where they were sealed under a key that is no more; throws while the key cannot be had. */
  open(sealed: SealedWords, key: string): Promise<readonly string[] | null>;
}

/**
 * Seals under a key that the server hands out to this person in this browser for as long as they do not sign out: it
 * lies in the memory of the page alone.
 */
export class SessionSeal implements WordSeal {
  private key: Promise<CryptoKey> | null = null;

  constructor(
    private readonly workspace: WorkspaceName,
    private readonly device: () => Promise<string>,
  ) {}

  /** Only a secure context seals: https, or this very computer. */
  private get able(): boolean {
    return globalThis.crypto?.subtle !== undefined;
  }

  private handed(): Promise<CryptoKey> {
    this.key ??= this.ask().catch((error) => {
      this.key = null;
      throw error;
    });
    return this.key;
  }

  private async ask(): Promise<CryptoKey> {
    const device = await this.device();
    const { key } = await post<{ key: string }>(this.workspace, "/api/accounts/draft-key", { device });
    const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
    return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  /** Asks for the key while there is time, so that it is there when the network is not. */
  prepare(): void {
    if (this.able) this.handed().catch(() => {});
  }

  /** The key was destroyed or may be another one now. */
  forget(): void {
    this.key = null;
  }

  async seal(words: readonly string[], key: string): Promise<SealedWords | null> {
    if (!this.able) return null;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = new TextEncoder().encode(JSON.stringify(words));
    const additionalData = new TextEncoder().encode(key);
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, await this.handed(), bytes);
    return { iv, data };
  }

  async open({ iv, data }: SealedWords, key: string): Promise<readonly string[] | null> {
    if (!this.able) throw new Error("this browser cannot unseal here");
    const handed = await this.handed();
    const additionalData = new TextEncoder().encode(key);
    try {
      const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, handed, data);
      const words: unknown = JSON.parse(new TextDecoder().decode(bytes));
      return Array.isArray(words) ? words.map(String) : null;
    } catch {
      return null;
    }
  }
}
