import { SPEAKER_ROLES, type SpeakerRole } from "@/lib/readers/read-result";

const WORDS: Readonly<Record<SpeakerRole, string>> = {
  participant: "Participant",
  interviewer: "Interviewer",
  moderator: "Moderator",
  several: "Several at once",
  unknown: "Unknown",
};

export const SPEAKER_ROLE_OPTIONS = SPEAKER_ROLES.map((id) => ({ id, label: WORDS[id] }));

export function isSpeakerRole(id: string): id is SpeakerRole {
  return SPEAKER_ROLES.some((role) => role === id);
}

export function speakerRoleWords(role: string): string {
  return isSpeakerRole(role) ? WORDS[role] : "Unknown";
}
