// The rows at a survey's head: which program wrote it, and how many of its rows are no answers.
import type { SurveyProducer } from "./survey-read";

export interface SurveyHead {
  readonly producer: SurveyProducer;
  readonly headerRows: number;
}

const QUALTRICS = new Set(
  "startdate enddate status ipaddress progress duration(inseconds) finished recordeddate responseid recipientlastname recipientfirstname recipientemail externalreference locationlatitude locationlongitude distributionchannel userlanguage".split(
    " ",
  ),
);
const LIME = new Set(
  "id submitdate lastpage startlanguage seed startdate datestamp ipaddr refurl token responseid datesubmitted lastpage startlanguage datestarted datelastaction ipaddress referrerurl antwortid datumabgeschickt letzteseite startsprache".split(
    " ",
  ),
);
const LIME_OWN = new Set("submitdate lastpage startlanguage datesubmitted datumabgeschickt letzteseite".split(" "));
/** The first five columns of Microsoft Forms in some of its languages; the first is `ID` everywhere. */
const MICROSOFT = [
  /^(?:start time|startzeit|heure de début|hora de inicio|hora de início|ora di inizio|begintijd|starttid)$/iu,
  /^(?:completion time|fertigstellungszeit|heure de fin|hora de finalización|hora de conclusão|ora di completamento|tijd van voltooien|slutförandetid)$/iu,
];
const GOOGLE =
  /^(?:timestamp|zeitstempel|horodateur|marca temporal|carimbo de data\/hora|informazioni cronologiche|tijdstempel|tidsstämpel|отметка времени|タイムスタンプ|时间戳记)$/iu;

/** Whether the first rows are those of a survey program, whatever else the table could be. */
export function isSurveyHead(rows: readonly (readonly string[])[]): boolean {
  return surveyHead(rows).producer !== "plain";
}

export function surveyHead(rows: readonly (readonly string[])[]): SurveyHead {
  const first = (rows[0] ?? []).map((cell) => cell.trim());
  const keys = first.map(keyOf);
  const imports = rows.slice(0, 5).findIndex((row) => isImportIds(row));
  if (imports !== -1) return { producer: "qualtrics", headerRows: imports + 1 };
  const legacy = first.filter((cell) => /^V\d+$/.test(cell)).length;
  const second = (rows[1] ?? []).map(keyOf);
  if (legacy >= 3 && second.some((key) => key === "responseid")) return { producer: "qualtrics", headerRows: 2 };
  if (
    keys.filter((key) => QUALTRICS.has(key)).length >= 3 &&
    keys.some((key) => key === "responseid" || key === "recordeddate")
  ) {
    return { producer: "qualtrics", headerRows: isAnswered(rows[1], keys) ? 1 : 2 };
  }
  const limeKeys = first.map((cell) => keyOf(cell.replace(/^\w+\.\s+/, "")));
  if ([...keys, ...limeKeys].some((key) => LIME_OWN.has(key)) && limeKeys.filter((key) => LIME.has(key)).length >= 2) {
    return { producer: "limesurvey", headerRows: 1 };
  }
  if (/^id$/i.test(first[0] ?? "") && MICROSOFT.every((title) => first.slice(1, 6).some((cell) => title.test(cell)))) {
    return { producer: "microsoft-forms", headerRows: 1 };
  }
  if (GOOGLE.test(first[0] ?? "") && first.length > 1 && /\d/.test(rows[1]?.[0] ?? "0")) {
    return { producer: "google-forms", headerRows: 1 };
  }
  if (keys.includes("uniqueresponsenumber")) return { producer: "jisc", headerRows: 1 };
  return { producer: "plain", headerRows: plainHeaderRows(rows) };
}

function keyOf(cell: string): string {
  // No title is longer; one cell may be the whole file.
  return cell
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s_.-]/g, "");
}

function isImportIds(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter((cell) => /^\s*\{"ImportId"\s*:/.test(cell)).length > filled.length / 2;
}

/** The second row of a re-saved export is the questions' words, in the survey's language; an answer has a date there. */
function isAnswered(row: readonly string[] | undefined, keys: readonly string[]): boolean {
  const dates = keys.flatMap((key, i) => (/date$/.test(key) ? [row?.[i] ?? ""] : []));
  return dates.length > 0 ? dates.some((cell) => /\d/.test(cell)) : (row ?? []).some((cell) => /^\d+$/.test(cell));
}

/** Titles are words, and each column has its own; over groups of columns a second row has them. */
function plainHeaderRows(rows: readonly (readonly string[])[]): number {
  const [first = [], second = []] = rows;
  const filled = first.filter((cell) => cell.trim() !== "");
  if (rows.length < 2) return 0;
  const figures = filled.filter((cell) => /^\s*[-+]?\d[\d.,:/ -]*\s*$/.test(cell)).length;
  if (figures * 2 >= filled.length && filled.length > 0 && figures > 0) return 0;
  const once = new Set(filled).size;
  const words = second.filter((cell) => cell.trim() !== "");
  const isTitled = words.length === second.length && new Set(words).size === words.length;
  const grouped = once * 2 <= second.length && second.length >= 4;
  const figuresBelow = words.filter((cell) => /^\s*[-+]?\d[\d.,]*\s*$/.test(cell)).length;
  return grouped && isTitled && figuresBelow === 0 && rows.length > 2 ? 2 : 1;
}
