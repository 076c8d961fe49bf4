// The words that labels are made of, in the languages we have met: who asks, who leads, who is nobody, what is a heading.
import type { SpeakerRole } from "./read-result";

const INTERVIEWER =
  "i q int inter iv interviewer interviewerin interviewers intervieweur intervieweuse enquêteur enquêtrice entrevistador entrevistadora intervistatore intervistatrice pesquisador pesquisadora investigador investigadora researcher haastattelija intervjuare интервьюер исследователь 采访者 采訪者 访谈者 訪談者 訪問者 聞き手 インタビュアー 면접자 인터뷰어 질문자 מראיין מראיינת المحاور المحاورة الباحث";
const MODERATOR =
  "mod moderator moderatorin facilitator fac facil moderador moderadora moderateur modérateur modératrice moderatore moderatrice модератор 司会 司会者 진행자 사회자 主持人 主持 מנחה المنسق";
const SEVERAL =
  "all several group everyone everybody both many multiple alle todos todas tous vários mehrere все 全員 全体 众人 大家 כולם الجميع";
const UNKNOWN = "unknown unidentified unk unbekannt desconhecido desconocido inconnu неизвестный";
const PARTICIPANT =
  "p r s a f m res resp respondent respondant interviewee participant participante teilnehmer teilnehmerin befragte befragter speaker sprecher sprecherin student schüler locutor falante entrevistado entrevistada me them she he респондент участник 参加者 参与者 受访者 受訪者 回答者 참여자 응답자 משתתף משתתפת מרואיין מרואיינת المشارك المشاركة الضيف";

/** What a form above the talk asks for. */
const FIELDS =
  "topic thema tema date datum data time zeit hora place ort venue location duration length dauer duração file filename datei participants attendees present teilnehmende participantes title titel título titulo project projekt projeto transcript transcription transkript transcriber transcribed recorded recording language sprache gender age sex occupation interview website url email tel phone video audio link links";

/** Other line heads that end in a colon and are nobody: headings, notes of the transcriber. */
const NOT_SPEAKERS =
  "note notes nb n.b ps p.s ok question questions pergunta perguntas frage fragen pregunta preguntas domanda vraag spørgsmål fråga вопрос 问题 問題 質問 theme section part chapter task item step teil parte aufgabe tarefa tarea abschnitt keywords summary break pause end start example source http https ftp mailto www subject from to cc re edit edited code key legend background context setting comment comments observation abbreviations appendix slides";

/** Capitalised before a colon or alone on a line, these begin what somebody says. */
const BEGINNINGS =
  "yes yeah no well so okay right and but because first second third finally then also now maybe anyway however ja nein und aber oui non alors mais sí pues pero não então";

const lists: readonly (readonly [SpeakerRole, string])[] = [
  ["interviewer", INTERVIEWER],
  ["moderator", MODERATOR],
  ["several", SEVERAL],
  ["unknown", UNKNOWN],
  ["participant", PARTICIPANT],
];
const ROLES = new Map(lists.flatMap(([role, words]) => words.split(" ").map((word) => [word, role] as const)));
for (const phrase of ["unknown speaker", "unknown participant", "unidentified speaker"]) ROLES.set(phrase, "unknown");
const FORM = new Set(FIELDS.split(" "));
const STOPS = new Set([...FORM, ...NOT_SPEAKERS.split(" "), ...BEGINNINGS.split(" ")]);
const PHRASES =
  "transcribed by,recorded by,created by,recording date,interview date,interview no,interview number,interview id,interview code,interview length,interview duration,interview location,interview place,date of interview,time of interview,place of interview,length of interview,participant id,participant number,participant code,file name,start time,end time,audio file";
for (const phrase of PHRASES.split(",")) {
  FORM.add(phrase);
  STOPS.add(phrase);
}

/** In brackets at the head of a line these are sounds and gaps, not names. */
const SOUNDS =
  /^(?:laugh|laughs|laughter|laughing|pause|long pause|short pause|silence|inaudible|unintelligible|unclear|indistinct|crosstalk|cross talk|overtalk|overtalking|overlap|overlapping|speaking together|sigh|sighs|cough|coughs|noise|music|applause|gestures?|nods?|redacted|removed|end|tape|break|interruption|phone|ia|sic|lacht|lachen|risos|risas|rires|pausa|inaudível|听不清|笑|沉默|לא ברור|צוחק|צוחקת|смех|пауза)(?:\b|\s|$)/iu;

/** Lower case, one width, no marks that cannot be seen: for comparing labels, never for showing them. */
export function foldLabel(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}

/** The label without an addendum in brackets and without its number: `P5 [to P2]` → `p`, `Speaker 2` → `speaker`. */
export function labelStem(label: string): string {
  return foldLabel(label)
    .replace(/\s*[[(][^\])]*[\])]$/u, "")
    .replace(/\s*[-_.#]?\s*\p{N}+\s*\p{L}?$/u, "")
    .replace(/(?<=[\p{Script=Han}\p{Script=Katakana}])[a-z]$/u, "")
    .trim();
}

export function roleOfWord(stem: string): SpeakerRole | null {
  return ROLES.get(stem) ?? null;
}

export function isNotSpeakerWord(label: string): boolean {
  const folded = foldLabel(label);
  return STOPS.has(labelStem(label)) || STOPS.has(folded) || /^(?:q|question)\s?\p{N}+\p{L}?$/u.test(folded);
}

/** `Date:`, `Place of interview:`: a line of the form above the talk. */
export function isFormField(label: string): boolean {
  return FORM.has(foldLabel(label));
}

export function isSound(label: string): boolean {
  return SOUNDS.test(foldLabel(label)) || /^[\p{N}\p{P}\p{S}\s]*$/u.test(label);
}
