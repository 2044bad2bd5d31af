/** Lines that lead away from the story, to other stories and other pages; by language. */
import type { PhraseTable } from "./furniture-phrases.ts";

/** Alone, or with a colon and a headline: "Baca juga: Pasar baru dibuka". */
export const READ_MORE: PhraseTable = {
  en: `read more|read also|also read|read next|read on|see also|more on this story|more on this|
    related|related article|related story|you may also like|you might also like|recommended|
    recommended for you|continue reading|keep reading|read the full story|read full article|watch|
    watch also|watch now|listen to this article|up next|don't miss|editor's picks|more like this|
    read the full article|click here|click here to read more|must read|read more here`,
  es: `lea también|lea más|leer más|lee también|te puede interesar|te puede gustar|
    le puede interesar|también te puede interesar|más información|seguir leyendo|sigue leyendo|
    ver más|vea también|ver también|relacionado|no te pierdas|te recomendamos`,
  fr: `lire aussi|à lire aussi|lisez aussi|lire également|à lire également|lire la suite|
    lire plus|voir aussi|voir plus|en savoir plus|pour aller plus loin|sur le même sujet|
    sur le même thème|écouter aussi|à voir aussi`,
  pt: `leia também|leia mais|leia ainda|saiba mais|veja também|veja mais|ver mais|continue lendo|
    continuar lendo|ler mais|leia a seguir|confira também|assista também`,
  de: `lesen sie auch|lesen sie mehr|lesen sie weiter|lesen sie dazu auch|lesen sie dazu|
    auch interessant|mehr zum thema|mehr lesen|weiterlesen|siehe auch|zum weiterlesen|
    das könnte sie auch interessieren|das könnte dich auch interessieren|mehr dazu|lies auch|
    empfohlener artikel|passend dazu`,
  id: `baca juga|baca selengkapnya|baca lebih lanjut|baca lainnya|baca selanjutnya|simak juga|
    simak selengkapnya|lihat juga|lihat selengkapnya|selengkapnya|berita lainnya|artikel lainnya|
    tonton juga|saksikan juga|lanjutkan membaca|klik di sini|baca pula|simak video|
    halaman selanjutnya|halaman berikutnya|saksikan video pilihan berikut`,
  ru: `читайте также|читать также|читать далее|читать дальше|читать полностью|подробнее|
    смотрите также|смотреть также|материалы по теме|по теме|еще по теме|узнать больше|
    вам может быть интересно|читайте еще|ранее по теме|вам может понравиться`,
  uk: `читайте також|читати також|читати далі|читати більше|докладніше|детальніше|дивіться також|
    дивитися також|матеріали за темою|за темою|більше за темою|вас може зацікавити|
    дізнатися більше`,
  ja: `続きを読む|もっと読む|もっと見る|あわせて読みたい|合わせて読みたい|こちらもおすすめ|おすすめ記事|次のページへ|続きはこちら|詳しくはこちら|関連リンク|
    こちらの記事もおすすめ|全文を読む`,
  zh: `阅读更多|閱讀更多|阅读全文|閱讀全文|查看更多|查看全文|查看原文|阅读原文|继续阅读|繼續閱讀|延伸阅读|延伸閱讀|相关阅读|相關閱讀|更多阅读|推荐阅读|推薦閱讀|
    更多精彩内容|看更多|你可能感兴趣|猜你喜欢|點我看更多|更多内容|了解更多|瞭解更多`,
  ko: `더 보기|더보기|더 읽기|계속 읽기|이어보기|자세히 보기|함께 읽기|같이 읽어보세요|함께 보면 좋은 기사|추천 기사|전체 보기|기사 더보기|
    이 기사도 함께 보세요`,
  ar: `اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد|إقرأ أيضا|اقرأ ايضا|شاهد أيضا|شاهد المزيد|المزيد|
    أكمل القراءة|تابع القراءة|قد يهمك|قد يهمك أيضا|قد يعجبك أيضا|للمزيد|عرض المزيد|تابع أيضا`,
  fa: `بیشتر بخوانید|بیشتر بدانید|همچنین بخوانید|ادامه مطلب|مطالعه بیشتر|بخوانید|مطالب مرتبط|
    ببینید|مشاهده بیشتر|خواندن بیشتر|این مطلب را هم بخوانید`,
  hi: `यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|आगे पढ़ें|पूरी खबर पढ़ें|अधिक पढ़ें|
    यह भी देखें|ये भी देखें|आपको यह भी पसंद आ सकता है|पूरा लेख पढ़ें`,
  tr: `ayrıca oku|ayrıca okuyun|bunu da okuyun|devamını oku|devamını okuyun|devamı|daha fazla oku|
    daha fazlası|daha fazla göster|ayrıca bakınız|ilginizi çekebilir|bunlar da ilginizi çekebilir|
    haberin devamı|detaylar için tıklayın|önerilen haber|okumaya devam et`,
  vi: `xem thêm|đọc thêm|đọc tiếp|xem tiếp|có thể bạn quan tâm|bạn có thể quan tâm|xem ngay|
    đọc nhiều hơn|xem chi tiết|mời bạn đọc thêm|tìm hiểu thêm|đọc ngay|tin nên đọc`,
  th: `อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|อ่านเพิ่ม|ดูเพิ่มเติม|อ่านทั้งหมด|บทความแนะนำ|
    คุณอาจสนใจ|คุณอาจชอบ|อ่านข่าวต่อ|อ่านข่าวอื่น|อ่านข่าวที่เกี่ยวข้อง|คลิกอ่านต่อ`,
  hu: `olvasd el ezt is|olvassa el ezt is|olvass tovább|tovább olvasom|tovább a cikkre|
    kapcsolódó cikk|ez is érdekelheti|ez is érdekelhet|bővebben|részletek|lásd még|tovább|
    ezt is ajánljuk|ajánlott cikk|olvasta már?`,
};

/** Headings of lists of links; in the tail what stands below them goes too. */
export const SHELVES: PhraseTable = {
  en: `related articles|related stories|related posts|related news|related topics|related content|
    popular posts|most popular|most read|most viewed|trending|trending now|latest news|
    latest posts|recent posts|more stories|more news|more from this author|top stories|
    other stories|blog archive|you may also be interested in|more from this section|
    from our partners|featured posts`,
  es: `noticias relacionadas|artículos relacionados|lo más leído|lo más visto|últimas noticias|
    más noticias|entradas populares|entradas recientes|archivo del blog|temas relacionados`,
  fr: `articles similaires|articles liés|articles connexes|les plus lus|les plus consultés|
    à la une|dernières actualités|articles récents|messages les plus consultés|
    dans la même rubrique|archives du blog|nos autres articles`,
  pt: `notícias relacionadas|artigos relacionados|matérias relacionadas|mais lidas|mais lidos|
    últimas notícias|mais notícias|postagens mais visitadas|arquivo do blog|posts recentes`,
  de: `ähnliche artikel|verwandte artikel|weitere artikel|weitere beiträge|weitere themen|
    meistgelesen|meistgelesene artikel|neueste beiträge|aktuelle nachrichten|beliebte posts|
    blog-archiv|das könnte ihnen gefallen|empfohlene artikel`,
  id: `berita terkait|artikel terkait|baca berita terkait|berita terpopuler|terpopuler|terkini|
    berita populer|berita terbaru|artikel terbaru|rekomendasi untuk anda|rekomendasi|pos terkait|
    postingan populer|entri populer|arsip blog|paling banyak dibaca|topik terkait|berita pilihan|
    pilihan redaksi`,
  ru: `похожие статьи|похожие материалы|похожие новости|другие новости|новости по теме|популярное|
    самое читаемое|самое популярное|последние новости|популярные сообщения|архив блога|
    свежие записи|главные новости|рекомендуем`,
  uk: `схожі статті|схожі матеріали|схожі новини|інші новини|новини за темою|популярне|
    найпопулярніше|останні новини|архів блогу|популярні публікації|рекомендуємо`,
  ja: `関連記事|関連ニュース|人気記事|人気の投稿|最新記事|最新ニュース|アクセスランキング|ランキング|ブログ アーカイブ|おすすめの記事|新着記事`,
  zh: `相关新闻|相關新聞|相关文章|相關文章|热门文章|熱門文章|热门新闻|熱門新聞|最新文章|最新新聞|最新新闻|热门推荐|推荐文章|精选推荐|博客归档|網誌存檔|阅读排行|点击排行`,
  ko: `관련기사|관련 기사|관련 뉴스|관련뉴스|많이 본 뉴스|많이 본 기사|인기 기사|인기기사|최신 기사|최신뉴스|인기 게시물|블로그 보관함|주요 뉴스|
    이 시각 주요뉴스`,
  ar: `مقالات ذات صلة|أخبار ذات صلة|مواضيع ذات صلة|مواضيع متعلقة|الأكثر قراءة|الأكثر مشاهدة|
    آخر الأخبار|أحدث الأخبار|المشاركات الشائعة|أرشيف المدونة|أخبار متعلقة|موضوعات ذات صلة`,
  fa: `اخبار مرتبط|خبرهای مرتبط|مقالات مرتبط|پربازدیدترین‌ها|پربازدیدها|آخرین اخبار|
    تازه‌ترین خبرها|بایگانی وبلاگ|نوشته‌های تازه|پیشنهاد سردبیر`,
  hi: `संबंधित खबरें|संबंधित ख़बरें|संबंधित लेख|सबसे ज्यादा पढ़ी गईं|लोकप्रिय खबरें|ताज़ा खबरें|
    ताजा खबरें|लोकप्रिय पोस्ट|ब्लॉग आर्काइव|अन्य खबरें|टॉप न्यूज`,
  tr: `ilgili haberler|benzer haberler|ilgili yazılar|benzer yazılar|en çok okunanlar|
    son haberler|diğer haberler|popüler yayınlar|blog arşivi|öne çıkan haberler|
    son dakika haberleri`,
  vi: `tin liên quan|bài viết liên quan|tin cùng chuyên mục|tin đọc nhiều|đọc nhiều nhất|
    tin mới nhất|tin mới|tin nổi bật|bài đăng phổ biến|lưu trữ blog|các tin khác|
    bài viết mới nhất`,
  th: `ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ข่าวล่าสุด|ข่าวยอดนิยม|บทความล่าสุด|ข่าวอื่นๆ|
    เรื่องที่เกี่ยวข้อง|บทความยอดนิยม|คลังบทความของบล็อก|ข่าวแนะนำ`,
  hu: `kapcsolódó cikkek|kapcsolódó hírek|ajánlott cikkek|legolvasottabb|legolvasottabb cikkek|
    legfrissebb hírek|friss hírek|további hírek|további cikkek|népszerű bejegyzések|blogarchívum`,
};

/** Blogger's and other themes' feet, and the lines above an article that only a page needs. */
export const PAGING: PhraseTable = {
  en: `newer post|older post|newer posts|older posts|newer|older|next post|previous post|
    next article|previous article|subscribe to: post comments (atom)|subscribe to: posts (atom)|
    subscribe to: comments (atom)|view mobile version|view web version|powered by blogger|
    simple theme. powered by blogger.|search this blog|about me|view my complete profile|
    skip to content|skip to main content|back to top|toggle navigation|report abuse|# min read|
    # minute read|# minutes read|reading time: # minutes|reading time: # min|# views|page # of #|
    accept cookies|accept all cookies|accept all|reject all|cookie policy|cookie settings|
    manage cookies|cookie preferences|# shares|# share|# likes|# retweets|like this|like loading|
    all rights reserved|all rights reserved.|jump to content|open menu|close menu|main menu`,
  es: `suscríbete para seguir leyendo|lee sin límites|
    entrada más reciente|entrada antigua|entradas más recientes|entradas antiguas|
    página principal|suscribirse a: enviar comentarios (atom)|suscribirse a: entradas (atom)|
    ver versión para móviles|ver la versión web|con la tecnología de blogger|siguiente artículo|
    artículo anterior|aceptar cookies|aceptar todas|política de cookies|saltar al contenido|
    ir al contenido|volver arriba|# min de lectura|lectura de # min|tiempo de lectura: # minutos|
    todos los derechos reservados|# visitas`,
  fr: `article plus récent|article plus ancien|articles plus récents|articles plus anciens|
    inscription à : publier les commentaires (atom)|inscription à : articles (atom)|
    afficher la version mobile|afficher la version web|article suivant|article précédent|
    accepter les cookies|tout accepter|tout refuser|gérer les cookies|politique de cookies|
    aller au contenu|haut de page|retour en haut|temps de lecture : # min|# min de lecture|
    lecture : # min|lecture # min|tous droits réservés|fourni par blogger`,
  pt: `postagem mais recente|postagem mais antiga|postagens mais recentes|postagens mais antigas|
    página inicial|assinar: postar comentários (atom)|assinar: postagens (atom)|
    ver versão para celular|visualizar versão para a web|próximo artigo|artigo anterior|
    aceitar cookies|aceitar todos|política de cookies|configurações de cookies|ir para o conteúdo|
    pular para o conteúdo|voltar ao topo|tempo de leitura: # min|# min de leitura|
    todos os direitos reservados|tecnologia do blogger`,
  de: `zur startseite|
    neuerer post|älterer post|neuere posts|ältere posts|nächster artikel|vorheriger artikel|
    cookies akzeptieren|alle akzeptieren|alle ablehnen|cookie-einstellungen|cookie-richtlinie|
    nächster beitrag|vorheriger beitrag|abonnieren kommentare zum post (atom)|
    abonnieren: kommentare zum post (atom)|abonnieren posts (atom)|mobile version anzeigen|
    web-version anzeigen|zum inhalt springen|zum hauptinhalt springen|nach oben|zum seitenanfang|
    lesezeit: # min|lesezeit: # min.|lesezeit: # minuten|lesezeit # minuten|# min. lesezeit|
    lesedauer: # minuten|alle rechte vorbehalten|powered by blogger`,
  id: `posting lebih baru|posting lama|postingan lebih baru|postingan lama|posting terbaru|
    langganan: posting komentar (atom)|langganan: komentar postingan (atom)|
    langganan: entri (atom)|langganan: postingan (atom)|lihat versi seluler|lihat versi web|
    diberdayakan oleh blogger|cari blog ini|mengenai saya|lihat profil lengkapku|
    artikel selanjutnya|artikel sebelumnya|terima cookie|terima semua cookie|terima semua|
    kebijakan cookie|pengaturan cookie|berita sebelumnya|berita selanjutnya|lompat ke konten|
    langsung ke konten|kembali ke atas|waktu baca # menit|# menit membaca|dibaca # kali|
    dilihat # kali|dibaca: # kali|hak cipta dilindungi|hak cipta dilindungi undang-undang|
    laporkan penyalahgunaan|ukuran font`,
  ru: `нашли опечатку? выделите текст и нажмите ctrl+enter|
    следующее сообщение|предыдущее сообщение|следующая статья|предыдущая статья|принять cookie|
    принять все|политика cookie|настройки cookie|главная страница|
    подписаться на: комментарии к сообщению (atom)|подписаться на: сообщения (atom)|
    мобильная версия|веб-версия|открыть мобильную версию|открыть веб-версию|перейти к содержимому|
    перейти к содержанию|наверх|время чтения: # мин|время чтения: # минут|# мин чтения|
    просмотров: #|# просмотров|все права защищены|все права защищены.|технологии blogger`,
  uk: `новіша публікація|старіша публікація|прийняти cookie|прийняти всі|наступна стаття|
    попередня стаття|головна сторінка|підписатися на: дописати коментарі (atom)|
    підписатися на: дописи (atom)|мобільна версія|переглянути мобільну версію|
    переглянути веб-версію|перейти до вмісту|нагору|час читання: # хв|# хв читання|переглядів: #|
    # переглядів|усі права захищені|всі права захищено`,
  ja: `次の投稿|前の投稿|クッキーを許可|cookieを許可|すべて同意する|次の記事|前の記事|登録: コメントの投稿 (atom)|登録: 投稿 (atom)|
    モバイル バージョンを表示|ウェブ バージョンを表示|このブログを検索|自己紹介|コンテンツへスキップ|本文へスキップ|本文へ移動|ページトップへ|ページの先頭へ|トップへ戻る|
    この記事は約#分で読めます|約#分で読めます|無断転載を禁じます|無断転載禁止|powered by blogger`,
  zh: `扫一扫在手机打开当前页|
    较新的博文|较早的博文|較新的文章|較舊的文章|上一篇|下一篇|上一篇文章|下一篇文章|接受cookie|接受所有cookie|全部接受|cookie政策|
    订阅: 博文评论 (atom)|订阅: 博文 (atom)|訂閱: 張貼留言 (atom)|訂閱: 文章 (atom)|查看移动版本|查看网络版本|查看行動版|查看網頁版|搜索此博客|
    搜尋此網誌|关于我|關於我自己|跳到内容|跳至主要內容|跳至内容|返回顶部|回到顶部|回頂端|阅读时间: # 分钟|阅读量: #|阅读 #|浏览量: #|版权所有|版權所有|
    版权所有，未经授权不得转载|责任编辑|字号|字体大小`,
  ko: `최근 게시물|이전 게시물|다음 기사|이전 기사|다음 글|이전 글|이전기사|다음기사|쿠키 허용|모두 동의|쿠키 정책|피드 구독하기: 댓글 (atom)|
    피드 구독하기: 글 (atom)|모바일 버전 보기|웹 버전 보기|이 블로그 검색|내 소개|본문으로 바로가기|본문 바로가기|맨 위로|맨위로|읽는 시간 #분|조회수 #|
    조회 #|무단전재 및 재배포 금지|무단 전재 및 재배포 금지|저작권자 © 무단전재 및 재배포 금지`,
  ar: `رسالة أحدث|رسالة أقدم|مشاركة أحدث|مشاركة أقدم|الصفحة الرئيسية|المقال السابق|المقال التالي|
    قبول الكل|قبول ملفات تعريف الارتباط|الخبر السابق|الخبر التالي|
    الاشتراك في: تعليقات الرسالة (atom)|الاشتراك في: الرسائل (atom)|عرض إصدار الجوال|
    عرض إصدار الويب|انتقل إلى المحتوى|تخطي إلى المحتوى|العودة إلى الأعلى|وقت القراءة: # دقائق|
    وقت القراءة # دقائق|# دقائق قراءة|جميع الحقوق محفوظة|يتم التشغيل بواسطة blogger`,
  fa: `پیام جدیدتر|پیام قدیمی تر|پیام قدیمی‌تر|صفحهٔ اصلی|مطلب قبلی|مطلب بعدی|خبر قبلی|خبر بعدی|
    پذیرش کوکی‌ها|پذیرش همه|اشتراک در: نظرات پیام (atom)|اشتراک در: پست‌ها (atom)|پرش به محتوا|
    رفتن به محتوا|بازگشت به بالا|زمان مطالعه: # دقیقه|زمان مطالعه # دقیقه|کد خبر: #|
    تعداد بازدید: #|تمامی حقوق محفوظ است|تمام حقوق محفوظ است|کلیه حقوق محفوظ است`,
  hi: `नई पोस्ट|पुरानी पोस्ट|मुख्यपृष्ठ|अगला लेख|पिछला लेख|अगली खबर|पिछली खबर|कुकी नीति|
    सभी स्वीकार करें|सदस्यता लें टिप्पणियाँ भेजें (atom)|सदस्यता लें: टिप्पणियाँ भेजें (atom)|
    सदस्यता लें संदेश (atom)|मोबाइल वर्शन देखें|वेब वर्शन देखें|सामग्री पर जाएं|ऊपर जाएं|
    # मिनट में पढ़ें|पढ़ने का समय: # मिनट|सर्वाधिकार सुरक्षित`,
  tr: `sonraki kayıt|önceki kayıt|daha yeni kayıt|daha eski kayıt|sonraki kayıtlar|
    önceki kayıtlar|çerezleri kabul et|tümünü kabul et|çerez politikası|sonraki haber|
    önceki haber|sonraki yazı|önceki yazı|kaydol: kayıt yorumları (atom)|kaydol: kayıtlar (atom)|
    mobil sürümü görüntüle|web sürümünü görüntüle|içeriğe geç|içeriğe atla|başa dön|yukarı çık|
    # dk okuma|# dakikalık okuma|okuma süresi: # dakika|okuma süresi: # dk|tüm hakları saklıdır|
    tüm hakları saklıdır.`,
  vi: `bài đăng mới hơn|bài đăng cũ hơn|bài trước|bài sau|bài tiếp theo|bài viết trước|
    bài viết sau|chấp nhận cookie|chấp nhận tất cả|đăng ký: đăng nhận xét (atom)|
    đăng ký: bài đăng (atom)|xem phiên bản di động|xem phiên bản web|tìm kiếm blog này|
    chuyển đến nội dung|đi tới nội dung|lên đầu trang|về đầu trang|# phút đọc|
    thời gian đọc: # phút|# lượt xem|bản quyền thuộc về tác giả|giữ bản quyền`,
  th: `บทความใหม่กว่า|บทความที่เก่ากว่า|บทความก่อนหน้า|บทความถัดไป|ข่าวก่อนหน้า|ข่าวถัดไป|
    ยอมรับคุกกี้|ยอมรับทั้งหมด|นโยบายคุกกี้|สมัครสมาชิก: ส่งความคิดเห็น (atom)|
    สมัครสมาชิก: บทความ (atom)|ดูเวอร์ชันสำหรับมือถือ|ดูเวอร์ชันเว็บ|ค้นหาบล็อกนี้|
    ข้ามไปยังเนื้อหา|ข้ามไปที่เนื้อหา|กลับขึ้นด้านบน|กลับไปด้านบน|อ่าน # นาที|ใช้เวลาอ่าน # นาที|
    เปิดอ่าน # ครั้ง|สงวนลิขสิทธิ์|ขนาดตัวอักษร`,
  hu: `újabb bejegyzés|régebbi bejegyzés|újabb bejegyzések|régebbi bejegyzések|következő cikk|
    előző cikk|következő bejegyzés|előző bejegyzés|sütik elfogadása|összes elfogadása|
    süti szabályzat|feliratkozás: megjegyzések küldése (atom)|feliratkozás: bejegyzések (atom)|
    mobil verzió megtekintése|webes verzió megtekintése|ugrás a tartalomra|tovább a tartalomhoz|
    vissza a tetejére|olvasási idő: # perc|# perc olvasás|minden jog fenntartva|
    minden jog fenntartva.`,
};
