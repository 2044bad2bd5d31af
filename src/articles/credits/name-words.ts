/** Words that tell a person from an organisation, and either from ordinary text. */
import { phrasesOf } from "./labels.ts";
import { labelKey } from "./spelling.ts";

const set = (table: string): ReadonlySet<string> => new Set(phrasesOf(table).map(labelKey));

/** Inside a person's name, without a capital, in languages where they mean nothing else. */
export const PARTICLES = set("van|von|vom|bin|binti|binte|ibn|ould|del|dos|della|bint|zur|t'|'t");

/** These also join nouns: "Leonardo di X", but "Banjir di Semarang". */
export const DOUBTFUL_PARTICLES = set(`de|da|do|das|di|du|des|la|le|los|las|lo|y|e|i|der|
  den|ter|ten|het|zu|zum|af|av|al|el|as|ash|at|ad|an|ar|ben|abu|und|dello|dalla|degli|dei|delle|
  of|and|the|for|für|et|en|&|dan|и|по|im|am|ve|och|og|ja|și|és|te|för|dla|na|w|s|v|um|a|pour|à|
  aux|au|sur|os|ao|em|no|para`);

/** An organisation has one of these in its name. Longer scripts without spaces: see the endings. */
export const ORGANISATION_WORDS = set(`coast|wires|newsroom|newswire|network|networks|
  publishing|publications|communications|holdings|magazine|magazin|revista|revue|blad|tidning|
  nyheter|nyhetsbyrå|uutiset|hírügynökség|hírlap|sajtó|báo|пресс|пресса|преса|медиа|
  медіа|таймс|вестник|вісник|правда|вечірній|телебачення|телевидение|радио|радіо|тв|
  ведомости|издательство|видавництво|фото|фотобанк|фотоагентство|جريدة|جريده|مجلة|موقع|
  قنوات|تلفزيون|إذاعة|صحافة|أنباء|الأنباء|للأنباء|مؤسسة|معهد|متحف|photo|photos|photography|photographers|
  photographie|fotografie|fotografi|fotografia|fotografía|photographic|images|image|pictures|
  picture|press|presse|pers|news|newspaper|newspapers|media|medien|agency|agencia|agência|agence|
  agenzia|agentur|agencja|agentura|agentúra|agenția|ajansı|haber|studio|studios|estudio|archive|
  archives|archivo|arquivo|archiv|archivio|archief|arsip|collection|collections|library|libraries|
  museum|museo|musée|museu|muzeum|gallery|galerie|galería|galleria|university|universitas|
  universidad|universidade|université|universität|universiteit|università|uniwersytet|institute|
  institut|instituto|institución|institusi|ministry|ministerio|ministério|ministère|ministerium|
  kementerian|ministero|ministerstwo|department|departamento|dinas|police|policía|polícia|policia|
  polda|polres|polresta|polisi|polizei|polizia|policja|feuerwehr|bombeiros|bomberos|pompiers|
  government|gobierno|governo|gouvernement|pemprov|pemkot|pemkab|pemerintah|prefeitura|
  ayuntamiento|alcaldía|gobernación|presidencia|presidência|présidence|palace|istana|kantor|humas|
  biro|sekretariat|setpres|kodam|korem|kodim|badan|yayasan|kedutaan|embassy|embajada|ambassade|
  botschaft|council|committee|comité|komite|commission|association|asociación|associação|society|
  foundation|fundación|fundação|fondation|stiftung|federation|federación|federação|fédération|
  verband|verein|club|fc|cf|sc|sv|bank|group|groupe|gruppe|grupo|grup|gruppo|company|inc|inc.|ltd|
  ltd.|llc|corp|corp.|gmbh|kg|co.|plc|limited|corporation|companies|s.a.|s/a|s.p.a.|srl|nv|bv|pt|
  pt.|cv|tbk|oy|a/s|zrt|kft|tv|television|televisión|televisão|televisi|fernsehen|radio|rádio|
  channel|kanal|canal|times|post|tribune|herald|journal|gazette|chronicle|globe|daily|morning|
  weekly|express|telegraph|independent|guardian|observer|examiner|sentinel|courier|inquirer|argus|
  dispatch|ledger|oregonian|zeitung|rundfunk|tageblatt|anzeiger|rundschau|kurier|nachrichten|
  allgemeine|verlag|spiegel|diario|periódico|jornal|correio|folha|gazeta|prensa|noticias|notícias|
  figaro|monde|parisien|libération|corriere|repubblica|stampa|giornale|gazzetta|harian|koran|
  kabar|berita|suara|radar|kompas|theatre|theater|teatro|théâtre|opera|orchestra|festival|films|
  film|records|entertainment|productions|production|hospital|rumah|sakit|rs|airport|airlines|
  airways|motors|energy|technologies|technology|systems|software|games|team|racing|sport|sports|
  stock|wire|creative|commons|service|services|servis|dienst|office|bureau|center|centre|centro|
  zentrum|pusat|program|project|international|national|nasional|nacional|nationale|army|navy|
  corps|command|nato|united|nations|party|partai|partido|partei|parti|dpr|dprd|senado|senate|
  parliament|parlament|kremlin|rathaus|stadt|city|county|state|diocese|keuskupan|masjid|school|
  sekolah|college|academy|akademi|akademie|warga|netizen|tangkapan|layar|screenshot|video|cctv|
  youtube|instagram|twitter|facebook|tiktok|telegram|online|digital|web|site|агентство|агентства|
  пресс-служба|пресс-служб|прес-служба|пресслужба|служба|управление|министерство|департамент|
  администрация|мэрия|правительство|архив|архива|архіва|архів|газета|издание|редакция|телеканал|
  канал|студия|музей|театр|университет|институт|фонд|компания|группа|завод|клуб|фк|хк|мчс|мвд|
  гибдд|скр|ск|гу|пао|ао|ооо|новости|вести|новини|міністерство|адміністрація|агенція|поліція|
  полиция|прокуратура|дснс|нацгвардия|суд|центр|снимок|видео|скриншот|соцсети|соцсетей|сайт|сайта|
  φωτογραφικό|πρακτορείο|υπουργείο|γραφείο|وكالة|وزارة|صحيفة|قناة|شبكة|مكتب|إدارة|شركة|جامعة|هيئة|
  رئاسة|الرئاسة|ديوان|المكتب|بلدية|نادي|منظمة|الجيش|خبرگزاری|روزنامه|وزارت|سازمان|شرکت|پایگاه|
  دفتر|شبکه|משטרת|דוברות|דובר|לשכת|משרד|עיריית|אתר|רשת|חברת|ארכיון|सोशल|मीडिया|ट्विटर|फेसबुक|
  इंस्टाग्राम|यूट्यूब|समाचार|एजेंसी|मंत्रालय|पुलिस|सरकार|न्यूज़|न्यूज|टीवी|ubnd|clb|ঢাকা|পুলিশ|
  সংস্থা|মন্ত্রণালয়|সংবাদ|نیوز|حکومت|পত্রিকা|офіс|офис|штаб|генштаб|урядова|
  urząd|úřad|obec|gmina|primăria|municipio|município|mairie|commune|gemeente|kommun|kommune|
  općina|opština|община|δήμος|belediyesi|valiliği|önkormányzat|kancelář|kancelaria|krant|canale`);

/** Words of headlines that no name holds; a phrase with one may still be an organisation. */
export const HEADLINE_WORDS =
  set(`the|over|under|between|against|across|around|through|into|near|off|out|up|down|vs|a|in|on|at|to|of|with|after|before|during|from|
  for|how|why|what|when|where|who|is|are|was|this|that|these|those|its|his|her|their|our|your|all|
  new|first|last|top|breaking|watch|view|inside|here|more|week|year|winners|winner|celebrates|
  celebrate|celebrating|victory|final|finals|people|fans|players|crowd|crowds|protest|protesters|
  protests|gathered|photo|gallery|stories|homes|tower|stadium|world|war|peace|fire|floods|storm|
  earthquake|attack|crash|accident|scene|president|minister|queen|princess|sir|mr|mrs|ms|dr|prof|
  rescue|meets|visits|wins|says|opens|returns|arrives|attends|speaks|kills|killed|dead|election|
  results|festival|market|cup|league|match|presiden|wapres|menteri|gubernur|bupati|walikota|wali|
  kota|jenderal|kapolri|kapolda|kapolres|ketua|anggota|warga|massa|suasana|pemain|timnas|
  pemandangan|gunung|pantai|jalan|banjir|gempa|kebakaran|kecelakaan|korban|lokasi|para|saat|usai|
  jelang|aksi|demo|momen|potret|deretan|penampakan|bersama|resmikan|kunjungi|hadiri|tinjau|begini|
  rumah|pasar|sungai|rapat|upacara|kunjungan|peresmian|acara|lomba|jembatan|stadion|pemilu|pilkada|mudik|lebaran|jalur|dari|yang|oleh|untuk|
  dengan|kondisi|petugas|pelaku|artis|pengunjung|jemaah|peserta|siswa|mahasiswa|wisatawan|el|la|
  los|las|una|con|tras|por|presidente|presidenta|ministro|ministra|alcalde|ciudad|calle|palacio|
  incendio|terremoto|accidente|partido|jugadores|ganadores|mercado|elecciones|copa|mundial|
  selección|protesta|manifestación|manifestantes|momento|imagen|archivo|após|durante|prefeito|
  governador|cidade|praia|praça|palácio|acidente|incêndio|enchente|jogadores|vencedores|
  torcedores|eleições|le|les|une|au|aux|dans|après|lors|président|présidente|ministre|pape|maire|
  ville|rue|place|incendie|séisme|joueurs|vainqueurs|vue|élections|coupe|die|ein|eine|im|am|auf|
  nach|bei|vor|mit|aus|präsident|präsidentin|kanzler|kanzlerin|königin|papst|bürgermeister|straße|
  brücke|fluss|unfall|erdbeben|hochwasser|sieger|gewinner|spieler|blick|wahl|nacht|neue|neuer|
  neues|regierung|krise|krieg|il|gli|dopo|nel|nella|sindaco|città|piazza|spiaggia|giocatori|
  vincitori|het|een|koning|koningin|burgemeester|straat|plein|brug|в|на|с|у|из|после|во|президент|
  министр|король|папа|мэр|губернатор|город|улица|площадь|мост|пожар|авария|победители|вид|игроки|
  день|ночь|президента|місто|вулиця|площа|пожежа|після|під|cumhurbaşkanı|bakan|başkan|belediye|
  yangın|deprem|kaza|sonrası|tổng|thống|tịch|tướng|người|các|những|tại|sau|trong|cảnh|tuyển|
  prezydent|król|miasto|ulica|most|pożar|wypadek|puncak|elnök|miniszter|király|város|utca|híd|tűz|
  baleset|prezident|starosta|ministr|presidenten|statsminister|drottning|gata|presidentti|
  kaupunki|silta`);

/** Words of running text in scripts without capitals. */
export const RUNNING_WORDS = set(`في|من|على|إلى|الى|عن|مع|بعد|قبل|خلال|أثناء|بين|هذا|
  هذه|التي|الذي|الرئيس|رئيس|وزير|الوزير|لقاء|اجتماع|مباراة|حريق|زلزال|أن|كان|قال|لحظة|مشهد|آثار|
  جانب|صورة|الملك|ملك|شارع|مدينة|در|از|به|با|که|را|این|آن|است|شد|برای|هنگام|پس|وزیر|دیدار|مراسم|
  نمایی|جمهور|میں|کی|کا|کے|سے|کو|پر|نے|اور|ہے|وزیراعظم|صدر|में|की|का|के|से|को|पर|ने|और|है|हैं|था|
  थे|यह|दौरान|बाद|प्रधानमंत्री|राष्ट्रपति|मुख्यमंत्री|मंत्री|करते|करती|हुए|लिए|এবং|থেকে|করে|করছেন|
  পরে|সময়|প্রধানমন্ত্রী|রাষ্ট্রপতি|মন্ত্রী|একটি|এর|এক|হয়|নিয়ে|של|על|את|עם|אחרי|לפני|ראש|הממשלה|
  נשיא|שר|זה|הוא|היא|לא|כי|גם|בעת|מתוך`);

/** Says what kind of picture it is, not who made it; dropped. */
export const STATUSES =
  set(`d'illustration|d’illustration|資料照|資料照，|本報資料照|本報資料照片|檔案照片|新华社资料片|photo d'illustration|photo d’illustration|
  image d'illustration|image d’illustration|beeldmateriaal|перейти в фотобанк|перейти в медиабанк|go to the mediabank|file|file photo|file picture|file image|filephoto|
  archive|archive photo|archives|library|undated|photo|photos|picture|image|foto|fotos|
  stock photo|stock|symbolic image|representative image|representational image|representational|
  representational photo|illustration|illustrative|illustrative photo|for illustration only|
  video|via video|unknown|n/a|none|na|null|nil|
  no credit|-|various|internet|archivo|de archivo|foto de archivo|imagen de archivo|foto archivo|
  arquivo|de arquivo|foto de arquivo|photo d'archives|photo d’archives|d'archives|archivfoto|
  archivbild|archiv|symbolbild|symbolfoto|beispielbild|themenbild|illustrasjonsfoto|arkivfoto|
  arkivbild|arkiv|genrebild|archieffoto|archief|archivio|foto d'archivio|d'archivio|
  immagine di repertorio|repertorio|foto di repertorio|zdjęcie ilustracyjne|zdj. ilustracyjne|
  archiwum|ilustracyjne|ilustrační foto|ilustrační|archív|illusztráció|archívum|kuvituskuva|
  arkistokuva|arkisto|arsip|foto arsip|foto ilustrasi|ilustrasi|ilustrasi foto|ist|ist.|istimewa|
  foto istimewa|foto ist|dok|dok.|dokumen|dokumentasi|doc|doc.|net|int|foto: ist|ilustração|
  ilustración|imagem ilustrativa|ilustrativa|foto ilustrativa|imagen ilustrativa|архив|
  архивное фото|фото из архива|из архива|иллюстрация|иллюстративное фото|архівне фото|архів|
  із архіву|ілюстративне фото|иллюстративное изображение|из открытых источников|
  открытые источники|открытые источники интернета|відкриті джерела|з відкритих джерел|資料|資料写真|
  資料画像|資料照片|资料|资料图|資料圖|资料图片|资料照片|資料圖片|檔案照|档案照|示意图|示意圖|イメージ|イメージ写真|写真|写真はイメージ|网络|網路|网络图片|翻攝|圖片|图片|
  照片|图|圖|イメージ画像|写真はイメージです|자료사진|자료|자료 사진|사진|연합뉴스 자료사진|참고사진|이미지|픽사베이 자료|أرشيف|أرشيفية|صورة أرشيفية|
  الأرشيف|ارشيف|ارشيفية|تعبيرية|صورة تعبيرية|آرشیو|آرشیوی|تزئینی|عکس آرشیوی|عکس|فائل|فائل فوٹو|
  फाइल|फाइल फोटो|फ़ाइल|फ़ाइल फ़ोटो|फाइल फ़ोटो|फोटो|प्रतीकात्मक|प्रतीकात्मक तस्वीर|
  प्रतीकात्मक फोटो|सांकेतिक तस्वीर|arşiv|temsili|temsili fotoğraf|ảnh minh họa|minh họa|minh hoạ|
  ảnh minh hoạ|tư liệu|ảnh tư liệu|ảnh|ภาพ|แฟ้มภาพ|ภาพประกอบ|ภาพประกอบข่าว|แฟ้ม|αρχείο|αρχείου|
  φωτογραφία αρχείου|ארכיון|אילוסטרציה|arhivă|arhiva|ilustrativ|foto arhivă|arhiv|архивна|
  архивна снимка|илюстративна|архива|илустрација|arhivska fotografija|ফাইল|ফাইল ছবি|ছবি|সংগৃহীত|
  প্রতীকী ছবি|প্রতীকী|gambar hiasan|hiasan|gambar fail|fail|maktaba|interneti`);

/** How a picture came, without naming anybody; kept in the credit line. */
export const PROVENANCES = set(`handout|hand out|hand-out|ho|handout photo|
  handout image|handout picture|pool|pool photo|pool picture|pool image|pool/ho|via pool|stringer|
  str|stf|staff|staff photographer|contributor|contributed|contributed photo|courtesy|
  courtesy photo|courtesy image|submitted|submitted photo|supplied|supplied photo|provided|
  family handout|family photo|photo supplied|social media|user generated content|ugc|
  public domain|anonymous|amateur video|eyewitness|publicity photo|publicity|promo|press handout|
  press photo|all rights reserved|divulgação|divulgacao|reprodução|reproducao|reprodução/internet|
  arquivo pessoal|acervo pessoal|redes sociais|reprodução redes sociais|cortesía|cortesia|
  gentileza|cedida|cedidas|especial|redes|redes sociales|foto cortesía|tomada de internet|
  captura de pantalla|captura de video|dr|droits réservés|d.r.|photo dr|archives personnelles|
  collection particulière|privat|privatfoto|private|zvg|z.v.g.|zvg.|pressefoto|presse|hersteller|
  werkfoto|pr|promofoto|pressbild|pressefotos|dok. pribadi|dok pribadi|pribadi|
  dokumentasi pribadi|dok. istimewa|koleksi pribadi|tangkapan layar|tangkap layar|capture d'écran|capture d’écran|captura de tela|screenshot|screengrab|
  screen grab|screenshots|screen capture|bildschirmfoto|schermata|截图|截圖|ai-generated|
  ai generated|ai-generated image|ai generated image|generated by ai|generated with ai|ki-generiert|
  mit ki erstellt|mit ki generiert|générée par ia|image générée par ia|generada con ia|gerada por ia|
  imagem gerada por ia|imagen generada con ia|dibuat dengan ai|сгенерировано нейросетью|ai生成|repro|
  media sosial|medsos|пул|из личного архива|личный архив|предоставлено редакции|соцсети|
  социальные сети|кадр из видео|скриншот|скриншот видео|стоп-кадр|скриншот из видео|
  особистий архів|соцмережі|代表撮影|本人提供|読者提供|読者|提供写真|受访者供图|受访者|受訪者提供|网友|网友供图|本人供图|作者供图|业者|讀者提供|독자|
  독자 제공|본인|본인 제공|온라인 커뮤니티|온라인커뮤니티|공동취재|공동취재단|nvcc|nhân vật cung cấp|cơ quan cung cấp|
  facebook nhân vật|fbnv|ctv|cctv|sosyal medya|ufficio stampa|per gentile concessione|
  materiały prasowe|mat. prasowe|mat. pras.|archiwum prywatne|pressmaterial|privat foto|
  yksityinen|osobní archiv|soukromý archiv|archiv autora|סוכנויות|באדיבות|באדיבות המצולמים|
  לפי סעיף 27א|שימוש לפי סעיף 27א|סעיף 27א|באדיבות המשפחה|مواقع التواصل|مواقع التواصل الاجتماعي|
  وسائل التواصل|متداولة|शोशल मीडिया|सोशल मीडिया|ihsan pembaca|tular`);

/** Between two people. Those of the second list also occur inside one name, or in other languages. */
export const CONJUNCTIONS = phrasesOf(
  "and|dan|und|et|и|та|і|και|ve|och|și|și|और|এবং|و|และ|và|와|과|및|és|og|na|\\+",
);
export const SHORT_CONJUNCTIONS = phrasesOf("&|y|e|i|a|en|ja|at|й");

/** Ends an organisation's name in scripts without spaces. */
export const HAN_ORGANISATION_ENDING =
  /(?:社|局|省|庁|廳|厅|署|部|院|府|市|県|縣|町|村|区|區|新聞|新闻|通信|通讯|大学|大學|公司|集团|集團|网|網|報|报|台|臺|放送|テレビ|協会|协会|協會|委員会|委员会|委員會|学会|会社|財団|基金会|基金會|研究所|研究院|博物館|博物馆|美術館|病院|医院|警察|警方|警視庁|消防|ニュース|通信社|中心|センター|スタジオ|事務所|出版|映画|グループ|ホテル|空港|神社|学校|中学|高校|프로덕션|频道|微博|公众号|日报|晚报|晨报|时报|時報|晩報|客户端|视频|影业|俱乐部|法院|海事|应急|交警|航空|銀行|银行|自衛隊|海保|連盟|联盟|チーム|クラブ|組合)$/u;

export const HAN_HEADLINE =
  /現場|现场|筆者|作成|作者|无人机|無人機|ドローン|空撮|航拍|記念|夜間|空中|定点|情報|会場|会场|會場|会议|會議|会談|会谈|試合|比赛|比賽|選手|选手|首相|大統領|総理|总理|總理|主席|总统|總統|長官|部长|大臣|市民|風景|风景|情况|情況|様子|瞬間|瞬间|事故|火災|火灾|地震|台風|颱風|勝利|优胜|優勝|冠军|冠軍|球迷|决赛|決賽|街头|街頭|一覧|まとめ|集|等|為|为|系|与|與|民众|民眾|游客|遊客|旅客|學生|学生|活动|活動|仪式|儀式|发布|發布|新品|外观|外觀|图片|時間|时间|的|清晨|早晨|傍晚|黄昏|夜晚|凌晨|早朝|夕方|夕暮れ|夜明け/u;

export const KOREAN_SURNAMES =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";

export const KOREAN_ORGANISATION_ENDING =
  /(?:뉴스|신문|일보|방송|통신|청|시|도|군|구청|전자|그룹|대학교|대|부|처|원|협회|위원회|연맹|공사|공단|재단|센터|은행|화학|건설|자동차|엔터테인먼트|엔터|미디어|필름|스튜디오|경찰|경찰서|소방서|소방본부|구단|시청|도청|캡처|캡쳐|DB|홈페이지|인스타그램|페이스북|유튜브|트위터|SNS|TV|픽처스|코리아|뱅크|박물관|미술관|병원|학교|항공|증권|카드|생명)$/u;

export const KOREAN_RUNNING =
  /(?:다|요|까|죠|음|에서|에게|하는|하고|있는|했던|으로|에는|들이|들은|하며|한다)(?:\s|$)|[은는을를](?:\s)/u;
