/** Credits that say in their middle what they are: "U.S. Navy photo by …", "图片由海事局提供". */
import { agencyKind } from "./agencies.ts";
import type { Label } from "./labels.ts";
import { LABELS } from "./labels.ts";
import { hasOrganisationWord } from "./name-shapes.ts";
import { PROVENANCES, STATUSES } from "./name-words.ts";
import { labelKey } from "./spelling.ts";

export interface InnerLabel {
  readonly label?: Label;
  /** The names, the maker's first. */
  readonly body: string;
}

const MAKER: Label = { kind: "maker" };

/** "新华社发（王海明 摄）", "中新社发 王海明 摄": the agency sent it, and did not make it. */
const SENT_BY_AGENCY =
  /^(\p{Script=Han}{2,8}?)(?:发? ?[(（]([^()（）]{2,24}[摄攝])[)）]|发 ?(\p{Script=Han}{2,4} ?[摄攝]))$/u;
/** "图片由海事局提供", "写真は山川太一撮影": the word behind the names is read as their label. */
const SAID_OF_PICTURE =
  /^(?:(?:[图圖]片?|照片|相片)由|(?:写真|画像)は)([^、。，,：:]{2,24}(?:提供|撮影|拍[摄攝]))$/u;
const PHOTO_BY =
  /^([\p{L}\p{N}.&' -]{2,50}) (?:photos?|photographs?|pictures?|images?|fotó)(?: by|:| by:) ?(\S.{1,120})$/iu;
const WAYS = /^(?:official|courtesy|handout|file) (?=\S)/iu;

/** What is left when the words in the middle are taken out; `undefined` where there are none. */
export function readInnerLabel(text: string): InnerLabel | undefined {
  const [, sender, one, other] = SENT_BY_AGENCY.exec(text) ?? [];
  if (sender !== undefined && agencyKind(sender) !== undefined) {
    return { body: `${sender}/${one ?? other}` };
  }
  const said = SAID_OF_PICTURE.exec(text)?.[1];
  if (said !== undefined) return { label: { kind: "picture" }, body: said };
  const [, head, maker] = PHOTO_BY.exec(text) ?? [];
  if (head === undefined || maker === undefined) return undefined;
  const house = head.replace(WAYS, "");
  const key = labelKey(house);
  if (key === "official" || STATUSES.has(key) || PROVENANCES.has(key)) {
    return { label: MAKER, body: maker };
  }
  if (agencyKind(house) === undefined && !isHouse(house)) return undefined;
  return { label: MAKER, body: `${maker}/${house}` };
}

/** "Harbor Gazette", and never "The winning" or "Police chase". */
function isHouse(text: string): boolean {
  return hasOrganisationWord(text) && text.split(" ").every((word) => /^\p{Lu}/u.test(word));
}

const BRACKETED = /^[[【（(<〈]([^\s[\]【】()（）<>〈〉]{1,12})[\]】）)>〉] ?[:：=＝/／]? ?(?=\S)/u;

/** "[写真]＝", "【사진】": a label in brackets of its own becomes one before a colon. */
export function withoutLabelBrackets(text: string): string {
  const [all, word] = BRACKETED.exec(text) ?? [];
  if (all === undefined || word === undefined || !LABELS.has(labelKey(word))) return text;
  return `${word}:${text.slice(all.length)}`;
}
