import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { laySurvey } from "./lay-survey";
import type { ReadOptions } from "./read-result";
import { readSurvey } from "./survey";
import type { SurveyRead } from "./survey-read";
import { surveySummary } from "./survey-summary";
import { readTable } from "./table";

async function read(text: string, options: ReadOptions = {}): Promise<SurveyRead> {
  return readSurvey(await readTable(new TextEncoder().encode(text), options), options);
}
const kinds = (survey: SurveyRead) => Object.fromEntries(survey.columns.map(({ name, kind }) => [name, kind]));
const sensitive = (survey: SurveyRead) => survey.columns.filter((column) => column.sensitive).map(({ name }) => name);

const QUALTRICS =
  "StartDate,EndDate,Status,IPAddress,Progress,Finished,ResponseId,RecipientEmail,Q1,Q2,Q2_7_TEXT,Q3\n" +
  'Start Date,End Date,Response Type,IP Address,Progress,Finished,Response ID,Recipient Email,How satisfied?,Where? - Selected Choice,Where? - Other - Text,"Anything else?\n\nPlease tell"\n' +
  `${["startDate", "endDate", "status", "ipAddress", "progress", "finished", "_recordId", "recipientEmail", "QID1", "QID2", "QID2_7_TEXT", "QID3_TEXT"].map((id) => `"{""ImportId"":""${id}""}"`).join(",")}\n` +
  "2026-03-01 09:01:02,2026-03-01 09:09:10,Survey Preview,1.2.3.4,100,True,R_0,a@b.co,Very,Home,,test\n" +
  '2026-03-01 10:01:02,2026-03-01 10:09:10,IP Address,1.2.3.4,100,True,R_1,a@b.co,Not at all,Other,"my mum’s, ""the annex""","Line one.\nLine two"\n' +
  "2026-03-01 11:01:02,2026-03-01 11:09:10,IP Address,1.2.3.4,40,False,R_2,a@b.co,,,,\n" +
  "2026-03-01 12:01:02,2026-03-01 12:09:10,IP Address,1.2.3.4,100,True,R_3,a@b.co,Very,Work,,N/A\n";

describe("Qualtrics", () => {
  it("has three header rows; previews and unfinished answers are counted, addresses proposed to be left out", async () => {
    const survey = await read(QUALTRICS);
    expect(survey).toMatchObject({
      producer: "qualtrics",
      headerRows: 3,
      filters: [
        { kind: "previews", count: 1 },
        { kind: "incomplete", count: 1 },
      ],
    });
    expect(survey.rows).toHaveLength(4);
    expect(kinds(survey)).toEqual({
      StartDate: "date",
      EndDate: "date",
      Status: "closed",
      IPAddress: "ignore",
      Progress: "number",
      Finished: "closed",
      ResponseId: "identifier",
      RecipientEmail: "ignore",
      Q1: "closed",
      Q2: "closed",
      Q2_7_TEXT: "free-text",
      Q3: "free-text",
    });
    expect(sensitive(survey)).toEqual(["IPAddress", "RecipientEmail"]);
    expect(survey.columns[11]?.question).toBe("Anything else?\n\nPlease tell");
  });

  it("has two when the third was deleted, one when the second was too, and as many as a person says", async () => {
    const lines = QUALTRICS.split('\n"{""ImportId')[0] ?? "";
    const rows = "\n1/3/26 10:01,1/3/26 10:09,IP Address,1.2.3.4,100,True,R_1,a@b.co,Very,Home,,I liked it a lot\n";
    expect(await read(lines + rows)).toMatchObject({ producer: "qualtrics", headerRows: 2, rows: [{ length: 12 }] });
    const names = QUALTRICS.split("\n")[0] ?? "";
    expect(await read(names + rows)).toMatchObject({ producer: "qualtrics", headerRows: 1 });
    expect((await read(QUALTRICS, { headerRows: 2 })).rows).toHaveLength(5);
    const old = "V1,V8,V10,Q1\nResponseID,StartDate,Finished,Why?\nR_1,2014-02-03 10:00:00,1,Because it was there,\n";
    expect(await read(old)).toMatchObject({ producer: "qualtrics", headerRows: 2, columns: { length: 4 } });
  });
});

describe("other programs", () => {
  it("LimeSurvey: line breaks come back, and what was not submitted is counted", async () => {
    const survey = await read(
      '"id";"submitdate";"lastpage";"startlanguage";"seed";"ipaddr";"Q1";"Q5comment"\n' +
        '"1";"2026-01-02 10:11:12";"3";"de";"1";"1.2.3.4";"A1";"Erste Zeile\\nZweite; Zeile ""zitiert"""\n' +
        '"2";"";"1";"de";"2";"1.2.3.5";"A2";""\n\n',
    );
    expect(survey).toMatchObject({
      producer: "limesurvey",
      headerRows: 1,
      filters: [{ kind: "incomplete", count: 1 }],
    });
    expect(survey.rows[0]?.[7]).toBe('Erste Zeile\nZweite; Zeile "zitiert"');
    expect(survey.problems).toContainEqual({ code: "line-breaks-restored", params: { count: 1 } });
    expect(kinds(survey)).toMatchObject({ id: "identifier", ipaddr: "ignore", Q5comment: "free-text", Q1: "closed" });
  });

  it.each([
    [
      "google-forms",
      "Timestamp,Email Address,What do you like?\n2026/03/01 9:01:02 am GMT,a@b.co,The staff and the quiet\n",
    ],
    ["google-forms", "Zeitstempel,Was gefällt Ihnen?\n01.03.2026 09:01:02,Die Ruhe im Haus vor allem\n"],
    [
      "microsoft-forms",
      "ID,Start time,Completion time,Email,Name,Why?\n1,3/1/26 9:01,3/1/26 9:05,anonymous,,I had to wait for long\n",
    ],
    ["jisc", "Unique response number,1. How was it?\n123-456-789,It was all right in the end\n"],
    ["plain", "ID;Alter;Kommentar\n1;34;Das war „gut“; danke\n"],
  ])("%s", async (producer, text) => {
    expect(await read(text)).toMatchObject({ producer, headerRows: 1, rows: { length: 1 } });
  });

  it("names columns apart, and takes titles over groups of columns along", async () => {
    const same = await read("id,comment,comment,,Q1\n1,a b c,d e f,x,y\n2,b c d,e f g,z,w\n");
    expect(same.columns.map(({ name }) => name)).toEqual(["id", "comment", "comment (2)", "Column 4", "Q1"]);
    const grouped = await read("Before,,,After,,\nid,How?,Why?,Who?,When?,What?\n1,a,b,c,d,e\n2,f,g,h,i,j\n");
    expect(grouped).toMatchObject({ headerRows: 2 });
    expect(grouped.columns[4]?.name).toBe("After – When?");
    expect(await read("1,2\n3,4\n")).toMatchObject({ headerRows: 0, rows: { length: 2 } });
  });

  it("refuses a head without answers", async () => {
    await expect(read("id,comment\n1,a\n", { headerRows: 2 })).rejects.toMatchObject({ code: "survey-no-rows" });
  });
});

describe("laid out", () => {
  it("makes a turn of each answer that says something, and an attribute of each closed question", async () => {
    const survey = await read(QUALTRICS);
    const columns = survey.columns.map(({ index, kind }) => ({ column: index, kind }));
    const laid = laySurvey(survey, columns, ["previews", "incomplete"]);
    expect(laid.respondents).toEqual(["R_1", "R_3"]);
    expect(laid.counts).toEqual({ leftOut: 2, unnamed: 0, missing: 0 });
    const [other, last] = laid.questions;
    expect(other?.transcript.text).toBe('my mum’s, "the annex"');
    expect(last?.transcript.turns).toEqual([{ start: 0, end: 18, label: "R_1", startMs: null, endMs: null }]);
    expect(laid.attributes.find(({ column }) => column === "Q1")).toMatchObject({
      kind: "choice",
      choices: ["Not at all", "Very"],
      values: ["Not at all", "Very"],
    });
    expect(laid.attributes.find(({ column }) => column === "StartDate")).toMatchObject({
      kind: "date",
      values: ["2026-03-01", "2026-03-01"],
    });
  });

  it("loses no value that is no number or no day, and names everybody apart", async () => {
    const survey = await read("id;age;day\n7;34;12/2/21\n7;4,5;1/3/21\n;about 40;x\n");
    const laid = laySurvey(
      survey,
      [
        { column: "id", kind: "identifier" },
        { column: "age", kind: "number" },
        { column: "day", kind: "date" },
        { column: "no such", kind: "closed" },
      ],
      [],
    );
    expect(laid.respondents).toEqual(["7", "7 (2)", "Respondent 3"]);
    expect(laid.counts).toMatchObject({ unnamed: 1, missing: 1 });
    expect(laid.attributes).toMatchObject([
      { kind: "text", values: ["34", "4,5", "about 40"] },
      { kind: "text", values: ["12/2/21", "1/3/21", "x"] },
    ]);
  });
});

const samples = path.resolve(import.meta.dirname, "../../../shared/data");
describe.runIf(existsSync(samples))("the samples", () => {
  const sample = async (file: string) =>
    readSurvey(await readTable(new Uint8Array(readFileSync(path.join(samples, file)))));

  it("are read with their header rows and answers", async () => {
    const real = await sample("real/r42_qualtrics_3header.csv");
    expect(real).toMatchObject({ producer: "qualtrics", headerRows: 3, rows: { length: 1 }, columns: { length: 20 } });
    expect(kinds(real)).toMatchObject({ Q2: "free-text", IPAddress: "ignore", LocationLatitude: "ignore" });
    const crafted = await sample("edge/e65_qualtrics_crafted.csv");
    expect(crafted).toMatchObject({ headerRows: 3, rows: { length: 6 }, filters: [{ count: 1 }, { count: 1 }] });
    expect(surveySummary(crafted)).toMatchObject({
      producer: "qualtrics",
      headerRows: 3,
      rows: 6,
      columns: { length: 11 },
    });
    const german = await sample("edge/e67_excel_semicolon_cp1252.csv");
    expect(german.rows[0]).toEqual(["1", "34", "Das war „gut“; danke – 5 €"]);
  });
});
