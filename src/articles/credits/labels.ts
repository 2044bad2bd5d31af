/** What stands before or behind the names of a credit, by what it says about them. */
import type { CreditRole } from "../article.ts";
import { labelKey } from "./spelling.ts";

export interface Label {
  /**
   * - `maker`: nothing but a credit is introduced so: "Photo credit", "撮影".
   * - `picture`: the word for a picture, which may introduce a description too: "Foto".
   * - `source`: may speak of the text as well: "Quelle".
   * - `owner`: who follows gave the picture and did not make it: "Courtesy of".
   */
  readonly kind: "maker" | "picture" | "source" | "owner";
  readonly role?: CreditRole;
  /** Counts only where the place in the page says that a credit may stand here. */
  readonly weak?: true;
}

/** Before a colon, or a comma as the BBC sets it. */
const MAKERS = `mandatory credit|mandatory photo credit|photo credit|photo credits|picture credit|
  text and photos|text and photo|words and photos|words and photography|story and photos|
  story and photo|text & photos|text und foto|text und fotos|text & foto|text & fotos|text/foto|
  text/fotos|text und bild|text & bild|text/bild|texte et photos|texte et photo|
  textes et photos|texte & photos|texto y fotos|texto y foto|texto e fotos|texto e foto|
  testo e foto|tekst en foto|tekst en foto's|tekst i foto|tekst i zdjęcia|tekst og foto|
  text och foto|text & bild|teks dan foto|foto dan teks|naskah dan foto|текст и фото|
  фото и текст|текст, фото|текст та фото|文・写真|写真・文|取材・写真|文と写真|文・撮影|글·사진|글ㆍ사진|
  글/사진|글, 사진|사진·글|사진/글|文/图|文、图|图文|图/文|photo taken by|picture taken by|image taken by|
  image credit|image credits|photographer|photographers|photograph by|photo by|photos by|
  picture by|pictures by|image by|images by|photography by|image source|photo source|
  picture source|source of photo|credit photo|photo via|image via|foto via|staff photo|credit line|
  photo/credit|image copyright|photo copyright|media caption source|file photo by|shot by|
  crédito foto|crédito de la foto|crédito de foto|créditos foto|fuente de la imagen|
  fuente de la foto|fuente foto|fotógrafo|fotógrafa|fotógrafos|fotografía de|foto de|foto por|
  fotografía por|autor de la foto|crédit photo|crédits photo|crédit photos|crédits photos|
  credits photo|crédit image|photographe|photographes|photo de|photos de|photographie de|
  source photo|source de l'image|légende photo crédit|crédito da foto|créditos da foto|
  crédito imagem|crédito da imagem|fonte da imagem|foto/crédito|legenda crédito|fotograf|
  fotografin|fotograf:in|fotografen|bildnachweis|bildquelle|bildquellen|fotoquelle|fotocredit|
  bildrechte|bildautor|foto von|bild von|fotos von|fotografie von|bildcredit|fotonachweis|
  fotografer|pewarta foto|juru foto|foto oleh|foto by|gambar oleh|sumber gambar|sumber foto|
  kredit foto|kredit gambar|juru kamera|jurugambar|sumber photo|sumber gambar foto|image sources|
  автор фото|автор фотографии|фотограф|фотографы|фотограф:|источник фото|источник изображения|
  фото автора|автор снимка|снимал|снимала|фото предоставил|автор світлини|автор знімка|
  джерело фото|джерело зображення|фотографка|фотокор|撮影|撮影者|撮影・文|写真撮影|カメラマン|フォトグラファー|写真提供元|画像出典|
  画像クレジット|クレジット|摄影|攝影|拍摄|拍攝|摄|攝|摄影师|攝影師|图片来源|圖片來源|图像来源|圖像來源|图源|圖源|图片提供|图片作者|图据|图自|圖自|照片来源|照片來源|
  摄影记者|攝影記者|影像來源|相片來源|封面图片|题图|題圖|首图|사진|사진출처|사진 출처|촬영|사진촬영|사진작가|사진기자|이미지 출처|이미지출처|사진·이미지|포토|تصوير|
  بعدسة|عدسة|المصور|مصدر الصورة|مصدر الصوره|صورة من|تصوير الزميل|عکاس|منبع تصویر|منبع عکس|عکاسان|
  عکس از|تصویر کا ذریعہ|فوٹو گرافر|फोटो साभार|फ़ोटो साभार|तस्वीर साभार|इमेज स्रोत|इमेज कॉपीरइट|
  छायाकार|फोटोग्राफर|फोटो क्रेडिट|फ़ोटो क्रेडिट|छवि स्रोत|तस्वीर स्रोत|फोटो सौजन्य|छायांकन|
  fotoğrafçı|fotoğraf kaynağı|görsel kaynağı|foto muhabiri|kaynak fotoğraf|
  fotoğraf kredisi|ảnh của|nguồn ảnh|nguồn hình ảnh|nhiếp ảnh|nguồn hình|tác giả ảnh|ảnh chụp bởi|
  เครดิตภาพ|เครดิต|ที่มาของภาพ|ที่มาภาพ|ถ่ายภาพ|ช่างภาพ|ภาพโดย|ภาพถ่ายโดย|แหล่งที่มาของภาพ|
  ขอบคุณภาพจาก|ขอบคุณภาพ|ที่มารูปภาพ|kép forrás|kép forrása|fotó forrása|fotós|fényképész|
  fényképezte|fotó forrás|képek forrása|fotografo|fotografa|credito foto|foto di|crediti foto|
  credits foto|fonte foto|immagine di|fotobron|beeldbron|foto door|bron foto|fotobijschrift bron|
  zdjęcie wykonał|autor zdjęcia|autor fot.|fot|fot.|zdj.|zdj|źródło zdjęcia|fotografował|
  źródło zdjęć|autor zdjęć|fotograaf|kuvaaja|kuvan lähde|kuvat|kuvalähde|ljósmyndari|ljósmynd|
  bildkälla|fotokreditt|bildebyrå|fotokilde|autor fotografie|autor fota|zdroj fotografie|
  zdroj foto|autor fotky|snímek|foto zdroj|fotografka|φωτογράφος|φωτογραφίες|πηγή φωτογραφίας|
  φωτο|φωτ|φωτ.|צילום|צילומים|צלם|צלמת|קרדיט|קרדיט צילום|קרדיט תמונה|credit foto|sursa foto|sursă foto|
  sursa imaginii|снимки|източник на снимката|автор на снимката|извор фото|foto kredit|
  izvor fotografije|ছবির উৎস|ছবির ক্যাপশন উৎস|আলোকচিত্রী|আলোকচিত্র|gambar ihsan|kuha ni|
  larawan mula kay|chanzo cha picha|picha na|mpiga picha|படம் மூலம்|पट मूळ|ਤਸਵੀਰ ਸਰੋਤ|
  fotos e texto|nuotrauka|nuotr.|foto autor|фото автор|fotoautor|image courtesy source|
  பட மூலாதாரம்|ఫొటో సోర్స్|फोटो स्रोत|तस्बिर स्रोत|ઇમેજ સ્રોત|ඡායාරූප මූලාශ්‍රය|ဓာတ်ပုံ ရင်းမြစ်|
  የፎቶው ባለመብት|oríṣun àwòrán|ebe foto si|asalin hoton|xigashada sawirka|ahavuye isanamu|
  madda suuraa|сүрөттүн булагы|сурат манбаси|surat manbasi|şəklin mənbəyi|د عکس سرچینه|
  ffynhonnell y llun|wia dis foto come from|аутор фотографије|autor fotografije`;

/** The word for a picture. */
const PICTURES = `photo d'archives|photo archives|photo archive|archive photo|
  foto de archivo|foto archivo|foto de arquivo|foto d'archivio|archivfoto|archivbild|symbolbild|
  symbolfoto|themenbild|archieffoto|arkivfoto|arkivbild|foto arsip|foto ilustrasi|архивное фото|
  архівне фото|foto-foto|file photo|file picture|kredit|кредит|photo|photos|
  picture|pictures|image|images|pic|pics|photograph|photographs|foto|fotos|fotografía|fotografia|
  fotografías|imagen|imágenes|imagem|imagens|photographie|photographies|cliché|bild|bilder|gambar|
  фото|фотография|фотографии|снимок|знімок|світлина|фотографія|світлини|снимка|слика|фотографије|
  сурет|зураг|写真|画像|フォト|图|圖|图片|圖片|照片|相片|影像|صورة|الصورة|الصور|عکس|تصویر|فوٹو|फोटो|फ़ोटो|तस्वीर|छायाचित्र|
  छवि|तस्बिर|ছবি|படம்|புகைப்படம்|ఫోటో|ఫొటో|చిత్రం|ಚಿತ್ರ|ചിത്രം|ഫോട്ടോ|ફોટો|તસવીર|ਫੋਟੋ|ਤਸਵੀਰ|ඡායාරූපය|ဓာတ်ပုံ|រូបថត|ຮູບ|ፎቶ|
  görsel|resim|ảnh|hình|hình ảnh|ภาพ|รูป|รูปภาพ|kép|fotó|fotók|képek|
  fotoğraf|fotoğraflar|immagine|immagini|foto's|beeld|afbeelding|zdjęcie|zdjęcia|kuva|bilde|billede|mynd|snímky|fotky|
  φωτογραφία|φωτό|φώτο|φωτογραφια|תמונה|imagine|fotografije|slika|larawan|picha|pilt|attēls|ფოტო|
  լուսանկար|լուսանկարը|argazkia|argazkiak|llun|lluniau|grianghraf|credit|credits|crédito|créditos|crédit|crédits|credito|crediti|photography|
  fotografi|fotografie|titelbild|aufnahme|montage|fotomontage|photomontage|collage|fotocollage|
  composite|cover image|cover photo|cover picture|header image|header photo|lead image|lead photo|
  main image|main photo|featured image|featured photo|feature image|feature photo|hero image|
  banner image|thumbnail|이미지|אילוסטרציה`;

/** May also say where the text comes from. */
const SOURCES = `source|sources|fuente|fuentes|fonte|fonti|quelle|
  quellen|sumber|kaynak|nguồn|forrás|bron|źródło|zdroj|kilde|källa|lähde|sursa|sursă|източник|
  извор|источник|джерело|πηγή|מקור|المصدر|مصدر|منبع|ذریعہ|स्रोत|সূত্র|ที่มา|来源|來源|出典|출처|자료|資料提供|
  sumber berita|chanzo|pinagmulan|izvor`;

/** Before a colon: who gave the picture. */
const OWNERS = `courtesy|photo courtesy|photos courtesy|
  image courtesy|picture courtesy|handout|provided by|photo provided by|photo provided|supplied|
  photo supplied|contributed|cortesía|foto cortesía|gentileza|cortesia|foto gentileza|divulgação|
  reprodução|foto divulgação|foto reprodução|acervo|avec l'aimable autorisation de|
  zur verfügung gestellt von|mit freundlicher genehmigung|dok|dok.|dokumentasi|foto dok|foto dok.|
  предоставлено|фото предоставлено|фото предоставлены|надано|提供|写真提供|画像提供|写真・提供|資料写真提供|素材提供|协力|供图|
  供圖|图片由|사진제공|사진 제공|제공|자료제공|자료 제공|이미지 제공|이미지제공|साभार|सौजन्य|সৌজন্যে|ছবি সৌজন্যে|cung cấp|ảnh do|
  per gentile concessione|gentile concessione|foto concessa da|ufficio stampa|materiały prasowe|
  mat. prasowe|mat. pras.|ihsan|foto ihsan|foto ihsan dari|بإذن من|با اجازه`;

/** Before names without a colon. The next word must be a name. */
const OPEN_MAKERS = `photo taken by|photos taken by|picture taken by|
  pictures taken by|image taken by|photo prise par|photos prises par|foto tomada por|
  fotos tomadas por|foto tirada por|foto scattata da|foto diambil oleh|foto genomen door|
  photo via|image via|foto via|words and photos by|story and photos by|text and photos by|
  text und fotos von|texte et photos de|texto y fotos de|testo e foto di|автор фото|автор фотографии|photo by|photos by|
  photograph by|photographs by|photographed by|picture by|pictures by|image by|images by|
  pic by|featured photo by|featured image by|feature photo by|lead photo by|header photo by|
  photography by|all photos by|cover photo by|main photo by|file photo by|foto oleh|foto by|
  fotografer|gambar oleh|foto von|fotos von|fotografie von|fotografie door|fot.|zdj.|fényképezte|
  ảnh của|ภาพโดย|ภาพถ่ายโดย|kuha ni|kuha ni/nina|larawan ni|picha na|بعدسة|foto realizată de|
  credit photo|photo credit|image credit|crédit photo|shot by|撮影|摄影|攝影|写真撮影|사진촬영|사진작가`;

const OPEN_OWNERS = `photo submitted by|photos submitted by|
  photo contributed by|photos contributed by|photo supplied by|photos supplied by|supplied by|courtesy of|photo courtesy of|
  photos courtesy of|image courtesy of|images courtesy of|picture courtesy of|by courtesy of|
  with permission of|used with permission of|provided by|photo provided by|photos provided by|
  image provided by|handout photo from|handout photo provided by|handout from|handout photo by|
  handout picture from|cortesía de|foto cortesía de|por cortesía de|gentileza de|cortesia de|
  foto gentileza|cedida por|foto cedida por|imagen cedida por|avec l'aimable autorisation de|
  fournie par|photo fournie par|mit freundlicher genehmigung von|zur verfügung gestellt von|dok.|
  dokumentasi|foto dok.|foto ihsan|per gentile concessione di|gentile concessione di|
  su gentile concessione di|dzięki uprzejmości|med tillstånd av|साभार|photo released by|
  photo distributed by|image released by|ขอบคุณภาพจาก|ขอบคุณภาพ`;

/** Too short or too common to count without a colon in running text. */
const WEAK_OWNERS = `courtesy|photo courtesy|image courtesy|cortesía|
  cortesia|gentileza|cedida|dok|foto dok|ihsan|предоставлено|фото предоставлено|ภาพจาก|
  per gentile concessione|с разрешения|met dank aan`;
const WEAK_PICTURES = `photo from|image from|foto de|fotos de|
  fotografía de|fotografia de|photo de|photos de|photographie de|foto por|fotos por|foto di|
  fotografie di|foto door|foto av|bild av|foto af|fotó|bild von|aufnahme von|fotoğraf|تصوير|עדשת|
  צילום|снимал|снимала|foto dari|foto|photo|photos|beeld|bild|kuva|bilde|фото|credit|crédit|
  kuvannut|사진|gambar|عکس از`;

const ILLUSTRATORS = `illustration|illustrations|illustration by|
  illustrations by|illustrator|illustrated by|artwork|artwork by|art by|cartoon|cartoon by|
  cartoonist|drawing|drawing by|drawings by|sketch by|illo|ilustrasi|ilustrasi oleh|ilustrator|
  karikatur|ilustración|ilustración de|ilustraciones|ilustrador|ilustradora|ilustração|
  ilustrações|ilustração de|illustration de|illustrations de|illustratrice|illustrateur|dessin|
  dessin de|illustration von|zeichnung|zeichnung von|illustratorin|illustrationen|karikaturist|
  illustrazione|illustrazioni|illustrazione di|disegno di|vignetta|vignetta di|illustratie|
  illustraties|tekening|ilustracja|ilustracje|rys.|rysunek|ilustrace|kresba|ilustrácia|
  иллюстрация|иллюстрации|иллюстратор|рисунок|художник|карикатура|ілюстрація|ілюстрації|
  ілюстратор|малюнок|илюстрация|イラスト|イラストレーション|イラストレーター|絵|作画|さし絵|挿絵|漫画|插图|插圖|插画|插畫|绘图|繪圖|漫画作者|绘|
  制图插画|삽화|일러스트|일러스트레이션|그림|만평|رسم|رسوم|كاريكاتير|تصویرسازی|تصویرگر|طرح|کاریکاتور|चित्रण|कार्टून|
  इलस्ट्रेशन|çizim|illüstrasyon|karikatür|minh họa|tranh|minh hoạ|tranh minh họa|ภาพประกอบ|ภาพวาด|
  illusztráció|rajz|εικονογράφηση|σκίτσο|איור|איורים|אילוסטרציה|ilustrație|ilustrații|ilustracija|
  illustrasjon|tegning|kuvitus|piirros|অলংকরণ|অলঙ্করণ|কার্টুন|kielelezo`;

const DESIGNERS = `graphic|graphics|graphic by|graphics by|
  map|maps|karte|carte|mapa|peta|карта|地図|地图|地圖|지도|خريطة|نقشه|harita|bản đồ|แผนที่|kart|kort|kartta|térkép|
  infographic|infographic by|infographics|chart|chart by|map by|grafik|grafik von|grafiken|
  infografik|infografis|grafis|desain grafis|gráfico|gráficos|infografía|infografía de|infografia|
  infográfico|arte|arte de|gráfica|infographie|infographie de|graphique|graphisme|grafica|
  grafica di|infografica|grafiek|infographic design|grafika|infografika|инфографика|графика|
  інфографіка|графіка|図|図版|グラフィック|デザイン|制图|製圖|图表|圖表|그래픽|인포그래픽|디자인|إنفوجرافيك|انفوجرافيك|تصميم|
  جرافيك|اینفوگرافیک|ग्राफिक|ग्राफ़िक|ग्राफिक्स|infografik kaynağı|grafik kaynağı|đồ họa|đồ hoạ|
  กราฟิก|อินโฟกราฟิก|infografik oleh|grafikk|grafiikka|γράφημα|גרפיקה|গ্রাফিক্স`;

/** Behind the names: "山田太郎撮影", "王明 摄", "삼성전자 제공". */
const SUFFIXES: readonly (readonly [Label, string])[] = [
  [
    { kind: "maker" },
    "图|圖|撮影|さん撮影|氏撮影|記者撮影|摄影报道|摄影|攝影|摄|攝|拍摄|拍攝|촬영|기자 촬영|사진",
  ],
  [
    { kind: "owner" },
    "提供写真|さん提供|氏提供|提供|供图|供圖|供稿|資料提供|제공|사진 제공|제공사진|측 제공|cung cấp",
  ],
  [{ kind: "maker", role: "illustrator" }, "イラスト|绘图|绘|画|作画|그림|일러스트"],
];

/** They also introduce files of any sort. */
const WEAK_COLONS = `file|files|archive|archives|archiv|archivo|arquivo|
  arsip|архив`;

export const LABELS = labelMap([
  [{ kind: "picture", weak: true }, WEAK_COLONS],
  [{ kind: "source" }, SOURCES],
  [{ kind: "owner" }, OWNERS],
  [{ kind: "picture", role: "illustrator" }, ILLUSTRATORS],
  [{ kind: "picture", role: "graphic designer" }, DESIGNERS],
  [{ kind: "maker" }, MAKERS],
  [{ kind: "picture" }, PICTURES],
]);

export const OPEN_LABELS = labelMap([
  [{ kind: "owner" }, OPEN_OWNERS],
  [{ kind: "owner", weak: true }, WEAK_OWNERS],
  [{ kind: "picture", weak: true }, WEAK_PICTURES],
  [
    { kind: "maker", role: "illustrator" },
    "illustration by|illustrations by|illustrated by|artwork by|cartoon by|drawing by|art by|ilustrasi oleh|illustration von|" +
      "illustration de|illustrations de|dessin de|ilustración de|ilustração de|illustrazione di|disegno di|rys.|zeichnung von|איור",
  ],
  [
    { kind: "maker", role: "graphic designer" },
    "graphic by|graphics by|infographic by|chart by|map by|grafik von|infographie de|infografía de|grafica di",
  ],
  [{ kind: "maker" }, OPEN_MAKERS],
]);

export const FIRST_WORD = /^[^\s.:：∶﹕=＝|｜ㅣ│/／,，،、・\-–—－…©ⓒ(（]+/u;

/** The first words of all labels. */
export const LABEL_STARTS: ReadonlySet<string> = new Set(
  [...LABELS.keys(), ...OPEN_LABELS.keys()].map((label) => FIRST_WORD.exec(label)?.[0] ?? ""),
);

/** Said of nothing but pictures, so that no space need stand before them. */
export const SURE_SUFFIXES: ReadonlySet<string> = new Set(
  phrasesOf("供图|供圖|摄影报道|사진 제공|제공사진|提供写真"),
);

export const SUFFIX_LABELS: readonly (readonly [string, Label])[] = SUFFIXES.flatMap(
  ([label, table]) => phrasesOf(table).map((phrase) => [phrase, label] as const),
).sort(([one], [other]) => other.length - one.length);

function labelMap(tables: readonly (readonly [Label, string])[]): ReadonlyMap<string, Label> {
  return new Map(
    tables.flatMap(([label, table]) =>
      phrasesOf(table).map((phrase) => [labelKey(phrase), label] as const),
    ),
  );
}

export function phrasesOf(table: string): readonly string[] {
  return table
    .split("|")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}
