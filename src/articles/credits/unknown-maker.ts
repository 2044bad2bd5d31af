/** What stands under a picture whose maker nobody knows, in the language of the article. */

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
