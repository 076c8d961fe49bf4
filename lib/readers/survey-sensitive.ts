// Which columns of a survey name people or places: proposed to be left out before anything is stored.

const TITLES =
  /^(?:ip(?:[ _-]?addr(?:ess|esse)?|[ -]adresse)?|ipaddr|ip-adresse|location(?:latitude|longitude)|.*\b(?:latitude|longitude|gps|geolocation)\b.*|breitengrad.*|längengrad.*|lat|lon|lng|(?:recipient|respondent|your|participant)?[ _]?e-?mail(?:[ _-]?address|[ _-]?adresse)?|.*\be-?mail(?: address|-adresse)?\b.*|adresse (?:de messagerie|électronique)|correo(?: electrónico)?|(?:recipient)?[ _]?(?:first|last|full|middle|family|given|sur)[ _]?name|recipient(?:last|first)name|vorname.*|nachname.*|name|names|your name|nom|prénom|nombre|apellidos?|nome|cognome|naam|phone.*|.*\btele(?:phone|fon)\b.*|mobile(?: number)?|handy.*|(?:home|postal|street|your)?[ _]?address|adresse|anschrift|(?:post|zip)[ _-]?code|plz|postleitzahl|external(?:data)?[ _]?reference|externe datenreferenz|refurl|referrer url|token|date of birth|birth[ _]?date|dob|geburtsdatum|student[ _]?(?:id|number)|matrikelnummer)$/iu;

export function isSensitive(title: string): boolean {
  return TITLES.test(title.replace(/\s+/gu, " ").trim());
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u;
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** Whether what stands in a column is addresses, whatever its title says. */
export function showsPeople(examples: readonly string[]): boolean {
  return examples.length > 0 && examples.every((example) => EMAIL.test(example) || IP.test(example));
}
