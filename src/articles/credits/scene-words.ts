/**
 * What pictures show. "Photo: Storm Damage" is a headline, though it has the shape of a name. Some
 * of these are surnames too, so they count only where the word "photo" is all there is to go by.
 */
import { beginsWithGivenName } from "./given-names.ts";
import { isSurelyHanName } from "./han-names.ts";
import { phrasesOf } from "./labels.ts";
import { labelKey } from "./spelling.ts";

const SCENES = `any|other|business|matters|left|right|above|below|top|bottom|center|kiri|
  kanan|atas|bawah|tengah|izquierda|derecha|arriba|abajo|esquerda|direita|gauche|droite|links|rechts|
  oben|unten|mitte|sinistra|destra|слева|справа|сверху|снизу|ліворуч|праворуч|heute|hoy|hoje|oggi|
  vandaag|bugün|aujourd'hui|idag|dziś|dnes|san|são|today|insider|fox|star|super|segodnya|сегодня|pagi|rakyat|welle|house|storm|damage|harbor|harbour|port|beach|island|islands|lake|
  river|bridge|street|road|square|mountain|park|forest|sea|ocean|sky|sunset|sunrise|snow|rain|ice|
  moon|sun|earth|garden|farm|field|town|village|city|capital|castle|tower|building|buildings|
  church|cathedral|mosque|temple|station|market|markets|museum|theatre|theater|stadium|airport|school|hospital|bank|vault|
  carnival|war|fire|flood|floods|train|trains|plane|ship|ships|boat|boats|car|cars|bus|
  truck|king|queen|prince|princess|pope|emperor|sultan|saint|lady|day|night|days|nights|week|
  weekend|morning|evening|summer|winter|spring|autumn|january|february|july|september|october|
  november|december|christmas|easter|new|old|great|big|little|first|last|final|best|top|most|
  climate|change|model|models|map|maps|plan|plans|rules|art|arts|music|food|fashion|style|wedding|
  funeral|party|parade|concert|show|exhibition|ceremony|visit|meeting|summit|talks|game|games|race|
  goal|goals|trophy|champions|championship|olympics|tour|open|stage|wild|life|wildlife|animals|
  animal|dog|dogs|cat|cats|bird|birds|fish|tree|trees|flower|flowers|children|kids|boys|girls|
  women|men|family|families|students|workers|farmers|soldiers|troops|tank|tanks|missile|refugees|
  migrants|victims|survivors|ruins|wreckage|rubble|smoke|aftermath|blast|explosion|border|crisis|
  history|historic|united|states|kingdom|south|north|east|west|northern|southern|eastern|western|
  america|american|europe|european|africa|african|asia|asian|china|chinese|russia|russian|ukraine|
  ukrainian|israel|gaza|india|indian|japan|japanese|korea|korean|britain|british|france|french|
  germany|german|spain|spanish|italy|italian|brazil|mexico|london|paris|berlin|rome|moscow|tokyo|
  beijing|york|washington|angeles|francisco|madrid|barcelona|milan|real|atlético|manchester|
  chelsea|arsenal|liverpool|bayern|kapal|perahu|laut|pulau|danau|hutan|desa|kampung|gedung|istana|
  masjid|gereja|candi|pura|sawah|kebun|bunga|anak|bocah|ibu|bapak|ratu|raja|paus|hari|malam|pagi|
  siang|sore|minggu|senin|selasa|rabu|kamis|jumat|sabtu|januari|februari|maret|mei|juni|juli|
  agustus|oktober|desember|tahun|baru|lama|besar|kecil|indah|cantik|terbesar|tertinggi|terbaru|
  terbaik|tenggelam|terbakar|unjuk|rasa|detik-detik|pesiar|jakarta|bandung|surabaya|semarang|medan|
  makassar|bali|jawa|sumatera|kalimantan|sulawesi|papua|indonesia|malaysia|nusantara|garuda|pesta|
  upacara|rapat|kunjungan|peresmian|acara|lomba|juara|piala|dunia|liga|kereta|pesawat|mobil|motor|
  truk|tol|bandara|pelabuhan|terminal|stasiun|hujan|badai|angin|longsor|gunung|erupsi|letusan|
  bencana|pengungsi|evakuasi|demonstrasi|mahasiswa|buruh|petani|nelayan|pedagang|nuevo|nueva|
  nuevos|nuevas|viejo|gran|grande|puente|puerto|barco|barcos|isla|lago|río|mar|montaña|bosque|
  parque|iglesia|catedral|castillo|torre|edificio|tren|avión|coche|rey|reina|príncipe|papa|santo|
  santa|día|noche|semana|mañana|verano|invierno|primavera|otoño|navidad|fiesta|boda|concierto|
  desfile|visita|reunión|cumbre|gol|juego|juegos|niños|niñas|mujeres|hombres|familia|familias|
  víctimas|daños|lluvia|nieve|tormenta|huracán|volcán|explosión|frontera|méxico|argentina|españa|
  chile|perú|colombia|américa|europa|playa|plaza|calle|ciudad|casa|palacio|vista|estadio|novo|nova|
  novos|novas|velho|ponte|porto|navio|ilha|praia|igreja|prédio|trem|avião|carro|rei|rainha|dia|
  noite|festa|casamento|jogo|jogos|crianças|mulheres|homens|famílias|vítimas|chuva|neve|tempestade|
  explosão|fronteira|brasil|paulo|janeiro|rio|nouveau|nouvelle|nouveaux|pont|bateau|bateaux|île|
  mer|montagne|forêt|parc|église|cathédrale|château|bâtiment|avion|voiture|roi|reine|pape|jour|
  nuit|semaine|été|hiver|printemps|automne|noël|fête|mariage|défilé|visite|réunion|sommet|but|jeux|
  enfants|femmes|hommes|victimes|dégâts|pluie|neige|tempête|neu|neue|neuer|neues|alt|alte|brücke|
  hafen|schiff|schiffe|insel|strand|meer|berg|wald|kirche|dom|schloss|turm|tor|gebäude|zug|
  flugzeug|auto|könig|königin|papst|tag|nacht|woche|sommer|frühling|herbst|weihnachten|fest|
  hochzeit|konzert|besuch|treffen|gipfel|spiel|spiele|kinder|frauen|männer|familien|opfer|schäden|
  regen|schnee|sturm|grenze|deutschland|berliner|münchner|hamburger|kölner|brandenburger|nuovo|
  nuova|nuovi|nuove|vecchio|nave|navi|isola|spiaggia|mare|bosco|parco|chiesa|duomo|castello|
  palazzo|treno|aereo|regina|principe|giorno|notte|settimana|estate|inverno|natale|matrimonio|
  concerto|bambini|donne|uomini|azzurri|pioggia|roma|milano|napoli|torino|italia|новый|новая|новое|
  новые|старый|старая|мост|порт|корабль|судно|остров|озеро|река|море|гора|лес|парк|церковь|храм|
  собор|дворец|замок|башня|здание|поезд|самолёт|самолет|машина|король|королева|принц|утро|вечер|
  лето|зима|весна|осень|праздник|свадьба|концерт|парад|визит|встреча|саммит|гол|игра|дети|женщины|
  мужчины|люди|жертвы|дождь|снег|шторм|взрыв|граница|красная|площадь|россия|москва|москвы|украина|
  новий|нова|нове|міст|корабель|острів|річка|ліс|церква|потяг|літак|україна|київ|харків|thành|phố|
  cảng|biển|đảo|sông|núi|rừng|hồ|chùa|nhà|trường|đường|cầu|tàu|máy|xe|vua|ngày|đêm|lễ|hội|trẻ|phụ|
  nữ|mưa|bão|lũ|việt|deniz|liman|köprü|gemi|göl|nehir|dağ|orman|cami|kilise|saray|kule|uçak|kral|
  kraliçe|gün|gece|düğün|konser|maç|çocuklar|kadınlar|yağmur|fırtına|türkiye|ankara|kikötő|híd|
  hajó|sziget|tó|folyó|hegy|erdő|templom|vár|torony|vonat|repülő|király|nap|éjszaka|nieuw|nieuwe|
  brug|haven|schip|eiland|kerk|kasteel|toren|trein|nowy|nowa|nowe|statek|wyspa|jezioro|rzeka|góra|
  kościół|zamek|wieża|pociąg|nový|nová|nové|přístav|loď|ostrov|řeka|kostel|hrad|vlak|ny|nya|bron|
  hamnen|båten|oude|oud|markt|marktplatz|rathaus|altes|alter|altstadt|neustadt|museum|bahnhof|abend|
  morgen|stadt|stad|gracht|dorp|gamla|gammel|gamle|stan|staden|torg|torget|byen|torv|torvet|kirke|
  kyrka|kyrkan|bro|bron|broen|havn|havnen|sjö|sjön|fjord|fjorden|fjell|vanha|kaupunki|kirkko|satama|
  silta|kauppatori|kesä|staré|starý|stará|město|náměstí|trh|řeka|most|zámek|věž|léto|
  zima|staré|mesto|námestie|stary|stara|stare|miasto|rynek|targ|most|morze|plaża|dworzec|vecchia|
  mercato|eski|şehir|şehri|çarşı|meydan|meydanı|pazar|pazarı|kış|yaz|régi|város|piac|tér|vonat|
  vechi|veche|oraș|orașul|piața|podul|râul|marea|biserica|castelul|стари|стара|старо|град|градът|пазар|
  площад|море|мост|река|зима|лято|стар|трг|пијаца|tržnica|trg|grad|rijeka|otok|more|παλιά|παλιό|πόλη|
  αγορά|λιμάνι|πλατεία|γέφυρα|θάλασσα|νησί|ринок|площа|місто|старе|стара|рынок|город|улица|
  karnaval|kemeriahan|harga|beras|naik|turun|ikan|pasar|koordinasi|kabupaten|kecamatan|bulu|tangkis|
  سوق|السمك|ميناء|الميناء|مدينة|المدينة|القديمة|صباحا|مساء|شارع|جسر|نهر|بحر|جبل|مسجد|قصر|ملعب|حفل|
  مهرجان|بازار|شهر|خیابان|پل|رود|کوه|جشن|عید|غروب|طلوع|برف|שוק|העיר|העתיקה|נמל|רחוב|
  גשר|ים|הר|בוקר|ערב|חג|बाज़ार|बाजार|सुबह|शाम|नदी|पुल|शहर|मंदिर|समुद्र|पहाड़|त्योहार|मेला|বাজার|সকাল|
  নদী|সেতু|শহর|মেলা|চুক্তি|சந்தை|நகரம்|ஆறு|பாலம்|கோயில்|கடல்|திருவிழா|bazaar|bazar|شام|صبح|پرانا|ferry|ferries|jetty|dusk|vehicle|vehicles|traffic|heroes|police|army|teachers|nurses|
  doctors|voters|tourists|passengers|crew|dancers|cyclists|feri|bersandar|berlabuh|berangkat|tiba|
  antre|antrean|macet|ramai|sepi|panen|padat|wisata|jadwal|rusak|ambruk|roboh|hancur|
  terendam|dibuka|ditutup|resmi|pejabat|dokter|perawat|polisi|tentara|sopir|penumpang|turis|
  pameran|tradisional|nasional|internasional|daerah|pusat|barat|utara|selatan|kapal|sampan|sepeda|
  jembatan|kolam|asap|ferri|vieille|vieilles|grands|premier|première|dernier|dernière|marché|quai|
  quartier|gare|route|soleil|soir|matin|été|peuple|soldats|policiers|pompiers|élèves|phare|vélo|
  course|muelle|mercado|pueblo|barrio|carretera|estación|escuela|soldados|policías|
  bomberos|alumnos|primera|primer|último|última|pequeño|pequeña|hermosa|amanecer|atardecer|
  ejército|cais|velha|bairro|estação|escola|alunos|primeira|primeiro|
  pequena|lua|amanhecer|corrida|vitória|fähre|boot|boote|markt|dorf|viertel|straßen|schule|
  krankenhaus|schüler|erste|erster|erstes|letzte|letzter|kleines|großes|schöne|sonne|mond|morgen|
  rennen|sieg|feuer|flut|traghetto|molo|mercato|quartiere|strada|stazione|scuola|ospedale|
  piccolo|tramonto|vittoria|vecchie|veerboot|wijk|ziekenhuis|eerste|laatste|mooie|zon|maan|
  ochtend|avond|overwinning|färja|färjan|båt|båtar|väg|vägen|skola|skolan|sjukhus|soldater|första|
  sista|vackra|måne|kväll|færge|færgen|færgje|ferje|ferja|ferga|gata|skole|skolen|sykehus|
  første|siste|lille|store|liten|vakker|kveld|brann|seier|uusi|uudet|uuden|vanhat|lautta|laiva|
  vene|katu|koulu|sairaala|sotilaat|ensimmäinen|viimeinen|pieni|suuri|kaunis|aurinko|
  voitto|stará|starý|nová|loď|trajekt|cesta|ulice|škola|nemocnice|vojáci|první|poslední|krásná|
  slunce|měsíc|ráno|večer|požár|vítězství|droga|ulica|szkoła|szpital|żołnierze|pierwszy|pierwsza|
  ostatni|duża|piękna|słońce|księżyc|poranek|wieczór|zwycięstwo|komp|út|utca|iskola|kórház|
  katonák|első|utolsó|szép|reggel|győzelem|új|feribot|vapor|vapur|vapuru|yeni|yol|yolu|okul|
  hastane|askerler|sabah|akşam|drum|drumul|școala|spitalul|soldați|primul|ultimul|mic|mică|
  frumoasă|dimineața|noul|vechiul|portul|piața|novo|stari|staro|brod|bolnica|vojnici|prvi|
  poslednji|sunce|veče|нови|нова|ново|брод|пут|школа|болница|војници|први|последњи|мали|велики|
  нов|старо|кораб|корабът|пристанище|път|училище|паром|причал|пристань|дорога|больница|солдаты|
  первый|первая|последний|маленький|большой|красивый|солнце|луна|рассвет|закат|победа|гонка|пором|
  лікарня|солдати|перший|останній|малий|великий|сонце|місяць|світанок|перемога|νέο|νέα|νέος|πλοίο|
  πλοία|δρόμος|σχολείο|νοσοκομείο|στρατιώτες|πρώτη|πρώτος|μεγάλη|μεγάλος|μικρό|ήλιος|φεγγάρι|πρωί|
  βράδυ|bến|phà|mới|cũ|chợ|nổi|lớn|nhỏ|đẹp|đầu|cuối|học|viện|lính|tối|đồng|quê|
  làng|العبارة|قارب|قوارب|سفينة|طريق|مدرسة|مستشفى|جنود|جديد|جديدة|قديم|قديمة|كبير|كبيرة|صغير|جميل|
  شروق|غروب|مطر|ثلج|کشتی|قایق|راه|مدرسه|بیمارستان|سربازان|جدید|قدیمی|بزرگ|کوچک|زیبا|آفتاب|צילום|
  מעבורת|סירה|ספינה|דרך|ספר|חיילים|חדש|חדשה|ישן|ישנה|גדול|גדולה|קטן|שמש|ירח|נצחון|नाव|जहाज|सड़क|
  स्कूल|अस्पताल|सैनिक|नया|नई|पुराना|पुरानी|बड़ा|छोटा|सुंदर|सूरज|बारिश|নৌকা|জাহাজ|রাস্তা|স্কুল|
  হাসপাতাল|নতুন|পুরোনো|বড়|ছোট|সুন্দর|বৃষ্টি`;

/** No given names, though some are surnames: "Blue Whale", but "Jane Green". */
const FIRST_WORDS = `blue|red|green|white|black|yellow|golden|silver|pink|purple|orange|human|solar|lunar|
  central|royal|national|global|local|digital|public|private|electric|wild|giant|tiny|ancient|
  modern|traditional|famous|rare|baby|ai|eu|us|uk|un|tv|grand|saint|bunte|bunter|buntes|freie|freier|
  freies|rote|roter|rotes|blaue|blauer|blaues|grüne|grüner|grünes|weiße|weißer|weißes|schwarze|
  schwarzer|gelbe|goldene|goldener|junge|junger|kleine|kleiner|kleines|große|großer|großes|letzte|
  erste|erster|hohe|hoher|lange|langer|tiefe|wilde|wilder|volle|leere|zweite|dritte|frische|gute|
  mavi|kırmızı|yeşil|beyaz|siyah|sarı|büyük|küçük|güzel|ilk|biru|merah|hijau|putih|hitam|kuning|
  buah|wisuda|ibu|calon|mantan|sidang|rapat|pawai|pentas|pesona|keindahan|kemacetan|antrean|
  sejumlah|ratusan|ribuan|puluhan|tiga|empat|satu|seorang|proses|progres|pembangunan|pelantikan|
  penandatanganan|penyerahan|pengibaran|pembukaan|penutupan|latihan|simulasi|evakuasi|razia`;
const firstWords: ReadonlySet<string> = new Set(phrasesOf(FIRST_WORDS).map(labelKey));

const scenes: ReadonlySet<string> = new Set(phrasesOf(SCENES).map((phrase) => labelKey(phrase)));
const MOST_WORDS = 3;
const MOST_WITH_PARTICLES = 5;

/** A name that has nothing of a headline and is no longer than most names. */
export function isSurelyName(name: string): boolean {
  const words = name.split(" ");
  if (words.length > MOST_WITH_PARTICLES) return false;
  if (words.filter((word) => !/^\p{Ll}|\.$/u.test(word)).length > MOST_WORDS) return false;
  const [first = "", second] = words;
  // "Layang Layang" is more than one kite.
  if (firstWords.has(labelKey(first)) || first === second) return false;
  if (beginsWithGivenName(words)) return true;
  return isSurelyHanName(name) ?? !words.some(isSceneWord);
}

const ARTICLE = /^(?:the|a|an|der|die|das|den|dem|el|la|los|las|le|les|il|lo|gli|het|de|o|os|as)$/i;

/** The article, or "in", is a part of the word in Arabic and Hebrew. */
const WRITTEN_TOGETHER = /^(?:ال|[הבלמוש])(?=.{2})/u;

function isSceneWord(word: string): boolean {
  const key = labelKey(word);
  return scenes.has(key) || scenes.has(key.replace(WRITTEN_TOGETHER, ""));
}

/** Every word of it is one that pictures show: "Altes Rathaus", "The Harbor". */
export function isScene(name: string): boolean {
  const words = name.split(" ");
  return (
    words.some(isSceneWord) &&
    words.every((word) => /^\p{Ll}/u.test(word) || ARTICLE.test(word) || isSceneWord(word))
  );
}
