// A laid survey with pseudonyms in the place of names: of its respondents, in their answers, choices and questions.
import type { LaidSurvey } from "../readers/lay-survey";
import { withPseudonyms } from "./find-names";
import { type NameFinders, pseudonymisedTranscript } from "./pseudonymised-transcript";

/** Columns keep their names in the file, by which later rows find them. Two respondents never become one. */
export function pseudonymisedSurvey<Survey extends LaidSurvey>(survey: Survey, finders: NameFinders): Survey {
  const words = (each: string) => withPseudonyms(each, finders.inText);
  const respondents = renamedRespondents(survey.respondents, finders);
  const called = new Map(survey.respondents.map((name, i) => [name, respondents[i] ?? name]));
  return {
    ...survey,
    respondents,
    questions: survey.questions.map((each) => {
      const labelled = each.transcript.turns.map((turn) => ({ ...turn, label: called.get(turn.label ?? "") ?? null }));
      // The labels are respondents' names, replaced already, and alike in all the survey's transcripts.
      const inText = { inText: finders.inText, inLabels: () => [] };
      const { transcript } = pseudonymisedTranscript({ ...each.transcript, turns: labelled }, inText, new Set());
      return { ...each, question: words(each.question), transcript };
    }),
    attributes: survey.attributes.map((each) => ({
      ...each,
      question: words(each.question),
      choices: [...new Set(each.choices.map(words))],
      values:
        each.kind === "text" || each.kind === "choice"
          ? each.values.map((value) => (value === null ? null : words(value)))
          : each.values,
    })),
  };
}

/** As the project's own participants are renamed: who keeps a name comes first, and a second one of a name is numbered. */
function renamedRespondents(names: readonly string[], { inLabels }: NameFinders): string[] {
  const wanted = names.map((name) => withPseudonyms(name, inLabels));
  const taken = new Set(names.filter((name, i) => name === wanted[i]));
  return names.map((name, i) => {
    const base = wanted[i] ?? name;
    if (base === name) return name;
    let free = base;
    for (let n = 2; taken.has(free); n++) free = `${base} (${n})`;
    taken.add(free);
    return free;
  });
}
