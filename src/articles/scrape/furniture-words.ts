/**
 * Words that are furniture only where a page has its furniture: above or below the story, or in a
 * run of such lines. In the middle of a story they may be a subheading.
 */
import type { PhraseTable } from "./furniture-phrases.ts";

export const NETWORKS = `facebook|twitter|x|x (twitter)|twitter / x|whatsapp|telegram|linkedin|
  pinterest|reddit|tumblr|instagram|youtube|tiktok|threads|bluesky|mastodon|messenger|viber|skype|
  line|wechat|weibo|qq|pocket|flipboard|google news|google+|google|vk|vkontakte|вконтакте|
  одноклассники|odnoklassniki|ok|ok.ru|snapchat|hacker news|facebook messenger|rss|フェイスブック|ツイッター|
  はてなブックマーク|はてブ|hatena|note|微博|微信|新浪微博|qq空间|朋友圈|人人网|豆瓣|카카오톡|카카오스토리|페이스북|트위터|네이버|네이버 블로그|밴드|라인|
  فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تيليجرام|لينكد إن|فیسبوک|توییتر|تلگرام|واتس‌اپ|ایتا|
  सोशल मीडिया|फेसबुक|ट्विटर|व्हाट्सएप|व्हाट्सऐप|टेलीग्राम|zalo|เฟซบุ๊ก|ทวิตเตอร์|ไลน์|фейсбук|
  твиттер|телеграм|ватсап|вотсап|вайбер`;

/** What a share button does; one of these makes a run of lines a share bar. */
export const BUTTONS: PhraseTable = {
  en: `share|print|email|e-mail|mail|copy link|copy url|copy|link|link copied|link copied!|save|
    save article|bookmark|tweet|post|pin|like|send|follow|subscribe|listen|comment|comments|reply|
    download pdf|pdf|sms|more|text size|font size|gift`,
  es: `compartir|imprimir|correo|correo electrónico|copiar enlace|copiar link|guardar|enviar|
    comentar|comentarios|tuitear|me gusta|seguir|suscribirse|responder|escuchar`,
  fr: `réagir|lire plus tard|
    partager|imprimer|courriel|copier le lien|enregistrer|envoyer|commenter|commentaires|
    tweeter|j'aime|suivre|s'abonner|répondre|écouter|sauvegarder`,
  pt: `compartilhar|partilhar|imprimir|copiar link|copiar o link|salvar|guardar|enviar|comentar|
    comentários|curtir|tweetar|seguir|assinar|responder|ouvir`,
  de: `teilen|drucken|e-mail|merken|speichern|senden|kommentare|kommentieren|link kopieren|mailen|
    folgen|abonnieren|antworten|vorlesen|twittern|gefällt mir|artikel merken`,
  id: `bagikan|cetak|salin link|salin tautan|simpan|kirim|komentar|suka|ikuti|berlangganan|balas|
    dengarkan|surel|salin`,
  ru: `поделиться|печать|распечатать|скопировать|скопировать ссылку|сохранить|отправить|
    комментарии|нравится|подписаться|ответить|слушать|почта|твитнуть|класс|в закладки`,
  uk: `поділитися|друк|друкувати|роздрукувати|скопіювати|копіювати посилання|зберегти|надіслати|
    коментарі|подобається|підписатися|відповісти|слухати|пошта`,
  ja: `シェア|共有|印刷|コピー|ツイート|ポスト|メール|保存|ブックマーク|コメント|いいね|いいね!|フォロー|返信|送る|リンク|登録`,
  zh: `分享|打印|列印|复制|收藏|评论|評論|留言|点赞|點讚|转发|轉發|邮件|郵件|关注|關注|订阅|訂閱|回复|回覆|收听|打印本页|举报|纠错|微博分享`,
  ko: `공유|인쇄|복사|스크랩|댓글|좋아요|저장|이메일|메일|구독|팔로우|답글|듣기|url복사|프린트|글자크기`,
  ar: `مشاركة|شارك|طباعة|نسخ|حفظ|إرسال|البريد الإلكتروني|بريد إلكتروني|تعليقات|التعليقات|أعجبني|
    متابعة|اشتراك|رد|استماع|نسخ الرابط`,
  fa: `اشتراک گذاری|اشتراک‌گذاری|چاپ|پرینت|کپی|ذخیره|ارسال|ایمیل|نظرات|دیدگاه‌ها|پسندیدن|
    دنبال کردن|عضویت|پاسخ`,
  hi: `शेयर|शेयर करें|साझा करें|प्रिंट|ईमेल|कॉपी|लिंक|सेव करें|टिप्पणियां|टिप्पणियाँ|कमेंट|
    फॉलो करें|सब्सक्राइब करें|लाइक|जवाब दें`,
  tr: `paylaş|yazdır|e-posta|kopyala|linki kopyala|kaydet|gönder|yorumlar|beğen|takip et|abone ol|
    yanıtla|dinle|tweetle`,
  vi: `chia sẻ|in|in trang|sao chép|lưu|lưu bài|gửi|bình luận|thích|theo dõi|đăng ký|trả lời|nghe|
    thư điện tử|sao chép link|gửi email`,
  th: `แชร์|พิมพ์|คัดลอก|บันทึก|ส่ง|อีเมล|ความคิดเห็น|ถูกใจ|ติดตาม|สมัครสมาชิก|ตอบกลับ|ฟัง|ทวีต|
    ปริ้นท์`,
  hu: `megosztás|nyomtatás|másolás|mentés|küldés|e-mail|hozzászólások|megjegyzések|tetszik|
    követés|feliratkozás|válasz|meghallgatás|link másolása`,
};

export const MENUS: PhraseTable = {
  en: `home|homepage|home page|menu|search|log in|login|sign in|sign up|register|next|previous|
    prev|close|top|archive|archives|about|about us|contact|contact us|privacy policy|terms of use|
    terms of service|sitemap|advertise|skip|loading|open|language|followers|labels|tags`,
  es: `inicio|portada|menú|buscar|iniciar sesión|registrarse|siguiente|anterior|cerrar|contacto|
    aviso legal|política de privacidad|quiénes somos|hemeroteca|archivo`,
  fr: `accueil|menu|rechercher|recherche|connexion|se connecter|s'inscrire|suivant|précédent|
    fermer|contact|mentions légales|politique de confidentialité|archives|à propos`,
  pt: `início|home|menu|buscar|pesquisar|entrar|cadastre-se|próximo|próxima|anterior|fechar|
    contato|política de privacidade|sobre|arquivo|expediente`,
  de: `startseite|menü|suche|suchen|anmelden|einloggen|registrieren|weiter|zurück|schließen|
    kontakt|impressum|datenschutz|datenschutzerklärung|archiv|über uns|agb|navigation`,
  id: `beranda|home|menu|cari|masuk|daftar|login|berikutnya|sebelumnya|tutup|kontak|redaksi|
    tentang kami|kebijakan privasi|pedoman media siber|indeks|arsip|disclaimer`,
  ru: `главная|меню|поиск|войти|вход|регистрация|далее|назад|следующее|предыдущее|закрыть|
    контакты|о нас|архив|политика конфиденциальности|на главную`,
  uk: `головна|меню|пошук|увійти|вхід|реєстрація|далі|назад|наступна|попередня|закрити|контакти|
    про нас|архів|політика конфіденційності|на головну`,
  ja: `ホーム|トップ|メニュー|検索|ログイン|新規登録|次へ|前へ|閉じる|お問い合わせ|会社概要|プライバシーポリシー|アーカイブ|トップページ|サイトマップ`,
  zh: `首页|首頁|主页|主頁|菜单|選單|搜索|搜尋|登录|登入|注册|註冊|下一页|上一页|下一頁|上一頁|关闭|联系我们|关于我们|關於我們|隐私政策|归档|返回首页|正文|
    当前位置`,
  ko: `홈|메뉴|검색|로그인|회원가입|다음|이전|닫기|문의|회사소개|개인정보처리방침|목록|홈으로|전체메뉴`,
  ar: `الرئيسية|القائمة|بحث|تسجيل الدخول|تسجيل|التالي|السابق|إغلاق|اتصل بنا|من نحن|سياسة الخصوصية|
    الأرشيف|ابحث`,
  fa: `خانه|صفحه اصلی|صفحه نخست|منو|جستجو|ورود|ثبت نام|بعدی|قبلی|بستن|تماس با ما|درباره ما|آرشیو`,
  hi: `होम|मुखपृष्ठ|मेन्यू|खोजें|लॉग इन|लॉगिन|साइन अप|अगला|पिछला|बंद करें|संपर्क करें|
    हमारे बारे में|गोपनीयता नीति`,
  tr: `ana sayfa|anasayfa|menü|ara|giriş|giriş yap|kayıt ol|üye ol|sonraki|önceki|kapat|iletişim|
    hakkımızda|künye|gizlilik politikası|arşiv`,
  vi: `trang chủ|menu|tìm kiếm|đăng nhập|đăng kí|tiếp theo|trước|đóng|liên hệ|giới thiệu|
    chính sách bảo mật|mục lục`,
  th: `หน้าหลัก|หน้าแรก|เมนู|ค้นหา|เข้าสู่ระบบ|ลงทะเบียน|ถัดไป|ก่อนหน้า|ปิด|ติดต่อเรา|
    เกี่ยวกับเรา|นโยบายความเป็นส่วนตัว`,
  hu: `főoldal|kezdőlap|címlap|menü|keresés|bejelentkezés|belépés|regisztráció|következő|előző|
    bezárás|kapcsolat|impresszum|adatvédelem|archívum|rólunk`,
};

/** Names of sections: furniture between the top of the page and the title, nowhere else. */
export const SECTIONS: PhraseTable = {
  en: `news|world|world news|politics|business|economy|sport|sports|culture|opinion|technology|
    tech|science|health|lifestyle|entertainment|travel|local|national|international|asia|africa|
    europe|middle east|education|environment|breaking news|latest|top news|features|analysis|
    video|photos`,
  es: `noticias|mundo|internacional|nacional|política|economía|deportes|cultura|opinión|
    tecnología|ciencia|salud|sociedad|actualidad|américa|españa|última hora|negocios`,
  fr: `actualités|actualité|monde|international|france|politique|économie|sport|sports|culture|
    opinions|société|sciences|santé|environnement|tech|planète|afrique`,
  pt: `notícias|mundo|internacional|brasil|política|economia|esportes|desporto|cultura|opinião|
    tecnologia|ciência|saúde|educação|cotidiano|últimas notícias`,
  de: `nachrichten|politik|ausland|inland|international|wirtschaft|sport|kultur|meinung|wissen|
    wissenschaft|gesundheit|gesellschaft|panorama|digital|reise|lokales|regional|feuilleton`,
  id: `berita|dunia|internasional|nasional|politik|ekonomi|olahraga|budaya|opini|teknologi|sains|
    kesehatan|hiburan|gaya hidup|wisata|daerah|hukum|pendidikan|metropolitan|regional|bisnis|
    megapolitan|asia|eropa|news|kabar dunia|luar negeri|mancanegara`,
  ru: `новости|мир|в мире|политика|экономика|спорт|культура|общество|мнения|наука|технологии|
    происшествия|здоровье|бизнес|россия|в стране|главное|лента новостей`,
  uk: `новини|світ|політика|економіка|спорт|культура|суспільство|думки|наука|технології|здоров'я|
    бізнес|україна|події|головне`,
  ja: `ニュース|国際|政治|経済|社会|スポーツ|文化|科学|テクノロジー|医療|健康|エンタメ|地域|国内|オピニオン|生活|暮らし|教育|トピックス`,
  zh: `新闻|新聞|国际|國際|政治|时政|财经|財經|经济|經濟|社会|社會|体育|體育|文化|科技|健康|娱乐|娛樂|教育|国内|要闻|要聞|两岸|兩岸|生活|评论员文章|地方`,
  ko: `뉴스|국제|정치|경제|사회|스포츠|문화|과학|기술|건강|연예|오피니언|생활|세계|전국|교육|속보`,
  ar: `أخبار|عالم|العالم|سياسة|اقتصاد|رياضة|ثقافة|مجتمع|رأي|علوم|تكنولوجيا|صحة|منوعات|محليات|دولي|
    أخبار العالم`,
  fa: `اخبار|جهان|بین‌الملل|سیاسی|سیاست|اقتصادی|اقتصاد|ورزشی|ورزش|فرهنگی|فرهنگ|جامعه|اجتماعی|علمی|
    دانش|سلامت|فناوری`,
  hi: `समाचार|खबरें|दुनिया|विदेश|देश|राजनीति|कारोबार|अर्थव्यवस्था|खेल|संस्कृति|विज्ञान|स्वास्थ्य|
    मनोरंजन|तकनीक|राष्ट्रीय|अंतरराष्ट्रीय|राज्य|शिक्षा`,
  tr: `haberler|haber|dünya|gündem|siyaset|politika|ekonomi|spor|kültür|kültür sanat|bilim|sağlık|
    teknoloji|yaşam|eğitim|türkiye|son dakika`,
  vi: `tin tức|thế giới|thời sự|chính trị|kinh tế|kinh doanh|thể thao|văn hóa|khoa học|sức khỏe|
    giáo dục|công nghệ|giải trí|pháp luật|đời sống|du lịch|quốc tế|xã hội`,
  th: `ข่าว|ต่างประเทศ|การเมือง|เศรษฐกิจ|กีฬา|บันเทิง|วัฒนธรรม|สังคม|เทคโนโลยี|สุขภาพ|วิทยาศาสตร์|
    การศึกษา|ข่าวต่างประเทศ|ทั่วไทย|ธุรกิจ`,
  hu: `hírek|külföld|belföld|világ|politika|gazdaság|sport|kultúra|vélemény|tudomány|egészség|
    tech|életmód|bűnügy|közélet`,
};

/** In the tables of surely removed lines, but alone they may be a subheading as well. */
export const AMBIGUOUS = `reactions|watch|related|recommended|trending|newer|older|ad|pr|
  latest news|advertising|sponsored|related topics|top stories|more news|other stories|must read|
  loading|relacionado|anuncio|anuncios|más información|annonce|à la une|anúncio|saiba mais|
  anzeigen|werbung|weitere themen|terkini|rekomendasi|selengkapnya|berita terbaru|terpopuler|
  популярное|по теме|рекомендуем|наверх|подробнее|популярне|за темою|рекомендуємо|детальніше|
  ランキング|フォローする|シェアする|共有する|推廣|字号|责任编辑|分享到|加入收藏|최근 게시물|주요 뉴스|구독하기|المزيد|آخر الأخبار|شارك على|
  ببینید|بخوانید|تبلیغ|آخرین اخبار|ताजा खबरें|ताज़ा खबरें|साझा करें|शेयर करें|devamı|reklam|
  reklamlar|son haberler|tin mới|tin tức mới|ข่าวล่าสุด|ข่าวอื่นๆ|reklám|részletek|tovább|
  további hírek|friss hírek|últimas noticias|últimas notícias|share it|share on|share via|
  compartilhe|most popular|blog archive|about me|following|page # of #|# comment|komentar|
  comments|spread the word|sharing is caring|sebarkan|мобильная версия|quảng cáo`;

/** Of those, the ones that a headline behind a colon makes sure again. */
export const SURE_LABELS = `related|watch|recommended|must read|relacionado|saiba mais|по теме|
  подробнее|за темою|детальніше|ببینید|بخوانید`;

/** Before a colon and a list of tags. */
export const TAG_LABELS = `labels|label|tags|tag|tagged|tagged with|filed under|etiquetas|
  etiqueta|libellés|étiquettes|mots-clés|mots clés|marcadores|palavras-chave|palabras clave|
  schlagwörter|schlagworte|kata kunci|tagar|метки|теги|тег|ярлыки|ключевые слова|ярлики|мітки|
  ключові слова|タグ|ラベル|标签|標籤|关键词|關鍵字|关键字|태그|라벨|키워드|الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|
  التسميات|كلمات دلالية|برچسب‌ها|برچسب ها|برچسب|کلیدواژه‌ها|टैग|टैग्स|लेबल|etiketler|nhãn|thẻ|
  từ khóa|từ khoá|ป้ายกำกับ|แท็ก|คำค้น|címkék|címke|kulcsszavak`;

/** The same, but in the middle of a story it may be an agenda: "Topics: coal, steel". */
export const TOPIC_LABELS = `topics|topic|keywords|related topics|temas|tema|thèmes|tópicos|
  themen|stichwörter|stichworte|topik|topik terkait|метка|темы|теми|キーワード|话题|話題|विषय|etiket|
  konular|anahtar kelimeler|chủ đề|คำสำคัญ|témák|مواضيع|موضوعات`;

/** What a trail of breadcrumbs begins with. */
export const HOME = `home|homepage|front page|start|beranda|inicio|portada|accueil|início|
  página inicial|startseite|главная|головна|ホーム|トップ|top|トップページ|首页|首頁|主页|홈|الرئيسية|
  الصفحة الرئيسية|خانه|صفحه اصلی|صفحه نخست|होम|मुखपृष्ठ|ana sayfa|anasayfa|trang chủ|หน้าแรก|
  หน้าหลัก|főoldal|címlap|kezdőlap|kanal utama|depan`;

/** How old the page said the article was when it was saved. */
export const AGES = `# hours ago|# hour ago|# minutes ago|# days ago|# day ago|just now|
  hace # horas|hace # minutos|hace # días|il y a # heures|il y a # minutes|il y a # jours|
  há # horas|há # minutos|vor # stunden|vor # minuten|vor # tagen|# jam lalu|# jam yang lalu|
  # menit lalu|# menit yang lalu|# hari lalu|# hari yang lalu|# часов назад|# часа назад|
  # час назад|# минут назад|# дней назад|# годин тому|# години тому|# хвилин тому|#時間前|#分前|#日前|
  #小时前|#分钟前|#天前|#小時前|#分鐘前|#시간 전|#분 전|#일 전|منذ # ساعات|منذ # ساعة|قبل # ساعات|منذ # دقيقة|
  # ساعت پیش|# دقیقه پیش|# घंटे पहले|# मिनट पहले|# दिन पहले|# saat önce|# dakika önce|# gün önce|
  # giờ trước|# phút trước|# ngày trước|# ชั่วโมงที่แล้ว|# นาทีที่แล้ว|# วันที่แล้ว|# órája|
  # perce|# napja`;

/** Before a colon and the title of the page's neighbour. */
export const NEXT_LABELS = `next|previous|prev|next post|previous post|next article|
  previous article|newer post|older post|siguiente|anterior|suivant|précédent|article suivant|
  article précédent|próximo|weiter|zurück|nächster artikel|vorheriger artikel|berikutnya|
  sebelumnya|artikel selanjutnya|artikel sebelumnya|далее|назад|наступна|попередня|次の記事|前の記事|上一篇|
  下一篇|다음글|이전글|다음 기사|이전 기사|المقال السابق|المقال التالي|مطلب قبلی|مطلب بعدی|sonraki|önceki|
  bài trước|bài sau|következő|előző`;

/** Lines of the page's own machinery, too seldom alone in a story to be sure of. */
export const MACHINERY = `powered by wordpress|proudly powered by wordpress|subscribe now|
  subscribe to continue reading|sign up for free|sign up now|get our free app|
  enable notifications|report a typo|report an error|photo gallery|listen # min|# min listen|#x|
  got a news tip?|me gusta esto|cargando|cargando...|ähnliche beiträge|gefällt mir|wird geladen|
  j'aime ça|chargement|chargement...|понравилось это|загрузка...|関連|読み込み中...|转载请注明出处|加载中...|기사제보|
  제보하기|इस खबर को शेयर करें|lihat foto|lihat video|suka ini|memuat...|yükleniyor...|đang tải...|
  กำลังโหลด|betöltés...|جار التحميل...|notifications|dark mode|subscribe today|view comments|
  top of page`;
