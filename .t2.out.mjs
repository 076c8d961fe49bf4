// lib/refusal.ts
var Refusal = class extends Error {
  code;
  status;
  params;
  constructor(code, status = 409, params = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "Refusal";
    this.code = code;
    this.status = status;
    this.params = params;
  }
};

// lib/readers/clock.ts
var CLOCK = `\\d{1,3}(?::\\d{1,2})?:\\d{2}(?:[.,]\\d{1,3}|:\\d{2})?|\\d{1,3}'\\d{2}"`;
var CUE_CLOCK = "(?:\\d+:)?\\d{1,2}:\\d{1,2}(?:[.,]\\d{1,3})?";
function clockMs(text) {
  const apostrophes = /^(\d+)'(\d+)"$/.exec(text);
  if (apostrophes) return (Number(apostrophes[1]) * 60 + Number(apostrophes[2])) * 1e3;
  const [whole = "", fraction = ""] = text.split(/[.,]/);
  const fields = whole.split(":").map(Number);
  if (fields.length < 2 || fields.some((field) => Number.isNaN(field))) {
    throw new RangeError(`not a clock time of ${text.length} characters`);
  }
  const seconds = fields.slice(0, 3).reduce((sum, field) => sum * 60 + field, 0);
  return seconds * 1e3 + decimalMs(fraction);
}
function isUnpadded(text) {
  return /:\d(?:[:.,]|$)/.test(text);
}
function cueClockMs(text, unpadded = isUnpadded(text)) {
  const [whole = "", fraction = ""] = text.split(/[.,]/);
  return clockFields(whole) + (unpadded ? Number(fraction || "0") : decimalMs(fraction));
}
function clockFields(whole) {
  const fields = whole.split(":").map(Number);
  if (fields.length < 2 || fields.length > 3 || fields.some((field) => Number.isNaN(field))) {
    throw new RangeError(`not a cue time of ${whole.length} characters`);
  }
  return fields.reduce((sum, field) => sum * 60 + field, 0) * 1e3;
}
function decimalMs(fraction) {
  return Number(fraction.slice(0, 3).padEnd(3, "0"));
}

// lib/readers/xml.ts
import { SaxesParser } from "saxes";
var XML_DEPTH = 2e3;
function visitXml(bytes, visitor, depthLimit = XML_DEPTH) {
  const parser = new SaxesParser({ xmlns: true });
  const open2 = [];
  parser.on("doctype", () => {
    throw new Refusal("file-doctype", 422);
  });
  parser.on("error", () => {
    throw new Refusal("file-damaged", 422);
  });
  parser.on("opentag", (tag) => {
    if (open2.length >= depthLimit) throw new Refusal("file-too-deep", 422, { limit: depthLimit });
    const attributes = Object.values(tag.attributes);
    const element = {
      uri: tag.uri,
      local: tag.local,
      attribute: (local) => attributes.find((attribute) => attribute.local === local)?.value
    };
    open2.push(element);
    visitor.open?.(element);
  });
  parser.on("closetag", () => {
    const element = open2.pop();
    if (element) visitor.close?.(element);
  });
  const text = (words) => visitor.text?.(words);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xmlText(bytes)).close();
}
function xmlText(bytes) {
  const wide = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : bytes[0] === 254 && bytes[1] === 255 ? "utf-16be" : null;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("file-damaged", 422);
  }
}

// lib/readers/docx-body.ts
var WORD = /* @__PURE__ */ new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main"
]);
var MATH = /* @__PURE__ */ new Set([
  "http://schemas.openxmlformats.org/officeDocument/2006/math",
  "http://purl.oclc.org/ooxml/officeDocument/math"
]);
var COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
var SKIPPED = /^(?:del|moveFrom|delText|delInstrText|instrText|rt|[a-zA-Z]+PrChange|numberingChange|tblGridChange|fldData)$/;
var SYMBOLS = {
  f04a: "\u263A",
  f04b: "\u{1F610}",
  f04c: "\u2639",
  f0b7: "\u2022",
  f0a7: "\u25AA",
  f0e0: "\u2192",
  f0df: "\u2190",
  f0e8: "\u2794",
  f0fb: "\u2717",
  f0fc: "\u2713",
  f0d8: "\u27A2",
  f02d: "\u2212"
};
function readDocxBody(part, hiddenStyles) {
  const counts = { hiddenCharacters: 0, insertions: 0, deletions: 0, symbols: 0 };
  const root = [];
  const sinks = [root];
  const tables = [];
  const merges = [];
  const paragraphs = [];
  const runs = [];
  const path = [];
  const choices = [];
  let skipping = 0;
  let boxes = 0;
  let inText = 0;
  const append = (words) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    const run = runs.at(-1);
    if (run?.hidden || paragraph.hidden) {
      counts.hiddenCharacters += words.trim().length;
      return;
    }
    const line = paragraph.lines.at(-1);
    if (!line) return;
    const allBold = line.boldLength === line.text.length;
    line.text += words;
    if (allBold && (run?.bold || words.trim() === "")) line.boldLength = line.text.length;
  };
  const breakLine = () => {
    if (!runs.at(-1)?.hidden) paragraphs.at(-1)?.lines.push({ text: "", boldLength: 0 });
  };
  const opened = {
    p: () => {
      paragraphs.push({ lines: [{ text: "", boldLength: 0 }], style: null, numberId: null, level: 0, boxed: boxes > 0, boxes: [], hidden: false });
    },
    r: () => runs.push({ bold: false, hidden: false }),
    t: () => inText++,
    tbl: () => tables.push([]),
    tr: () => tables.at(-1)?.push([]),
    tc: () => {
      sinks.push([]);
      merges.push(false);
    },
    vMerge: (element) => {
      if (merges.length > 0) merges[merges.length - 1] = element.attribute("val") !== "restart";
    },
    txbxContent: () => {
      boxes++;
      sinks.push(paragraphs.at(-1)?.boxes ?? root);
    },
    pStyle: (element) => {
      const paragraph = paragraphs.at(-1);
      if (!paragraph) return;
      paragraph.style = element.attribute("val") ?? null;
      if (paragraph.style !== null && hiddenStyles.has(paragraph.style)) paragraph.hidden = true;
    },
    rStyle: (element) => {
      const run = runs.at(-1);
      if (run && inRunProperties(path) && hiddenStyles.has(element.attribute("val") ?? "")) run.hidden = true;
    },
    numId: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.numberId = element.attribute("val") ?? null;
    },
    ilvl: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.level = Number(element.attribute("val") ?? "0") || 0;
    },
    b: (element) => {
      const run = runs.at(-1);
      if (run && inRunProperties(path)) run.bold = isOn(element);
    },
    vanish: (element) => {
      const run = runs.at(-1);
      if (run && inRunProperties(path)) run.hidden = isOn(element);
    },
    ins: () => counts.insertions++,
    moveTo: () => counts.insertions++,
    tab: () => {
      if (path.at(-2) === "r") append("	");
    },
    ptab: () => append("	"),
    br: breakLine,
    cr: breakLine,
    noBreakHyphen: () => append("\u2011"),
    softHyphen: () => append("\xAD"),
    sym: (element) => {
      const place = (element.attribute("char") ?? "").toLowerCase();
      const known = SYMBOLS[place];
      if (known === void 0) counts.symbols++;
      const code = Number.parseInt(place, 16);
      append(known ?? (code > 31 && code < 55296 ? String.fromCodePoint(code) : "\uFFFD"));
    }
  };
  const closed = {
    p: () => {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      const { lines, style, boxed } = paragraph;
      const numbering = paragraph.numberId === null ? null : { id: paragraph.numberId, level: paragraph.level };
      sinks.at(-1)?.push({ kind: "paragraph", lines, style, numbering, boxed }, ...paragraph.boxes);
    },
    r: () => runs.pop(),
    t: () => inText--,
    tbl: () => {
      const rows = tables.pop();
      if (rows) sinks.at(-1)?.push({ kind: "table", rows });
    },
    tc: () => {
      const content = sinks.pop();
      const merged = merges.pop() ?? false;
      if (content) tables.at(-1)?.at(-1)?.push({ content, merged });
    },
    txbxContent: () => {
      boxes--;
      sinks.pop();
    }
  };
  visitXml(part, {
    open(element) {
      const isWord = WORD.has(element.uri);
      path.push(isWord ? element.local : "");
      if (skipping > 0 || skips(element, isWord, choices)) {
        if (skipping === 0 && isWord && /^(?:del|moveFrom)$/.test(element.local)) counts.deletions++;
        skipping++;
        return;
      }
      if (isWord) opened[element.local]?.(element);
      else if (MATH.has(element.uri) && element.local === "t") inText++;
    },
    close(element) {
      path.pop();
      if (skipping > 0) skipping--;
      else if (element.uri === COMPATIBILITY && element.local === "AlternateContent") choices.pop();
      else if (WORD.has(element.uri)) closed[element.local]?.();
      else if (MATH.has(element.uri) && element.local === "t") inText--;
    },
    text(words) {
      if (skipping === 0 && inText > 0) append(words.replace(/[\r\n]/g, " "));
    }
  });
  return { content: root, counts };
}
function skips(element, isWord, choices) {
  if (isWord) return SKIPPED.test(element.local);
  if (element.uri !== COMPATIBILITY) return false;
  if (element.local === "AlternateContent") choices.push(false);
  if (element.local === "Choice") {
    const taken = choices.at(-1) ?? false;
    if (choices.length > 0) choices[choices.length - 1] = true;
    return taken;
  }
  return element.local === "Fallback" && (choices.at(-1) ?? false);
}
function inRunProperties(path) {
  return path.at(-2) === "rPr" && path.at(-3) === "r";
}
function isOn(element) {
  return !/^(?:0|false|off|none)$/.test(element.attribute("val") ?? "1");
}

// lib/readers/docx-numbering.ts
function readDocxNumbering(part) {
  const { levels, instances, starts } = definitions(part);
  const counters = /* @__PURE__ */ new Map();
  const begun = /* @__PURE__ */ new Set();
  return {
    next(id, level) {
      const abstract = instances.get(id);
      const list = abstract === void 0 ? void 0 : levels.get(abstract);
      const own = list?.get(level);
      if (abstract === void 0 || !list || !own) return null;
      const counts = counters.get(abstract) ?? [];
      counters.set(abstract, counts);
      const restart = starts.get(`${id} ${level}`);
      if (restart !== void 0 && !begun.has(`${id} ${level}`)) counts[level] = restart - 1;
      begun.add(`${id} ${level}`);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      if (own.format === "none" || own.format === "bullet") return null;
      return own.text.replace(/%([1-9])/g, (_, digit) => {
        const at = Number(digit) - 1;
        const shown = list.get(at);
        return shown ? numeral(counts[at] ?? shown.start, shown.format) : "";
      });
    }
  };
}
function definitions(part) {
  const levels = /* @__PURE__ */ new Map();
  const instances = /* @__PURE__ */ new Map();
  const starts = /* @__PURE__ */ new Map();
  let abstract = null;
  let instance = null;
  let level = null;
  let overridden = 0;
  if (part) {
    visitXml(part, {
      open(element) {
        if (!WORD.has(element.uri)) return;
        const value = element.attribute("val") ?? "";
        switch (element.local) {
          case "abstractNum":
            abstract = element.attribute("abstractNumId") ?? "";
            levels.set(abstract, /* @__PURE__ */ new Map());
            break;
          case "lvl":
            level = { start: 1, format: "decimal", text: "" };
            if (abstract !== null) levels.get(abstract)?.set(Number(element.attribute("ilvl") ?? "0"), level);
            break;
          case "num":
            instance = element.attribute("numId") ?? "";
            abstract = null;
            break;
          case "abstractNumId":
            if (instance !== null) instances.set(instance, value);
            break;
          case "lvlOverride":
            overridden = Number(element.attribute("ilvl") ?? "0");
            break;
          case "startOverride":
            if (instance !== null) starts.set(`${instance} ${overridden}`, Number(value) || 1);
            break;
          case "start":
            if (level) level.start = Number(value) || 0;
            break;
          case "numFmt":
            if (level) level.format = value;
            break;
          case "lvlText":
            if (level) level.text = value;
            break;
        }
      },
      close(element) {
        if (WORD.has(element.uri) && element.local === "lvl") level = null;
      }
    });
  }
  return { levels, instances, starts };
}
var ROMAN = [
  [1e3, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"]
];
function numeral(count2, format) {
  switch (format) {
    case "lowerLetter":
      return letters(count2);
    case "upperLetter":
      return letters(count2).toUpperCase();
    case "lowerRoman":
      return roman(count2);
    case "upperRoman":
      return roman(count2).toUpperCase();
    case "decimalZero":
      return String(count2).padStart(2, "0");
    default:
      return String(count2);
  }
}
function letters(count2) {
  if (count2 < 1 || count2 > 26 * 40) return String(count2);
  return String.fromCharCode(97 + (count2 - 1) % 26).repeat(Math.ceil(count2 / 26));
}
function roman(count2) {
  if (count2 < 1 || count2 > 1e4) return String(count2);
  let rest = count2;
  let text = "";
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

// lib/readers/docx-styles.ts
function readDocxStyles(part) {
  const hidden = /* @__PURE__ */ new Set();
  const numbering = /* @__PURE__ */ new Map();
  if (!part) return { hidden, numbering };
  let style = null;
  let numberId = null;
  let level = 0;
  visitXml(part, {
    open(element) {
      if (!WORD.has(element.uri)) return;
      const value = element.attribute("val");
      if (element.local === "style") {
        style = element.attribute("styleId") ?? null;
        numberId = null;
        level = 0;
      }
      if (element.local === "vanish" && style !== null && !/^(?:0|false|off)$/.test(value ?? "1")) hidden.add(style);
      if (element.local === "numId") numberId = value ?? null;
      if (element.local === "ilvl") level = Number(value ?? "0") || 0;
    },
    close(element) {
      if (!WORD.has(element.uri) || element.local !== "style") return;
      if (style !== null && numberId !== null) numbering.set(style, { id: numberId, level });
      style = null;
    }
  });
  return { hidden, numbering };
}

// lib/readers/label-words.ts
var INTERVIEWER = "i q int inter iv interviewer interviewerin interviewers intervieweur intervieweuse enqu\xEAteur enqu\xEAtrice entrevistador entrevistadora intervistatore intervistatrice pesquisador pesquisadora investigador investigadora researcher haastattelija intervjuare \u0438\u043D\u0442\u0435\u0440\u0432\u044C\u044E\u0435\u0440 \u0438\u0441\u0441\u043B\u0435\u0434\u043E\u0432\u0430\u0442\u0435\u043B\u044C \u91C7\u8BBF\u8005 \u91C7\u8A2A\u8005 \u8BBF\u8C08\u8005 \u8A2A\u8AC7\u8005 \u8A2A\u554F\u8005 \u805E\u304D\u624B \u30A4\u30F3\u30BF\u30D3\u30E5\u30A2\u30FC \u05DE\u05E8\u05D0\u05D9\u05D9\u05DF \u05DE\u05E8\u05D0\u05D9\u05D9\u05E0\u05EA \u0627\u0644\u0645\u062D\u0627\u0648\u0631 \u0627\u0644\u0645\u062D\u0627\u0648\u0631\u0629 \u0627\u0644\u0628\u0627\u062D\u062B";
var MODERATOR = "mod moderator moderatorin facilitator fac facil moderador moderadora moderateur mod\xE9rateur mod\xE9ratrice moderatore moderatrice \u043C\u043E\u0434\u0435\u0440\u0430\u0442\u043E\u0440 \u53F8\u4F1A \u53F8\u4F1A\u8005 \u4E3B\u6301\u4EBA \u4E3B\u6301 \u05DE\u05E0\u05D7\u05D4 \u0627\u0644\u0645\u0646\u0633\u0642";
var SEVERAL = "all several group everyone everybody both many multiple alle todos todas tous v\xE1rios mehrere \u0432\u0441\u0435 \u5168\u54E1 \u5168\u4F53 \u4F17\u4EBA \u5927\u5BB6 \u05DB\u05D5\u05DC\u05DD \u0627\u0644\u062C\u0645\u064A\u0639";
var UNKNOWN = "unknown unidentified unk unbekannt desconhecido desconocido inconnu \u043D\u0435\u0438\u0437\u0432\u0435\u0441\u0442\u043D\u044B\u0439";
var PARTICIPANT = "p r s a f m res resp respondent respondant interviewee participant participante teilnehmer teilnehmerin befragte befragter speaker sprecher sprecherin student sch\xFCler locutor falante entrevistado entrevistada me them she he \u0440\u0435\u0441\u043F\u043E\u043D\u0434\u0435\u043D\u0442 \u0443\u0447\u0430\u0441\u0442\u043D\u0438\u043A \u53C2\u52A0\u8005 \u53C2\u4E0E\u8005 \u53D7\u8BBF\u8005 \u53D7\u8A2A\u8005 \u56DE\u7B54\u8005 \u05DE\u05E9\u05EA\u05EA\u05E3 \u05DE\u05E9\u05EA\u05EA\u05E4\u05EA \u05DE\u05E8\u05D5\u05D0\u05D9\u05D9\u05DF \u05DE\u05E8\u05D5\u05D0\u05D9\u05D9\u05E0\u05EA \u0627\u0644\u0645\u0634\u0627\u0631\u0643 \u0627\u0644\u0645\u0634\u0627\u0631\u0643\u0629 \u0627\u0644\u0636\u064A\u0641";
var NOT_SPEAKERS = "note notes nb n.b ps p.s ok question questions pergunta perguntas frage fragen pregunta preguntas domanda vraag sp\xF8rgsm\xE5l fr\xE5ga \u0432\u043E\u043F\u0440\u043E\u0441 \u95EE\u9898 \u554F\u984C \u8CEA\u554F topic theme section part chapter task item step tema thema teil parte aufgabe tarefa tarea abschnitt date datum data time zeit hora place ort venue location duration length dauer dura\xE7\xE3o file filename datei participants attendees present teilnehmende participantes title titel t\xEDtulo titulo project projekt projeto transcript transcription transkript transcriber transcribed recorded recording keywords summary break pause end start example source http https ftp mailto www subject from to cc re edit edited language sprache gender age sex occupation interview code website url email tel phone key legend background context setting comment comments observation abbreviations appendix";
var lists = [
  ["interviewer", INTERVIEWER],
  ["moderator", MODERATOR],
  ["several", SEVERAL],
  ["unknown", UNKNOWN],
  ["participant", PARTICIPANT]
];
var ROLES = new Map(lists.flatMap(([role, words]) => words.split(" ").map((word) => [word, role])));
for (const phrase of ["unknown speaker", "unknown participant", "unidentified speaker"]) ROLES.set(phrase, "unknown");
var STOPS = new Set(NOT_SPEAKERS.split(" "));
for (const phrase of ["transcribed by", "recorded by", "recording date", "interview date", "interview no"]) STOPS.add(phrase);
var SOUNDS = /^(?:laugh|laughs|laughter|laughing|pause|long pause|short pause|silence|inaudible|unintelligible|unclear|indistinct|crosstalk|cross talk|overtalk|overtalking|overlap|overlapping|speaking together|sigh|sighs|cough|coughs|noise|music|applause|gestures?|nods?|redacted|removed|end|tape|break|interruption|phone|ia|sic|lacht|lachen|risos|risas|rires|pausa|inaudível|听不清|笑|沉默|לא ברור|צוחק|צוחקת|смех|пауза)(?:\b|\s|$)/iu;
function foldLabel(label) {
  return label.normalize("NFKC").replace(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "").replace(/\s+/gu, " ").trim().toLowerCase();
}
function labelStem(label) {
  return foldLabel(label).replace(/\s*[[(][^\])]*[\])]$/u, "").replace(/\s*[-_.#]?\s*\p{N}+\s*\p{L}?$/u, "").replace(/(?<=[\p{Script=Han}\p{Script=Katakana}])[a-z]$/u, "").trim();
}
function roleOfWord(stem) {
  return ROLES.get(stem) ?? null;
}
function isNotSpeakerWord(label) {
  const folded = foldLabel(label);
  return STOPS.has(labelStem(label)) || STOPS.has(folded) || /^(?:q|question)\s?\p{N}+\p{L}?$/u.test(folded);
}
function isSound(label) {
  return SOUNDS.test(foldLabel(label)) || /^[\p{N}\p{P}\p{S}\s]*$/u.test(label);
}

// lib/readers/label-candidate.ts
var LONGEST_LABEL = 63;
var LOOKED_AT = 200;
var BLANK = "[\\s\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]";
var TIMED = `(?:\\[(?:${CLOCK})\\]|\\((?:${CLOCK})\\))`;
var AFTER_COLON_TIME = new RegExp(`^\\s*(${TIMED})|^\\s*(${CLOCK})(?=${BLANK}*$)|^(?:\\s{2,}|\\t)(${CLOCK})(?=\\s{2,}|\\t)`, "u");
var HEADER = new RegExp(`^(.{1,${LONGEST_LABEL}}?)(?:\\s+|\\s*[,|\u2013-]\\s+)(${CLOCK}|${TIMED})${BLANK}*$`, "u");
var BEFORE_COLON_TIME = new RegExp(`^(.{1,${LONGEST_LABEL}}?)\\s*(${TIMED})\\s*[:\uFF1A]`, "u");
var WALL_CLOCK = new RegExp(`^\\[([^\\]]{1,${LONGEST_LABEL}})\\]\\s+(\\d{1,2}:\\d{2}:\\d{2})${BLANK}*$`, "u");
function labelCandidate(line, offset, style) {
  const lead = new RegExp(`^${BLANK}*(?:>>+\\s*)?`, "u").exec(line.slice(offset, offset + LOOKED_AT))?.[0].length ?? 0;
  const from = offset + lead;
  const text = line.slice(from, from + LOOKED_AT);
  for (const form of FORMS) {
    const found = form(text, line.length - from <= LOOKED_AT, style, (style.boldLength ?? 0) - from);
    if (found === null) continue;
    const label = found.label.trim();
    const look = lookOf(label, found.form);
    if (look === null) continue;
    const space = style.verbatim ? 0 : trailingSpace(line, from + found.length);
    return {
      label,
      length: from + found.length + space,
      startMs: found.time === null ? null : clockMs(found.time),
      form: found.form,
      look,
      wallClock: found.wallClock ?? false
    };
  }
  return null;
}
var FORMS = [wallClockForm, markdownForm, timedColonForm, colonForm, headerForm, bracketForm, boldForm, dashForm, tabForm, aloneForm];
function wallClockForm(text, whole) {
  const match = whole ? WALL_CLOCK.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: match[2] ?? null, form: "header", wallClock: true };
}
function markdownForm(text, whole, style) {
  if (!style.markdown) return null;
  const match = /^(\*\*|__)(.{1,63}?)\s*([:：]?)\s*\1\s*([:：]?)/u.exec(text);
  if (!match) return null;
  return withTime(text, whole, { label: match[2] ?? "", length: match[0].length, form: match[3] || match[4] ? "colon" : "bold" });
}
function timedColonForm(text) {
  const match = BEFORE_COLON_TIME.exec(text);
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: bare(match[2]), form: "colon" };
}
function colonForm(text, whole) {
  const match = /^[#@]?([^:：\t\n"“”„«»]{1,63})([:：])/u.exec(text);
  if (!match) return null;
  const label = match[1] ?? "";
  const next = text.charAt(match[0].length);
  const closed = next === "" || /[\s\u200B-\u200F\u202A-\u202E\uFEFF]/u.test(next);
  if (!closed && match[2] === ":" && !(/^[\p{L}"“([…—-]/u.test(next) && ["code", "role"].includes(lookOf(label.trim(), "colon") ?? ""))) return null;
  return withTime(text, whole, { label, length: match[0].length, form: "colon" });
}
function headerForm(text, whole) {
  const match = whole ? HEADER.exec(text) : null;
  if (!match) return null;
  return { label: match[1] ?? "", length: match[0].length, time: bare(match[2]), form: "header" };
}
function bracketForm(text, whole, style) {
  const match = (style.cue ? /^(?:\[([^[\]]{1,63})\]|\{([^{}]{1,63})\}|\(([^()]{1,63})\))/u : /^(?:\[([^[\]]{1,63})\]|\{([^{}]{1,63})\})/u).exec(text);
  if (!match) return null;
  const length = match[0].length + (/^\s*[:：]/u.exec(text.slice(match[0].length))?.[0].length ?? 0);
  return withTime(text, whole, { label: match[1] ?? match[2] ?? match[3] ?? "", length, form: "bracket" });
}
function boldForm(text, whole, _style, bold) {
  if (bold < 1 || bold > LONGEST_LABEL || bold >= text.trimEnd().length) return null;
  return withTime(text, whole, { label: text.slice(0, bold), length: bold, form: "bold" });
}
function dashForm(text) {
  const match = /^([^\s].{0,30}?)\s+[–—-]\s+/u.exec(text);
  return match ? { label: match[1] ?? "", length: match[0].trimEnd().length, time: null, form: "dash" } : null;
}
function tabForm(text) {
  const match = /^([^\t]{1,40})\t/u.exec(text);
  return match ? { label: match[1] ?? "", length: match[0].length, time: null, form: "tab" } : null;
}
function aloneForm(text, whole) {
  const label = text.trim();
  return whole && label.length <= 30 ? { label, length: text.length, time: null, form: "alone" } : null;
}
function withTime(text, whole, found) {
  const rest = text.slice(found.length);
  const match = AFTER_COLON_TIME.exec(rest);
  const time = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || time === void 0 || match[2] !== void 0 && !whole) return { ...found, time: null };
  const colon = /^\s*[:：]/u.exec(rest.slice(match[0].length))?.[0].length ?? 0;
  return { ...found, length: found.length + match[0].length + colon, time: bare(time) };
}
function bare(time) {
  return time === void 0 ? null : time.replace(/^[[(]|[\])]$/g, "");
}
function trailingSpace(line, from) {
  return new RegExp(`^${BLANK}*`, "u").exec(line.slice(from))?.[0].length ?? 0;
}
function lookOf(label, form) {
  if (label.length === 0 || label.length > LONGEST_LABEL || !/\p{L}/u.test(label)) return null;
  if (form !== "colon" && isSound(label)) return null;
  if (isNotSpeakerWord(label)) return form === "colon" || form === "bold" ? "heading" : null;
  const plain = label.normalize("NFKC").replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "").trim();
  const base = plain.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))$/u, "").replace(/\?$/, "");
  if (roleOfWord(labelStem(base)) !== null && /^[\p{L}\p{N}\s._#-]+$/u.test(base)) return "role";
  if (isCode(base)) return "code";
  if (/^\p{Lu}[\p{Lu}.]{0,4}$/u.test(base)) return "capitals";
  if (form === "dash" || form === "alone") return null;
  if (isName(plain)) return "name";
  return /^[\p{Ll}\p{N}_.'-]{2,30}$/u.test(foldLabel(label)) && plain === plain.toLowerCase() && !/\s/.test(plain) ? "lower" : null;
}
var CODE = "(?:\\p{Lu}{1,4}|id|[a-z])[-_.]?\\s?\\p{N}{1,4}\\p{L}?";
var CODES = new RegExp(`^${CODE}(?:\\s?(?:[/&+,\u2013-]|and|und|et|y|e)\\s?${CODE})*$`, "u");
function isCode(base) {
  return CODES.test(base);
}
var PARTICLE = /^(?:de|da|do|dos|das|di|del|della|du|des|van|von|der|den|ter|zu|zur|la|le|el|al|bin|ibn|ben|of|the|y|e|i|und|and|et|&|\||-|–|\/)$/u;
function isName(label) {
  if (/[!?;=<>{}]|https?$|\.\.|[.,]$/u.test(label) || !/^[\p{Lu}\p{Lo}\p{Lt}]/u.test(label)) return false;
  if (!balanced(label)) return false;
  const words = label.replace(/\s*[([][^)\]]*[)\]]/gu, "").split(/[\s,]+/u).filter(Boolean);
  if (words.length === 0 || words.length > 6 || (label.match(/,/g)?.length ?? 0) > 1) return false;
  const caseless = /^\p{Lo}/u.test(label);
  if (caseless && label.length > 20) return false;
  return words.every((word) => PARTICLE.test(word) || /^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Extended_Pictographic}#(]/u.test(word));
}
function balanced(label) {
  const count2 = (mark) => label.split(mark).length;
  return count2("(") === count2(")") && count2("[") === count2("]");
}

// lib/readers/accept-labels.ts
function acceptLabels(candidates, around) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, candidate] of candidates.entries()) {
    if (candidate === null) continue;
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { label: candidate.label, first: index, candidate, count: 1 });
  }
  const all = [...groups.values()];
  const colons = colonRules(all, around.lines);
  const accepted = new Set(all.filter((group) => group.candidate.form === "colon" && colons(group)).map(keyOfGroup));
  const certainStems = new Set(
    all.filter((group) => accepted.has(keyOfGroup(group)) && hasNumber(group.label)).map((group) => labelStem(group.label))
  );
  for (const group of all) {
    if (group.candidate.form !== "colon" && otherRules(group, all, around, certainStems)) accepted.add(keyOfGroup(group));
  }
  return (candidate) => accepted.has(keyOf(candidate));
}
function colonRules(all, lines) {
  const colons = all.filter((group) => group.candidate.form === "colon");
  const strong = colons.filter(isStrong).length;
  const recurring = colons.filter((group) => group.candidate.look !== "heading" && (isStrong(group) || group.count > 1));
  const begins = Math.min(...recurring.map((group) => group.first));
  const share = lines === 0 ? 0 : total(colons.filter((group) => group.candidate.look !== "heading")) / lines;
  const series = headingSeries(colons);
  return (group) => {
    const { look } = group.candidate;
    const recurs = group.count > 1;
    if (look === "heading") return recurs && !hasNumber(group.label);
    if (series.has(group.label)) return false;
    if (look === "role" || look === "code") return recurs || strong > 1 || isCertain(group.label);
    if (look === "capitals") return recurs || share >= 0.5;
    if (look === "lower") return group.count > 2 && share >= 0.5;
    if (recurs) return true;
    const several = recurring.length > 0 && group.first > begins && /\s/u.test(group.label);
    return several || share >= 0.5 && colons.length > 1;
  };
}
function otherRules(group, all, around, stems) {
  const { look, form } = group.candidate;
  const recurs = group.count > 1;
  const kin = all.filter((other) => other.candidate.form === form);
  const strong = kin.filter(isStrong).length;
  const share = around.lines === 0 ? 0 : total(kin) / around.lines;
  const clear = isStrong(group) && (recurs || strong > 1);
  switch (form) {
    case "header":
      return total(kin) > 1;
    case "bracket":
      if (clear || look === "role" && isCertain(group.label)) return true;
      return recurs && share >= (around.cue ? 0.1 : 0.3);
    case "bold":
      return recurs || kin.length > 1 && share >= 0.3;
    case "tab":
      return clear || look === "name" && recurs && share >= 0.3;
    case "dash":
      return isCertain(group.label) && (recurs || stems.has(labelStem(group.label)));
    case "alone":
      return isCertain(group.label) && recurs && roleOfWord(labelStem(group.label)) !== "several";
    default:
      return false;
  }
}
function headingSeries(colons) {
  const byStem = /* @__PURE__ */ new Map();
  for (const group of colons) {
    if (!hasNumber(group.label)) continue;
    const stem = labelStem(group.label);
    byStem.set(stem, [...byStem.get(stem) ?? [], group]);
  }
  const series = /* @__PURE__ */ new Set();
  for (const [stem, groups] of byStem) {
    const rising = groups.every((group, i) => i === 0 || numberOf(group.label) > numberOf(groups[i - 1]?.label ?? ""));
    if (groups.length > 2 && rising && roleOfWord(stem) === null && groups.every((group) => group.count === 1)) {
      for (const group of groups) series.add(group.label);
    }
  }
  return series;
}
function isCertain(label) {
  return hasNumber(label) || labelStem(label).length > 2 && roleOfWord(labelStem(label)) !== null;
}
function isStrong(group) {
  return group.candidate.look === "role" || group.candidate.look === "code" || group.candidate.look === "capitals";
}
function hasNumber(label) {
  return /\p{N}/u.test(label);
}
function numberOf(label) {
  return Number(/\d+/.exec(label.normalize("NFKC"))?.[0] ?? "0");
}
function total(groups) {
  return groups.reduce((sum, group) => sum + group.count, 0);
}
function keyOf(candidate) {
  return `${candidate.form} ${candidate.label}`;
}
function keyOfGroup(group) {
  return keyOf(group.candidate);
}

// lib/readers/label-blocks.ts
var TIME_HEAD = new RegExp(`^\\s*(?:\\[(${CLOCK})\\]|\\((${CLOCK})\\)|(${CLOCK})(?=\\s|$))[ \\t\\u00A0]*`, "u");
var NUMBER_HEAD = /^\s*\d{1,5}[.):]?(?=\s|$)/u;
var AFTERWORD = /^\W*(?:(?:end|start|beginning) of (?:tape|recording|side|interview|transcript|session)\b|transcribed by https:\/\/otter\.ai|transcription ended after|this editable transcript was computer generated|\S.{0,60} (?:started|stopped) transcription\W*$)/iu;
var NOTHING = { raw: "", label: null, startMs: null };
function labelBlocks(lines, style) {
  const filled = lines.filter((line) => !isBlank(line.text));
  const heads = headsOf(filled, style);
  const accepted = acceptLabels(
    heads.map((head, i) => filled[i]?.known ? null : head.candidate),
    { lines: filled.filter((line) => !line.sameParagraph).length, cue: style.cue ?? false }
  );
  const sinceFirst = clockFromFirst();
  const blocks = [];
  let waiting = NOTHING;
  for (const [i, line] of filled.entries()) {
    const head = heads[i];
    const found = !line.known && head.candidate && accepted(head.candidate) ? head.candidate : null;
    const labelled = line.known !== void 0 || found !== null;
    const own = line.known ? line.known.label : found?.label ?? null;
    const taken = line.known ? line.known.length : found?.length ?? head.length;
    const clock = line.startMs ?? found?.startMs ?? head.startMs;
    const ownMs = found?.wallClock && clock !== null ? sinceFirst(clock) : clock;
    if (labelled && waiting.label !== null) {
      blocks.push(wordless(waiting));
      waiting = NOTHING;
    }
    const label = own ?? waiting.label;
    const startMs = ownMs ?? waiting.startMs;
    const last = blocks.at(-1);
    if (taken > 0 && !line.known && line.startMs === void 0 && isBlank(line.text.slice(taken))) {
      waiting = { raw: `${waiting.raw}${line.text}
`, label, startMs };
      continue;
    }
    if (!labelled && waiting.raw === "" && line.sameParagraph && last) {
      blocks[blocks.length - 1] = { ...last, raw: `${last.raw}
${line.text}` };
      continue;
    }
    const alone = label === null && (line.standsAlone === true || AFTERWORD.test(line.text));
    const raw = waiting.raw + line.text;
    const block = { raw, label, labelLength: waiting.raw.length + taken, startMs, endMs: line.endMs ?? null };
    blocks.push(alone ? { ...block, standsAlone: true } : block);
    waiting = NOTHING;
  }
  if (waiting.raw !== "") blocks.push(wordless(waiting));
  const problems = [];
  if (sinceFirst.used()) problems.push({ code: "clock-times", params: {} });
  if (blocks.every((block) => block.label === null)) problems.push({ code: "no-speakers-found", params: {} });
  return { blocks, problems };
}
function wordless({ raw, label, startMs }) {
  return { raw, label, labelLength: raw.length, startMs, endMs: null };
}
function clockFromFirst() {
  let first = null;
  const sinceFirst = (clock) => {
    first ??= clock;
    return (clock - first + 864e5) % 864e5;
  };
  return Object.assign(sinceFirst, { used: () => first !== null });
}
function headsOf(lines, style) {
  const numbered = !style.cue && isNumbered(lines);
  const numbers = lines.map((line) => numbered && !line.sameParagraph ? NUMBER_HEAD.exec(line.text)?.[0].length ?? 0 : 0);
  const times = lines.map((line, i) => style.cue ? null : TIME_HEAD.exec(line.text.slice(numbers[i], (numbers[i] ?? 0) + 40)));
  const bareOnes = times.filter((time) => time?.[3] !== void 0);
  const long = bareOnes.filter((time) => /:\d+:/.test(time?.[3] ?? "")).length;
  const bareCounts = bareOnes.length > 2 && bareOnes.length * 2 >= lines.length;
  return lines.map((line, i) => {
    const time = times[i];
    const isTime = time && (time[3] === void 0 || bareCounts || long > 1 && /:\d+:/.test(time[3]));
    const clock = isTime ? time[1] ?? time[2] ?? time[3] ?? null : null;
    const number = numbers[i] ?? 0;
    const offset = number + (isTime ? time[0].length : 0);
    const candidate = labelCandidate(line.text, offset, { ...style, boldLength: line.boldLength ?? 0 });
    const headed = candidate?.form === "alone" && isTime && !times[i + 1] ? { ...candidate, form: "header" } : candidate;
    const named = headed ?? (isTime && !times[i + 1] ? timedName(line.text, offset) : null);
    const spaces = offset > 0 && !style.verbatim && !isTime ? /^[ \t]*/.exec(line.text.slice(offset))?.[0].length ?? 0 : 0;
    const startMs = clock === null ? null : clockMs(clock);
    return { candidate: named && { ...named, startMs: named.startMs ?? startMs }, length: offset + spaces, startMs };
  });
}
function timedName(text, offset) {
  const asHeader = labelCandidate(`${text.slice(offset).trimEnd()}  0:00`, 0, {});
  return asHeader?.form === "header" ? { ...asHeader, startMs: null, length: text.length } : null;
}
function isNumbered(lines) {
  const own = lines.filter((line) => !line.sameParagraph);
  const numbers = own.map((line) => Number(NUMBER_HEAD.exec(line.text)?.[0].replace(/\D/g, "") || Number.NaN));
  const present = numbers.filter((number) => !Number.isNaN(number));
  if (present.length < 4 || present.length < own.length * 0.8) return false;
  const rising = present.filter((number, i) => i === 0 || number > (present[i - 1] ?? 0)).length;
  return rising >= present.length * 0.95;
}
function isBlank(text) {
  return /^[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u.test(text);
}

// lib/readers/docx-table.ts
var SPEAKER_TITLE = /^(?:speaker|who|name|participant|person|sprecher(?:in)?|wer|falante|locutor|hablante|intervenant|interlocutor|说话人|发言人|話者|דובר)$/iu;
var TEXT_TITLE = /^(?:text|transcript|transcription|utterance|speech|content|talk|words|what (?:was )?said|texto|äußerung|propos|内容|文字|発話|טקסט)$/iu;
var TIME_ONLY = new RegExp(`^\\s*[[(]?(${CLOCK})[\\])]?\\s*$`, "u");
function tableLines(table) {
  const rows = table.rows.map((row) => row.map((cell) => ({ merged: cell.merged, lines: cellLines(cell) })));
  const layout = layoutOf(rows.map((row) => row.map(({ lines }) => lines.join("\n"))));
  if (layout === null) return rows.flatMap((row) => plainRow(row.map(({ lines }) => lines)));
  return rows.slice(layout.titled ? 1 : 0).flatMap((row) => speakerRow(row.map(({ lines }) => lines), layout));
}
function cellLines(cell) {
  if (cell.merged) return [];
  return cell.content.flatMap(elementLines).filter((line) => !isBlank(line));
}
function elementLines(element) {
  if (element.kind === "paragraph") return element.lines.map((line) => line.text);
  return element.rows.map((row) => row.map((cell) => cellLines(cell).join("\n")).join("	"));
}
function plainRow(cells) {
  if (cells.every((lines) => lines.length < 2)) return [{ text: cells.map((lines) => lines[0] ?? "").join("	") }];
  return cells.flatMap((lines) => lines.map((text) => ({ text })));
}
function speakerRow(cells, { speaker, text }) {
  if (cells.length <= text) return cells.flatMap((lines) => lines.map((line) => ({ text: line, standsAlone: true })));
  const before = cells.slice(0, text).map((lines) => lines.join("\n"));
  const [first = "", ...more] = cells[text] ?? [];
  const after = cells.slice(text + 1).flat().filter((line) => !isBlank(line));
  const label = (before[speaker] ?? "").trim().replace(/\s*[:：]$/u, "");
  const head = before.map((cell) => `${cell}	`).join("");
  const clock = before.map((cell) => TIME_ONLY.exec(cell)?.[1]).find((time) => time !== void 0);
  const known = { label: label === "" ? null : label, length: head.length };
  return [
    { text: head + first, known, ...clock === void 0 ? {} : { startMs: clockMs(clock) } },
    ...[...more, ...after].map((line) => ({ text: line, known: { label: null, length: 0 } }))
  ];
}
function layoutOf(rows) {
  const [first = []] = rows;
  const titles = first.map((cell) => cell.trim());
  const titled = { speaker: titles.findIndex((title) => SPEAKER_TITLE.test(title)), text: titles.findIndex((title) => TEXT_TITLE.test(title)) };
  if (titled.speaker !== -1 && titled.text > titled.speaker) return { ...titled, titled: true };
  const width = Math.max(...rows.map((row) => row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => rows.filter((row) => row.length === width).map((row) => row[column] ?? ""));
  const lengths = columns.map((column) => column.reduce((sum, cell) => sum + cell.length, 0));
  const text = lengths.indexOf(Math.max(...lengths));
  const speaker = columns.findIndex((column, i) => i < text && isSpeakerColumn(column));
  return speaker === -1 ? null : { speaker, text, titled: false };
}
function isSpeakerColumn(column) {
  const filled = column.map((cell) => cell.trim().replace(/\s*[:：]$/u, "")).filter((cell) => cell !== "");
  const looks = filled.map((cell) => cell.length <= 40 ? lookOf(cell, "tab") : null);
  if (filled.length < 2 || looks.some((look) => look === null || look === "heading")) return false;
  const distinct = new Set(filled).size;
  return distinct < filled.length || looks.every((look) => look === "role" || look === "code" || look === "capitals");
}

// lib/readers/sniff.ts
var ZIP = [80, 75, 3, 4];
var OLE = [208, 207, 17, 224, 161, 177, 26, 225];
var FOREIGN = [
  ["file-pdf", 0, ascii("%PDF")],
  ["file-rtf", 0, ascii("{\\rtf")],
  ["file-lfs-pointer", 0, ascii("version https://git-lfs")],
  ["file-image", 0, [137, 80, 78, 71]],
  ["file-image", 0, [255, 216, 255]],
  ["file-image", 0, ascii("GIF87a")],
  ["file-image", 0, ascii("GIF89a")],
  ["file-recording", 4, ascii("ftyp")],
  ["file-recording", 8, ascii("WAVE")],
  ["file-recording", 8, ascii("AVI ")],
  // "ID3: hello" is somebody's label; an MP3 has a version number there.
  ["file-recording", 0, [...ascii("ID3"), 3]],
  ["file-recording", 0, [...ascii("ID3"), 4]],
  ["file-recording", 0, [...ascii("OggS"), 0]],
  ["file-recording", 0, ascii("fLaC")],
  ["file-recording", 0, [26, 69, 223, 163]],
  ["file-archive", 0, ascii("Rar!")],
  ["file-archive", 0, [31, 139]],
  ["file-archive", 0, [55, 122, 188, 175]],
  ["file-database", 0, ascii("SQLite format 3")]
];
function sniffBytes(bytes) {
  if (bytes.length === 0) throw new Refusal("file-empty", 422);
  if (startsWith(bytes, 0, ZIP)) return "zip";
  if (startsWith(bytes, 0, [80, 75, 5, 6])) throw new Refusal("file-empty", 422);
  if (startsWith(bytes, 0, OLE)) throw new Refusal(oleCode(bytes), 422);
  const start = startsWith(bytes, 0, [239, 187, 191]) ? 3 : 0;
  for (const [code, offset, signature] of FOREIGN) {
    if (startsWith(bytes, start + offset, signature)) throw new Refusal(code, 422);
  }
  return "text";
}
function checkIsDocx(names) {
  if (names.some((name) => /^word\/document[^/]*\.xml$/i.test(name))) return;
  const has = (pattern) => names.some((name) => pattern.test(name));
  if (has(/^word\//)) throw new Refusal("file-damaged", 422);
  if (has(/^xl\//)) throw new Refusal("file-spreadsheet", 422);
  if (has(/^ppt\//)) throw new Refusal("file-presentation", 422);
  if (has(/\.qde$/i)) throw new Refusal("file-qdpx", 422);
  if (has(/^content\.xml$/)) throw new Refusal("file-odt", 422);
  throw new Refusal("file-archive", 422);
}
var CLOCK2 = "(?:\\d+:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3}";
var FIRST_CUE = new RegExp(`^[ \\t]*(${CLOCK2})[ \\t]*-{1,2}>[ \\t]*${CLOCK2}`, "m");
function sniffText(text, name) {
  const head = text.slice(0, 4096).trimStart();
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (/^WEBVTT(?:\s|$)/.test(head)) return "vtt";
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(head)) throw new Refusal("file-html", 422);
  if (/^<\?xml\b/i.test(head)) throw new Refusal(/<html\b/i.test(head) ? "file-html" : "file-xml", 422);
  if (/^(?:\{\s*["}]|\[\s*[{["\]])/.test(head) && isJson(text)) throw new Refusal("file-json", 422);
  const cue = FIRST_CUE.exec(text.slice(0, 64 * 1024))?.[1];
  if (cue !== void 0) {
    if (extension === "vtt" || extension === "srt") return extension;
    return cue.includes(",") ? "srt" : "vtt";
  }
  return extension === "md" || extension === "markdown" ? "md" : "txt";
}
function oleCode(bytes) {
  if (holds(bytes, "EncryptedPackage")) return "file-password";
  if (holds(bytes, "WordDocument")) return "file-doc";
  if (holds(bytes, "Workbook")) return "file-spreadsheet";
  if (holds(bytes, "PowerPoint Document")) return "file-presentation";
  return "file-format-unknown";
}
function holds(bytes, name) {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, at, wanted)) return true;
  }
  return false;
}
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
function startsWith(bytes, offset, signature) {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}
function ascii(word) {
  return [...word].map((letter) => letter.charCodeAt(0));
}

// lib/readers/zip.ts
import { fromBuffer } from "yauzl";
var MEGABYTE = 1024 * 1024;
var ZIP_LIMITS = { entries: 5e3, unpackedBytes: 100 * MEGABYTE, ratio: 200 };
var RATIO_FROM_BYTES = 1024;
async function readZip(bytes, wanted, limits = ZIP_LIMITS) {
  const zip = await open(bytes);
  const entries = await listEntries(zip, limits);
  const parts = /* @__PURE__ */ new Map();
  let left = limits.unpackedBytes;
  for (const entry of entries) {
    if (!wanted(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new Refusal("file-password", 422);
    const part = await unpack(zip, entry, left, limits);
    left -= part.length;
    parts.set(entry.fileName, part);
  }
  return { names: entries.map((entry) => entry.fileName), parts };
}
function open(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(asRefusal(error));
      else resolve(zip);
    });
  });
}
function listEntries(zip, limits) {
  return new Promise((resolve, reject) => {
    const entries = [];
    const seen = /* @__PURE__ */ new Set();
    let declared = 0;
    zip.on("error", (error) => reject(asRefusal(error)));
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry) => {
      declared += entry.uncompressedSize;
      if (entries.length >= limits.entries) {
        reject(new Refusal("file-too-many-parts", 422, { limit: limits.entries }));
      } else if (seen.has(entry.fileName)) {
        reject(new Refusal("file-damaged", 422));
      } else if (declared > limits.unpackedBytes) {
        reject(tooBig(limits));
      } else if (tooDense(entry.uncompressedSize, entry.compressedSize, limits)) {
        reject(new Refusal("file-too-dense", 422, { limit: limits.ratio }));
      } else {
        seen.add(entry.fileName);
        entries.push(entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}
function unpack(zip, entry, left, limits) {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(asRefusal(error));
        return;
      }
      const chunks = [];
      let count2 = 0;
      stream.on("error", (cause) => reject(asRefusal(cause)));
      stream.on("data", (chunk) => {
        count2 += chunk.length;
        chunks.push(chunk);
        if (count2 > left || tooDense(count2, entry.compressedSize, limits)) {
          stream.destroy();
          reject(count2 > left ? tooBig(limits) : new Refusal("file-too-dense", 422, { limit: limits.ratio }));
        }
      });
      stream.on("end", () => resolve(joined(chunks, count2)));
    });
  });
}
function tooDense(unpacked, packed, limits) {
  return packed > RATIO_FROM_BYTES && unpacked > packed * limits.ratio;
}
function tooBig(limits) {
  return new Refusal("file-unpacks-too-big", 422, { megabytes: Math.round(limits.unpackedBytes / MEGABYTE) });
}
function joined(chunks, length) {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
function asRefusal(error) {
  if (error instanceof Refusal) return error;
  if (/relative path|absolute path|invalid characters in fileName/.test(error.message)) {
    return new Refusal("file-unsafe-names", 422);
  }
  return new Refusal("file-damaged", 422);
}

// lib/readers/docx.ts
var WANTED = /^(?:_rels\/\.rels|[^/]+\/(?:document|numbering|styles)[^/]*\.xml)$/i;
var TEAMS_TIMING = new RegExp(`^\\s*(${CUE_CLOCK})\\s*-->\\s*(${CUE_CLOCK})\\s*$`);
var TEAMS_NAMELESS = /^\s*(\d{1,3}(?::\d{2}){1,2})\s*$/;
async function readDocx(bytes, options = {}) {
  const { names, parts } = await readZip(bytes, (name) => WANTED.test(name));
  checkIsDocx(names);
  const main = mainPart(parts.get("_rels/.rels"), parts);
  const folder = main.replace(/[^/]*$/, "");
  const part = parts.get(main);
  if (!part) throw new Refusal("file-damaged", 422);
  const styles = readDocxStyles(parts.get(`${folder}styles.xml`));
  const numbering = readDocxNumbering(parts.get(`${folder}numbering.xml`));
  const { content, counts } = readDocxBody(part, styles.hidden);
  const numbers = { rebuilt: 0, left: 0 };
  const lines = sourceLines(content, styles, numbering, numbers);
  const found = labelBlocks(lines, { verbatim: options.verbatim ?? false });
  const bold = boldParagraphs(content);
  const nobody = found.blocks.every((block) => block.label === null);
  const counted = [
    ["hidden-text-left-out", counts.hiddenCharacters],
    ["tracked-insertions-kept", counts.insertions],
    ["tracked-deletions-left-out", counts.deletions],
    ["symbols-unknown", counts.symbols],
    ["automatic-numbers-rebuilt", numbers.rebuilt],
    ["automatic-numbers-left-out", numbers.left],
    ["bold-paragraphs", nobody && bold.some && bold.questions ? bold.count : 0],
    ["comments-left-out", names.filter((name) => /\/comments\.xml$/i.test(name)).length],
    ["notes-left-out", names.filter((name) => /\/(?:foot|end)notes\.xml$/i.test(name)).length],
    ["macros-present", names.filter((name) => /vbaProject\.bin$/i.test(name)).length]
  ];
  const problems = counted.filter(([, count2]) => count2 > 0).map(([code, count2]) => ({ code, params: { count: count2 } }));
  return { format: "docx", encoding: null, unit: "paragraph", blocks: found.blocks, problems: [...problems, ...found.problems] };
}
function mainPart(relations, parts) {
  let target = null;
  if (relations) {
    visitXml(relations, {
      open(element) {
        if (element.local !== "Relationship" || !/\/officeDocument$/.test(element.attribute("Type") ?? "")) return;
        target ??= (element.attribute("Target") ?? "").replace(/^\.?\//, "");
      }
    });
  }
  if (target !== null && parts.has(target)) return target;
  return [...parts.keys()].find((name) => /^word\/document[^/]*\.xml$/i.test(name)) ?? "";
}
function sourceLines(content, styles, numbering, numbers) {
  const teams = isTeamsLayout(content);
  return content.flatMap((element) => {
    if (element.kind === "table") return tableLines(element);
    const teamsTurn = oldTeamsTurn(element) ?? (teams ? namelessTeamsTurn(element) : null);
    if (teamsTurn) return [teamsTurn];
    const number = numberOf2(element, styles, numbering);
    const isLabel = number !== null && /\p{L}/u.test(number) && !element.lines.every((line) => isBlank(line.text));
    if (number !== null) numbers[isLabel ? "rebuilt" : "left"]++;
    const lines = element.lines.map((line, i) => {
      const same = { sameParagraph: i > 0, boldLength: line.boldLength };
      if (i === 0 && isLabel) return { ...same, text: `${number} ${line.text}`, boldLength: 0 };
      return { ...same, text: line.text, standsAlone: element.boxed || teams };
    });
    const first = lines.findIndex((line) => !isBlank(line.text));
    return lines.map((line, i) => i === first ? { ...line, sameParagraph: false } : line);
  });
}
function numberOf2(paragraph, styles, numbering) {
  const numbered = paragraph.numbering ?? (paragraph.style === null ? void 0 : styles.numbering.get(paragraph.style));
  if (!numbered || numbered.id === "0") return null;
  const number = numbering.next(numbered.id, numbered.level);
  return number === null || isBlank(number) ? null : number;
}
function oldTeamsTurn({ lines }) {
  const texts = lines.map((line) => line.text);
  const timing = TEAMS_TIMING.exec(texts[0] ?? "");
  if (!timing || texts.length < 2) return null;
  const named = texts.length > 2;
  const head = texts.slice(0, named ? 2 : 1).map((line) => `${line}
`).join("");
  const label = named ? (texts[1] ?? "").trim() : "";
  return {
    text: head + texts.slice(named ? 2 : 1).join("\n"),
    // This product never pads: its `.90` stands beside `.480`.
    startMs: cueClockMs(timing[1] ?? "", true),
    endMs: cueClockMs(timing[2] ?? "", true),
    known: { label: label === "" ? null : label, length: head.length },
    standsAlone: label === ""
  };
}
function isTeamsLayout(content) {
  const turns = content.filter((element) => {
    if (element.kind === "table") return false;
    const [head, ...words] = element.lines.filter((line) => !isBlank(line.text));
    return head !== void 0 && words.length > 0 && labelCandidate(head.text, 0, {})?.form === "header";
  });
  return turns.length > 1;
}
function namelessTeamsTurn({ lines }) {
  const filled = lines.map((line) => line.text).filter((line) => !isBlank(line));
  const time = TEAMS_NAMELESS.exec(filled[0] ?? "");
  if (!time || filled.length < 2) return null;
  const head = `${filled[0]}
`;
  const startMs = cueClockMs(time[1] ?? "", false);
  return { text: head + filled.slice(1).join("\n"), startMs, known: { label: null, length: head.length }, standsAlone: true };
}
function boldParagraphs(content) {
  const texts = content.flatMap((element) => element.kind === "paragraph" ? [element.lines] : []);
  const filled = texts.filter((lines) => lines.some((line) => !isBlank(line.text)));
  const bold = filled.filter((lines) => lines.every((line) => line.boldLength === line.text.length));
  const questions = bold.filter((lines) => /\?\s*$/u.test(lines.at(-1)?.text ?? "")).length;
  return { count: bold.length, some: bold.length > 2 && filled.length > bold.length, questions: questions * 2 >= bold.length };
}

// lib/readers/html-entities.ts
var NAMED = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\xA0",
  shy: "\xAD",
  lrm: "\u200E",
  rlm: "\u200F",
  ndash: "\u2013",
  mdash: "\u2014",
  lsquo: "\u2018",
  rsquo: "\u2019",
  ldquo: "\u201C",
  rdquo: "\u201D",
  hellip: "\u2026",
  laquo: "\xAB",
  raquo: "\xBB",
  pound: "\xA3",
  euro: "\u20AC",
  eacute: "\xE9",
  egrave: "\xE8",
  agrave: "\xE0",
  ccedil: "\xE7",
  auml: "\xE4",
  ouml: "\xF6",
  uuml: "\xFC",
  szlig: "\xDF"
};
function decodeEntities(text) {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== void 0) return NAMED[name] ?? whole;
    const code = decimal !== void 0 ? Number(decimal) : Number.parseInt(hex, 16);
    const isCharacter = code > 0 && code <= 1114111 && !(code >= 55296 && code <= 57343);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

// lib/readers/md.ts
var FENCED = /^\s*---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
var YAML_LINE = /^(?:[A-Za-z_][\w -]*:(?:\s|$)|\s+\S|-\s|#|\s*$|[\]}])/;
var USUAL_KEY = /^(?:title|date|speakers?|authors?|tags?|layout|slug|description|lang|permalink|categories|episode)\s*:/im;
function readMd(text, options = {}) {
  const verbatim = options.verbatim ?? false;
  const front = frontMatter(text);
  const body = text.slice(front.length);
  const lines = body.split("\n").map((line) => ({ text: verbatim ? line : decodeEntities(unescaped(line)) }));
  const found = labelBlocks(lines, { markdown: !verbatim, verbatim });
  const problems = [...found.problems];
  if (front !== "") problems.push({ code: "front-matter-left-out", params: { lines: front.split("\n").length - 1 } });
  return { format: "md", unit: "line", blocks: found.blocks, problems };
}
function unescaped(line) {
  return line.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
function frontMatter(text) {
  const fenced = FENCED.exec(text);
  if (!fenced) return "";
  const inner = fenced[1] ?? "";
  const isYaml = inner.split("\n").every((line) => YAML_LINE.test(line)) && USUAL_KEY.test(inner);
  return isYaml ? fenced[0] : "";
}

// lib/readers/join-words.ts
var SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF60]/u;
function joint(before, after) {
  const last = lastCharacter(before);
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32);
  if (/\s/u.test(last) || /\s/u.test(first)) return "";
  return SPACELESS.test(last) && SPACELESS.test(first) ? "" : " ";
}
function joinWords(pieces) {
  const joined2 = [];
  let before = "";
  for (const piece of pieces) {
    if (piece === "") continue;
    joined2.push(joint(before, piece), piece);
    before = piece;
  }
  return joined2.join("");
}
function lastCharacter(text) {
  if (text === "") return " ";
  const unit = text.charCodeAt(text.length - 1);
  const isLow = unit >= 56320 && unit <= 57343 && text.length > 1;
  return String.fromCodePoint(text.codePointAt(text.length - (isLow ? 2 : 1)) ?? 32);
}

// lib/readers/cue-blocks.ts
var VOICE = /<v(?:\.[^\s>]*)?(?:[ \t]+([^>\n]*))?>/g;
var TAG = /<\/?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:\.[^\s>]*)?(?:[ \t][^>]*)?>|<(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}>/gi;
var KARAOKE = /<(?:\d+:)?\d{1,2}:\d{2}\.\d{1,3}>/;
var POSITION = /\{\\an?\d+\}/g;
var DASH = /^\s*[-–—]\s*\S/u;
function cueBlocks(cues, vtt) {
  const rolled = withoutRepeats(cues, vtt);
  const source = [];
  let empty = 0;
  for (const [i, cue] of cues.entries()) {
    const times = { startMs: cue.startMs, endMs: cue.endMs };
    const before = source.length;
    for (const voice of voicesOf(rolled.payloads[i] ?? [], vtt)) {
      if (voice.name !== null) {
        const text = joinWords(voice.lines).replace(/^[ \t]+/, "");
        if (!isBlank(text)) source.push({ text, ...times, known: { label: voice.name, length: 0 } });
        continue;
      }
      for (const [part, lines] of dialogue(voice.lines).entries()) {
        const text = joinWords(lines);
        if (!isBlank(text)) source.push({ text, ...times, ...part > 0 ? { standsAlone: true } : {} });
      }
    }
    if (source.length === before) empty++;
  }
  const { blocks, problems } = labelBlocks(source, { cue: true });
  if (rolled.dropped > 0) problems.push({ code: "rollup-removed", params: { count: rolled.dropped } });
  if (empty > rolled.emptied) problems.push({ code: "cues-empty", params: { count: empty - rolled.emptied } });
  return { blocks, problems };
}
function voicesOf(lines, vtt) {
  const payload = lines.join("\n");
  const marks = vtt ? [...payload.matchAll(VOICE)] : [];
  const voices = [{ name: null, lines: plainLines(payload.slice(0, marks[0]?.index ?? payload.length), vtt) }];
  for (const [i, mark] of marks.entries()) {
    const words = payload.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? payload.length);
    const name = decodeEntities(mark[1] ?? "").trim();
    voices.push({ name: name === "" ? null : name, lines: plainLines(words, vtt) });
  }
  return voices;
}
function plainLines(payload, vtt) {
  return payload.split("\n").map((line) => withoutMarkup(line, vtt));
}
function withoutMarkup(line, vtt) {
  const bare2 = line.replace(TAG, "");
  return vtt ? decodeEntities(bare2) : bare2.replace(POSITION, "");
}
function dialogue(lines) {
  const dashed = lines.filter((line) => DASH.test(line)).length;
  const first = lines.find((line) => !isBlank(line)) ?? "";
  if (dashed < 2 || !DASH.test(first)) return [[...lines]];
  const parts = [];
  for (const line of lines) {
    if (DASH.test(line) || parts.length === 0) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}
function withoutRepeats(cues, vtt) {
  const payloads = cues.map((cue) => cue.lines);
  const plain = cues.map((cue) => cue.lines.map((line) => withoutMarkup(line, vtt)));
  const touches = (i) => (cues[i]?.startMs ?? 0) <= (cues[i - 1]?.endMs ?? -1) + 50;
  const repeats = (i) => touches(i) && plain[i]?.[0] !== void 0 && plain[i]?.[0]?.trim() === plain[i - 1]?.at(-1)?.trim();
  const karaoke = vtt && cues.some((cue) => cue.lines.some((line) => KARAOKE.test(line)));
  const repeated = cues.filter((_, i) => i > 0 && repeats(i)).length;
  if (!karaoke && (cues.length < 4 || repeated < cues.length * 0.5)) return { payloads, dropped: 0, emptied: 0 };
  let dropped = 0;
  let emptied = 0;
  for (let i = 1; i < cues.length; i++) {
    if (!repeats(i)) continue;
    dropped++;
    payloads[i] = (cues[i]?.lines ?? []).slice(1);
    if (payloads[i]?.length === 0) emptied++;
  }
  return { payloads, dropped, emptied };
}

// lib/readers/cue-scan.ts
var TIMING = new RegExp(`^[ \\t]*(${CUE_CLOCK})[ \\t]*(?:-{1,2}|[\u2013\u2014])>[ \\t]*(${CUE_CLOCK})?(?:[ \\t].*)?$`);
var NUMBER_ID = /^\s*\d+\s*$/;
var GUID_ID = /^[\w-]{8,}\/\d+-\d+$/;
var SIDE_BLOCK = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;
function scanCues(text, vtt) {
  const lines = text.split("\n");
  const timings = [];
  for (const [line, content] of lines.entries()) {
    const match = content.includes(">") ? TIMING.exec(content) : null;
    if (match) timings.push({ line, start: match[1] ?? "", end: match[2] });
  }
  const unpadded = timings.some(({ start, end }) => isUnpadded(start) || end !== void 0 && isUnpadded(end));
  let reversed = 0;
  let notes = 0;
  const cues = timings.map(({ line, start, end }, i) => {
    const next = timings[i + 1];
    const body = lines.slice(line + 1, next ? idsBefore(lines, line + 1, next.line, vtt) : lines.length);
    const kept = vtt ? withoutSideBlocks(body) : body;
    if (kept.length < body.length) notes++;
    const startMs = cueClockMs(start, unpadded);
    const endMs = end === void 0 ? null : cueClockMs(end, unpadded);
    if (endMs !== null && endMs < startMs) reversed++;
    return { lines: kept.filter((content) => content.trim() !== ""), startMs, endMs };
  });
  const problems = [];
  if (reversed > 0) problems.push({ code: "cue-times-reversed", params: { count: reversed } });
  if (notes > 0) problems.push({ code: "cue-notes-left-out", params: { count: notes } });
  return { cues, problems };
}
function idsBefore(lines, from, timing, vtt) {
  let runStart = timing;
  while (runStart > from && lines[runStart - 1]?.trim() !== "") runStart--;
  const afterBlank = runStart > from || lines[from]?.trim() === "";
  if (vtt && afterBlank && timing - runStart === 1) return runStart;
  let first = timing;
  while (first > runStart && isId(lines[first - 1] ?? "", vtt)) {
    first--;
    if (!afterBlank) break;
  }
  return first;
}
function isId(line, vtt) {
  return NUMBER_ID.test(line) || vtt && GUID_ID.test(line.trim());
}
function withoutSideBlocks(body) {
  const kept = [];
  let inside = false;
  for (const [i, line] of body.entries()) {
    const blank = line.trim() === "";
    if (blank) inside = false;
    else if (SIDE_BLOCK.test(line) && i > 0 && body[i - 1]?.trim() === "") inside = true;
    if (!inside) kept.push(line);
  }
  return kept;
}

// lib/readers/srt.ts
function readSrt(text) {
  const { cues, problems } = scanCues(text, false);
  const found = cueBlocks(cues, false);
  return { format: "srt", unit: "cue", blocks: found.blocks, problems: [...problems, ...found.problems] };
}

// lib/readers/text-encoding.ts
import { analyse } from "chardet";
import { decode } from "iconv-lite";

// lib/readers/encodings.ts
var ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-7",
  "iso-8859-15",
  "koi8-r",
  "macintosh",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr"
];
function encodingName(spelling) {
  const plain = spelling.toLowerCase().replaceAll("_", "-");
  const superset = {
    ascii: "utf-8",
    utf8: "utf-8",
    "iso-8859-1": "windows-1252",
    "iso-8859-6": "windows-1256",
    "iso-8859-8": "windows-1255",
    "iso-8859-9": "windows-1254",
    "shift-jis": "shift_jis"
  };
  return superset[plain] ?? ENCODINGS.find((name) => name === plain) ?? null;
}

// lib/readers/text-encoding.ts
var SAMPLE_BYTES = 64 * 1024;
var REPLACEMENT = "\uFFFD";
function decodeText(bytes, chosen) {
  const problems = [];
  const encoding = chosen === void 0 ? detect(bytes, problems) : chosenName(chosen);
  const raw = decodeAs(bytes, encoding).replace(/^\uFEFF/, "");
  const replaced = count(raw, REPLACEMENT);
  const nuls = count(raw, "\0");
  if (nuls > 8 && nuls > raw.length / 100) throw new Refusal("file-binary", 422);
  if (nuls > 0) problems.push({ code: "nul-replaced", params: { count: nuls } });
  if (replaced > 0) problems.push({ code: "bytes-replaced", params: { count: replaced, encoding } });
  const controls = raw.match(/[\x01-\x08\x0E-\x1F\x7F]/g)?.length ?? 0;
  if (controls > 0) problems.push({ code: "control-characters", params: { count: controls } });
  return { text: raw.replaceAll("\0", REPLACEMENT).replace(/\r\n?/g, "\n"), encoding, problems };
}
function chosenName(chosen) {
  const name = encodingName(chosen);
  if (name === null) throw new Refusal("encoding-unknown", 422);
  return name;
}
function detect(bytes, problems) {
  if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return "utf-8";
  if (bytes[0] === 255 && bytes[1] === 254) return "utf-16le";
  if (bytes[0] === 254 && bytes[1] === 255) return "utf-16be";
  const wide = nulPattern(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return "utf-8";
  const guess = guessed(bytes);
  problems.push({ code: "encoding-guessed", params: { encoding: guess } });
  return guess;
}
function decodeAs(bytes, encoding) {
  if (encoding === "utf-8" || encoding === "utf-16le" || encoding === "utf-16be") {
    return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  }
  return decode(bytes, encoding);
}
function isUtf8(bytes) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
function isNearlyUtf8(bytes) {
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = count(text, REPLACEMENT);
  const good = (text.match(/[^\x00-\x7F]/gu)?.length ?? 0) - bad;
  return good >= 10 && bad * 10 <= good;
}
function nulPattern(bytes) {
  const length = Math.min(bytes.length, SAMPLE_BYTES);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const few = length / 40;
  if (odd > few && even * 20 <= odd) return "utf-16le";
  if (even > few && odd * 20 <= even) return "utf-16be";
  return null;
}
function guessed(bytes) {
  const first = bytes.findIndex((byte) => byte > 127);
  const from = Math.max(0, first - 1024);
  const sample = bytes.subarray(from, from + SAMPLE_BYTES);
  for (const match of analyse(sample)) {
    const name = match.name === "UTF-8" ? null : encodingName(match.name);
    if (name === null) continue;
    if (name === "windows-1252" && sample.includes(13) && !bytes.includes(10)) return "macintosh";
    return name;
  }
  return "windows-1252";
}
function count(text, character) {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}

// lib/readers/txt.ts
function readTxt(text, options = {}) {
  const lines = text.split("\n").map((line) => ({ text: line }));
  const { blocks, problems } = labelBlocks(lines, { verbatim: options.verbatim ?? false });
  return { format: "txt", unit: "line", blocks, problems };
}

// lib/readers/vtt.ts
function readVtt(text) {
  const { cues, problems } = scanCues(text, true);
  const found = cueBlocks(cues, true);
  return { format: "vtt", unit: "cue", blocks: found.blocks, problems: [...problems, ...found.problems] };
}

// lib/readers/read-file.ts
var FILE_LIMIT_BYTES = 25 * 1024 * 1024;
async function readFile(bytes, name, options = {}) {
  try {
    const read = await readAny(bytes, name, options);
    if (read.blocks.every((block) => isBlank(block.raw.slice(block.labelLength)))) throw new Refusal("file-no-words", 422);
    return read;
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.status, { ...error.params, name });
    throw error;
  }
}
async function readAny(bytes, name, options) {
  if (bytes.length > FILE_LIMIT_BYTES) {
    throw new Refusal("file-too-big", 413, { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 });
  }
  if (sniffBytes(bytes) === "zip") return readDocx(bytes, options);
  const { text, encoding, problems } = decodeText(bytes, options.encoding);
  const format = sniffText(text, name);
  const readers = { txt: readTxt, md: readMd, vtt: readVtt, srt: readSrt };
  const read = readers[format](text, options);
  return { ...read, encoding, problems: [...problems, ...read.problems] };
}

// lib/text/sentences.ts
var LONGEST_PIECE = 1e4;
var GOES_ON = /(?:^|[^\p{L}\p{N}.])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|[Ee]\.g|[Ii]\.e|et al)\.$/u;
var GOES_ON_BEFORE_NUMBER = /(?:^|[^\p{L}\p{N}.])(?:[Nn]o|pp?)\.$/u;
var LONGEST_ABBREVIATION = 8;
function paragraphBounds(text) {
  const bounds = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    pushTrimmed(bounds, text, start, end);
    start = end + 1;
  }
  return bounds;
}
function sentenceBounds(text, locale = "en") {
  const segmenter = new Intl.Segmenter(locale, { granularity: "sentence" });
  const paragraphs = paragraphBounds(text);
  const bounds = [];
  for (let i = 0; i < paragraphs.length; i += 2) {
    pushSentences(bounds, text, paragraphs[i] ?? 0, paragraphs[i + 1] ?? 0, segmenter);
  }
  return bounds;
}
function pushSentences(bounds, text, from, to, segmenter) {
  let begun = from;
  for (let pieceStart = from; pieceStart < to; ) {
    const pieceEnd = cutBefore(text, pieceStart, to);
    for (const { segment, index } of segmenter.segment(text.slice(pieceStart, pieceEnd))) {
      const end = pieceStart + index + segment.length;
      const cutInside = end === pieceEnd && end < to && !/[.?!]\s*$/.test(segment);
      if (!cutInside && !goesOn(text, begun, end, to)) {
        pushTrimmed(bounds, text, begun, end);
        begun = end;
      }
    }
    pieceStart = pieceEnd;
  }
  pushTrimmed(bounds, text, begun, to);
}
function cutBefore(text, start, to) {
  const limit = start + LONGEST_PIECE;
  if (limit >= to) return to;
  const window = text.slice(start, limit);
  const afterStop = Math.max(window.lastIndexOf(". "), window.lastIndexOf("? "), window.lastIndexOf("! "));
  if (afterStop > 0) return start + afterStop + 2;
  const afterSpace = window.lastIndexOf(" ") + 1;
  if (afterSpace > 0) return start + afterSpace;
  return /[\ud800-\udbff]$/.test(window) ? limit - 1 : limit;
}
function goesOn(text, begun, end, to) {
  if (end >= to) return false;
  if (/^\p{Ll}/u.test(text.slice(end, end + 2))) return true;
  const trimmed = trimmedEnd(text, begun, end);
  const tail = text.slice(Math.max(begun, trimmed - LONGEST_ABBREVIATION), trimmed);
  if (GOES_ON.test(tail)) return true;
  return GOES_ON_BEFORE_NUMBER.test(tail) && /^\s*\p{Nd}/u.test(text.slice(trimmed, trimmed + LONGEST_ABBREVIATION));
}
function trimmedEnd(text, start, end) {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}
function pushTrimmed(bounds, text, from, to) {
  const end = trimmedEnd(text, from, to);
  let start = from;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  if (start < end) bounds.push(start, end);
}

// lib/readers/speakers.ts
var LONGEST_EXAMPLE = 120;
function foundLabels(read) {
  const seen = /* @__PURE__ */ new Map();
  let previous = null;
  for (const block of read.blocks) {
    if (block.label !== null) {
      const entry = seen.get(block.label) ?? { turns: 0, pieces: [], length: 0 };
      seen.set(block.label, entry);
      if (read.unit !== "cue" || previous !== block.label) entry.turns++;
      if (entry.length < LONGEST_EXAMPLE) {
        const words = block.raw.slice(block.labelLength, block.labelLength + 4 * LONGEST_EXAMPLE).replace(/\s+/gu, " ").trim();
        entry.pieces.push(words);
        entry.length += words.length;
      }
    }
    previous = block.label;
  }
  const labels = [...seen.keys()];
  const names = proposedNames(labels);
  return labels.map((label) => {
    const entry = seen.get(label);
    return {
      label,
      turns: entry.turns,
      example: cut(joinWords(entry.pieces)),
      proposal: proposal(label, names.get(label) ?? label, labels)
    };
  });
}
function proposal(label, name, all) {
  if (isNotSpeakerWord(label)) return { label, treatment: "not-speaker", name, role: "unknown" };
  return { label, treatment: "speaker", name, role: proposedRole(label, all) };
}
function proposedRole(label, all) {
  const folded = foldLabel(label);
  const stem = labelStem(label);
  if (/\?$/.test(folded)) return "unknown";
  if (/\p{L}\p{N}*\s?[/&+]\s?\p{L}/u.test(folded) && folded.length <= 20) return "several";
  if (folded === "m" && !all.some((other) => foldLabel(other) === "f") && all.some((other) => /^p\d/.test(foldLabel(other)))) {
    return "moderator";
  }
  const word = roleOfWord(folded) ?? roleOfWord(stem) ?? roleOfWord(stem.replace(/\s*\(.*$/u, ""));
  return word ?? "participant";
}
function proposedNames(labels) {
  const names = /* @__PURE__ */ new Map();
  const byKey = /* @__PURE__ */ new Map();
  for (const label of labels) {
    const key = comparable(label);
    if (!byKey.has(key)) byKey.set(key, tidy(label));
  }
  for (const label of labels) {
    const short = comparable(label.replace(/\s*(?:\[[^\]]*\]|\([^)]*\))\s*$/u, ""));
    const addressed = /\[[^\]]*\]\s*$/u.test(label);
    names.set(label, byKey.get(short) ?? (addressed ? label.replace(/\s*\[[^\]]*\]\s*$/u, "") : byKey.get(comparable(label))) ?? label);
  }
  return names;
}
var LOOK_ALIKES = {
  \u0430: "a",
  \u0432: "b",
  \u0435: "e",
  \u043A: "k",
  \u043C: "m",
  \u043D: "h",
  \u043E: "o",
  \u0440: "p",
  \u0441: "c",
  \u0442: "t",
  \u0443: "y",
  \u0445: "x",
  \u0456: "i",
  \u0455: "s"
};
function comparable(label) {
  const folded = foldLabel(label);
  if (!/^\S{1,3}\s?\p{N}+$/u.test(folded)) return folded;
  return [...folded].map((letter) => LOOK_ALIKES[letter] ?? letter).join("").replace(/\s/g, "");
}
function tidy(label) {
  return label.replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "").trim();
}
function cut(words) {
  if (words.length <= LONGEST_EXAMPLE) return words;
  const short = words.slice(0, LONGEST_EXAMPLE);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

// lib/readers/transcript.ts
var PAUSE_MS = 2e3;
var LONG_STRETCH = 600;
var LONGEST_STRETCH = 2e3;
var SENTENCE_END = /[.!?…。！？]["'”’»)\]]*\s*$/u;
function buildTranscript(read, decisions) {
  const speakers = speakersOf(read, decisions);
  const pieces = [];
  const turns = [];
  const cues = [];
  let length = 0;
  let before = "";
  for (const block of read.blocks) {
    const unit = unitOf(block, speakers);
    const words = unit.words.replace(/\r\n?/g, "\n");
    if (isBlank(words)) continue;
    const last = turns.at(-1);
    const continues = last !== void 0 && (read.unit === "cue" ? cueContinues(last, unit, before) : lineContinues(last, unit));
    const separator = length === 0 ? "" : continues && read.unit === "cue" ? joint(before, words) : "\n";
    pieces.push(separator, words);
    const start = length + separator.length;
    const end = start + words.length;
    length = end;
    before = words;
    const { startMs, endMs } = block;
    if (continues) {
      last.end = end;
      last.endMs = later(last.endMs, endMs);
    } else {
      turns.push({ start, end, label: unit.label, startMs, endMs });
    }
    if (read.unit === "cue" || startMs !== null) cues.push({ start, end, label: unit.label, startMs, endMs });
  }
  const text = pieces.join("");
  return {
    text,
    turns,
    cues,
    paragraphs: paragraphBounds(text),
    sentences: sentenceBounds(text)
  };
}
function speakersOf(read, decisions) {
  const decided = new Map(decisions.map((decision) => [decision.label, decision]));
  const speakers = /* @__PURE__ */ new Set();
  for (const { label, proposal: proposal2 } of foundLabels(read)) {
    if ((decided.get(label) ?? proposal2).treatment === "speaker") speakers.add(label);
  }
  return speakers;
}
function unitOf(block, speakers) {
  if (block.label !== null && !speakers.has(block.label)) return { words: block.raw, label: null, block };
  return { words: block.raw.slice(block.labelLength), label: block.label, block };
}
function lineContinues(last, unit) {
  return unit.label === null && (last.label === null || !unit.block.standsAlone);
}
function cueContinues(last, unit, before) {
  if (unit.block.standsAlone || unit.label !== last.label) return false;
  if (unit.label !== null) return true;
  const pause = unit.block.startMs !== null && last.endMs !== null && unit.block.startMs - last.endMs >= PAUSE_MS;
  const stretch = last.end - last.start;
  return !pause && stretch < LONGEST_STRETCH && !(stretch >= LONG_STRETCH && SENTENCE_END.test(before.slice(-20)));
}
function later(a, b) {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
export {
  buildTranscript,
  foundLabels,
  readFile
};
