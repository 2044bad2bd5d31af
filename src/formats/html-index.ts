/** The page of all feeds: every feed with its page and its addresses, and a box to search them. */
import type { Feed } from "../feeds/feed.ts";
import { readChannel } from "./channel.ts";
import { languageOf } from "./entry.ts";
import { addressOf } from "./identifiers.ts";
import { headOf } from "./page/head.ts";
import { type Html, joined, tag, textTag } from "./page/markup.ts";
import { INDEX_PATH, masthead, pageFooter } from "./page/masthead.ts";
import {
  directionOf,
  languageAttributes,
  type PageContext,
  pageContext,
} from "./page/page-context.ts";
import { indexData } from "./page/structured-data.ts";
import { addressesOf } from "./page/subscribe.ts";
import { fillTemplate } from "./page/template.ts";
import type { Words } from "./page/words.ts";
import { fitLine } from "./text.ts";

/** Below the output folder: one list of all feeds, for readers. */
const OPML_PATH = "feeds.opml";

/** The feeds of one entry of the configuration. */
interface Group {
  readonly title: string;
  readonly isGrouped: boolean;
  readonly feeds: readonly Feed[];
}

/** Pure. @param title of the site. */
export function renderHtmlIndex(feeds: readonly Feed[], title: string): string {
  const [first] = feeds;
  const settings = first?.options.page;
  const root = addressOf(settings?.root);
  const self = root === undefined ? undefined : new URL(INDEX_PATH, root).href;
  const whole = first ?? { options: { title, copyright: "" }, ...NOTHING };
  const context = pageContext(whole, self, settings?.siteLanguage);
  const { language, words } = context;
  const channel = readChannel(whole, [], "json");
  const home = addressOf(settings?.siteUrl) ?? channel.home;
  const name = fitLine(title) ?? home ?? words.feeds;
  const description = fitLine(settings?.siteDescription);
  const shown = { title: name, description, home, image: undefined, updatedMs: undefined };
  const pages = feeds.map((feed) => ({ title: titleOf(feed), url: pageOf(feed) }));
  return fillTemplate(context.look.template, {
    lang: language as Html,
    dir: directionOf(language) as Html,
    title: joined([{ text: name }]),
    head: headOf(
      {
        ...{ title: `${words.allFeeds} – ${name}`, description, image: channel.image },
        alternates: feeds
          .filter((feed) => feed.options.page?.each === undefined)
          .flatMap((feed) =>
            addressesOf(feed).map((one) => ({ ...one, title: `${titleOf(feed)} (${one.name})` })),
          ),
        relations: [],
        data: indexData(name, description, { self, language }, pages),
        isFound: true,
      },
      context,
    ),
    header: masthead({ ...shown, isPodcast: false, isIndex: true }, context),
    main: tag("main", { id: "stories", class: "page index" }, [
      searchBox(context),
      ...groupsOf(feeds, words).map((group) => groupList(group, context)),
      opmlLink(feeds, context),
    ]),
    footer: pageFooter(channel),
  });
}

const NOTHING = { items: [], categories: [], contributors: [], extensions: [] };

function titleOf({ options }: Feed): string {
  return fitLine(options.title) ?? addressOf(options.feedLinks?.["html"]) ?? "–";
}

function pageOf({ options }: Feed): string | undefined {
  return addressOf(options.feedLinks?.["html"]);
}

/** Shown by the script, which alone can make it work. */
function searchBox({ words, ui }: PageContext): Html {
  const box = { role: "search", hidden: true, "data-none": words.noMatch, ...ui } as const;
  return joined([
    tag("form", box, [
      textTag("label", { for: "search", class: "label" }, words.search),
      tag("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false" }),
    ]),
    tag("p", { class: "found", role: "status", ...ui }),
  ]);
}

const EACH = {
  section: "sections",
  tag: "topics",
  author: "authors",
  language: "languages",
} as const;

/** Feeds of their own first, then podcasts, then what entries with `each` make, in their order. */
function groupsOf(feeds: readonly Feed[], words: Words): readonly Group[] {
  const byKey = new Map<string, Feed[]>();
  for (const kind of ["feeds", "podcasts"]) byKey.set(kind, []);
  for (const feed of feeds) {
    const { page, podcast, show } = feed.options;
    const isPodcast = podcast === true || show !== undefined;
    const alone = isPodcast ? "podcasts" : "feeds";
    const key = page?.each === undefined ? alone : `${page.each} ${page.entry}`;
    byKey.set(key, [...(byKey.get(key) ?? []), feed]);
  }
  const groups = [...byKey].filter(([, all]) => all.length > 0);
  const titles = groups.map(([key, [feed]]) => {
    const each = feed?.options.page?.each;
    return each === undefined
      ? words[key === "podcasts" ? "podcasts" : "feeds"]
      : words[EACH[each]];
  });
  return groups.map(([key, all], at) => {
    const title = titles[at] ?? "";
    const isShared = titles.filter((one) => one === title).length > 1;
    const entry = all[0]?.options.page?.entry ?? "";
    return {
      title: isShared && key.includes(" ") ? `${title} (${entry})` : title,
      isGrouped: key.includes(" "),
      feeds: all,
    };
  });
}

function groupList({ title, isGrouped, feeds }: Group, context: PageContext): Html {
  const { ui } = context;
  const rows = feeds.map((feed) => feedRow(feed, isGrouped, context));
  return tag("section", { class: "group", "data-group": true }, [
    textTag("h2", { class: "label", ...ui }, title),
    tag("ul", { class: isGrouped ? "many" : "few" }, rows),
  ]);
}

function feedRow(
  feed: Feed,
  isGrouped: boolean,
  { language, linkTo, settings }: PageContext,
): Html {
  const { options } = feed;
  const whole = titleOf(feed);
  const before = `${fitLine(settings?.siteTitle) ?? ""}: `;
  const isRepeated = isGrouped && whole.startsWith(before) && whole.length > before.length;
  const title = isRepeated ? whole.slice(before.length) : whole;
  const page = pageOf(feed);
  const description = isGrouped ? undefined : fitLine(options.description);
  const image = addressOf(options.show?.imageUrl) ?? addressOf(options.image, options.link);
  const formats = addressesOf(feed).map(({ name, url, mediaType: type }) =>
    tag("a", { href: url, type }, [
      { text: name },
      textTag("span", { class: "hidden" }, ` ${title}`),
    ]),
  );
  const picture =
    isGrouped || image === undefined
      ? undefined
      : tag("img", { src: linkTo(image), alt: "", loading: "lazy", decoding: "async" });
  const own = languageOf(options.language);
  const other = languageAttributes(own, language);
  return tag("li", { "data-feed": true }, [
    picture,
    tag("div", {}, [
      tag("p", { class: "name", ...other }, [
        page === undefined
          ? { text: title }
          : textTag("a", { href: linkTo(page), hreflang: own }, title),
      ]),
      description === undefined || description === whole
        ? undefined
        : textTag("p", { class: "about", ...other }, description),
      tag("p", { class: "formats" }, [joined(formats, " ")]),
    ]),
  ]);
}

function opmlLink(feeds: readonly Feed[], { linkTo, root }: PageContext): Html | undefined {
  const isThere = feeds.some(({ options }) => options.feedLinks?.["opml"] !== undefined);
  if (!isThere) return undefined;
  const href = root === undefined ? OPML_PATH : linkTo(new URL(OPML_PATH, root).href);
  return tag("p", { class: "opml" }, [textTag("a", { href, type: "text/x-opml" }, "OPML")]);
}
