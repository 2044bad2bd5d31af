/**
 * Notices and stamps that no list can hold word for word. A notice is a line that opens like one
 * and also holds one of the words that only such notices hold.
 */

export interface Notice {
  readonly openings: string;
  readonly words: string;
}

export const COOKIE_NOTICE: Notice = {
  openings: `we use cookies|this website uses cookies|this site uses cookies|
    our website uses cookies|our site uses cookies|by continuing to use|by continuing to browse|
    by using this site|we and our partners|we value your privacy|cookies help us|
    utilizamos cookies|usamos cookies|este sitio web utiliza cookies|este sitio utiliza cookies|
    nous utilisons des cookies|ce site utilise des cookies|en poursuivant votre navigation|
    nós usamos cookies|nós utilizamos cookies|este site utiliza cookies|este site usa cookies|
    wir verwenden cookies|wir nutzen cookies|diese website verwendet cookies|
    diese seite verwendet|wir setzen cookies|diese webseite verwendet cookies|
    diese website nutzt cookies|kami menggunakan cookie|situs ini menggunakan cookie|
    situs web ini menggunakan cookie|мы используем cookie|мы используем файлы cookie|
    этот сайт использует|сайт использует|на сайте используются cookie|продолжая использовать|
    ми використовуємо cookie|ми використовуємо файли cookie|цей сайт використовує|
    сайт використовує|当サイトでは、cookie|当サイトはcookie|当サイトではcookie|このサイトはcookie|このサイトではcookie|
    当ウェブサイトではcookie|本网站使用cookie|本网站使用 cookie|我们使用cookie|我们使用 cookie|本網站使用cookie|本網站使用 cookie|
    我們使用 cookie|我們使用cookie|이 사이트는 쿠키|이 웹사이트는 쿠키|저희는 쿠키|본 사이트는 쿠키|당사는 쿠키|
    نستخدم ملفات تعريف الارتباط|يستخدم هذا الموقع|يستخدم موقعنا|ما از کوکی|این سایت از کوکی|
    این وب‌سایت از کوکی|हम कुकीज़|हम कुकीज|यह वेबसाइट कुकीज़|यह साइट कुकीज़|यह वेबसाइट कुकीज|
    bu site çerez|bu web sitesi çerez|bu sitede çerez|sitemizde çerez|çerezleri kullanıyoruz|
    web sitemizde çerez|chúng tôi sử dụng cookie|trang web này sử dụng cookie|
    website này sử dụng cookie|เราใช้คุกกี้|เว็บไซต์นี้ใช้คุกกี้|เว็บไซต์นี้มีการใช้คุกกี้|
    ez a weboldal sütiket|ez az oldal sütiket|sütiket használunk|weboldalunk sütiket|
    oldalunk sütiket|az oldal sütiket|a weboldal sütiket|az oldal cookie`,
  words: `your experience|user experience|best experience|our website|our site|this website|
    this site|your browser|privacy policy|cookie policy|use of cookies|you agree|you accept|
    you consent|personalise|personalize|our traffic|your consent|your device|su experiencia|
    tu experiencia|sitio web|nuestro sitio|política de privacidad|política de cookies|acepta|
    aceptas|votre expérience|votre navigation|nos cookies|vous acceptez|notre site|
    politique de confidentialité|ce site|sua experiência|nosso site|este site|você aceita|
    você concorda|ihnen ein|ihnen das|ihr erlebnis|unserer website|unsere website|unserer seite|
    datenschutz|diese website|diese webseite|diese seite|pengalaman anda|situs web kami|
    situs kami|situs ini|situs web ini|kebijakan privasi|anda menyetujui|anda setuju|вашего|
    нашего сайта|нашем сайте|вы соглашаетесь|вы даете согласие|для улучшения|использует cookie|
    использует куки|файлы cookie|використовує cookie|використовує файли cookie|クッキーを使用|cookieを使用|
    使用cookie来|쿠키를 사용|คุกกี้เพื่อ|استفاده می‌کند|ملفات تعريف الارتباط|работы сайта|роботи сайту|
    політики|ви погоджуєтесь|нашого сайту|利便性|サービス向上|プライバシー|使用に同意|体験|サイトを|用户体验|使用者體驗|您的体验|您的體驗|
    隐私政策|隱私|您同意|浏览体验|瀏覽體驗|더 나은|서비스|동의|사용자 경험|개인정보|تجربتك|سياسة الخصوصية|توافق|موافق|تجربه|
    حریم خصوصی|شما|अनुभव|गोपनीयता|सहमत|deneyim|gizlilik|çerezleri kullanmaktadır|
    çerez kullanmaktadır|çerez kullanır|kabul etmiş|politika|trải nghiệm|đồng ý|chính sách|
    ประสบการณ์|นโยบาย|ยอมรับ|ยินยอม|élmény|adatvédelm|elfogad|beleegyez|felhasználói`,
};

export const NEWSLETTER_NOTICE: Notice = {
  openings: `subscribe to our newsletter|subscribe to the newsletter|subscribe to our|
    sign up for our|sign up to our|sign up for the|sign up to receive|join our newsletter|
    join our mailing list|join our whatsapp|join our telegram|get our newsletter|
    get the latest news|get the latest|get breaking news|get the day's|newsletter:|
    enter your email|your email address|stay up to date|stay informed|never miss|follow us on|
    download our app|download the app|support our journalism|suscríbete a|suscríbase a|
    recibe nuestro|recibe nuestra|recibe las|apúntate a nuestra|únete a nuestro|síguenos en|
    abonnez-vous à|inscrivez-vous à|recevez notre|recevez nos|recevez chaque|suivez-nous sur|
    assine nossa|assine a|inscreva-se|receba nossa|receba as|receba notícias|participe do canal|
    participe do nosso|siga o canal|abonnieren sie|jetzt newsletter|melden sie sich|
    hier newsletter|bestellen sie unseren|folgen sie uns|erhalten sie unseren|berlangganan|
    daftar newsletter|dapatkan berita|dapatkan update|dapatkan informasi|ikuti berita|ikuti kami|
    mari bergabung|ayo bergabung|gabung di|bergabung dengan|cek berita dan artikel|подпишитесь на|
    подписывайтесь на|присоединяйтесь к|следите за нашими|читайте нас в|получайте|підпишіться на|
    підписуйтесь на|підписуйтеся на|приєднуйтесь до|читайте нас у|メールマガジン|ニュースレター|メルマガ|公式line|
    line公式|订阅我们|订阅新闻|訂閱我們|訂閱電子報|欢迎关注|歡迎加入|加入我們|关注微信|뉴스레터를|뉴스레터 구독|카카오톡 채널|네이버에서|اشترك في|
    اشتركوا في|انضم إلى|تابعوا|تابعنا|در خبرنامه|عضو خبرنامه|ما را در|به کانال|हमारे न्यूज़लेटर|
    हमारे न्यूजलेटर|न्यूज़लेटर|हमारे व्हाट्सएप|हमें फॉलो|हमसे जुड़|bültenimize|e-bültenimize|
    haber bültenimize|bizi takip|whatsapp kanalımız|đăng ký nhận|theo dõi chúng tôi|nhận tin|
    tham gia nhóm|สมัครรับ|ติดตามข่าว|เพิ่มเพื่อน|iratkozz fel|iratkozzon fel|feliratkozás|
    kövess minket|kövesse oldalunkat`,
  words: `your inbox|newsletter|mailing list|your email|email address|straight to|delivered|
    our app|push notification|google news|telegram|whatsapp|channel|facebook|twitter|instagram|
    youtube|linkedin|tiktok|boletín|tu correo|su correo|bandeja|newsletters|lettre d'information|
    infolettre|votre boîte|votre e-mail|seu e-mail|sua caixa|boletim|canal|posteingang|saluran|
    kanal|grup|email anda|surel|рассыл|наш канал|телеграм|telegram-канал|розсилк|登録|配信|友だち|公众号|
    公眾號|电子报|電子報|邮件|郵件|line@|好友|구독|신청|추가|النشرة|قناتنا|قناة|البريد|خبرنامه|کانال|ایمیل|تلگرام|
    न्यूज़लेटर|न्यूजलेटर|चैनल|फेसबुक|व्हाट्सएप|bülten|abone|bản tin|kênh|zalo|email|จดหมายข่าว|
    ไลน์|line|เฟซบุ๊ก|hírlevél|oldalunk`,
};

export const FORM_NOTICE: Notice = {
  openings: `your email address will not be published|save my name, email|notify me of|
    this site uses akismet|tu dirección de correo electrónico no será|guarda mi nombre, correo|
    votre adresse e-mail ne sera|votre adresse de messagerie ne sera|enregistrer mon nom|
    o seu endereço de e-mail não será|o seu endereço de email não será|salvar meus dados|
    deine e-mail-adresse wird nicht|ihre e-mail-adresse wird nicht|meinen namen, meine e-mail|
    alamat email anda tidak akan|simpan nama, email|ваш адрес email не будет|ваш e-mail не будет|
    сохранить моё имя|ваша e-mail адреса не|メールアドレスが公開されること|您的邮箱地址不会|您的電子郵件地址不會|發佈留言必須填寫的電子郵件|
    이메일은 공개되지|이메일 주소는 공개되지|لن يتم نشر عنوان بريدك|نشانی ایمیل شما|आपका ईमेल पता|e-posta adresiniz|
    e-posta hesabınız|email của bạn sẽ không|อีเมลของคุณจะไม่|az e-mail címet nem|
    dilarang keras mengambil|dilarang mengutip|dilarang menyalin`,
  words: `published|browser|akismet|follow-up|new posts|publicada|navegador|publiée|navigateur|
    publicado|veröffentlicht|dipublikasikan|peramban|опубликован|браузер|оприлюдн|公開|公开|공개|نشر|
    منتشر|प्रकाशित|yayınlanmayacak|yayımlanmayacak|hiển thị công khai|แสดง|tesszük|tanpa izin`,
};

/** Behind the name of a share button, for screen readers. */
export const NEW_WINDOW = `(opens in new window)|(opens in a new window)|(opens in new tab)|
  (se abre en una ventana nueva)|(ouvre dans une nouvelle fenêtre)|(abre em nova janela)|
  (wird in neuem fenster geöffnet)|(membuka di jendela yang baru)|(открывается в новом окне)|
  (відкривається у новому вікні)|(新しいウィンドウで開きます)|(在新窗口中打开)|(在新視窗中開啟)|
  (새 창에서 열림)|(فتح في نافذة جديدة)|(در پنجره تازه باز می‌شود)|
  (yeni pencerede açılır)|(mở trong cửa sổ mới)|
  (เปิดในหน้าต่างใหม่)|(új ablakban nyílik meg)|(नई विंडो में खुलता है)`;

/** "Posted by X at 10:30 AM": the words before the name, and those before the time. */
export const STAMPS: readonly (readonly [before: string, between: string])[] = [
  ["posted by", "at"],
  ["posted by", "on"],
  ["diposting oleh", "di"],
  ["diposkan oleh", "di"],
  ["diposkan oleh", "pada"],
  ["publicado por", "en"],
  ["publicado por", "a las"],
  ["publicado por", "à(s)"],
  ["publié par", "à"],
  ["postado por", "às"],
  ["publicada por", "à(s)"],
  ["eingestellt von", "um"],
  ["gepostet von", "um"],
  ["автор:", "на"],
  ["автор:", "в"],
  ["отправлено", "в"],
  ["опубліковано", "о"],
  ["автор:", "о"],
  ["投稿者", "時刻:"],
  ["投稿者", "at"],
  ["发帖者", "时间:"],
  ["發佈者:", "於"],
  ["張貼者:", "於"],
  ["게시자:", "시간:"],
  ["작성자:", "시간:"],
  ["مرسلة بواسطة", "في"],
  ["ارسال شده توسط", "در"],
  ["प्रस्तुतकर्ता", "पर"],
  ["gönderen", "zaman:"],
  ["người đăng:", "vào lúc"],
  ["đăng bởi", "lúc"],
  ["เขียนโดย", "ที่"],
  ["bejegyezte:", "dátum:"],
];

export const RIGHTS = `all rights reserved|todos los derechos reservados|tous droits réservés|
  todos os direitos reservados|alle rechte vorbehalten|hak cipta dilindungi|все права защищены|
  усі права захищені|всі права захищені|всі права захищено|無断転載を禁じます|無断転載禁止|版权所有|版權所有|
  무단전재 및 재배포 금지|무단 전재 및 재배포 금지|جميع الحقوق محفوظة|تمامی حقوق محفوظ است|کلیه حقوق محفوظ است|
  सर्वाधिकार सुरक्षित|tüm hakları saklıdır|giữ bản quyền|สงวนลิขสิทธิ์|minden jog fenntartva|
  dilarang memperbanyak|무단 전재-재배포 금지|무단전재-재배포 금지`;
