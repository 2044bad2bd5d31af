/**
 * Agencies, picture libraries and public owners of pictures, between bars. Of a house in `HOUSES`
 * one spelling stands for all the others, unless they differ in kind. A Latin spelling of up to
 * four letters counts only as written here: "AP", never "ap".
 */
import { AMBIGUOUS, HOUSES } from "./houses.ts";
import { composed } from "./spelling.ts";

/** They also write stories: "(Reuters)" below a text is a byline. */
const WIRES = `
AP|أ.ب|AFP|afp|Reuters
dpa|DPA|dts|dts Nachrichtenagentur|dpa-tmn|dpa-infocom
APA|AAP|The Canadian Press|PA
Beta|BETA|Betaphoto|ACN|IPA|IPA Agency|Delfi|ORF|SRF|RTS
EFE|Europa Press|Télam|Telam|Noticias Argentinas|Notimex|Cuartoscuro|El Universal
TASS|RIA Novosti|Sputnik|Спутник Беларусь
Interfax|Коммерсантъ|Известия|URA.RU|АГН Москва|Агентство «Москва»
Агентство Москва|РБК|Lenta.ru|Лента.ру|Интерпресс|Росконгресс|Комсомольская правда
UNIAN|Ukrinform|УНН|Інтерфакс-Україна|Суспільне|BelTA
Antara|TEMPO|Kompas.com|detikcom|detik.com|Tribunnews|Tribunnews.com|Liputan6.com
CNN Indonesia|Republika|Jawa Pos|Media Indonesia|Bisnis Indonesia|JIBI|Suara.com|Okezone
Merdeka.com|BeritaSatu Photo|IDN Times
Xinhua|China News Service|China Daily|中国日报|人民网|人民日报|央视新闻|VCG|东方IC|IC photo
澎湃新闻|新京报|CNA|中通社|中評社|聯合報|聯合報系|自由時報|蘋果日報|明報
Kyodo|교도
Jiji|JIJI|時事通信フォト|共同通信イメージズ|アフロスポーツ|AFP時事通信|EPA時事|AA時事
朝日新聞社|朝日新聞|読売新聞社|読売新聞|毎日新聞社|毎日新聞|産経新聞社|産経新聞|日本経済新聞社|日本経済新聞|中日新聞社|東京新聞|北海道新聞|西日本新聞|NHK
Asahi Shimbun|The Asahi Shimbun|Yomiuri Shimbun|The Yomiuri Shimbun
Yonhap|AP연합뉴스|AFP연합뉴스|EPA연합뉴스|로이터연합뉴스|AP 연합뉴스|AFP 연합뉴스
EPA 연합뉴스|로이터 연합뉴스|UPI 연합뉴스|UPI연합뉴스|타스연합뉴스|연합뉴스TV
Newsis|News1|뉴스핌|게티이미지뱅크|게티이미지|게티이미지코리아|조선DB|한겨레|경향신문|중앙포토|조선일보|동아일보|중앙일보|이데일리
공동취재사진|사진공동취재단|공동사진취재단|공동취재단
ANSA|Ansa|AGI|Adnkronos|Askanews
PAP|Agencja Wyborcza.pl|Agencja Gazeta|TT|NTB|Ritzau
Scanpix|STT|MTI|CTK|TASR|SITA|STA|HINA|Hina|Tanjug|FoNet|Agerpres
Mediafax|BTA|БГНЕС|BGNES|Булфото|ANA-MPA|BNS|ELTA|LETA|ANP|Belga|Lusa
LUSA|ATS|LPS
Anadolu|DHA|IHA|ANKA|Depo Photos
IRNA|إرنا|ISNA|Mehr News|Mehr News Agency|MEHR|خبرگزاری مهر|Tasnim|تسنیم
مهر|فارس|وفا|خبرگزاری تسنیم|FARS|Fars News|خبرگزاری فارس|ایلنا|باشگاه خبرنگاران|خبرگزاری صدا و سیما
SANA|WAFA|SPA|قنا|QNA|WAM|بترا|كونا|KUNA|MENA|أ ش أ|الجزيرة|Al Jazeera|العربية|الفرنسية
الأوروبية|APAimages|APA images
PTI|ANI|पीटीआई-भाषा|IANS|भाषा|HT Photo|The Hindu|दैनिक भास्कर|اے پی پی
اے ایف پی|روئٹرز|اے پی|বাসস|ফোকাস বাংলা|প্রথম আলো|ইউএনবি|এএফপি|এপি
VNA|VnExpress|Vietnam+|Tuổi Trẻ|Thanh Niên|Dân trí|VOV|VTV
Bernama|PNA|INQUIRER.net|Rappler|NSTP|ไทยพีบีเอส|สำนักข่าวไทย|ข่าวสด|มติชน|Bangkok Post
Thai PBS
Folhapress|Estadão Conteúdo|Estadão|Agência O Globo|Agência Brasil|Agência Senado|Agência Câmara
Futura Press|TV Globo|g1|G1 Notícias
Agif|AGIF|Mafalda Press|Brazil Photo Press|Fotoarena
Bloomberg|UPI|CNN|BBC|BBC News|NPR|The New York Times|New York Times|NYT|The Washington Post
Los Angeles Times|The Guardian|Chicago Tribune|The Wall Street Journal|VOA|RFE/RL
Radio Free Asia|DW|EBU|GNA|NAN|KNA|epd|Vatican Media|Osservatore Romano|L'Osservatore Romano
KCNA`;

/** They sell or give pictures only: the name alone is a picture credit. */
const PICTURE_LIBRARIES = `
Getty|Getty Images for IMG|EPA|epa|EPA/EFE|EFE/EPA|European Pressphoto Agency B.V.
Unsplash|Pexels|Pixabay|Wikimedia Commons|Wikipedia|WikiCommons|Flickr|Freepik|Canva
Pxhere|Rawpixel|Vecteezy|StockSnap|Depositphotos|Dreamstime|123RF|Picspree
Shutterstock|iStock|iStock.com|Adobe Stock|Alamy|Imago
Bigstock|PIXTA|photoAC|写真AC|アフロ|Aflo|AFLO|アマナイメージズ|amanaimages
imago sport|picture alliance|picture-alliance|ddp|ddp images|akg-images|akg images|ullstein bild|ullstein|laif|Ostkreuz
mauritius images|Bridgeman Images|action press|Eibner|Eibner-Pressefoto|Bongarts|nordphoto
Future Image|Chromorange|Blickwinkel|Westend61
Keystone|Zuma|ZUMA|ZUMAPRESS|NurPhoto|SOPA Images|SOPA|LightRocket|Sipa|SIPA|Sipa USA
Sipa Press|Abaca|ABACAPRESS.COM|Abaca Press|MAXPPP|Hans Lucas|Divergence
Magnum Photos|VII Photo|Gamma-Rapho|Panos Pictures|WireImage|FilmMagic|AFP Photo|Pacific Press
Cover Images|Splash News|Backgrid|Camera Press|PA Images|Action Images|Icon Sport
Icon Sportswire|USA TODAY Sports|Imagn Images|Imagn|Le Pictorium|Penta Press|LaPresse|Fotogramma
Insidefoto|Contrasto|ANSAfoto|Shutterstock Editorial
Lehtikuva|Bildbyrån|Pressens Bild|PIXSELL|Cropix|Profimedia|Eurokinissi
ΕΥΡΩΚΙΝΗΣΗ|Motionteam|Inquam Photos|Fortepan|East News|NEWSPIX.PL|Newspix|Flash90
פלאש90|פלאש 90|JINI|Pond5|Envato|Bestimage|StarMax|MediaPunch
Everett Collection|Mary Evans|Hulton Archive|Bettmann|Corbis|Reuters Connect|Xinhua Photo
Imaginechina|ImagoEconomica|Hollandse Hoogte|Presse Sports
Photo News|Photonews|Gazeta Press|Photo Premium|FOTODOM|Globallookpress|Global Look Press
globallookpress.com|Фотобанк Лори|Лори|Legion-Media|Фотодом|Pressphoto`;

/** Owners and places of publication that are named like agencies. */
const OWNERS = `
NASA|ESA|NOAA|USGS|JAXA|CNSA|ISRO|JPL-Caltech|STScI|ESO|CERN|NASA Earth Observatory|Roscosmos
Роскосмос|SpaceX|Maxar|Maxar Technologies|Planet Labs|Planet Labs PBC|Copernicus|US Navy
U.S. Navy|US Army|U.S. Army|U.S. Air Force|US Air Force|UN Photo|UN|UNICEF|UNHCR|WFP|FAO|IAEA
FIFA|UEFA|NATO|European Union|European Parliament|European Commission|The White House
White House|Офіс Президента|Офіс Президента України|president.gov.ua|Генштаб ЗСУ|Міноборони|Минобороны РФ
Kremlin|Кремль|Kremlin.ru|МЧС|МВД|Минобороны|BNPB|BMKG|Basarnas
BPMI Setpres|Setpres|Biro Pers Sekretariat Presiden|Kemenhub|Polri|TNI|KPK|Kemenlu|Kemlu
Pertamina|PLN|PSSI|Library of Congress|National Archives|Bundesarchiv|Bundeswehr|Bundesregierung
Google Maps|Google Earth|Google Street View|삼성전자|현대자동차|LG전자|SK하이닉스|청와대|대통령실|국방부|首相官邸|内閣広報室|気象庁
海上保安庁|防衛省|国土地理院
Instagram|IG|FB|Facebook|Twitter|YouTube|TikTok|Telegram|Телеграм|Вконтакте|Weibo|微博
微信|抖音|WhatsApp|LinkedIn|Reddit|Bluesky|Netflix|Warner Bros.|Marvel Studios|Sony Pictures
Universal Pictures|HBO|Rai|RAI|ZDF|ARD|TVE|KBS|MBC|SBS|JTBC|YTN|tvN|채널A`;

export type AgencyKind = "wire" | "library" | "owner";

const TABLES: readonly (readonly [AgencyKind, string])[] = [
  ["wire", WIRES],
  ["library", PICTURE_LIBRARIES],
  ["owner", OWNERS],
];

const exact = new Map<string, AgencyKind>();
const folded = new Map<string, AgencyKind>();
for (const [kind, table] of TABLES) {
  for (const name of table.split(/[|\n]/)) if (name !== "") addAgency(name, kind);
}
for (const spellings of HOUSES) {
  const kind = spellings.map(kindOf).find((known) => known !== undefined);
  for (const name of spellings) {
    if (kind !== undefined && !AMBIGUOUS.has(name) && kindOf(name) === undefined) {
      addAgency(name, kind);
    }
  }
}
/** UTF-16 units, twice the longest for what NFKC makes shorter. */
const LONGEST = 2 * Math.max(...[...exact.keys()].map((name) => name.length));

/** What is known of an agency by its name alone; undefined for a name that is not in the table. */
export function agencyKind(name: string): AgencyKind | undefined {
  return name.length > LONGEST ? undefined : kindOf(name);
}

function addAgency(name: string, kind: AgencyKind): void {
  const spelling = composed(name);
  exact.set(spelling, kind);
  if (!/^[\p{Script=Latin}\d.]{1,4}$/u.test(name)) folded.set(spelling.toLowerCase(), kind);
}

function kindOf(name: string): AgencyKind | undefined {
  const spelling = composed(name);
  return exact.get(spelling) ?? folded.get(spelling.toLowerCase());
}
