// General sections of the method page on figures that are counted in text: characters, intervals, excerpts, units.
import { FEWEST_DOCUMENTS_WITH_CODE, FEWEST_DOCUMENTS_WITHOUT_WARNING } from "./interval-standing";
import type { MethodSection } from "./method-section";

export const CHARACTERS: MethodSection = {
  id: "characters",
  title: "What κ does on characters",
  parts: [
    "In an interview most text does not carry a given code. The more uncoded text there is, the closer κ comes to positive agreement, the share of the coded text on which the coders agree (Hripcsak & Rothschild 2005). On a large synthetic study of 17 documents of 50,000 characters and 60 codes, the two differed by at most 0.020, and κ and α by less than 0.0005.",
    "In the same study percent agreement, PABAK and AC1 were 0.96 or more for every code, whatever the coders did. They count the uncoded text as agreement, and there is a great deal of it. Do not headline them at character level.",
    "Characters are not independent observations: a coder decides about passages, and passages sit in documents. In that study the design effect, by which the variance of κ is larger than a formula for independent items believes, lay between 66 and 503, with a median of 265. The usual standard error was 0.006 where the honest one was 0.10: an interval some sixteen times too narrow.",
    "Averages hide weak codes. The weakest code of that study had a pooled κ of 0.09; weighted by document size, with undefined counted as 1, it had 0.60.",
  ],
};

export const INTERVALS: MethodSection = {
  id: "intervals",
  title: "Intervals over documents",
  parts: [
    "An interval answers: how different might the figure have been with other documents of the same kind, coded by the same coders? So documents are what varies. The coders are taken as they are: the interval says nothing about how other coders would do.",
    {
      terms: [
        [
          "Linearised",
          "κ is written as a sum of one contribution per document (the delta method), and the spread of the contributions gives the standard error. The interval uses Student's t with K − 1 degrees of freedom (Yang & Zhou 2014; Vanbelle 2017). With one item in each document its variance is the classical one of Fleiss, Cohen and Everitt times K/(K − 1).",
        ],
        [
          "Jackknife",
          "κ is computed anew with each document left out in turn. Undefined as soon as one of those values is.",
        ],
        [
          "Bootstrap",
          "2,000 times, K documents are drawn with replacement, whole, and κ is computed from what was drawn. The interval lies between the 2.5th and the 97.5th percentile. The draw starts from a seed that the report names, so anybody gets the same numbers again. Resamples in which κ is undefined are left out and their number is reported.",
        ],
        [
          "Design effect",
          "the variance over documents divided by the variance that the classical formula gives. It is the number to plan the next round with: see {#planning}.",
        ],
      ],
    },
    `An interval needs at least two documents. It is hidden, with the reason, when fewer than ${FEWEST_DOCUMENTS_WITH_CODE} documents carry the code, and shown with a warning where fewer than ${FEWEST_DOCUMENTS_WITHOUT_WARNING} do: with so few, the estimate of the spread is itself mostly chance. Reports in JSON keep every interval that can be computed; it is the screens and papers that hide.`,
    "How honest they are was measured: 10,000 simulated rounds for each line below, with documents of 30 to 90 turns that differ in how often the code occurs and in how well the coders agree. The table tells in how many of the rounds that show an interval the 95% interval held the true κ. `npm run -s bench -- coverage` repeats it with fewer rounds.",
    {
      caption: "Rounds whose 95% interval held the true κ, in %; by items: as if every turn were independent",
      columns: ["share of the code", "true κ", "documents", "linearised", "jackknife", "bootstrap", "by items"],
      rows: [
        ["5%", "0.4", "8", "84.9", "89.3", "83.1", "82.3"],
        ["5%", "0.4", "17", "87.4", "90.8", "88.1", "82.9"],
        ["5%", "0.4", "50", "91.9", "93.3", "92.1", "83.4"],
        ["5%", "0.7", "8", "86.8", "90.8", "86.3", "83.0"],
        ["5%", "0.7", "17", "89.0", "92.0", "90.5", "82.5"],
        ["5%", "0.7", "50", "92.5", "93.8", "92.9", "82.0"],
        ["20%", "0.4", "8", "92.3", "93.6", "87.0", "77.9"],
        ["20%", "0.4", "17", "93.5", "94.3", "91.3", "78.9"],
        ["20%", "0.4", "50", "93.9", "94.2", "93.2", "78.3"],
        ["20%", "0.7", "8", "92.2", "93.3", "87.8", "74.7"],
        ["20%", "0.7", "17", "93.7", "94.3", "92.0", "75.9"],
        ["20%", "0.7", "50", "94.3", "94.6", "93.9", "75.5"],
      ],
    },
    "So with few documents or a rare code every interval is somewhat too narrow; the jackknife comes closest, the bootstrap needs the most documents. More documents help, more turns of the same documents do not. Taken by characters, as if each were a decision of its own, the classical interval held the true κ in about one round of ten. Name the method in the paper. An interval may reach beyond 1 or below −1 in the data; it is cut there only when it is drawn.",
    "The classical standard error of Fleiss, Cohen and Everitt is right for items that are independent: one decision each, not the characters of a text. The error under κ = 0 is a different number and serves only to test κ = 0; a confidence interval must not be made from it.",
    "Further reading: Field & Welsh 2007 and Kang and others 2013 (Statistics in Medicine 32:3700) on the bootstrap of whole clusters; Hayes & Krippendorff 2007 and Zapf and others 2016 (BMC Medical Research Methodology 16:93) on intervals for α; Vanbelle 2017 (Biometrical Journal, doi 10.1002/bimj.201600093).",
  ],
};

export const EXCERPTS: MethodSection = {
  id: "excerpts",
  title: "Overlapping excerpts: which code was chosen",
  parts: [
    "Coders who mark freely seldom choose the same boundaries. A different question is then often the one of interest: where both marked something, did they choose the same code? An excerpt is a distinct combination of start, end and code of one coder.",
    {
      terms: [
        [
          "All pairs",
          "Every excerpt of one coder with every excerpt of the other that it overlaps by at least one character, or by a chosen share of their union, is one item: which code here, which code there. From these come the confusion matrix and its κ. Long excerpts enter many pairs.",
        ],
        [
          "All pairs, with nothing",
          "In addition every excerpt that found no partner counts as a choice between its code and nothing. Agreement on nothing cannot occur, as there is no excerpt to count it on, and so κ is pushed down.",
        ],
        [
          "One to one",
          "Each excerpt enters at most one pair, and the pairs are chosen so that their common text is as long as possible. Between solutions that are equally long, the one with more equal codes is preferred.",
        ],
        [
          "Sets of codes",
          "Each character has as its label the set of codes that a coder gave it. κ takes two sets as equal or not; α can also weigh how far they differ, with the Jaccard or the MASI distance. Characters that nobody coded can be left out.",
        ],
      ],
    },
    "All pairs asks which code, not where: it takes for granted that both marked something. A high κ there goes together with a low κ on characters when the coders agree about meaning and differ about extent. See {overlapAgreement}.",
  ],
};

export const UNITIZING: MethodSection = {
  id: "unitizing",
  title: "Unitizing: boundaries and values together",
  parts: [
    "The unitizing coefficients compare the whole line of text, with its marked units and the gaps between them, and ask about boundaries and values at once. Each character may have only one value for a coder. They therefore belong to one theme whose codes exclude each other, and not to codes that overlap; where a coder gave two values to one passage, they are undefined (`overlapping-units`).",
    {
      terms: [
        [
          "αU (Krippendorff 1995, 2004)",
          "compares the units of one category at a time by the squares of the lengths in which they differ.",
        ],
        [
          "uα, |uα, cuα, (k)uα (Krippendorff, Mathet, Bouvry & Widlöcher 2016)",
          "one family of four questions: uα asks about everything; |uα only whether text was marked or not; cuα only which value, where both marked; (k)uα how far one value k can be relied on, with the share of its matter that this rests on. A unit is treated as indivisible when chance is reckoned.",
        ],
        [
          "γ (Mathet, Widlöcher & Métivier 2015)",
          "looks for the alignment of all coders' units with the least disorder, in position and in category, and compares it with the disorder of units placed by chance. The observed part is exact. The expected part is simulated from a seed, and its standard error stands beside it.",
        ],
      ],
    },
    "α and the αs of this family weigh long units more than short ones; γ treats a short unit like a long one. Which is right depends on what a unit means in the study.",
  ],
};
