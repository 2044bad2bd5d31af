/** The words of pages: a column of words for each language, in the order of `KEYS`. */

const KEYS = `skip subscribe hint copy copied openIn more updated allFeeds search noMatch empty
  newer older latest transcript chapters license feeds sections topics authors languages podcasts`;

const TABLE = `
en|Skip to the stories|Subscribe|Copy an address into your feed reader.|Copy|Copied|Open in|Read on
  |Updated|All feeds|Search feeds|No feed matches.|Nothing has been published yet.|Newer|Older|Latest
  |Transcript|Chapters|Licence|Feeds|Sections|Topics|Authors|Languages|Podcasts
id|Langsung ke berita|Berlangganan|Salin sebuah alamat ke pembaca umpan Anda.|Salin|Tersalin|Buka di
  |Baca selengkapnya|Diperbarui|Semua umpan|Cari umpan|Tidak ada umpan yang cocok.
  |Belum ada yang diterbitkan.|Lebih baru|Lebih lama|Terbaru|Transkrip|Bab|Lisensi|Umpan|Rubrik|Topik
  |Penulis|Bahasa|Siniar
de|Zu den Beiträgen springen|Abonnieren|Kopieren Sie eine Adresse in Ihren Feedreader.|Kopieren|Kopiert
  |Öffnen in|Weiterlesen|Aktualisiert|Alle Feeds|Feeds suchen|Kein Feed passt.
  |Noch ist nichts veröffentlicht.|Neuere|Ältere|Neueste|Transkript|Kapitel|Lizenz|Feeds|Ressorts
  |Themen|Autoren|Sprachen|Podcasts
fr|Aller aux articles|S’abonner|Copiez une adresse dans votre lecteur de flux.|Copier|Copié
  |Ouvrir dans|Lire la suite|Mis à jour|Tous les flux|Rechercher un flux|Aucun flux ne correspond.
  |Rien n’a encore été publié.|Plus récents|Plus anciens|Derniers articles|Transcription|Chapitres
  |Licence|Flux|Rubriques|Thèmes|Auteurs|Langues|Podcasts
es|Ir a los artículos|Suscribirse|Copie una dirección en su lector de fuentes.|Copiar|Copiado
  |Abrir en|Seguir leyendo|Actualizado|Todas las fuentes|Buscar fuentes|Ninguna fuente coincide.
  |Todavía no se ha publicado nada.|Más recientes|Más antiguos|Últimos|Transcripción|Capítulos
  |Licencia|Fuentes|Secciones|Temas|Autores|Idiomas|Pódcast
pt|Ir para os artigos|Assinar|Copie um endereço para o seu leitor de feeds.|Copiar|Copiado|Abrir em
  |Ler mais|Atualizado|Todos os feeds|Pesquisar feeds|Nenhum feed corresponde.
  |Ainda não foi publicado nada.|Mais recentes|Mais antigos|Últimos|Transcrição|Capítulos|Licença
  |Feeds|Seções|Temas|Autores|Idiomas|Podcasts
it|Vai agli articoli|Abbonati|Copia un indirizzo nel tuo lettore di feed.|Copia|Copiato|Apri in
  |Continua a leggere|Aggiornato|Tutti i feed|Cerca feed|Nessun feed corrisponde.
  |Non è stato ancora pubblicato nulla.|Più recenti|Meno recenti|Ultimi|Trascrizione|Capitoli|Licenza
  |Feed|Sezioni|Argomenti|Autori|Lingue|Podcast
nl|Naar de artikelen|Abonneren|Kopieer een adres naar je feedlezer.|Kopiëren|Gekopieerd|Openen in
  |Verder lezen|Bijgewerkt|Alle feeds|Feeds zoeken|Geen feed gevonden.|Er is nog niets gepubliceerd.
  |Nieuwer|Ouder|Nieuwste|Transcript|Hoofdstukken|Licentie|Feeds|Rubrieken|Onderwerpen|Auteurs|Talen
  |Podcasts
pl|Przejdź do artykułów|Subskrybuj|Skopiuj adres do swojego czytnika kanałów.|Kopiuj|Skopiowano
  |Otwórz w|Czytaj dalej|Zaktualizowano|Wszystkie kanały|Szukaj kanałów|Brak pasujących kanałów.
  |Nic jeszcze nie opublikowano.|Nowsze|Starsze|Najnowsze|Transkrypcja|Rozdziały|Licencja|Kanały
  |Działy|Tematy|Autorzy|Języki|Podcasty
ru|Перейти к материалам|Подписаться|Скопируйте адрес в свою программу для чтения лент.|Копировать
  |Скопировано|Открыть в|Читать дальше|Обновлено|Все ленты|Поиск лент|Подходящих лент нет.
  |Пока ничего не опубликовано.|Новее|Старее|Последние|Расшифровка|Главы|Лицензия|Ленты|Разделы|Темы
  |Авторы|Языки|Подкасты
tr|Haberlere geç|Abone ol|Bir adresi akış okuyucunuza kopyalayın.|Kopyala|Kopyalandı|Şununla aç
  |Devamını oku|Güncellendi|Tüm akışlar|Akış ara|Eşleşen akış yok.|Henüz bir şey yayımlanmadı.
  |Daha yeni|Daha eski|En yeni|Döküm|Bölümler|Lisans|Akışlar|Kategoriler|Konular|Yazarlar|Diller
  |Podcast’ler
ar|انتقل إلى المقالات|اشترك|انسخ عنوانًا إلى قارئ الخلاصات لديك.|نسخ|تم النسخ|افتح في|تابع القراءة
  |آخر تحديث|كل الخلاصات|ابحث في الخلاصات|لا توجد خلاصة مطابقة.|لم يُنشر شيء بعد.|الأحدث|الأقدم
  |أحدث المقالات|النص المكتوب|الفصول|الترخيص|الخلاصات|الأقسام|المواضيع|الكتّاب|اللغات|البودكاست
he|דילוג לכתבות|הרשמה|העתיקו כתובת אל קורא ההזנות שלכם.|העתקה|הועתק|פתיחה באמצעות|להמשך קריאה|עודכן
  |כל ההזנות|חיפוש הזנות|אין הזנה מתאימה.|עדיין לא פורסם דבר.|חדשות יותר|ישנות יותר|האחרונות|תמלול
  |פרקים|רישיון|הזנות|מדורים|נושאים|כותבים|שפות|פודקאסטים
fa|رفتن به مطالب|اشتراک|نشانی را در خوراک‌خوان خود کپی کنید.|کپی|کپی شد|باز کردن در|ادامهٔ مطلب
  |به‌روزرسانی|همهٔ خوراک‌ها|جستجوی خوراک‌ها|خوراکی یافت نشد.|هنوز چیزی منتشر نشده است.|جدیدتر
  |قدیمی‌تر|تازه‌ترین‌ها|متن گفتار|فصل‌ها|مجوز|خوراک‌ها|بخش‌ها|موضوع‌ها|نویسندگان|زبان‌ها|پادکست‌ها
hi|लेखों पर जाएँ|सदस्यता लें|कोई पता अपने फ़ीड रीडर में कॉपी करें।|कॉपी करें|कॉपी हो गया|इसमें खोलें|आगे पढ़ें
  |अपडेट किया गया|सभी फ़ीड|फ़ीड खोजें|कोई फ़ीड नहीं मिला।|अभी तक कुछ प्रकाशित नहीं हुआ है।|नए|पुराने|नवीनतम
  |प्रतिलेख|अध्याय|लाइसेंस|फ़ीड|अनुभाग|विषय|लेखक|भाषाएँ|पॉडकास्ट
ja|記事へ移動|購読する|アドレスをフィードリーダーにコピーしてください。|コピー|コピーしました|次で開く|続きを読む
  |更新|すべてのフィード|フィードを検索|一致するフィードはありません。|まだ何も公開されていません。|新しい記事|古い記事|最新
  |文字起こし|チャプター|ライセンス|フィード|セクション|トピック|執筆者|言語|ポッドキャスト
ko|기사로 건너뛰기|구독|주소를 피드 리더에 복사하세요.|복사|복사됨|다음에서 열기|계속 읽기|업데이트|모든 피드|피드 검색
  |일치하는 피드가 없습니다.|아직 게시된 글이 없습니다.|최신 글|이전 글|최근|대본|챕터|라이선스|피드|섹션|주제
  |작성자|언어|팟캐스트
zh|跳到文章|订阅|将地址复制到您的订阅阅读器。|复制|已复制|打开方式|阅读全文|更新于|所有订阅源|搜索订阅源|没有匹配的订阅源。
  |尚未发布任何内容。|较新|较旧|最新|文字稿|章节|许可协议|订阅源|栏目|主题|作者|语言|播客
zh-Hant|跳到文章|訂閱|將網址複製到您的訂閱閱讀器。|複製|已複製|開啟方式|閱讀全文|更新於|所有訂閱源|搜尋訂閱源
  |沒有符合的訂閱源。|尚未發布任何內容。|較新|較舊|最新|逐字稿|章節|授權條款|訂閱源|欄目|主題|作者|語言|Podcast
`;

const keys = KEYS.split(/\s+/);

/** By language, the words by their names. */
export const pageWords: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  TABLE.trim()
    .split(/\n(?! )/)
    .map((row) => {
      const [language = "", ...words] = row.split("|").map((word) => word.trim());
      return [language, new Map(words.map((word, at) => [keys[at] ?? "", word]))] as const;
    }),
);
