/** Creative Commons licences as credits write them, as the addresses that stand for them. */

const LICENCE =
  /\bCC[ -]?(BY(?:[ -](?:NC|SA|ND)){0,2}|0|Zero)(?:[ -]?([1-4]\.[0-9]))?(?![\p{L}\p{N}])/iu;

/** `CC BY-SA 4.0`, anywhere in the text; without a version only CC0 has an address. */
export function readLicence(text: string): string | undefined {
  const found = LICENCE.exec(text);
  if (found?.[1] === undefined) return undefined;
  const [, terms, version] = found;
  if (/^(?:0|zero)$/i.test(terms)) return "https://creativecommons.org/publicdomain/zero/1.0/";
  if (version === undefined) return undefined;
  return `https://creativecommons.org/licenses/${terms.toLowerCase().replaceAll(" ", "-")}/${version}/`;
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
