// Words that stand with a capital letter and are nobody's name, words that stand before names, and words that link them.

const OPENERS = `
i i'm i've i'd i'll a an the and but or so if when then there they he she it we you my your his her our their this that these those
what why how who where which while because since after before yes yeah no not well oh okay ok um uh er hm mm hmm right sure maybe like just also even now here all some
any every each one two three first as at by for from in of on to with do did does is are was were have has had can could will would should let's it's that's there's don't
der die das und aber oder wenn dann da sie er es wir ihr ich mein dein sein unser euer diese dieser dieses was warum wie wer wo welche weil seit nach vor ja nein nicht also naja genau
ein eine einen einem einer mit von zu im am auf für aus bei als ob doch mal noch schon hier jetzt immer man haben hat war waren ist sind wird kann
le la les un une des et mais ou si quand alors il elle ils elles nous vous je mon ma mes ton sa ses ce cette ces que qui quoi pourquoi comment où parce depuis après avant oui non pas donc bon ben c'est j'ai
el los las unos unas y pero o cuando entonces ella ellos nosotros yo mi mis tu su sus este esta estos qué quién porque cómo dónde sí pues bueno en por para con
il lo gli uno e ma quando allora lui lei loro noi io mio mia tuo suo questo questa che chi perché come dove sì no però
o os as um uma e mas quando então ele ela eles nós eu meu minha seu sua esse essa que quem por porque como onde sim não pois
het een en maar of als toen hij zij wij ik mijn jouw zijn haar ons deze dit die wat waarom hoe wie waar welke omdat ja nee niet dus
och men eller om när då han hon de vi jag min din sin vår det den detta vad varför hur vem var som ja nej inte så
og at når han hun vi jeg mit dit det den hvad hvorfor hvordan hvem hvor ja nej ikke så
ja mutta tai jos kun sitten hän he me minä sinä minun se tämä mikä miksi miten kuka missä kyllä ei niin no
i ale lub albo jeśli kiedy wtedy on ona oni my ja mój to ten ta co dlaczego jak kto gdzie tak nie no więc że
a ale nebo když pak on ona oni my já můj to ten ta co proč jak kdo kde ano ne no takže že
és de vagy ha mikor akkor ő ők mi én az ez mit miért hogyan ki hol igen nem hát
ve ama veya eğer o biz ben bu şu ne neden nasıl kim nerede evet hayır
и но или если когда тогда он она они мы вы я мой моя это этот эта что почему как кто где да нет не ну вот так а в на с у по
і але або якщо коли тоді він вона вони ми ви я мій це цей що чому як хто де так ні не ну`;

const CALENDAR = `
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember
christmas easter ramadan eid diwali hanukkah weihnachten ostern noël pâques navidad god gott dieu dios allah`;

const PEOPLES = `
english german french spanish italian dutch polish russian chinese japanese korean arabic hebrew turkish greek swedish danish norwegian finnish welsh scottish irish
british american european african asian canadian australian indian mexican brazilian latin western eastern northern southern
deutsch englisch französisch europa europe africa asia america england germany france spain italy britain uk us usa eu nhs
zoom teams skype whatsapp facebook google youtube instagram twitter tiktok internet covid corona email excel word powerpoint phd gp tv dvd pc cv hr it ai mr mrs`;

const DOCUMENT_WORDS = `
interview interviews transcript transcripts transkript transcription focus group gruppe groupe grupo fokusgruppe session meeting recording audio zoom teams part teil final draft copy version
participant speaker notes file document first second third fourth fifth last entretien entrevista intervista wave pilot site school clinic ward team`;

const split = (words: string) => words.trim().split(/\s+/);
const NOT_NAMES: ReadonlySet<string> = new Set([OPENERS, CALENDAR, PEOPLES].flatMap(split));
const NOT_IN_DOCUMENT_NAMES: ReadonlySet<string> = new Set(split(DOCUMENT_WORDS));

const TITLES: ReadonlySet<string> = new Set(
  split(`mr mrs ms miss mx dr prof professor sir madam sergeant sgt captain nurse sister father uncle aunt auntie aunty herr frau herrn fräulein doktor professorin
monsieur madame mme mlle docteur señor señora sr sra don doña signor signora dottor dottoressa senhor senhora dona meneer mevrouw mijnheer herra rouva
pan pani pán paní господин госпожа пан пані`),
);

const PARTICLES: ReadonlySet<string> = new Set(
  split("von van de der den del della di da do dos das du la le ter ten zu zur bin ibn al el ben af av y e"),
);

/** Before a German noun; before a name hardly ever. */
const ARTICLES: ReadonlySet<string> = new Set(
  split(`der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem meiner dein deine deinen sein seine seinen seinem seiner
ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer euer eure diese dieser dieses diesen diesem jede jeder jedes jeden jedem welche welcher alle viele mehr wenig
zum zur im am vom beim ins ans fürs the a an this that my your his her our their`),
);

const GERMAN_NOUN =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|nis|nisse|tät|täten|ismus|ling|tum|ment|enz|anz|zeug|werk|zeit|leute|arbeit|haus|platz|jahr|jahre|tag|tage)$/u;

export const isNoName = (folded: string) => NOT_NAMES.has(folded);
export const isDocumentWord = (folded: string) => NOT_IN_DOCUMENT_NAMES.has(folded);
export const isTitle = (folded: string) => TITLES.has(folded);
export const isParticle = (word: string) => PARTICLES.has(word);
export const isArticle = (folded: string) => ARTICLES.has(folded);
export const looksLikeGermanNoun = (folded: string) => GERMAN_NOUN.test(folded);
