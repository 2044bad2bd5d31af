/** Agencies and picture libraries that are known by more names than one. */

/**
 * One house a line. Regional companies and picture services of one house count as the house, since
 * the same picture is credited to either.
 */
export const HOUSES: readonly (readonly string[])[] = `
AP|A.P.|The AP|AP Images|Associated Press|The Associated Press|أ ب|أسوشيتد برس|اسوشيتد برس|AP通信|AP通讯社|AP通信社|美联社|美聯社|एपी
AFP|A.F.P.|AFP Forum|Agence France-Presse|Agence France Presse|France-Presse|أ ف ب|أ.ف.ب|فرانس برس|وكالة فرانس برس|AFP通信|AFP時事|法新社|एएफपी|เอเอฟพี
Reuters|Thomson Reuters|Reuters Pictures|Reuters Images|Reuters News Agency|Reuters Connect|Рейтерс|رويترز|رویترز|ロイター|ロイター通信|路透|路透社|로이터|로이터통신|रॉयटर्स|รอยเตอร์|รอยเตอร์ส|רויטרס|রয়টার্স
Getty|Getty Images|GettyImages|Getty Images News|Getty Images Sport|Getty Images Entertainment|Getty Images Europe|Getty Images North America|Getty Images South America|Getty Images AsiaPac|gettyimages.com|게티이미지|盖蒂图片社|ゲッティイメージズ|ゲッティ
iStock|iStockphoto|iStock by Getty Images
dpa|Deutsche Presse-Agentur|Deutsche Presse Agentur|picture alliance|picture-alliance|dpa Picture-Alliance|picture alliance/dpa|dpa-Zentralbild|dpa/picture alliance|د ب أ
EPA|EPA-EFE|EPA Images|epa european pressphoto agency|European Pressphoto Agency|European Press Photo Agency|European Press Agency
EFE|Agencia EFE|EFE Agencia|EFE News Agency
TASS|ТАСС|ITAR-TASS|ИТАР-ТАСС|Фотохроника ТАСС|TASS News Agency|Russian News Agency TASS|تاس|塔斯社|タス通信|타스통신
RIA Novosti|РИА Новости|РИА «Новости»|RIA|РИА|俄新社
Sputnik|Спутник|سبوتنيك|卫星通讯社|スプートニク
Interfax|Интерфакс
Kommersant|Коммерсантъ|Коммерсант
UNIAN|УНІАН|УНИАН
Ukrinform|Укрінформ|Укринформ
BelTA|БелТА
Xinhua|Xinhua News Agency|Xinhuanet|Xinhua News|新华社|新華社|新华网|新華網|新华社发|新華社発|شينخوا|Синьхуа|신화통신|신화|THX
China News Service|CNS|中新社|中国新闻社|中新网|中國新聞社
VCG|Visual China Group|Visual China|视觉中国|視覺中國
CNA|Central News Agency|中央社|中央通訊社
Kyodo|Kyodo News|Kyodo News Agency|共同|共同通信|共同通信社|共同社|共同通讯社|교도통신
Jiji|Jiji Press|Jiji Press Photo|時事|時事通信|時事通信社|时事社
Yonhap|Yonhap News|Yonhap News Agency|YNA|연합뉴스|연합|韩联社|韓聯社|聯合ニュース
Newsis|뉴시스
News1|뉴스1
Antara|ANTARA FOTO|Antara News|LKBN Antara|Kantor Berita Antara|Perum LKBN Antara|安塔拉
Bernama|BERNAMA Images|Malaysian National News Agency
AAP|AAP Image|AAP Images|AAP Photos|Australian Associated Press
PA|PA Wire|PA Images|PA Media|Press Association|The Press Association|Press Association Images|PA Archive|PA Photos
The Canadian Press|Canadian Press|CP|CP Images|La Presse Canadienne|CP/La Presse canadienne
PTI|Press Trust of India|The Press Trust of India|पीटीआई|पीटीआइ
ANI|Asian News International|एएनआई
IANS|Indo-Asian News Service|आईएएनएस
Anadolu|AA|Anadolu Agency|Anadolu Ajansı|Anadolu Images|وكالة الأناضول|الأناضول|阿纳多卢通讯社
DHA|Demirören Haber Ajansı|Demirören News Agency|Demirören
IHA|İhlas Haber Ajansı|İHA|Ihlas News Agency
APA|APA-PictureDesk|APA PictureDesk|Austria Presse Agentur|APA – Austria Presse Agentur
Keystone|Keystone-SDA|Keystone-SDA-ATS|Keystone/ATS|KEYSTONE SDA
Belga|Belga Image|BELGAIMAGE|Belga News Agency|Agence Belga|Belga Photo
ANP|ANP Foto|Algemeen Nederlands Persbureau|ANP Photo
ANSA|Agenzia ANSA|ANSA Foto
Lusa|Agência Lusa|Agência LUSA|LUSA - Agência de Notícias de Portugal
NTB|NTB scanpix|Norsk Telegrambyrå|NTB Kommunikasjon
TT|TT Nyhetsbyrån|TT News Agency|Tidningarnas Telegrambyrå|TT Bild
Ritzau|Ritzau Scanpix|Ritzaus Bureau|Scanpix Denmark
Lehtikuva|STT-Lehtikuva|STT|Suomen Tietotoimisto
PAP|Polska Agencja Prasowa|Polish Press Agency|PAP Foto
CTK|ČTK|Česká tisková kancelář|Czech News Agency|ČTK Foto
TASR|Tlačová agentúra Slovenskej republiky
MTI|MTI Fotó|Magyar Távirati Iroda|MTVA
Agerpres|AGERPRES Foto
BTA|БТА|Bulgarian News Agency|Българска телеграфна агенция
Tanjug|Танјуг|TANJUG
HINA|Hrvatska izvještajna novinska agencija
ANA-MPA|AMNA|ΑΠΕ-ΜΠΕ|ΑΠΕ|Αθηναϊκό-Μακεδονικό Πρακτορείο Ειδήσεων
SANA|سانا|Syrian Arab News Agency
SPA|واس|Saudi Press Agency|وكالة الأنباء السعودية
WAM|وام|Emirates News Agency|وكالة أنباء الإمارات
MENA|Middle East News Agency|وكالة أنباء الشرق الأوسط
IRNA|ایرنا|Islamic Republic News Agency|خبرگزاری ایرنا
ISNA|ایسنا|خبرگزاری ایسنا
VNA|TTXVN|Vietnam News Agency|Thông tấn xã Việt Nam
TNA|สำนักข่าวไทย|Thai News Agency
APP|Associated Press of Pakistan|اے پی پی
Agência Brasil|Agencia Brasil|ABr
Folhapress|Folha Press
Estadão Conteúdo|Estadao Conteudo|Agência Estado
Zuma|ZUMA Press|ZUMA Press Wire|ZUMA Wire|ZUMAPRESS.com
Imago|IMAGO Images
Alamy|Alamy Stock Photo|Alamy Images|Alamy Live News
Shutterstock|Shutterstock.com|REX|Rex Features|REX/Shutterstock|Rex Shutterstock
Adobe Stock|stock.adobe.com|Fotolia|AdobeStock
Unsplash|unsplash.com
Pexels|pexels.com
Pixabay|pixabay.com
Wikimedia Commons|Wikimedia|Wikipedia Commons|commons.wikimedia.org
UPI|United Press International
Bloomberg|Bloomberg News
Europa Press|Europa Press Agencia
NurPhoto|NurPhoto Agency
Magnum|Magnum Photos
Depositphotos|depositphotos.com`
  .trim()
  .split("\n")
  .map((line) => line.split("|"));

/** Initials, places and words of much else: a house only where an agency is known to be meant. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(
  "APP|TNA|ABr|REX|THX|YNA|РИА|تاس|وام|연합|Magnum|Demirören".split("|"),
);
