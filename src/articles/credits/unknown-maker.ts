/** What stands under a picture whose maker nobody knows: written in the article's language, read in any. */
import { phrasesOf } from "./labels.ts";

const WORDS: Readonly<Record<string, string>> = {
  ar: "المصوّر غير معروف",
  bn: "আলোকচিত্রী অজ্ঞাত",
  cs: "Autor fotografie neznámý",
  da: "Fotograf ukendt",
  de: "Fotograf unbekannt",
  el: "Άγνωστος φωτογράφος",
  en: "Photographer unknown",
  es: "Fotógrafo desconocido",
  fa: "عکاس ناشناس",
  fi: "Kuvaaja tuntematon",
  fr: "Photographe inconnu",
  he: "צלם לא ידוע",
  hi: "फ़ोटोग्राफ़र अज्ञात",
  hu: "A fotó készítője ismeretlen",
  id: "Fotografer tidak diketahui",
  it: "Fotografo sconosciuto",
  ja: "撮影者不明",
  ko: "촬영자 미상",
  ms: "Jurugambar tidak diketahui",
  nb: "Ukjent fotograf",
  nl: "Fotograaf onbekend",
  no: "Ukjent fotograf",
  pl: "Autor zdjęcia nieznany",
  pt: "Fotógrafo desconhecido",
  ro: "Fotograf necunoscut",
  ru: "Автор фото неизвестен",
  sv: "Okänd fotograf",
  th: "ไม่ทราบชื่อช่างภาพ",
  tr: "Fotoğrafçı bilinmiyor",
  uk: "Автор фото невідомий",
  vi: "Không rõ tác giả ảnh",
  zh: "摄影者不详",
};

const TRADITIONAL = "攝影者不詳";

/** @param language BCP 47; English where there are no words for it. */
export function unknownMaker(language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === "zh" && script === "Hant") return TRADITIONAL;
  return WORDS[base] ?? "Photographer unknown";
}

/** What is written of a maker who is not known: each is enough, alone or beside the word for a maker. */
const UNKNOWN = `unknown|not known|n/a|n.a.|na|nil|none|null|undefined|tbd|tba|tbc|nn|n.n.|n. n.|
  to be determined|to be announced|to be confirmed|not available|not specified|not given|
  not provided|not stated|unspecified|unidentified|uncredited|unattributed|no name|no author|
  no credit|no credits|no photographer|no source|no attribution|
  unbekannt|unbekannter|unbekannte|unbekannten|nicht bekannt|nicht angegeben|ohne angabe|
  ohne angaben|keine angabe|keine angaben|k.a.|k. a.|o.a.|o. a.|
  inconnu|inconnue|inconnus|non précisé|non renseigné|non communiqué|sans auteur|sans crédit|
  desconocido|desconocida|sin autor|sin crédito|sin firma|no disponible|
  desconhecido|desconhecida|não identificado|não informado|sem autor|sem crédito|
  sconosciuto|sconosciuta|ignoto|ignota|non disponibile|senza autore|
  onbekend|onbekende|niet bekend|ukjent|ukendt|okänd|okänt|ej angiven|ikke oppgitt|ikke angivet|
  tuntematon|ei tiedossa|óþekktur|neznámý|neznámá|neznámy|neznáma|neuveden|neuvedeno|neuvedený|
  nieznany|nieznana|brak|brak danych|autor nn|ismeretlen|necunoscut|necunoscută|anonim necunoscut|
  nepoznat|nepoznati|neznan|непознат|неизвестен|неизвестно|неизвестный|неизвестна|неизвестная|
  не известен|не указан|не указано|без автора|автор не указан|
  невідомий|невідомо|невідома|не вказано|не вказаний|άγνωστος|άγνωστη|άγνωστο|bilinmiyor|
  bilinmeyen|belirsiz|tidak diketahui|tak diketahui|belum diketahui|tanpa nama|tiada nama|
  tidak dikenal|tidak ada|istimewa|hindi kilala|haijulikani|
  غير معروف|غير معروفة|مجهول|مجهولة|المجهول|ناشناس|نامشخص|نامعلوم|לא ידוע|לא ידועה|אלמוני|
  अज्ञात|অজ্ঞাত|অজানা|தெரியாதவர்|không rõ|không xác định|chưa rõ|chưa xác định`;

const MAKERS = `photo|photos|picture|image|photograph|photographer|photographers|author|artist|
  creator|maker|source|credit|owner|copyright holder|copyright|person|name|by|the|of|
  fotograf|fotografin|fotografen|fotografie|foto|bild|urheber|urheberin|autor|autorin|autors|
  quelle|rechteinhaber|künstler|von|der|photographe|auteur|auteure|artiste|source|origine|par|
  l'auteur|le|du|fotógrafo|fotógrafa|autora|fuente|origen|artista|por|fonte|origem|do|da|
  autore|autrice|fotografo|fotografa|della|fotograaf|maker|bron|kunstenaar|fotografi|fotografer|
  juru foto|jurufoto|jurugambar|juru kamera|sumber|pencipta|pembuat|penulis|pengarang|dok|oleh|
  kuvaaja|valokuvaaja|kuvan|kuva|tekijä|lähde|ljósmyndari|fotografka|autorka|zdroj|snímku|
  zdjęcia|zdjęcie|źródło|twórca|a|fotó|kép|készítője|szerző|szerzője|forrás|fényképész|fotós|
  sursa|sursă|autorul|fotografiei|fotografije|izvor|фото|фотограф|фотографии|автор|автора|снимка|
  снимок|источник|источника|світлини|знімка|джерело|фотографія|φωτογράφος|φωτογραφία|πηγή|
  δημιουργός|fotoğrafçı|fotoğraf|fotoğrafın|fotoğrafı|çeken|kaynak|sahibi|yazar|
  المصور|مصور|صورة|الصورة|المصدر|مصدر|المؤلف|صاحب|عکاس|عکس|منبع|نویسنده|צלם|צלמת|הצלם|צילום|
  מקור|יוצר|फोटोग्राफर|छायाकार|फोटो|स्रोत|लेखक|আলোকচিত্রী|ছবি|সূত্র|লেখক|tác giả|ảnh|nguồn|
  nhiếp ảnh gia|người chụp|chụp`;

/** The same in scripts that set no space between words. */
const UNSPACED =
  /^(?:(?:撮影者?|写真|作者|著者|出典|提供元?|摄影者?|攝影者?|摄影师|攝影師|拍摄者|拍攝者|来源|來源|图片来源|圖片來源|图源|圖源|图片作者|圖片作者|图|圖|撮影者名|氏名|촬영자?|사진작가|사진가?|작가|작성자|출처|저자) ?[はが는은이가:：]? ?)?(?:不明|不詳|不详|未知|未詳|未详|不明です|不明な人物|无|無|なし|未注明|未註明|未署名|미상|불명|불상|알수없음|알 수 없음|없음|미확인)(?:の?(?:撮影者|写真家|作者|人物)|的?(?:摄影师|攝影師|摄影者|攝影者|作者|来源|來源))?$/u;
const THAI =
  /^(?:ไม่ทราบ|ไม่ระบุ|ไม่ปรากฏ|ไม่รู้)(?:ชื่อ|นาม|ที่มา|แหล่งที่มา|แหล่งที่มาของ)?(?:ของ)?(?:ช่างภาพ|ผู้ถ่ายภาพ|ผู้ถ่าย|ผู้สร้าง|เจ้าของภาพ|เจ้าของ|ผู้แต่ง|ภาพ)?$/u;

const MOST_WORDS = 6;
/** UTF-16 units. */
const LONGEST_UNKNOWN = 60;

const unknown = keysOf(UNKNOWN);
const makers = keysOf(MAKERS);
const whole = new Set([...Object.values(WORDS), TRADITIONAL].map(wordsKey));

/** To look at one word is cheap, and most names begin with another. */
const FIRST_WORD = /[\p{L}\p{N}\p{M}]+/u;
const PLAIN_WORD = /^[A-Za-z]+$/;
const starts = new Set([...unknown, ...makers, ...whole].map((key) => key.split(" ")[0] ?? ""));

/** "N/A", "Photographer unknown", "Okänd fotograf", "撮影者不明". Somebody anonymous is somebody. */
export function isUnknownMaker(text: string): boolean {
  if (text.length > LONGEST_UNKNOWN) return false;
  const plain = text.normalize("NFKC").trim();
  if (plain === "" || UNSPACED.test(plain) || THAI.test(plain)) return plain !== "";
  const first = FIRST_WORD.exec(text)?.[0] ?? "";
  if (!starts.has(PLAIN_WORD.test(first) ? first.toLowerCase() : wordsKey(first))) return false;
  const key = wordsKey(text);
  if (whole.has(key)) return true;
  const words = key.split(" ");
  return words.length <= 2 * MOST_WORDS && areUnknown(words);
}

/** All of it is words for makers and for what is not known of them. */
function areUnknown(words: readonly string[]): boolean {
  let said = false;
  for (let at = 0; at < words.length; ) {
    let count = Math.min(MOST_WORDS, words.length - at);
    for (; count > 0; count -= 1) {
      const phrase = words.slice(at, at + count).join(" ");
      if (unknown.has(phrase)) said = true;
      else if (!makers.has(phrase)) continue;
      break;
    }
    if (count === 0) return false;
    at += count;
  }
  return said;
}

/** Without accents, points and signs: these texts are typed in a hurry. */
function wordsKey(text: string): string {
  const bare = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{Mn}'’]/gu, "");
  return (bare.match(/[\p{L}\p{N}\p{Mc}]+/gu) ?? []).join(" ");
}

function keysOf(table: string): ReadonlySet<string> {
  return new Set(phrasesOf(table).map(wordsKey));
}
