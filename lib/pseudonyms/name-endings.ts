// The endings that names take in families of languages: which forms a name has, and how its pseudonym takes the same one.

export const ENDING_FAMILIES = [
  "germanic",
  "finnic",
  "hungarian",
  "turkish",
  "slavic-latin",
  "slavic-cyrillic",
  "baltic",
  "greek",
  "korean",
  "hebrew",
  "arabic",
] as const;
export type EndingFamily = (typeof ENDING_FAMILIES)[number];

/** A word that fits `after` loses its last `cut` letters and takes one of `add`; or takes one of `before` in front. */
interface EndingRule {
  readonly after: RegExp;
  readonly cut: number;
  readonly add: readonly string[];
  readonly before?: true;
}

/** A form of a word, and the same form of another word; where that one cannot take it, it stays as it is. */
export interface EndedForm {
  readonly word: string;
  readonly of: (other: string) => string;
}

const any = /\p{L}$/u;
const rule = (after: RegExp, cut: number, add: string): EndingRule => ({ after, cut, add: add.split(" ") });

const SLAVIC_CONSONANT = /[bcčćdďfghjklłmnńňpqrřsśštťvwxzźżž]$/iu;
const CYRILLIC_CONSONANT = /[бвгґджзклмнпрстфхцчшщ]$/iu;

const RULES: Readonly<Record<EndingFamily, readonly EndingRule[]>> = {
  germanic: [rule(any, 0, "s es n en ens")],
  finnic: [
    rule(any, 0, "n a ä ta tä ia iä lla llä lle lta ltä ssa ssä sta stä ksi na nä tta ttä t le l lt s st ga ks ni"),
    rule(
      /[^aeiouyäöõü]$/iu,
      0,
      "in ia iä illa illä ille ilta iltä issa issä ista istä iksi ina inä itta ittä i it il ile",
    ),
    rule(/a$/u, 0, "an"),
    rule(/i$/u, 0, "in"),
    rule(/e$/u, 0, "en"),
    rule(/o$/u, 0, "on"),
    rule(/u$/u, 0, "un"),
  ],
  hungarian: [
    rule(
      any,
      0,
      "t at et ot öt nak nek val vel ban ben ból ből ba be ról ről ra re tól től hoz hez höz nál nél ért ék é ék",
    ),
    rule(/a$/u, 1, "át ának ával ában ából ába áról ára ától ához ánál áért áé áék"),
    rule(/e$/u, 1, "ét ének ével ében éből ébe éről ére étől éhez énél éért éé éék"),
  ],
  turkish: [
    rule(/[aeıioöuü]$/iu, 0, "nın nin nun nün yı yi yu yü ya ye yla yle da de dan den lar ler"),
    rule(/[^aeıioöuü]$/iu, 0, "ın in un ün ı i u ü a e la le da de ta te dan den tan ten lar ler"),
  ],
  "slavic-latin": [
    rule(/a$/u, 1, "y i ě e ie u ou o ę ą ą ój ej in ina ino iny ama ami"),
    rule(SLAVIC_CONSONANT, 0, "a u ovi owi em om ie ě e i ov ova ovo y ů ům"),
    rule(/[ei]k$/u, 2, "ka ku kovi kowi kem kiem ki"),
    rule(/e[cl]$/u, 1, "a u ovi em"),
  ],
  "slavic-cyrillic": [
    rule(/а$/u, 1, "ы и е у ой ою і о ин ина ины ам ами ах"),
    rule(/я$/u, 1, "и е ю ей ею і ї єю ин ина ины"),
    rule(/[ьй]$/u, 1, "я ю ем ём ем е и єм єві"),
    rule(CYRILLIC_CONSONANT, 0, "а у ом ем е и ы ов ова ову ові"),
  ],
  baltic: [
    rule(/as$/u, 2, "o ui ą e u ai"),
    rule(/[iy]s$/u, 2, "io iui į yje iu i ie im ī"),
    rule(/us$/u, 2, "aus ui ų uje umi au um ū"),
    rule(/a$/u, 1, "os ai ą oje as u ā"),
    rule(/ė$/u, 1, "ės ei ę ėje e"),
    rule(/e$/u, 1, "es ei i ē"),
    rule(/s$/u, 1, "a am u ā"),
  ],
  greek: [rule(/ος$/u, 2, "ου ο ε"), rule(/ός$/u, 2, "ού ό έ"), rule(/[αηάή]ς$/u, 1, ""), rule(/[αηάήώω]$/u, 0, "ς")],
  korean: [
    rule(
      /\p{Script=Hangul}$/u,
      0,
      "이 가 은 는 을 를 의 에게 한테 와 과 도 씨 님 야 아 이가 이는 이를 이의 이랑 랑 하고 만 께 께서 씨가 씨는 씨를 씨의",
    ),
  ],
  hebrew: [{ after: any, cut: 0, add: [..."והלבמשכ"], before: true }],
  arabic: [{ after: any, cut: 0, add: [..."وبلفك"], before: true }],
};

function take(word: string, { after, cut, before }: EndingRule, piece: string): string | null {
  if (!after.test(word)) return null;
  return before ? piece + word : word.slice(0, word.length - cut) + piece;
}

/** The forms of a word in a family of languages, the word itself left out. */
export function endedForms(word: string, family: EndingFamily): EndedForm[] {
  const forms = new Map<string, EndedForm>();
  for (const each of RULES[family]) {
    for (const piece of each.add) {
      const ended = take(word, each, piece);
      if (ended === null || ended === word || forms.has(ended)) continue;
      forms.set(ended, { word: ended, of: (other) => take(other, each, piece) ?? other });
    }
  }
  return [...forms.values()];
}
