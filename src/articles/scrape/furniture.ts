/** Is a line page furniture? What is not surely furniture, or a known word of it, is story. */
import {
  furnitureLexicon,
  type PhraseKind,
  phraseKey,
  runKey,
  splitPhrases,
} from "./furniture-lexicon.ts";
import {
  COOKIE_NOTICE,
  FORM_NOTICE,
  NEW_WINDOW,
  NEWSLETTER_NOTICE,
  type Notice,
  RIGHTS,
  STAMPS,
} from "./furniture-notices.ts";
import { NEXT_LABELS, TAG_LABELS, TOPIC_LABELS } from "./furniture-words.ts";
import { columnsOf, endsWithFullStop, type Line, lineKey } from "./lines.ts";

export interface Verdict {
  readonly kind: PhraseKind;
  /** False: only above or below the story, or in a run of furniture. */
  readonly sure: boolean;
  readonly tags?: readonly string[];
}

const SURE: Verdict = { kind: "line", sure: true };
const AT_EDGE: Verdict = { kind: "word", sure: false };

/** Columns; what is longer is no line of a menu, and no headline behind "Read more:". */
const LONGEST_FURNITURE = 200;
const LONGEST_LINK = 160;

export function judgeLine(line: Line, siteTitle?: string): Verdict | undefined {
  if (line.key === "") return undefined;
  if (line.columns > LONGEST_FURNITURE) return judgeNotice(line);
  const phrase = phraseKey(line.key);
  const known = lookUp(phrase);
  if (known) return known;
  if (siteTitle !== undefined && line.key === lineKey(siteTitle.trim())) return AT_EDGE;
  return (
    judgeLabelled(line) ??
    judgeRun(phrase) ??
    judgeParts(line) ??
    judgeBreadcrumbs(line, siteTitle) ??
    judgeStamp(line) ??
    judgeNotice(line) ??
    judgeRights(line, siteTitle) ??
    (/^[-=_~*—–]{3,}$/u.test(line.text) ? AT_EDGE : undefined)
  );
}

/** "Be the first to comment." is the phrase; "No comments." may be what somebody said. */
function lookUp(phrase: string): Verdict | undefined {
  const { phrases } = furnitureLexicon();
  const known = phrases.get(phrase);
  if (known || !/[.!。]$/u.test(phrase)) return known;
  const ended = phrases.get(phrase.slice(0, -1));
  return ended && { ...ended, sure: ended.sure && phrase.length > 14 };
}

/** Only above the title: the name of a section, as sites write it over an article. */
export function isSectionName(line: Line): boolean {
  return line.columns <= 40 && furnitureLexicon().sections.has(phraseKey(line.key));
}

const tagLabels = new Set(splitPhrases(TAG_LABELS).map(phraseKey));
const nextLabels = new Set(splitPhrases(NEXT_LABELS).map(phraseKey));
const topicLabels = new Set(splitPhrases(TOPIC_LABELS).map(phraseKey));
const HASHTAGS = /^(?:#[\p{L}\p{M}\p{N}_]{1,60}[\s,]*){1,30}$/u;

/** Nobody begins a sentence with these words and a colon. */
const ALSO = new RegExp(
  "also|juga|aussi|également|también|também|auch|также|також|ايضا|همچنين|भी|ayrica|" +
    "あわせて|合わせて|延伸|相关|相關|関連|관련|함께",
  "u",
);

/** "Baca juga: headline", "Labels: a, b", or a line of hashtags. */
function judgeLabelled(line: Line): Verdict | undefined {
  if (HASHTAGS.test(line.text)) return { ...AT_EDGE, tags: readTags(line.text) ?? [] };
  const colon = line.key.search(/:|\||\s[-–—]\s/u);
  if (colon < 1 || colon > 40) return undefined;
  const label = phraseKey(line.key.slice(0, colon));
  if (nextLabels.has(label)) return endsWithFullStop(line.text) ? undefined : AT_EDGE;
  // "Labels" and "Read more" need their colon; "Also read | Headline" does not.
  if (line.key.charAt(colon) !== ":" && !ALSO.test(label)) return undefined;
  const sure = tagLabels.has(label);
  if (sure || topicLabels.has(label)) {
    const tags = readTags(line.text.slice(line.text.search(/[:：]/) + 1));
    return tags && { kind: "line", sure: sure && tags.length > 0, tags };
  }
  if (!furnitureLexicon().labels.has(label)) return undefined;
  // A full stop makes it a sentence of the story: "Read more: books, she said, are cheap."
  if (endsWithFullStop(line.text) && !ALSO.test(label)) return undefined;
  return line.columns > LONGEST_LINK ? undefined : SURE;
}

/** Undefined where the text is no list of tags. */
export function readTags(text: string): readonly string[] | undefined {
  const tags = text
    .split(/[,、，;；|#،؛•·]/u)
    .map((tag) => tag.replace(/^[\s\u200b"“”]+|[\s\u200b"“”]+$/gu, ""))
    .filter((tag) => tag !== "");
  const fit = tags.every(
    (tag) => columnsOf(tag) <= 40 && tag.split(" ").length <= 5 && !/[.!?。！？]$/u.test(tag),
  );
  return fit && tags.length <= 40 ? tags : undefined;
}

/** "Newer Post Older Post Home", "FacebookTwitterPrint": nothing but known phrases. */
function judgeRun(phrase: string): Verdict | undefined {
  const { runs, runStarts, longestRun } = furnitureLexicon();
  const text = runKey(phrase);
  if (!runStarts.has(text.slice(0, 2))) return undefined;
  let count = 0;
  let sure = false;
  let buttons = 0;
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestRun, text.length - at);
    while (length > 1 && !runs.has(text.slice(at, at + length))) length -= 1;
    const word = runs.get(text.slice(at, at + length));
    if (!word) return undefined;
    at += length;
    count += 1;
    sure ||= word.sure;
    if (word.kind === "button") buttons += 1;
  }
  if (count < 2) return undefined;
  if (count === 2 && !sure) return AT_EDGE;
  return { kind: buttons > 0 ? "button" : "network", sure: sure || buttons > 0 };
}

/** "Terms of Service | X | About": known phrases between bars. */
function judgeParts(line: Line): Verdict | undefined {
  const parts = line.key.split(/\s*[|·•]\s*/u).filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  const known = parts.map((part) => lookUp(phraseKey(part)));
  if (!known.every((one) => one !== undefined)) return undefined;
  const hasButton = known.some((one) => one.kind === "button" || one.kind === "share");
  return { kind: hasButton ? "button" : "word", sure: hasButton && parts.length > 2 };
}

const ARROWS = /\s*[>»›→▸❯]\s*/u;
const BARS = /\s+[/|]\s+|\s*[>»›→▸❯]\s*/u;

/** "Home > Dunia > Asia": sure behind a word for home, else only above the story. */
function judgeBreadcrumbs(line: Line, siteTitle?: string): Verdict | undefined {
  if (!BARS.test(line.key)) return undefined;
  const start = line.key.indexOf(":") + 1;
  const key = start > 0 && start < 30 ? line.key.slice(start) : line.key;
  const parts = key.split(BARS).filter((part) => part !== "");
  if (parts.length < 2 || parts.length > 8) return undefined;
  const first = phraseKey(parts[0] ?? "");
  const arrows = key.split(ARROWS).length - 1;
  const { home, sections } = furnitureLexicon();
  if (home.has(first) || (siteTitle !== undefined && first === phraseKey(lineKey(siteTitle)))) {
    return { kind: "word", sure: arrows > 0 };
  }
  const short = parts.every((part) => columnsOf(part) <= 30);
  return short && (arrows > 1 || (arrows > 0 && sections.has(first))) ? AT_EDGE : undefined;
}

const YEAR = /\p{Nd}{4}/u;
const CLOCK = /\p{Nd}{1,2}[:.]\p{Nd}{2}/u;
const stamps = STAMPS.map(([before, between]) => [lineKey(before), lineKey(between)] as const);

/** "Posted by X at 10:30 AM", also with the counter of comments behind it. */
function judgeStamp(line: Line): Verdict | undefined {
  const clock = CLOCK.exec(line.key);
  if (!clock) return undefined;
  const head = line.key.slice(0, clock.index);
  const rest = line.key.slice(clock.index + clock[0].length);
  for (const [before, between] of stamps) {
    if (!head.startsWith(`${before} `)) continue;
    const at = head.indexOf(` ${between} `, before.length);
    if (at < 0 || at - before.length > 60 || head.length - at > between.length + 24) continue;
    if (rest.length > 40 || /[.,;!?。](?:\s|$)/u.test(rest.replace(/[ap]\.\s?m\./u, ""))) continue;
    // With its year it is the date of the article, where it stands above the story.
    return { kind: "stamp", sure: !YEAR.test(head) };
  }
  return undefined;
}

interface NoticeRule {
  readonly openings: readonly string[];
  readonly words: readonly string[];
}

function noticeRule(notice: Notice): NoticeRule {
  return { openings: splitPhrases(notice.openings), words: splitPhrases(notice.words) };
}
const cookies = noticeRule(COOKIE_NOTICE);
const newsletters = noticeRule(NEWSLETTER_NOTICE);
const forms = noticeRule(FORM_NOTICE);
const newWindow = splitPhrases(NEW_WINDOW);

function judgeNotice(line: Line): Verdict | undefined {
  if (countWords(line.key, cookies) > 0 || countWords(line.key, forms) > 0) return SURE;
  if (line.key.endsWith(")") && newWindow.some((one) => line.key.endsWith(one))) return SURE;
  const words = line.columns > LONGEST_FURNITURE ? 0 : countWords(line.key, newsletters);
  if (words === 0) return undefined;
  return words > 1 || !endsWithFullStop(line.text) ? SURE : AT_EDGE;
}

function countWords(key: string, rule: NoticeRule): number {
  const opening = rule.openings.find((one) => key.startsWith(one));
  if (opening === undefined) return 0;
  return rule.words.filter((word) => key.includes(word)).length;
}

const rights = splitPhrases(RIGHTS);
const COPYRIGHT = /^(?:copyright\b|©|\(c\)|hak cipta\b|저작권자|版权|版權)/u;

const OWNER = /^(?:copyright )?(?:©|\(c\)) ?\p{Nd}{4}(?: ?[-–] ?\p{Nd}{4})?[, ]{1,2}(.{1,60})$/u;
const COPYRIGHT_LINE =
  /^(?:(?:copyright|hak cipta) ?(?:©|\(c\))|(?:©|\(c\)) ?copyright) ?[^/]{1,60}$/u;

/** "© 2024 Kabar Pagi. All rights reserved." A bare "© Name" is a credit, and not for here. */
function judgeRights(line: Line, siteTitle?: string): Verdict | undefined {
  const phrase = rights.find((one) => line.key.includes(one));
  if (phrase !== undefined) {
    if (COPYRIGHT.test(line.key)) return SURE;
    return line.columns <= 120 && line.key.replace(/\.$/, "").endsWith(phrase)
      ? AT_EDGE
      : undefined;
  }
  const [, owner] = OWNER.exec(line.key) ?? [];
  if (owner !== undefined && siteTitle !== undefined && owner === lineKey(siteTitle.trim())) {
    return SURE;
  }
  return COPYRIGHT_LINE.test(line.key) && YEAR.test(line.key) ? AT_EDGE : undefined;
}
