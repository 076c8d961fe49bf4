import type { Role } from "@/db/actor";

export const ROLE_WORDS: Readonly<Record<Role, string>> = { lead: "Lead", coder: "Coder", observer: "Observer" };

export const ROLE_OPTIONS: readonly { id: Role; label: string; hint: string }[] = [
  {
    id: "coder",
    label: "Coder",
    hint: "Codes documents on their own and sees nobody else's coding before the reveal.",
  },
  { id: "observer", label: "Observer", hint: "Reads what the lead reads and changes nothing." },
  {
    id: "lead",
    label: "Lead",
    hint: "Imports, keeps the codebook, opens rounds and settles disagreements. May code too.",
  },
];
