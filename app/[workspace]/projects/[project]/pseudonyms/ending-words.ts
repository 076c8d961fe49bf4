import type { EndingFamily } from "@/lib/pseudonyms/name-endings";

export const ENDING_WORDS: Readonly<Record<EndingFamily, string>> = {
  germanic: "English, German, Dutch, Scandinavian",
  finnic: "Finnish, Estonian",
  hungarian: "Hungarian",
  turkish: "Turkish",
  "slavic-latin": "Polish, Czech, Slovak, Croatian",
  "slavic-cyrillic": "Russian, Ukrainian, Bulgarian, Serbian",
  baltic: "Lithuanian, Latvian",
  greek: "Greek",
  korean: "Korean",
  hebrew: "Hebrew",
  arabic: "Arabic",
};
