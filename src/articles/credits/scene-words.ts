/**
 * What pictures show. "Photo: Storm Damage" is a headline, though it has the shape of a name. Some
 * of these are surnames too, so they count only where the word "photo" is all there is to go by.
 */
import { phrasesOf } from "./labels.ts";
import { labelKey } from "./spelling.ts";

const SCENES = `any|other|business|matters|left|right|above|below|top|bottom|center|kiri|
  kanan|atas|bawah|tengah|izquierda|derecha|arriba|abajo|esquerda|direita|gauche|droite|links|rechts|
  oben|unten|mitte|sinistra|destra|слева|справа|сверху|снизу|ліворуч|праворуч|heute|hoy|hoje|oggi|
  vandaag|bugün|aujourd'hui|idag|dziś|dnes|san|são|today|insider|fox|star|super|segodnya|сегодня|pagi|rakyat|welle|house|storm|damage|harbor|harbour|port|beach|island|islands|lake|
  river|bridge|street|road|square|mountain|park|forest|sea|ocean|sky|sunset|sunrise|snow|rain|ice|
  moon|sun|earth|garden|farm|field|town|village|city|capital|castle|tower|building|buildings|
  church|cathedral|mosque|temple|station|train|trains|plane|ship|ships|boat|boats|car|cars|bus|
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
  hamnen|båten`;

const scenes: ReadonlySet<string> = new Set(phrasesOf(SCENES).map((phrase) => labelKey(phrase)));
const HAN_SCENE = /[港船山河湖海桥橋城村校店车車花景路街塔寺宫宮庙廟图圖]/u;
const MOST_WORDS = 3;
const MOST_WITH_PARTICLES = 5;

/** A name that has nothing of a headline and is no longer than most names. */
export function isSurelyName(name: string): boolean {
  const words = name.split(" ");
  if (words.length > MOST_WITH_PARTICLES) return false;
  if (words.filter((word) => !/^\p{Ll}/u.test(word)).length > MOST_WORDS) return false;
  if (words.some((word) => scenes.has(labelKey(word)))) return false;
  return !(/^\p{Script=Han}{2}$/u.test(name) && HAN_SCENE.test(name));
}
