import fs from "node:fs";
import path from "node:path";
import { Document, Packer, Paragraph, TextRun } from "docx";

/** A typist's .docx: bold labels, a tab after the colon, one answer over two paragraphs. */
const INTERVIEW: readonly (readonly [string | null, string])[] = [
  ["INT", "Thank you for making the time. How has the work been lately?"],
  [
    "P802",
    "Busy. There is never enough cover at the weekend, so whoever is on carries everybody's list as well as their own.",
  ],
  ["INT", "What happens to the list?"],
  ["P802", "It grows. I had nineteen investigations in March and I have twenty-six today, and I am not the worst off."],
  [null, "My sergeant tries. She asks how we are, every Monday, and she means it, but she has her own list."],
  ["INT", "And when you get home?"],
  [
    "P802",
    "I sit in the car until I have put it away. My wife says I come in with my face shut. You learn to switch it off, and then you worry that you can.",
  ],
  ["INT", "What keeps you here?"],
  ["P802", "Them. When somebody rings a year later to say she has started college. I would do it all again for that."],
];

const FOCUS_GROUP: readonly (readonly [string, string])[] = [
  ["Moderator", "Thanks everyone. Let us begin with how the team is doing."],
  ["P598", "We are three short, and two of the ones we have are brand new, keen as mustard,"],
  ["P598", "but they cannot be left alone with it yet."],
  ["P601", "So the old hands carry the risk. We check each other's work because nobody else will."],
  ["P607", "That is the thing. The team holds itself up."],
  ["Moderator", "Does anyone outside the team notice?"],
  ["P607", "There was a wellbeing email. I read it at eleven at night, at my desk."],
  ["P598", "I used to cry at some of them. I do not now, and that frightens me more than crying did."],
  ["P601", "But you still drove forty miles to take that girl her phone back."],
  ["P598", "Well. Somebody had to, and I had said that I would."],
];

const SECOND_INTERVIEW = `INT: Could you tell me what you do?

P811: I am a detective sergeant, I have a team of six, on paper. Four in the room. 😀 On a good day.

INT: What does that do to a week?

P811: It means that I hand a new job to somebody I know is full. I say sorry and they say it's fine, and neither of us believes it.

INT: Is there support for you?

P811: There is a leaflet. No, that's unfair, there is a nurse as well, she is very good, you wait nine weeks for her.

INT: How do you keep going?

P811: I walk the dog and I do not talk. I've put a sort of glass between me and the work. I care about my lot, though. I would go to the wall for them.
`;

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
}

/** Captions as a meeting program writes them: numbered cues, the name before a colon, CRLF line ends. */
function captions(): string {
  const cues = FOCUS_GROUP.map(
    ([name, words], i) => `${i + 1}\r\n${clock(10 + i * 6)} --> ${clock(15 + i * 6)}\r\n${name}: ${words}\r\n`,
  );
  return `WEBVTT\r\n\r\n${cues.join("\r\n")}`;
}

async function wordDocument(): Promise<Buffer> {
  const children = INTERVIEW.map(
    ([label, words]) =>
      new Paragraph({
        children: label
          ? [new TextRun({ text: `${label}:`, bold: true }), new TextRun({ text: `\t${words}` })]
          : [new TextRun(words)],
      }),
  );
  return Packer.toBuffer(new Document({ creator: "A typist", sections: [{ children }] }));
}

export interface StudyFiles {
  readonly docx: string;
  readonly vtt: string;
  readonly txt: string;
  /** A file that no reader can make sense of. */
  readonly broken: string;
}

/** Writes the three transcripts of the story, and a broken one, into `folder`. */
export async function writeStudyFiles(folder: string): Promise<StudyFiles> {
  const at = (name: string) => path.join(folder, name);
  const files = {
    docx: at("Interview P802.docx"),
    vtt: at("Focus group 1.vtt"),
    txt: at("Interview P811.txt"),
    broken: at("Scan.docx"),
  };
  fs.writeFileSync(files.docx, await wordDocument());
  fs.writeFileSync(files.vtt, captions());
  fs.writeFileSync(files.txt, SECOND_INTERVIEW);
  fs.writeFileSync(files.broken, Buffer.from("%PDF-1.7 this is a scan that somebody renamed"));
  return files;
}
