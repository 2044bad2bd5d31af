/** Creative Commons licences as credits write them, as the addresses that stand for them. */

const NAME = String.raw`\bCC[ -]?(BY(?:[ -](?:NC|SA|ND)){0,2}|0|Zero)(?:[ -]?([1-4]\.[0-9]))?(?![\p{L}\p{N}])`;
const LICENCE = new RegExp(NAME, "iu");

/** `CC BY-SA 4.0`, anywhere in the text; without a version only CC0 has an address. */
export function readLicence(text: string): string | undefined {
  const found = LICENCE.exec(text);
  if (found?.[1] === undefined) return undefined;
  const [, terms, version] = found;
  if (/^(?:0|zero)$/i.test(terms)) return "https://creativecommons.org/publicdomain/zero/1.0/";
  if (version === undefined) return undefined;
  return `https://creativecommons.org/licenses/${terms.toLowerCase().replaceAll(" ", "-")}/${version}/`;
}

/** "is licensed under the", "ist lizenziert unter", "sous licence", "Lizenz:". */
const SAID = [
  "(?:(?:is|are|ist|est|está|è) )?(?:(?:licen[cs]ed|lizenziert|licenciad[oa]s?) )?",
  "(?:(?:under|unter|sous|bajo|con|sob|sotto|onder|gemäß|di bawah|по|под) )?(?:(?:an?|the|der|la) )?",
  "(?:(?:licen[cs]e|lizenz|licen[csz]ia|licença|licenza|licentie|licens|lisensi|lisens|лицензи[ияей]{1,2}) ?:? ?)?",
].join("");
const COUNTRY = "(?: (?:[A-Z]{2}|international|internacional|unported|generic|deed))?";
const TAIL = new RegExp(
  `[\\s,;/|–—-]{0,5}(?<![\\p{L}\\p{N}])(?<open>[([]?)(?<said>${SAID})${NAME}${COUNTRY}(?: licen[cs]e)?(?<close>[)\\]]?)\\.?$`,
  "iu",
);
/** UTF-16 units. */
const LONGEST_TAIL = 80;
const MAY_BE_TAIL = /cc/i;

interface LicenceTail {
  /** The text without it; a bracket that was open stays closed. */
  readonly before: string;
  readonly license?: string;
  /** In words, as a sentence does: "is licensed under CC BY 2.0". */
  readonly isSaid: boolean;
}

/** The name of a licence at the end of a longer text: "Name on Flickr (CC BY 2.0)". */
export function licenceTail(text: string): LicenceTail | undefined {
  const end = text.slice(-LONGEST_TAIL);
  const found = MAY_BE_TAIL.test(end) ? TAIL.exec(end) : null;
  if (found === null || found[0].length === text.length) return undefined;
  const { open, said, close } = found.groups ?? {};
  const license = readLicence(found[0]);
  return {
    before: `${text.slice(0, text.length - found[0].length)}${open ? "" : close}`,
    ...(license === undefined ? {} : { license }),
    isSaid: said !== "",
  };
}

/** The text is nothing but the name of a licence. */
export function isLicenceName(text: string): boolean {
  const found = LICENCE.exec(text);
  if (found === null) return /^(?:public domain|creative commons|gemeinfrei|pdm?|cc)$/i.test(text);
  const rest = text
    .replace(LICENCE, "")
    .replace(/\b(?:licen[cs]ed?|under|de|int|deed|1\.0|by|international)\b/gi, "");
  return !/[\p{L}\p{N}]/u.test(rest);
}

export function isPublicDomain(license: string): boolean {
  return /\/publicdomain\//i.test(license);
}

const PUBLIC_DOMAIN =
  /\bCC[ -]?(?:0|zero)(?![\p{L}\p{N}])|public domain|gemeinfrei|domaine public|dom[ií]nio p[úu]blico|pubblico dominio|publiek domein|domena publiczna|domain awam|domain publik|общественное достояние|суспільне надбання|kamu malı|パブリックドメイン|公有领域|公有領域|퍼블릭 도메인|^pdm?$/iu;

/** It says that all rights are given away. */
export function isPublicDomainText(text: string): boolean {
  return PUBLIC_DOMAIN.test(text);
}
