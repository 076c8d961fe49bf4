import { sha256 } from "@noble/hashes/sha2.js";
import { hex, newSecret } from "./new-id";

export interface Secret {
  /** Shown to the person once; it never leaves the browser but in their hands. */
  readonly secret: string;
  /** What the server gets. */
  readonly secretHash: string;
}

// Not crypto.subtle: browsers withhold it on plain http, where a team may well serve this.
function hashed(secret: string): Secret {
  return { secret, secretHash: hex(sha256(new TextEncoder().encode(secret))) };
}

export function newInvitationSecret(): Secret {
  return hashed(newSecret());
}

export function newTokenSecret(): Secret {
  return hashed(`tdm_${newSecret()}`);
}

/** The secret stands in the fragment, which browsers send to no server. */
export function invitationLink(origin: string, workspace: string, secret: string): string {
  return `${origin}/${workspace}/join#${secret}`;
}
