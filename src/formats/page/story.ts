/** One item of a feed as a story of its page. */
import type { Item } from "../../feeds/feed.ts";
import type { Entry, Person } from "../entry.ts";
import { summaryOf } from "../entry.ts";
import type { Picture } from "../pictures.ts";
import { shorten } from "../text.ts";
import { writtenOnce } from "../written.ts";
import { timeElement } from "./dates.ts";
import { type Html, joined, tag, textTag } from "./markup.ts";
import { withOwnFiles } from "./own-files.ts";
import { directionOf, languageAttributes, type PageContext } from "./page-context.ts";
import { playerOf } from "./player.ts";
import { readStoryContent, type StoryContent } from "./story-content.ts";
import { creditLineOf, licenseLinks, storyFigure } from "./story-figures.ts";

/** Stories of so many characters need no button to be read. UTF-16 units. */
const SHORT_STORY = 600;
const SUMMARY_LIMIT = 300;

/** An item as its page shows it. */
export interface Story {
  readonly html: Html;
  readonly entry: Entry;
  /** Plain text. */
  readonly summary: string | undefined;
  /** Those of its pictures that the page shows: search engines are told of no others. */
  readonly pictures: readonly Picture[];
}

const once = writtenOnce<Story>();

/** Whatever of the page a story depends on is in its key. */
export function storyOf(entry: Entry, item: Item, context: PageContext): Story {
  const { language, timezone, words } = context;
  const key = [language, timezone, words.language].join(" ");
  const story = once(entry, key, () => writeStory(entry, item, context));
  return { ...story, html: withOwnFiles(story.html, context) };
}

/** The picture at its top is seen before anything is scrolled: it does not wait for that. */
export function firstStory({ html }: Story): Html {
  const end = html.indexOf("<details");
  const top = end === -1 ? html : html.slice(0, end);
  const early = top.replace(/(<img [^<>]*) loading="lazy"/, '$1 fetchpriority="high"');
  return (early + html.slice(top.length)) as Html;
}

function writeStory(entry: Entry, item: Item, context: PageContext): Story {
  const { language, words, ui } = context;
  const other = languageAttributes(entry.language, language);
  // Words of the page's own, within a story in another language.
  const own = other.lang === undefined ? ui : ownAttributes(context);
  const { figure, content, lead } = readPictures(entry, item);
  const pictures = entry.pictures.filter(({ url }) => {
    return url !== undefined && (url === lead || content.pictures.has(url));
  });
  const summary = storySummary(entry, content);
  const [tagOne] = entry.tags;
  const html = tag("article", { class: "story" }, [
    dateLine(entry, context),
    tag("div", { class: "body", ...other }, [
      tagOne === undefined ? undefined : textTag("p", { class: "label" }, tagOne.name),
      headline(entry),
      byline(entry.authors),
      figure,
      ...textsOf({ entry, summary }, content, words.more, own),
      playerOf(entry, words, own),
      licenseLinks(pictures, words, own),
    ]),
  ]);
  return { html, entry, summary, pictures };
}

function ownAttributes({ words }: PageContext): { readonly lang: string; readonly dir: string } {
  return { lang: words.language, dir: directionOf(words.language) };
}

/** In the zone of the site; the script puts it into the reader's. */
function dateLine({ publishedMs, updatedMs }: Entry, context: PageContext): Html | undefined {
  const { language, timezone, words, ui } = context;
  if (publishedMs === undefined) return undefined;
  const published = timeElement(publishedMs, language, timezone);
  const isChanged = updatedMs !== undefined && updatedMs - publishedMs >= HOUR_MS;
  const updated = isChanged
    ? tag("p", { class: "updated" }, [
        textTag("span", { ...ui }, `${words.updated} `),
        timeElement(updatedMs, language, timezone),
      ])
    : undefined;
  return tag("div", { class: "dateline" }, [tag("p", {}, [published]), updated]);
}

const HOUR_MS = 3_600_000;

/** Where nobody says which language a text is in, its first letter tells where it begins. */
function ownDirection({ language }: Entry): { readonly dir?: "auto" } {
  return language === undefined ? { dir: "auto" } : {};
}

function headline(entry: Entry): Html {
  const { title, link } = entry;
  return tag("h2", ownDirection(entry), [
    link === undefined ? { text: title } : textTag("a", { href: link }, title),
  ]);
}

function byline(authors: readonly Person[]): Html | undefined {
  const names = authors.flatMap(({ name, url }) => {
    if (name === undefined) return [];
    return [url === undefined ? textTag("span", {}, name) : textTag("a", { href: url }, name)];
  });
  return names.length === 0 ? undefined : tag("p", { class: "byline" }, [joined(names, ", ")]);
}

/** The content, and the picture that stands above it: of it, or else the item's first. */
function readPictures(entry: Entry, item: Item) {
  const { guid: id, link } = entry;
  const html = entry.content ?? entry.description ?? "";
  const picture = entry.pictures.find(({ url }) => url !== undefined);
  const credit = picture === undefined ? undefined : creditLineOf(picture, item, link);
  const content = readStoryContent(html, { id, link });
  const url = picture?.url;
  if (content.lead !== undefined || picture === undefined || url === undefined) {
    return { figure: content.lead, content, lead: undefined };
  }
  if (content.pictures.has(url)) return { figure: undefined, content, lead: undefined };
  const figure = storyFigure(picture, credit);
  return { figure, content: readStoryContent(html, { id, link, credit }), lead: url };
}

/** As it is given; or the beginning of the story, without who made its pictures. */
function storySummary(entry: Entry, { text }: StoryContent): string | undefined {
  const { summary, description, content } = entry;
  const isTold = description !== undefined && content !== undefined && description !== content;
  if (summary !== undefined || isTold) return summaryOf(entry);
  return text === "" ? undefined : shorten(text, SUMMARY_LIMIT);
}

/** The summary, and the whole where there is more: at once where it is short. */
function textsOf(
  { entry, summary }: Pick<Story, "entry" | "summary">,
  { html, text, pictures }: StoryContent,
  more: string,
  own: Readonly<Record<string, string>>,
): readonly (Html | undefined)[] {
  const standfirst = (name: string) =>
    summary === undefined
      ? undefined
      : textTag("p", { class: name, ...ownDirection(entry) }, summary);
  if (html === "") return [standfirst("standfirst")];
  // A summary that is only how the story begins goes when the story comes.
  const isBeginning = summary !== undefined && text.startsWith(summary.replace(/\s?…$/, ""));
  const whole = tag("div", { class: "content", ...ownDirection(entry) }, [html]);
  if (text.length <= SHORT_STORY && pictures.size <= 1) {
    return [
      isBeginning || entry.summary === undefined ? undefined : standfirst("standfirst"),
      whole,
    ];
  }
  return [
    standfirst(isBeginning ? "standfirst beginning" : "standfirst"),
    tag("details", {}, [
      tag("summary", { ...own }, [
        textTag("span", {}, more),
        textTag("span", { class: "hidden" }, `: ${entry.title}`),
      ]),
      whole,
    ]),
  ];
}
