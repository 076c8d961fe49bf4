// General sections of the method page on what other programs compute and print, and the traps in them.
import type { MethodSection } from "./method-section";

export const PROGRAMS: MethodSection = {
  id: "programs",
  title: "What other programs compute and print",
  parts: [
    "A colleague who runs the same codings through another program may get another number. Usually both programs do what they say, and they say different things.",
    {
      terms: [
        [
          "NVivo",
          "Per code and file, on characters (seconds or tenths of them for sound and film, pixels for pictures). Its κ is Cohen's [D]. Groups of coders count as one coder who coded wherever any member did, and aggregated codes include their direct children [D]. On the Mac the unit may be the character, the sentence or the paragraph [D]. It gives no overall figure; users average the exported rows, with equal weights or by file size [R]. Where neither coder used a code it prints 1 [D], and such rows enter the users' averages. When all figures come out as 0 or 1, typically one coder coded nothing [R].",
        ],
        [
          "MAXQDA",
          "Compares exactly two coders: whether a code occurs in a document, how often it does, or segment by segment [D], in part [R]. For segments, each segment of either coder is an item, and a hit if the other has the same code with an overlap of at least a chosen share [D], 90% by default [R]. Its κ takes the percentage of hits a/(a + b + c) as observed agreement and 1/(number of codes) as chance, after Brennan and Prediger [D]; text that neither coded does not count, and with one code it is undefined. It cannot be compared with Cohen's κ. How later versions define “Kappa (RK)”, and what the overlap is a share of, was not found in the documentation that was read.",
        ],
        [
          "ATLAS.ti",
          "Percent agreement, Holsti's index, and a family of Krippendorff's α on semantic domains whose codes must exclude each other [D], in part [R]. α-binary counts coded and uncoded characters and is the α of a theme rolled up; cu-α asks which code of a domain, on matter that was coded with that domain; Cu-α asks which domains, on coded matter. The exact correction in its expected disagreement is unpublished, so equality to the last digit cannot be promised.",
        ],
        [
          "Dedoose",
          "An expert's excerpts are fixed, and a trainee gives them codes without seeing the expert's: each excerpt and code is yes or no. It prints Cohen's κ for each code and the pooled κ of de Vries and others over all [D]. Where excerpts begin and end is never in question.",
        ],
        [
          "INCEpTION and DKPro",
          "κ, Fleiss' κ and nominal α are computed on items of identical position. A position that only one coder marked is always left out for κ and Fleiss' κ [V], which the documentation itself calls possibly overly positive: coders who marked “the blackboard” and “blackboard” and agreed on “chalk” agree perfectly. The overall figure of a pair is the mean over documents [V]. Stacked annotations are left out [V].",
        ],
        [
          "QualCoder",
          "Its “Kappa” is not κ: it looks at coded characters only, and takes as chance agreement the product of two probabilities that should be added [V]. In a case where Cohen's κ is 0.483 it prints 0.376 [V]. Overlapping codings of one coder are counted twice, can even count as agreement, and vanish from all counts with a third layer [V].",
        ],
      ],
    },
    "What they print where nothing varies, because neither coder used the code, and where just one coder did:",
    {
      caption: "κ and its kin for 0/0 and for one silent coder, by program",
      columns: ["Program", "Neither used it", "One never used it", "Known from"],
      rows: [
        ["Tandem", "undefined, with the reason", "κ 0, no interval", "this page"],
        ["scikit-learn 1.2.1, cohen_kappa_score", "nan, with a warning", "0", "[V]"],
        ["statsmodels 0.13.5", "nan", "0; standard error 0, or nan or 1e−8 by rounding", "[V]"],
        ["R irr 0.84.1, kappa2", "NaN", "0, z NaN", "[V]"],
        ["R irr 0.84.1, kripp.alpha", "1", "not established", "[V]"],
        ["R irr 0.84.1, kappam.light", "an error", "not established", "[V]"],
        ["R vcd, psych, epiR", "NaN; NA or NaN; NaN", "0", "[V]"],
        ["R irrCAC 1.0, AC1", "1, standard error NaN or 0", "not established", "[V]"],
        ["R irrCAC 1.0, α", "NA", "not established", "[V]"],
        ["NLTK 3.8, κ, π, S", "ZeroDivisionError", "0", "[V]"],
        ["NLTK 3.8, α", "1", "0", "[V]"],
        ["fast-krippendorff", "ValueError, or nan with a value domain", "not established", "[V]"],
        ["DKPro κ, π, S, AC1", "InsufficientDataException", "not established", "[V]"],
        ["DKPro α", "1 (0 before its issue 35)", "not established", "[V]"],
        ["INCEpTION κ", "1 with one observed category, NaN without items", "not established", "[V]"],
        ["NVivo", "1", "0", "[D]"],
        ["QualCoder", "“zerodiv”", "0", "[V]"],
        ["Stata kap, SPSS", "no statistic", "0", "[R]"],
      ],
    },
  ],
};

export const TRAPS: MethodSection = {
  id: "traps",
  title: "Traps",
  parts: [
    {
      list: [
        "irr::kripp.alpha 0.84.1 is wrong for more than two coders without missing data: it gives each pair of values the weight 1 where it should be 1/(m − 1). On irr's own data “anxiety” it prints −0.0324; right is −0.0237. DescTools::KrippAlpha says that it took the code over “without logical changes”.",
        "The z that irr::kappa2 prints belongs to the standard error under κ = 0. κ divided by z must not be used for a confidence interval.",
        "Two distances are called MASI. Tandem's is Passonneau's (2006): one minus Jaccard times 1 for equal sets, 2/3 for a subset, 1/3 for an overlap. DKPro and INCEpTION compute another one under that name: on the same items α is 0.253 with theirs and 0.273 with Passonneau's. NLTK rounds the factors to 0.67 and 0.33 and divides by zero for two empty sets.",
        "quallmer's cu-α takes the union over the other coders where the book compares pairs: 0.7256 on the book's data, where the book prints 0.724. With two coders the two are equal.",
        "INCEpTION leaves out positions that only one coder marked, so a κ of 1 is possible where the coders mostly disagree [V].",
        "irrCAC 1.0 returns NaN for AC1 and Fleiss' κ as soon as one item has no rating at all.",
        "The “category agreement” of DKPro's Cohen κ is Fleiss' κ per category.",
        "Weighted κ, Brennan–Prediger and AC1 depend on the number of categories that could have been chosen, not only on those that were; κ, π and α do not. Tandem counts the categories of the codebook. irr drops unused ones and takes the weights from their ranks [V].",
        "A computer's ordinary numbers hold κ's products exactly up to about 94 million items. Tandem counts beyond that with exact whole numbers, so that whether a figure is undefined never depends on rounding.",
      ],
    },
  ],
};
