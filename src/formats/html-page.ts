/** The HTML page of a feed: for people who follow a link to it, and for the printer. */
import type { Feed } from "../feeds/feed.ts";
import type { Channel } from "./channel.ts";
import { readChannel } from "./channel.ts";
import { readEntries } from "./entry.ts";
import { addressOf, firstOfEachId } from "./identifiers.ts";
import { dateWords } from "./page/dates.ts";
import { headOf } from "./page/head.ts";
import { type Html, joined, tag, textTag } from "./page/markup.ts";
import { INDEX_PATH, masthead, pageFooter } from "./page/masthead.ts";
import { directionOf, type PageContext, pageContext } from "./page/page-context.ts";
import { firstStory, type Story, storyOf } from "./page/story.ts";
import { feedData } from "./page/structured-data.ts";
import { addressesOf, subscribeBox } from "./page/subscribe.ts";
import { fillTemplate } from "./page/template.ts";

/** Pure. The style sheet and the script that it names are those of `pageAssets`. */
export function renderHtmlPage(feed: Feed): string {
  const { options } = feed;
  const all = readEntries(feed).map((entry, at) => ({ entry, item: feed.items[at] }));
  const shown = firstOfEachId(all, ({ entry }) => entry.guid);
  const entries = shown.map(({ entry }) => entry);
  const channel = readChannel(feed, entries, "json");
  const context = pageContext(feed, addressOf(options.feedLinks?.["html"], channel.home));
  const stories = shown.flatMap(({ entry, item }) => {
    return item === undefined ? [] : [storyOf(entry, item, context)];
  });
  const isPodcast = options.podcast === true || options.show !== undefined;
  const image = addressOf(options.show?.imageUrl) ?? channel.image;
  const { title, description, home, updatedMs } = channel;
  const facts = { title, description, home, updatedMs, image, isPodcast, isIndex: false };
  return fillTemplate(context.look.template, {
    lang: context.language as Html,
    dir: directionOf(context.language) as Html,
    title: joined([{ text: title }]),
    head: pageHead(feed, { ...channel, image }, stories, context),
    header: masthead(facts, context),
    main: tag("div", { class: "page" }, [
      subscribeBox(feed, context),
      tag("main", { id: "stories" }, [
        ...stories.map((story, at) => (at === 0 ? firstStory(story) : story.html)),
        stories.length > 0
          ? undefined
          : textTag("p", { class: "empty", ...context.ui }, context.words.empty),
        archivePaging(feed, context),
      ]),
    ]),
    footer: pageFooter(channel),
  });
}

function pageHead(
  feed: Feed,
  channel: Channel,
  stories: readonly Story[],
  context: PageContext,
): Html {
  const { self, language, root, settings, look } = context;
  const { archive } = feed.options;
  const feedUrl = addressesOf(feed)[0]?.url;
  const { title, description, image, favicon } = channel;
  const isPodcast = feed.options.podcast === true || feed.options.show !== undefined;
  return headOf(
    {
      ...{ title: pageTitle(feed, stories, channel, context), description, image, icon: favicon },
      alternates: addressesOf(feed).map((one) => ({ ...one, title: `${title} (${one.name})` })),
      relations: [
        ...archivePages(feed).map(({ rel, address }) => [rel, address] as const),
        ...(root === undefined ? [] : [["index", new URL(INDEX_PATH, root).href] as const]),
      ],
      data: feedData(channel, stories, { self, language, isPodcast, settings, look, feedUrl }),
      isFound: archive?.isArchive !== true && settings?.each === undefined,
    },
    context,
  );
}

/** The pages of one feed are told apart by their days. */
function pageTitle(
  { options }: Feed,
  stories: readonly Story[],
  { title }: Channel,
  { language, timezone }: PageContext,
): string {
  if (options.archive?.isArchive !== true) return title;
  const days = [stories.at(-1), stories[0]].flatMap((story) => {
    const timeMs = story?.entry.publishedMs;
    return timeMs === undefined ? [] : [dateWords(timeMs, language, timezone).day];
  });
  return days.length === 0 ? title : `${title}: ${[...new Set(days)].join(" – ")}`;
}

interface ArchivePage {
  readonly rel: "next" | "prev" | "start";
  readonly name: "older" | "newer" | "latest";
  readonly address: string;
}

/** As people turn pages: what is older comes next. */
function archivePages({ options: { archive } }: Feed): readonly ArchivePage[] {
  if (archive === undefined) return [];
  const pages = [
    { rel: "start", name: "latest", links: archive.isArchive ? archive.current : undefined },
    { rel: "prev", name: "newer", links: archive.next },
    { rel: "next", name: "older", links: archive.previous },
  ] as const;
  return pages.flatMap(({ rel, name, links }) => {
    const address = addressOf(links?.["html"]);
    return address === undefined ? [] : [{ rel, name, address }];
  });
}

function archivePaging(feed: Feed, { words, ui, linkTo }: PageContext): Html | undefined {
  const pages = archivePages(feed);
  if (pages.length === 0) return undefined;
  const links = pages.map(({ rel, name, address }) =>
    textTag("a", { rel: rel === "start" ? undefined : rel, href: linkTo(address) }, words[name]),
  );
  return tag(
    "nav",
    { class: "paging", "aria-label": `${words.newer} / ${words.older}`, ...ui },
    links,
  );
}
