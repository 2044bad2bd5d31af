/**
 * Whole lines that are page furniture wherever they stand, by language. `#` is a number, `{}` the
 * name of a network. Every language is looked up in every text: themes are rarely translated.
 */

export type PhraseTable = Readonly<
  Record<
    | "en"
    | "es"
    | "fr"
    | "pt"
    | "de"
    | "id"
    | "ru"
    | "uk"
    | "ja"
    | "zh"
    | "ko"
    | "ar"
    | "fa"
    | "hi"
    | "tr"
    | "vi"
    | "th"
    | "hu",
    string
  >
>;

export const COMMENTS: PhraseTable = {
  en: `no comments|no comments yet|0 comments|# comment|# comments|comments (#)|post a comment|
    leave a comment|leave a reply|add a comment|write a comment|join the conversation|
    be the first to comment|be the first to comment!|show comments|view comments|
    view all comments|load comments|load more comments|load more|comments are closed|
    comments are closed.|cancel reply|loading comments...|links to this post|reactions|
    enter comment|your comment`,
  es: `no hay comentarios|sin comentarios|# comentario|# comentarios|comentarios (#)|
    publicar un comentario|deja un comentario|dejar un comentario|deja una respuesta|
    añadir un comentario|sé el primero en comentar|ver comentarios|ver todos los comentarios|
    comentarios cerrados|los comentarios están cerrados|publicar un comentario en la entrada`,
  fr: `aucun commentaire|pas de commentaire|pas de commentaires|# commentaire|# commentaires|
    commentaires (#)|enregistrer un commentaire|laisser un commentaire|ajouter un commentaire|
    écrire un commentaire|poster un commentaire|soyez le premier à commenter|
    voir les commentaires|les commentaires sont fermés|réagir à cet article|
    lire les commentaires`,
  pt: `nenhum comentário|sem comentários|# comentário|# comentários|comentários (#)|
    postar um comentário|enviar um comentário|deixe um comentário|deixe seu comentário|
    deixe uma resposta|seja o primeiro a comentar|ver comentários|comentários encerrados`,
  de: `keine kommentare|# kommentar|# kommentare|kommentare (#)|kommentar veröffentlichen|
    kommentar schreiben|kommentar hinterlassen|einen kommentar schreiben|schreibe einen kommentar|
    hinterlasse einen kommentar|kommentar verfassen|kommentare anzeigen|zu den kommentaren|
    diskutieren sie mit|antwort abbrechen|kommentare sind geschlossen|alle kommentare anzeigen`,
  id: `tidak ada komentar|belum ada komentar|# komentar|komentar (#)|posting komentar|
    poskan komentar|tulis komentar|tulis komentar anda|tinggalkan komentar|tinggalkan balasan|
    berikan komentar|kirim komentar|lihat komentar|lihat semua komentar|komentar ditutup|
    batalkan balasan|jadilah yang pertama berkomentar|tambahkan komentar`,
  ru: `комментариев нет|нет комментариев|# комментарий|# комментария|# комментариев|
    комментарии (#)|комментарии: #|комментариев: #|отправить комментарий|оставить комментарий|
    добавить комментарий|написать комментарий|комментировать|показать комментарии|
    читать комментарии|комментарии закрыты|будьте первым, кто оставит комментарий`,
  uk: `немає коментарів|коментарів немає|# коментар|# коментарі|# коментарів|коментарі (#)|
    дописати коментар|залишити коментар|додати коментар|написати коментар|коментувати|
    показати коментарі|коментарі закриті|надіслати коментар`,
  ja: `コメントなし|コメントはありません|コメントはまだありません|# 件のコメント|#件のコメント|コメント (#)|コメント(#)|コメント # 件|コメント#件|コメントを投稿|
    コメントを書く|コメントする|コメントを残す|コメントを見る|コメントをもっと見る|コメントをキャンセル`,
  zh: `没有评论|暂无评论|沒有留言|尚無留言|# 条评论|#条评论|# 則留言|#則留言|評論 (#)|评论 (#)|评论(#)|发表评论|我要评论|添加评论|写评论|查看评论|
    查看全部评论|張貼留言|發表留言|發佈留言|發表評論|查看留言|發表迴響|评论已关闭|取消回复|取消回覆|我来说两句|网友评论`,
  ko: `댓글 없음|댓글이 없습니다|댓글 #|댓글 #개|댓글(#)|댓글 (#)|#개의 댓글|# 개의 댓글|댓글 쓰기|댓글 달기|댓글 남기기|댓글 보기|댓글 더보기|
    댓글을 남겨주세요|첫 댓글을 남겨보세요|전체 댓글 보기`,
  ar: `ليست هناك تعليقات|لا توجد تعليقات|لا تعليقات|لا يوجد تعليقات|# تعليق|# تعليقات|تعليقات (#)|
    التعليقات (#)|إرسال تعليق|أضف تعليق|أضف تعليقا|اترك تعليقا|اترك ردا|اكتب تعليقا|
    كن أول من يعلق|عرض التعليقات|التعليقات مغلقة|إلغاء الرد`,
  fa: `هیچ نظری موجود نیست|نظری ثبت نشده است|بدون نظر|بدون دیدگاه|# نظر|# دیدگاه|نظرات (#)|
    ارسال یک نظر|ارسال نظر|نظر شما|نظر بدهید|دیدگاه خود را بنویسید|افزودن دیدگاه|ثبت نظر|
    مشاهده نظرات|لغو پاسخ|دیدگاه‌ها بسته شده‌اند`,
  hi: `कोई टिप्पणी नहीं|कोई टिप्पणी नहीं है|# टिप्पणी|# टिप्पणियाँ|# टिप्पणियां|टिप्पणियाँ (#)|
    एक टिप्पणी भेजें|टिप्पणी भेजें|टिप्पणी करें|टिप्पणी लिखें|अपनी टिप्पणी दें|अपनी राय दें|
    टिप्पणियाँ देखें|कमेंट करें|# कमेंट|# कमेंट्स`,
  tr: `hiç yorum yok|yorum yok|henüz yorum yok|henüz yorum yapılmamış|# yorum|yorumlar (#)|
    yorum gönder|yorum yap|yorum yaz|yorum ekle|yorumunuzu yazın|bir yorum bırakın|
    bir cevap yazın|ilk yorumu siz yapın|yorumları göster|yorumları gör|yorumlar kapalı|
    yanıtı iptal et`,
  vi: `không có nhận xét nào|không có bình luận|chưa có bình luận|chưa có bình luận nào|
    # nhận xét|# bình luận|bình luận (#)|đăng nhận xét|viết bình luận|gửi bình luận|
    để lại bình luận|để lại một bình luận|ý kiến của bạn|xem bình luận|xem tất cả bình luận|
    gửi nhận xét`,
  th: `ไม่มีความคิดเห็น|ยังไม่มีความคิดเห็น|# ความคิดเห็น|ความคิดเห็น (#)|แสดงความคิดเห็น|
    ร่วมแสดงความคิดเห็น|เขียนความคิดเห็น|ดูความคิดเห็น|ดูความคิดเห็นทั้งหมด|ปิดความเห็น|
    ใส่ความเห็น|ยกเลิกการตอบ`,
  hu: `nincsenek megjegyzések|nincs hozzászólás|nincs megjegyzés|# megjegyzés|# hozzászólás|
    hozzászólások (#)|megjegyzés küldése|hozzászólás írása|szólj hozzá|szólj hozzá!|hozzászólok|
    vélemény, hozzászólás?|hozzászólások megtekintése|legyen ön az első hozzászóló`,
};

export const SHARING: PhraseTable = {
  en: `share this|share this article|share this story|share this post|share this page|
    share this news|share on|share via|share with friends|share it|sharing is caring|
    share options|email this|email this article|print this|print this page|print this article|
    blogthis!|share to {}|share on {}|share via {}|tweet this|pin it|follow us|follow us on|
    follow us on {}|click to share on {} (opens in new window)|spread the word|share now|
    share link|give this article|email a link to a friend (opens in new window)|
    click to print (opens in new window)`,
  es: `comparte esto|comparte este artículo|compartir este artículo|compartir esta noticia|
    comparte esta noticia|comparte en|compartir en|compartir en {}|compartir con {}|
    comparte en {}|enviar por correo electrónico|enviar por email|escribe un blog|
    imprimir esta página|síguenos|síguenos en|síguenos en {}|compártelo`,
  fr: `partager cet article|partagez cet article|partager sur|partager sur {}|partagez sur {}|
    partager via {}|envoyer par e-mail|envoyer par mail|envoyer cet article|imprimer cet article|
    imprimer la page|suivez-nous|suivez-nous sur|suivez-nous sur {}|partager la page`,
  pt: `compartilhe isso|compartilhe|compartilhe esta notícia|compartilhe este artigo|
    compartilhar notícia|compartilhar este artigo|partilhar este artigo|compartilhar no {}|
    compartilhar com o {}|compartilhe no {}|partilhar no {}|enviar por e-mail|postar no blog!|
    imprimir esta página|siga-nos|siga-nos no {}|siga-nos no`,
  de: `diesen artikel teilen|artikel teilen|beitrag teilen|seite teilen|jetzt teilen|teilen mit|
    teilen auf|auf {} teilen|bei {} teilen|in {} freigeben|über {} teilen|per {} teilen|
    diesen post per e-mail versenden|artikel drucken|seite drucken|per e-mail teilen|
    per e-mail senden|per mail teilen|folgen sie uns|folgen sie uns auf {}|folge uns auf {}|
    link kopieren|artikel versenden`,
  id: `bagikan ini|bagikan artikel ini|bagikan berita ini|bagikan halaman ini|bagikan ke|
    bagikan ke {}|berbagi ke {}|bagikan di {}|bagikan via {}|bagikan melalui|
    kirimkan ini lewat email|cetak artikel ini|ikuti kami|ikuti kami di|ikuti kami di {}|
    follow kami di {}|sebarkan|salin tautan|share artikel ini|share berita`,
  ru: `поделиться ссылкой|поделиться статьей|поделиться новостью|поделитесь с друзьями|
    поделиться с друзьями|поделиться в {}|поделиться в|поделиться на {}|опубликовать в {}|
    отправить по электронной почте|написать об этом в блоге|распечатать статью|версия для печати|
    скопировать ссылку|подписывайтесь на нас|подписывайтесь на нас в {}|мы в соцсетях|
    читайте нас в {}|мы в {}`,
  uk: `поділитися новиною|поділитися статтею|поділіться з друзями|поділитися в {}|
    опублікувати в {}|надіслати електронною поштою|опублікувати в блозі|версія для друку|
    скопіювати посилання|підписуйтесь на нас|підписуйтесь на нас в {}|ми в соцмережах|
    читайте нас в {}|поділитися посиланням`,
  ja: `この記事をシェア|この記事をシェアする|この記事を共有|記事をシェアする|シェアする|共有する|{} で共有|{}で共有|{} で共有する|{}で共有する|{}でシェア|
    {}でシェアする|{} に共有|メールで送信|リンクをコピー|urlをコピー|urlをコピーする|記事を印刷|この記事を印刷する|フォローする|{}でフォロー|友だち追加|
    クリックして {} で共有 (新しいウィンドウで開きます)`,
  zh: `分享到|分享至|分享给好友|分享给朋友|分享此文|分享本文|分享這篇文章|分享文章|共享给 {}|分享到{}|分享到 {}|分享至{}|分享至 {}|共用至 {}|通过电子邮件发送|
    以電子郵件傳送這篇文章|打印本文|打印本页|列印本頁|复制链接|複製連結|扫码分享|扫一扫分享|微信扫一扫|关注我们|關注我們|扫一扫分享到微信|加入收藏`,
  ko: `기사 공유|기사 공유하기|이 기사 공유하기|공유하기|sns 공유|{}에서 공유|{}로 공유|{}에 공유|{} 공유|이메일로 전송|이메일로 보내기|링크 복사|
    url 복사|url복사|주소 복사|기사 인쇄|기사스크랩하기|인쇄하기|구독하기|팔로우하기|글자크기 조절|글씨크기 조절`,
  ar: `شارك هذا|شارك هذا المقال|شارك هذا الخبر|شارك الخبر|شارك المقال|شارك على|شارك على {}|
    المشاركة على {}|المشاركة في {}|مشاركة على {}|مشاركة عبر {}|إرسال بالبريد الإلكتروني|
    كتابة مدونة حول هذه المشاركة|نسخ الرابط|انسخ الرابط|طباعة الصفحة|طباعة المقال|تابعنا|
    تابعونا على|تابعنا على {}|تابعونا على {}|شارك القصة`,
  fa: `اشتراک گذاری این مطلب|این مطلب را به اشتراک بگذارید|به اشتراک بگذارید|اشتراک‌گذاری در {}|
    اشتراک در {}|با ایمیل ارسال کنید|ارسال با ایمیل|کپی لینک|لینک کوتاه|چاپ مطلب|نسخه چاپی|
    ما را دنبال کنید|ما را در {} دنبال کنید|ارسال به دوستان`,
  hi: `इसे साझा करें|यह लेख साझा करें|इस लेख को साझा करें|खबर शेयर करें|यह खबर शेयर करें|
    {} पर शेयर करें|{} पर साझा करें|इसे ईमेल करें|इसे ब्लॉग करें!|लिंक कॉपी करें|प्रिंट करें|
    हमें फॉलो करें|हमें फ़ॉलो करें|हमें {} पर फॉलो करें|शेयर करें|साझा करें`,
  tr: `bunu paylaş|bu haberi paylaş|haberi paylaş|bu yazıyı paylaş|yazıyı paylaş|{}'te paylaş|
    {}'ta paylaş|{}'da paylaş|{}'de paylaş|{} ile paylaş|{} üzerinde paylaş|
    bunu e-postayla gönder|e-posta ile gönder|bağlantıyı kopyala|linki kopyala|sayfayı yazdır|
    haberi yazdır|bizi takip edin|bizi {}'da takip edin|arkadaşına gönder`,
  vi: `chia sẻ bài viết|chia sẻ bài viết này|chia sẻ bài này|chia sẻ lên {}|chia sẻ qua {}|
    chia sẻ trên {}|gửi email bài đăng này|blogthis!|sao chép liên kết|sao chép link|in bài viết|
    in bài này|theo dõi chúng tôi|theo dõi chúng tôi trên {}|gửi cho bạn bè|copy link thành công`,
  th: `แชร์บทความนี้|แชร์ข่าวนี้|แชร์ข่าว|แชร์เรื่องนี้|แชร์ไปยัง {}|แชร์ไปที่ {}|แชร์ไปที่{}|
    แชร์บน {}|แชร์ผ่าน {}|ส่งอีเมลข้อมูลนี้|คัดลอกลิงก์|คัดลอกลิงค์|พิมพ์หน้านี้|พิมพ์บทความนี้|
    ติดตามเรา|ติดตามเราได้ที่|ติดตามเราบน {}|แชร์หน้าเว็บนี้`,
  hu: `oszd meg|ossza meg|oszd meg másokkal is|cikk megosztása|a cikk megosztása|
    megosztás az {}-en|megosztás a {}on|megosztás a {}en|megosztás: {}|küldés e-mailben|
    link másolása|cikk nyomtatása|oldal nyomtatása|kövess minket|kövessen minket|
    kövess minket a {}on|tetszett a cikk?`,
};

export const ADVERTS: PhraseTable = {
  en: `advertisement|advertisements|advertising|sponsored|sponsored content|sponsored links|ad|
    story continues below|story continues below advertisement|article continues below|
    continue reading below|scroll to continue|advertisement - scroll to continue|
    article continues after this advertisement|skip ad|skip advertisement|remove ads|
    advertisement. scroll to continue reading.|promoted content|paid content|report this ad`,
  es: `publicidad|anuncio|anuncios|contenido patrocinado|sigue leyendo después de la publicidad|
    la noticia continúa tras la publicidad`,
  fr: `publicité|annonce|contenu sponsorisé|la suite après la publicité|
    la suite après cette publicité|l'article continue après la publicité`,
  pt: `publicidade|continua depois da publicidade|continua após a publicidade|anúncio|
    conteúdo patrocinado|conteúdo de marca`,
  de: `anzeige|anzeigen|werbung|gesponsert|bezahlter inhalt|nach der anzeige weiterlesen|
    artikel wird nach der anzeige fortgesetzt|weiter nach der anzeige|anzeigen-special`,
  id: `scroll untuk melanjutkan|
    iklan|advertorial|konten bersponsor|scroll to continue with content|
    gulir untuk melanjutkan membaca|scroll untuk melanjutkan membaca|scroll untuk membaca|
    geser ke bawah untuk melanjutkan|artikel dilanjutkan setelah iklan ini`,
  ru: `реклама|на правах рекламы|рекламный блок|партнерский материал|продолжение после рекламы|
    продолжение статьи после рекламы`,
  uk: `реклама|на правах реклами|продовження після реклами|партнерський матеріал`,
  ja: `広告|スポンサーリンク|スポンサードリンク|広告の下に記事が続きます|pr|[pr]`,
  zh: `广告|廣告|赞助内容|赞助商链接|推廣|請繼續往下閱讀|请继续往下阅读|广告，请继续往下阅读|廣告，請繼續往下閱讀|請繼續往下閱讀...`,
  ko: `광고|advertisement 광고|기사 본문 광고|광고 건너뛰기|스폰서 링크`,
  ar: `إعلان|إعلانات|محتوى ممول|يتبع بعد الإعلان|يستمر المقال بعد الإعلان`,
  fa: `تبلیغات|آگهی|تبلیغ|محتوای تبلیغاتی|ادامه مطلب پس از تبلیغات`,
  hi: `विज्ञापन|प्रायोजित|विज्ञापन के बाद जारी|खबर विज्ञापन के बाद जारी है`,
  tr: `reklam|reklamlar|sponsorlu içerik|haberin devamı reklamdan sonra|
    reklamdan sonra devam ediyor`,
  vi: `quảng cáo|nội dung tài trợ|bài viết tiếp tục sau quảng cáo|tin tài trợ`,
  th: `โฆษณา|เนื้อหาต่อหลังโฆษณา|ข่าวประชาสัมพันธ์โฆษณา|อ่านต่อด้านล่างโฆษณา`,
  hu: `hirdetés|reklám|a cikk a hirdetés után folytatódik|támogatott tartalom|
    a hirdetés után folytatjuk`,
};
