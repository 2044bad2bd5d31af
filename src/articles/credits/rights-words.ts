/** Texts that tell of rights, and not whose they are. */
import { readPhrase } from "./credit-phrases.ts";
import { phrasesOf } from "./labels.ts";

/** Rights that are kept or given, and the names of licences; longer phrases first. */
const RIGHTS = phrasesOf(`alle rechte vorbehalten|all rights reserved|some rights reserved|
  no rights reserved|rights reserved|rechte vorbehalten|tous droits réservés|
  tous droits de reproduction réservés|droits réservés|todos los derechos reservados|
  derechos reservados|reservados todos los derechos|todos os direitos reservados|
  direitos reservados|tutti i diritti riservati|diritti riservati|riproduzione riservata|
  alle rechten voorbehouden|rechten voorbehouden|alle rettigheder forbeholdes|
  alle rettigheter reservert|alle rettigheter forbeholdt|med ensamrätt|alla rättigheter förbehållna|
  kaikki oikeudet pidätetään|öll réttindi áskilin|všechna práva vyhrazena|všetky práva vyhradené|
  wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone|minden jog fenntartva|
  toate drepturile rezervate|toate drepturile sunt rezervate|sva prava pridržana|
  sva prava zadržana|vse pravice pridržane|всички права запазени|сва права задржана|
  все права защищены|все права сохранены|права защищены|всі права захищені|всі права застережено|
  με επιφύλαξη παντός δικαιώματος|επιφύλαξη παντός δικαιώματος|tüm hakları saklıdır|
  her hakkı saklıdır|hak cipta dilindungi undang-undang|hak cipta dilindungi|
  hak cipta terpelihara|seluruh hak cipta|hak cipta|جميع الحقوق محفوظة|كل الحقوق محفوظة|
  الحقوق محفوظة|حقوق محفوظة|تمامی حقوق محفوظ است|کلیه حقوق محفوظ است|تمام حقوق محفوظ است|
  جملہ حقوق محفوظ ہیں|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|सभी अधिकार सुरक्षित|
  সর্বস্বত্ব সংরক্ষিত|bảo lưu mọi quyền|mọi quyền được bảo lưu|đã đăng ký bản quyền|
  giữ bản quyền|bản quyền|สงวนลิขสิทธิ์|สงวนลิขสิทธิ|ลิขสิทธิ์|無断転載を禁じます|無断転載禁止|無断転載|
  無断複製|を禁じます|禁止|版权所有|版權所有|著作权所有|著作權所有|保留所有权利|保留所有權利|保留一切权利|
  翻印必究|侵权必究|不得转载|不得轉載|禁止转载|禁止轉載|未经许可|未經許可|未经授权|全著作権所有|
  무단전재|무단 전재|재배포 금지|재배포금지|무단복제|모든 권리 보유|모든 권리|저작권 보호|금지|및|
  d.r.|dr|photo dr|copyright|copyrighted|copyrights|urheberrecht|urheberrechtlich geschützt`)
  .concat(
    phrasesOf(`gnu free documentation license|gfdl|creative commons|creativecommons|
  namensnennung|weitergabe unter gleichen bedingungen|nicht-kommerziell|nicht kommerziell|
  keine bearbeitungen|attribution|atribución|atribuição|attribuzione|sharealike|share alike|
  noncommercial|non-commercial|non commercial|noderivatives|noderivs|no derivatives|
  compartirigual|compartilhaigual|condividi allo stesso modo|partage dans les mêmes conditions|
  licensed|licenced|license|licence|
  licencia|licença|licenza|lizenz|lisensi|лицензия|ліцензія|licencja|licentie|licens|lisens|
  lisans|ライセンス|许可协议|許可協議|라이선스|cc0|cc|pdm|royalty-free|royalty free|rights managed|
  free to use|for editorial use only|editorial use only`),
  )
  .sort((one, other) => other.length - one.length);

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
const LICENCE_ADDRESS = /\bhttps?:\/\/\S+|\bcreativecommons\.org\S*/giu;

/** UTF-16 units; a longer text says more than that. */
const LONGEST_RIGHTS = 300;

/** "All rights reserved", "CC BY 4.0", "© 2024": it tells of rights, and not whose they are. */
export function isOnlyRights(text: string): boolean {
  if (text.length > LONGEST_RIGHTS) return false;
  const { body } = readPhrase(text.normalize("NFC"));
  const rest = body
    .replace(LICENCE_ADDRESS, " ")
    .replace(SAID_OF_RIGHTS, " ")
    .replace(SAID_UNSPACED, " ");
  if (rest === body && LETTER.test(body)) return false;
  return !LETTER.test(rest.replace(BETWEEN, " "));
}

const LETTER = /\p{L}/u;

function escaped(phrase: string): string {
  return phrase.replace(/[.]/g, "\\$&");
}
