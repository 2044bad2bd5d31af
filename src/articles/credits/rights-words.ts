/** Texts that tell of rights, and not whose they are. */
import { readPhrase } from "./credit-phrases.ts";
import { phrasesOf } from "./labels.ts";
import { RESERVED, RESERVED_OPENINGS } from "./reserved-words.ts";

/** What else is said of rights, and the names of licences. */
const SAID = phrasesOf(`copyright|copyrighted|copyrights|urheberrecht|
  urheberrechtlich geschützt|d.r.|dr|photo dr|seluruh hak cipta|hak cipta|đã đăng ký bản quyền|
  bản quyền|ลิขสิทธิ์|を禁じます|禁止|未经许可|未經許可|未经授权|모든 권리|저작권 보호|금지|및|
  gnu free documentation license|gfdl|creative commons|creativecommons|
  namensnennung|weitergabe unter gleichen bedingungen|nicht-kommerziell|nicht kommerziell|
  keine bearbeitungen|attribution|atribución|atribuição|attribuzione|sharealike|share alike|
  noncommercial|non-commercial|non commercial|noderivatives|noderivs|no derivatives|
  compartirigual|compartilhaigual|condividi allo stesso modo|partage dans les mêmes conditions|
  licensed|licenced|license|licence|
  licencia|licença|licenza|lizenz|lisensi|лицензия|ліцензія|licencja|licentie|licens|lisens|
  lisans|ライセンス|许可协议|許可協議|라이선스|cc0|cc|pdm|royalty-free|royalty free|rights managed|
  free to use|for editorial use only|editorial use only`);

/** Longer phrases first. */
const RIGHTS = [...RESERVED, ...RESERVED_OPENINGS, ...SAID].sort(
  (one, other) => other.length - one.length,
);

const SAID_OF_RIGHTS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${RIGHTS.map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);
const SAID_UNSPACED = new RegExp(
  RIGHTS.filter((one) => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u.test(one))
    .map(escaped)
    .join("|"),
  "gu",
);
/** They stand beside these, and name nobody there. */
const BETWEEN =
  /(?<![\p{L}\p{N}])(?:generic|unported|international|internacional|internazionale|under|the terms of|unter|sous|bajo|sob|sotto|the|a|la|der|de|int|deed|zero|by|sa|nc|nd|v|all|et|and|und|y|e)(?![\p{L}\p{N}])/giu;
const SIGN = /\([cC]\)/g;
const LICENCE_ADDRESS = /\bhttps?:\/\/\S+|\bcreativecommons\.org\S*/giu;

/** UTF-16 units; a longer text says more than that. */
const LONGEST_RIGHTS = 300;

/** "All rights reserved", "CC BY 4.0", "© 2024": it tells of rights, and not whose they are. */
export function isOnlyRights(text: string): boolean {
  if (text.length > LONGEST_RIGHTS) return false;
  const { body } = readPhrase(text.normalize("NFC"));
  const rest = body
    .replace(LICENCE_ADDRESS, " ")
    .replace(SIGN, " ")
    .replace(SAID_OF_RIGHTS, " ")
    .replace(SAID_UNSPACED, " ");
  if (rest === body && LETTER.test(body)) return false;
  return !LETTER.test(rest.replace(BETWEEN, " "));
}

const LETTER = /\p{L}/u;

function escaped(phrase: string): string {
  return phrase.replace(/[.]/g, "\\$&");
}
