/**
 * Agencies, picture libraries and public owners of pictures. One a line, spellings between bars.
 * A Latin spelling of up to four letters counts only as written here: "AP", never "ap".
 */
import { composed } from "./spelling.ts";

/** They also write stories: "(Reuters)" below a text is a byline. */
const WIRES = `
AP|The AP|Associated Press|The Associated Press|A.P.|أ ب|أ.ب|أسوشيتد برس|اسوشيتد برس|AP通信|AP通讯社
美联社|美聯社|एपी
AFP|afp|Agence France-Presse|Agence France Presse|France-Presse|أ ف ب|أ.ف.ب|فرانس برس|AFP通信|法新社
एएफपी|เอเอฟพี
Reuters|Рейтерс|رويترز|رویترز|ロイター|ロイター通信|路透|路透社|로이터|रॉयटर्स|รอยเตอร์|รอยเตอร์ส|רויטרס|রয়টার্স
dpa|DPA|Deutsche Presse-Agentur|dts|dts Nachrichtenagentur|د ب أ|dpa-Zentralbild|dpa-tmn|dpa-infocom
APA|AAP|CP|The Canadian Press|Canadian Press|La Presse Canadienne|PA|PA Media|PA Wire
Press Association|Press Association Images|Beta|BETA|Betaphoto|BETAPHOTO|ACN|IPA|IPA Agency|Delfi|ORF|SRF|RTS
EFE|Agencia EFE|Europa Press|Télam|Telam|Noticias Argentinas|Notimex|Cuartoscuro|El Universal
TASS|ТАСС|Фотохроника ТАСС|ИТАР-ТАСС|ITAR-TASS|塔斯社|タス通信
РИА Новости|RIA Novosti|РИА «Новости»|RIA|俄新社
Sputnik|Спутник|Спутник Беларусь|سبوتنيك|卫星通讯社|スプートニク
Интерфакс|Interfax|Коммерсантъ|Коммерсант|Известия|URA.RU|АГН Москва|Агентство «Москва»
Агентство Москва|РБК|Lenta.ru|Лента.ру|Интерпресс|Росконгресс|Комсомольская правда
УНІАН|УНИАН|UNIAN|Укрінформ|Укринформ|Ukrinform|УНН|Інтерфакс-Україна|Суспільне|БелТА|БЕЛТА|BelTA
ANTARA|Antara|Kantor Berita Antara|LKBN Antara|LKBN ANTARA|安塔拉
TEMPO|Kompas.com|KOMPAS.com|detikcom|Detikcom|detik.com|Tribunnews|Tribunnews.com|Liputan6.com
CNN Indonesia|Republika|Jawa Pos|Media Indonesia|Bisnis Indonesia|JIBI|Suara.com|Okezone
Merdeka.com|BeritaSatu Photo|IDN Times
Xinhua|XINHUA|Xinhua News Agency|新华社|新華社|新华网|新華網|شينخوا|Синьхуа|新华社发|신화통신|신화|新華社発
China News Service|CNS|中新社|中国新闻社|中新网|China Daily|中国日报|人民网|人民日报|央视新闻|视觉中国|視覺中國|VCG|东方IC|IC photo
澎湃新闻|新京报|中央社|CNA|中通社|中評社|聯合報|聯合報系|自由時報|蘋果日報|明報
Kyodo|Kyodo News|KYODO|共同|共同通信|共同通信社|교도|교도통신
Jiji|Jiji Press|JIJI|時事|時事通信|時事通信社|時事通信フォト|共同通信イメージズ|アフロスポーツ|AFP時事|AFP時事通信|EPA時事|AA時事
朝日新聞社|朝日新聞|読売新聞社|読売新聞|毎日新聞社|毎日新聞|産経新聞社|産経新聞|日本経済新聞社|日本経済新聞|中日新聞社|東京新聞|北海道新聞|西日本新聞|NHK
Asahi Shimbun|The Asahi Shimbun|Yomiuri Shimbun|The Yomiuri Shimbun
Yonhap|YONHAP|Yonhap News|연합뉴스|聯合ニュース|韩联社|韓聯社|AP연합뉴스|AFP연합뉴스|EPA연합뉴스|로이터연합뉴스|AP 연합뉴스|AFP 연합뉴스
EPA 연합뉴스|로이터 연합뉴스|UPI 연합뉴스|UPI연합뉴스|타스연합뉴스|연합뉴스TV
뉴시스|Newsis|NEWSIS|뉴스1|News1|뉴스핌|게티이미지뱅크|게티이미지|게티이미지코리아|조선DB|한겨레|경향신문|중앙포토|조선일보|동아일보|중앙일보|이데일리
공동취재사진|사진공동취재단|공동사진취재단|공동취재단
ANSA|Ansa|AGI|Adnkronos|ADNKRONOS|Askanews
PAP|Agencja Wyborcza.pl|Agencja Gazeta|TT|TT Nyhetsbyrån|NTB|NTB scanpix|NTB Scanpix|Ritzau
Ritzau Scanpix|Scanpix|STT|MTI|MTVA|ČTK|CTK|TASR|SITA|STA|HINA|Hina|Tanjug|Танјуг|FoNet|Agerpres
AGERPRES|Mediafax|БТА|BTA|БГНЕС|BGNES|Булфото|ΑΠΕ-ΜΠΕ|ΑΠΕ|ANA-MPA|BNS|ELTA|LETA|ANP|Belga|BELGA|Lusa
LUSA|ATS|LPS
Anadolu|ANADOLU|Anadolu Ajansı|Anadolu Agency|AA|الأناضول|DHA|İHA|IHA|Demirören Haber Ajansı
İhlas Haber Ajansı|ANKA|Depo Photos
IRNA|ایرنا|إرنا|ISNA|ایسنا|Mehr News|Mehr News Agency|MEHR|خبرگزاری مهر|Tasnim|TASNIM|تسنیم
مهر|فارس|وفا|خبرگزاری تسنیم|FARS|Fars News|خبرگزاری فارس|ایلنا|باشگاه خبرنگاران|خبرگزاری صدا و سیما
سانا|SANA|WAFA|واس|SPA|قنا|QNA|WAM|بترا|كونا|KUNA|MENA|أ ش أ|الجزيرة|Al Jazeera|العربية|الفرنسية
الأوروبية|APAimages|APA images
PTI|पीटीआई|ANI|एएनआई|पीटीआई-भाषा|IANS|आईएएनएस|भाषा|HT Photo|The Hindu|दैनिक भास्कर|اے پی پی
اے ایف پی|روئٹرز|اے پی|বাসস|ফোকাস বাংলা|প্রথম আলো|ইউএনবি|এএফপি|এপি
TTXVN|VNA|VnExpress|Thông tấn xã Việt Nam|Vietnam+|Tuổi Trẻ|Thanh Niên|Dân trí|VOV|VTV
Bernama|BERNAMA|PNA|INQUIRER.net|Rappler|NSTP|ไทยพีบีเอส|สำนักข่าวไทย|ข่าวสด|มติชน|Bangkok Post
Thai PBS
Folhapress|Estadão Conteúdo|Estadão|Agência O Globo|Agência Brasil|Agência Senado|Agência Câmara
Agência Estado|Futura Press|TV Globo|g1|G1 Notícias
Agif|AGIF|Mafalda Press|Brazil Photo Press|Fotoarena
Bloomberg|UPI|CNN|BBC|BBC News|NPR|The New York Times|New York Times|NYT|The Washington Post
Los Angeles Times|The Guardian|Chicago Tribune|The Wall Street Journal|VOA|RFE/RL
Radio Free Asia|DW|EBU|GNA|NAN|KNA|epd|Vatican Media|Osservatore Romano|L'Osservatore Romano
KCNA`;

/** They sell or give pictures only: the name alone is a picture credit. */
const PICTURE_LIBRARIES = `
Getty Images|Getty|GettyImages|GETTY IMAGES|Getty Images Europe|Getty Images North America
Getty Images News|Getty Images Sport|ゲッティ|ゲッティイメージズ|Getty Images for IMG
EPA|epa|EPA-EFE|EPA/EFE|EFE/EPA|epa-efe|EPA Images|European Pressphoto Agency
European Pressphoto Agency B.V.
Unsplash|Pexels|Pixabay|Wikimedia Commons|Wikimedia|Wikipedia|WikiCommons|Flickr|Freepik|Canva
Pxhere|Rawpixel|Vecteezy|StockSnap|Depositphotos|Dreamstime|123RF|Picspree
Shutterstock|Shutterstock.com|Rex Features|iStock|iStockphoto|iStockPhoto|iStock.com
iStock by Getty Images|Adobe Stock|AdobeStock|Fotolia|Stock.adobe.com|Alamy|Alamy Stock Photo
Alamy Live News|Bigstock|PIXTA|photoAC|写真AC|アフロ|Aflo|AFLO|アマナイメージズ|amanaimages
imago|IMAGO|imago images|Imago Images|IMAGO Images|imago sport|picture alliance|picture-alliance
Picture Alliance|ddp|ddp images|akg-images|akg images|ullstein bild|ullstein|laif|Ostkreuz
mauritius images|Bridgeman Images|action press|Eibner|Eibner-Pressefoto|Bongarts|nordphoto
Future Image|Chromorange|Blickwinkel|Westend61
Keystone|KEYSTONE|Keystone-SDA|Zuma|ZUMA|Zuma Press|ZUMA Press|ZUMA Wire|ZUMAPRESS
ZUMA Press Wire|ZUMAPRESS.com|NurPhoto|Nurphoto|SOPA Images|SOPA|LightRocket|Sipa|SIPA|Sipa USA
SIPA USA|Sipa Press|Abaca|ABACA|ABACAPRESS.COM|Abaca Press|MAXPPP|Maxppp|Hans Lucas|Divergence
Magnum Photos|VII Photo|Gamma-Rapho|Panos Pictures|WireImage|FilmMagic|AFP Photo|Pacific Press
Cover Images|Splash News|Backgrid|Camera Press|PA Images|Action Images|Icon Sport
Icon Sportswire|USA TODAY Sports|Imagn Images|Imagn|Le Pictorium|Penta Press|LaPresse|Fotogramma
Insidefoto|Contrasto|ANSAfoto|Shutterstock Editorial
Lehtikuva|LEHTIKUVA|Bildbyrån|Pressens Bild|PIXSELL|Pixsell|Cropix|CROPIX|Profimedia|Eurokinissi
EUROKINISSI|ΕΥΡΩΚΙΝΗΣΗ|Motionteam|Inquam Photos|Fortepan|East News|NEWSPIX.PL|Newspix|Flash90
FLASH90|פלאש90|פלאש 90|JINI|Gettyimages|Pond5|Envato|Bestimage|BestImage|StarMax|MediaPunch
Everett Collection|Mary Evans|Hulton Archive|Bettmann|Corbis|Reuters Connect|Xinhua Photo
Imaginechina|ImagineChina|ImagoEconomica|Imagoeconomica|Hollandse Hoogte|Presse Sports
Photo News|Photonews|PhotoNews|Gazeta Press|Photo Premium|FOTODOM|Fotodom|Globallookpress|Global Look Press
GLOBAL LOOK PRESS|globallookpress.com|Фотобанк Лори|ФОТОБАНК Лори|Лори|Legion-Media
Depositphotos.com|Фотодом|Pressphoto|Pixabay.com|pixabay.com|unsplash.com|pexels.com|Pexels.com`;

/** Owners and places of publication that are named like agencies. */
const OWNERS = `
NASA|ESA|NOAA|USGS|JAXA|CNSA|ISRO|JPL-Caltech|STScI|ESO|CERN|NASA Earth Observatory|Roscosmos
Роскосмос|SpaceX|Maxar|Maxar Technologies|Planet Labs|Planet Labs PBC|Copernicus|US Navy
U.S. Navy|US Army|U.S. Army|U.S. Air Force|US Air Force|UN Photo|UN|UNICEF|UNHCR|WFP|FAO|IAEA
FIFA|UEFA|NATO|European Union|European Parliament|European Commission|The White House
White House|Офіс Президента|Офіс Президента України|president.gov.ua|Генштаб ЗСУ|Міноборони|Минобороны РФ
Kremlin|Кремль|Kremlin.ru|kremlin.ru|МЧС|МВД|Минобороны|BNPB|BMKG|Basarnas
BPMI Setpres|Setpres|Biro Pers Sekretariat Presiden|Kemenhub|Polri|TNI|KPK|Kemenlu|Kemlu
Pertamina|PLN|PSSI|Library of Congress|National Archives|Bundesarchiv|Bundeswehr|Bundesregierung
Google Maps|Google Earth|Google Street View|삼성전자|현대자동차|LG전자|SK하이닉스|청와대|대통령실|국방부|首相官邸|内閣広報室|気象庁
海上保安庁|防衛省|国土地理院
Instagram|IG|FB|Facebook|Twitter|YouTube|Youtube|TikTok|Telegram|Телеграм|Вконтакте|ВКонтакте|Weibo|微博
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
  for (const name of table.split(/[|\n]/).filter((spelling) => spelling !== "")) {
    const spelling = composed(name);
    exact.set(spelling, kind);
    if (!/^[\p{Script=Latin}\d.]{1,4}$/u.test(name)) folded.set(spelling.toLowerCase(), kind);
  }
}
/** UTF-16 units, twice the longest for what NFKC makes shorter. */
const LONGEST = 2 * Math.max(...[...exact.keys()].map((name) => name.length));

/** What is known of an agency by its name alone; undefined for a name that is not in the table. */
export function agencyKind(name: string): AgencyKind | undefined {
  if (name.length > LONGEST) return undefined;
  const spelling = composed(name);
  return exact.get(spelling) ?? folded.get(spelling.toLowerCase());
}
