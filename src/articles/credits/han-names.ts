/** Names in Chinese characters, told from what pictures show by the characters names are made of. */

const SINGLE_SURNAMES =
  "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文施洪詹游涂柯翁";
const PAIRED_SURNAMES = "欧阳歐陽司马司馬诸葛諸葛上官皇甫令狐端木慕容尉迟东方東方";
const PLACES_AT_END =
  /[市港船桥橋城村校店车車路街塔寺宫宮庙廟图圖站馆館楼樓场場湾灣岛島山河湖海景]$/u;
const CHINESE_NAME = new RegExp(
  `^(?:[${SINGLE_SURNAMES}]\\p{Script=Han}{1,2}|(?:${pairs()})\\p{Script=Han}{1,2})$`,
  "u",
);

const SURNAME =
  "[山川田中村本井上下藤木林森石原野島松高小大西東南北佐伊加斎斉渡辺橋池内清水吉岡前後長谷宮崎坂青三千福竹今金平安永河沢浜新関近遠岩和堀杉丸菊久保馬土片服部柴早星黒白矢荒根尾]";
const GIVEN =
  "[一二三郎朗子美夫雄男彦之介輔助樹太也人香恵江代奈花華菜希咲翔斗真司治志士明彰正隆孝弘浩宏博裕佑健剛誠勝進守茂実稔豊清哲徹悟聡智亮諒翼輝光幸行洋陽葵凛結衣愛莉里佳織穂紀典則憲敏俊修秀英]";
const JAPANESE_NAME = new RegExp(`^${SURNAME}{2} ?\\p{Script=Han}?${GIVEN}$`, "u");
const JAPANESE_FULL_NAME = new RegExp(`^${SURNAME}{2} ?\\p{Script=Han}${GIVEN}$`, "u");

/** Of two and two characters that names are made of: hardly a house. */
export function isJapaneseFullName(text: string): boolean {
  return JAPANESE_FULL_NAME.test(text);
}

/** `undefined` for what has other characters, or a space or a dot as only names have. */
export function isSurelyHanName(text: string): boolean | undefined {
  if (!/^\p{Script=Han}+$/u.test(text)) return undefined;
  if (JAPANESE_NAME.test(text)) return true;
  return CHINESE_NAME.test(text) && !PLACES_AT_END.test(text);
}

function pairs(): string {
  return (PAIRED_SURNAMES.match(/../gu) ?? []).join("|");
}
