// General sections of the method page: how to read it, how text is counted, and what is undefined.
import type { MethodSection } from "./method-section";
import type { UndefinedReason } from "./statistic";

export const READING: MethodSection = {
  id: "reading",
  title: "How to read this page",
  parts: [
    "Each figure stands here with the question that it answers, its formula, when it is undefined, when it misleads, what other programs print instead, where it comes from and what it was checked against. These lines are the comments in Tandem's own source code, above the functions that compute the figures. A test fails as soon as page and code differ.",
    "“Checked” names the publication whose numbers the figure reproduces. The golden cases are a file of cases whose figures come from publications and from a second, independent program that counts letter by letter; that program was compared with scikit-learn, statsmodels, NLTK, the R packages irr, irrCAC, psych and vcd, and multiagree. Anybody can run such a file with `npm run -s conformance -- FILE`.",
    {
      terms: [
        [
          "a, b, c, d",
          "the table of one code and two coders: items that both coded, that only the first coded, that only the second coded, that neither coded",
        ],
        ["n", "all items: a + b + c + d"],
        [
          "p₁, p₂",
          "the share of the items to which the first and the second coder gave the code: (a + b)/n, (a + c)/n",
        ],
        ["pᵢⱼ, pᵢ., p.ⱼ", "the share of one cell of a larger table, of its row, of its column"],
        ["po, pe", "observed agreement, and the agreement that chance alone would give"],
        ["q", "how many categories there are to choose from"],
        ["m", "how many coders"],
        ["K", "how many documents"],
        ["z, t", "quantiles of the normal and of Student's t distribution"],
      ],
    },
    "What the general sections say about other programs carries a mark: [V] where their source was read or their number reproduced, [D] where their own documentation says it, [R] where it is recalled from the literature and was not read again.",
  ],
};

export const COUNTING: MethodSection = {
  id: "counting",
  title: "How text is counted",
  parts: [
    "Every figure begins with a count, and most disputes about κ are disputes about this count. Tandem shows the counts beside each figure, and each count opens the places in the text that it is made of.",
    {
      terms: [
        [
          "Spans",
          "A coding covers the text from its first character up to, but not including, its last position. What reaches beyond the end of the document is cut off there; an empty or reversed span is ignored. Both are counted and reported as set aside. Positions are UTF-16 code units, as in every browser; the REFI-QDA exchange format counts Unicode code points instead, which differs where a text holds emoji or rare scripts.",
        ],
        [
          "Overlapping codings of one coder",
          "If a coder gave the same code twice to overlapping words, those words count once. (QualCoder counts them twice [V].)",
        ],
        [
          "Units",
          "Agreement can be counted on characters, sentences, paragraphs, turns, whole documents, or the units that came with a file. A unit counts as coded by a coder when at least one of its characters is; a larger share can be asked for. Touching is not overlapping. A coding that lies wholly in a gap between units touches none.",
        ],
        [
          "Themes",
          "With roll-up, a theme is coded wherever it or any code below it is, at any depth. (NVivo's “aggregate” adds the direct children only [D].)",
        ],
        [
          "Silence",
          "A coder who was assigned to a document and coded nothing in it has decided: all zeros. A coder who was not assigned is missing: α then uses the others; the κ of Fleiss, Conger and Light use only the items that all coders had. Treating every coder without a coding in a document as missing is possible, but it must be asked for, because it changes κ a great deal.",
        ],
        [
          "Several documents",
          "The tables of the documents are added, then the figure is computed once. Figures of single documents stand beside it and are never averaged into it: two documents with κ 0 and κ undefined may have a pooled κ of 0.47, where the average weighted by size that users of NVivo compute comes to 0.90.",
        ],
        [
          "Several codes",
          "There are three honest ways to one figure, and all three are given: the tables of all codes added up; the pooled κ of de Vries and others (2008), which averages po and pe and then takes κ; and the mean of the κs that are defined, with how many those are: {pooledKappa}, {meanKappa}. A code that nobody used leaves the pooled κ as it is, but raises the figure of the summed tables.",
        ],
      ],
    },
    "The choice of unit is part of the result. Report it with the figure, and look at the chart of κ by unit before you settle on one.",
  ],
};

export const REASONS: Readonly<Record<UndefinedReason, string>> = {
  "no-data": "Nothing was compared: no document or no item that the coders share.",
  "both-empty": "No coder used the code, so there is no variation and chance alone gives full agreement.",
  "both-full": "All coders gave the code to everything, so there is no variation.",
  "one-category": "Every item fell into one and the same category, so chance alone gives full agreement.",
  "one-label": "There is only one category to choose from.",
  "not-used": "The code does not occur in what is counted.",
  "no-defined": "No code had a defined value, so there is nothing to take the mean of.",
  "undefined-pair": "At least one pair of coders has no defined value.",
  "one-empty": "One coder never used the code. κ is 0 exactly, and an interval around it would say nothing.",
  "one-full": "One coder gave the code to everything. κ is 0 exactly, and an interval around it would say nothing.",
  "few-documents": "There are fewer than two documents, so nothing is known about how documents vary.",
  "undefined-without-one": "With one particular document left out no value remains.",
  "no-replicate": "No resample of the documents had a value.",
  "overlapping-units": "One coder gave a passage two values where the method allows one.",
  "too-large": "The exact answer would take too long.",
  "too-many-coders": "There are more coders than can be told apart exactly.",
};

export const UNDEFINED: MethodSection = {
  id: "undefined",
  title: "What is undefined, and why it is never averaged",
  parts: [
    "κ compares the agreement that was observed with the agreement that chance would give. Where nothing varies, chance alone gives full agreement, the formula asks for 0 divided by 0, and there is no answer. Tandem then shows a dash with the reason. It never puts 0 or 1 in the place of the missing value, and never lets it into a mean.",
    "This matters most for rare codes. A code that neither coder used in a document says nothing about how well they apply it. A program that counts such a document as perfect agreement reports, in the mean, how many documents the code does not occur in.",
    "If both coders used a code nowhere, or everywhere, κ, π and α are undefined; percent agreement, PABAK and AC1 are 1, which is true and tells little. If just one coder never (or always) used it, κ is 0 exactly, whatever the other did; its standard error comes out as 0, and no interval is given. Positive agreement is undefined where nobody coded, negative agreement where everybody coded everything.",
    "The reasons, by the names that reports and files use:",
    { terms: Object.entries(REASONS).map(([reason, meaning]): [string, string] => [reason, meaning]) },
  ],
};
