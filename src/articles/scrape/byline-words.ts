/** How bylines begin, and the words that tell an office from a name; in lower case. */

/** Before a name without a colon. Two name-like words must follow, or one in capitals: "By AFP". */
export const BARE_BYLINES = `by|written by|reported by|words by|story by|text by|posted by|oleh|
  ditulis oleh|diposting oleh|penulis|reporter|por|escrito por|texto de|texto por|publicado por|
  par|écrit par|rédigé par|publié par|propos recueillis par|von|ein beitrag von|
  eine reportage von|text von|yazan|muhabir|bởi|tác giả|írta|szerző|автор|текст|беседовал|
  беседовала|подготовил|подготовила|розмовляв|розмовляла|підготував|підготувала|بقلم|نویسنده|लेखक|
  โดย|記者|记者|撰文`;

/** Before a colon (or what stands for one in Chinese and Japanese) and names. */
export const LABELLED_BYLINES = `by|author|authors|byline|written by|writer|reporter|reporters|
  reporting|reporting by|editor|editors|editing by|editing|edited by|text|words|story|oleh|
  penulis|pewarta|reporter / penulis|wartawan|jurnalis|penyunting|redaktur|editor / penyunting|
  kontributor|penerjemah|teks|por|autor|autora|autores|redactor|redactora|texto|reportagem|
  repórter|edição|edición|escrito por|par|auteur|auteure|autrice|auteurs|texte|rédaction|von|
  autor / autorin|autorin|autoren|text von|redakteur|redakteurin|redaktion|автор|авторы|
  автор статьи|автор текста|текст|корреспондент|редактор|журналист|автори|автор тексту|
  кореспондент|журналіст|文|取材|執筆|筆者|著者|ライター|記者|編集|取材・文|文・写真|作者|记者|撰文|编辑|編輯|责任编辑|責任編輯|责编|责任編輯|特约记者|
  撰稿|기자|글|취재|작성자|글쓴이|편집|بقلم|الكاتب|كتب|كتبت|المؤلف|تحرير|المحرر|إعداد|نویسنده|خبرنگار|گزارش|
  تنظیم|دبیر|लेखक|संवाददाता|रिपोर्टर|संपादक|रिपोर्ट|द्वारा|yazan|yazar|muhabir|haber|editör|
  hazırlayan|tác giả|bài|phóng viên|biên tập|người viết|biên tập viên|โดย|ผู้เขียน|เรื่อง|
  ผู้สื่อข่าว|บรรณาธิการ|เรียบเรียง|írta|szerző|szerkesztő|riporter|szöveg`;

/** Between two names. */
export const NAME_LINKS = `and|&|with|dan|y|e|et|und|и|та|і|ve|và|และ|és|و|और`;

/** A word inside a name that has no capital. */
export const NAME_PARTICLES = `de|da|do|dos|das|del|della|di|du|des|la|le|el|al|van|von|der|den|
  ter|ten|zu|zum|bin|binti|bint|ibn|abu|af|av|d'|ben|ould|y|e|as|ash|at|ad|an|ar|dan`;

/** A part of a byline that holds one of these is an office, a desk or a place in the house. */
export const OFFICES = `correspondent|reporter|editor|writer|staff|desk|bureau|columnist|
  journalist|contributor|producer|photographer|wartawan|redaksi|redaktur|kontributor|jurnalis|
  corresponsal|redactor|redacción|enviado|enviada|correspondant|correspondante|journaliste|
  rédaction|envoyé|envoyée|repórter|redação|correspondente|redakteur|redakteurin|korrespondent|
  korrespondentin|redaktion|корреспондент|редактор|обозреватель|кореспондент|оглядач|muhabiri|
  editörü|yazarı|szerkesztő|tudósító|news|team|agency|agencia|agence|agentur|service`;
