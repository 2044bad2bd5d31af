/** The shape of a configuration file, and what stands for the keys it leaves out. */
import * as v from "valibot";
import { readAllowedHosts } from "../articles/pictures/remote/allowed-hosts.ts";
import { hooksSchema } from "./hooks.ts";
import { pageSchema } from "./page.ts";
import { podcastSchema } from "./podcast.ts";
import { scheduleSchema } from "./schedule.ts";
import { serveSchema } from "./serve.ts";
import { emailAddress, listOf, timeZone, webAddress, words } from "./values.ts";
import { websubSchema } from "./websub.ts";

const language = v.pipe(
  v.string(),
  v.check(
    (tag) => languageOf(tag) !== undefined,
    'is no BCP 47 language tag; write it like "id" or "pt-BR"',
  ),
  v.transform((tag) => languageOf(tag) ?? tag),
);
/** A name in a list may look like a number to YAML: `tag: 2022`. */
const name = v.union([words, v.pipe(v.number(), v.transform(String))]);
const COUNT = "is no count; write a whole number from 1 to 10000";
const count = v.pipe(v.number(), v.integer(COUNT), v.minValue(1, COUNT), v.maxValue(10_000, COUNT));
const oneOrMore = v.union([
  v.pipe(
    name,
    v.transform((value) => [value]),
  ),
  v.pipe(v.array(name), v.minLength(1, "is empty; name one at least")),
]);
/** Rows of the tables in `formats/formats.ts`. */
const formatName = v.picklist(["rss", "atom", "json", "news-sitemap", "opml", "html"]);
const formatNames = v.union([
  v.pipe(
    formatName,
    v.transform((value) => [value]),
  ),
  v.pipe(v.array(formatName), v.minLength(1, "is empty; name one at least")),
]);
const contentKind = v.picklist(["full", "summary"]);
const missingPolicy = v.picklist(["publish", "warn", "withhold", "placeholder", "block"]);
const compressions = v.pipe(
  listOf(v.picklist(["gz", "br"])),
  v.transform((all) => [...new Set(all)].sort()),
);
const noneOrMore = v.union([oneOrMore, v.pipe(v.array(v.never()), v.length(0))]);

const creditsSchema = v.strictObject({
  /** What becomes of pictures that name nobody. */
  missing: v.optional(missingPolicy, "warn"),
  /** What stands in their place where `missing` says so. */
  placeholder: v.optional(v.strictObject({ image: v.optional(words), text: v.optional(words) })),
  /** From a spelling to the name. */
  aliases: v.optional(v.record(v.string(), words)),
});

const imagesSchema = v.strictObject({
  /** Look at pictures that are only on the web. */
  probe: v.optional(v.boolean(), false),
  /** Hosts that may be asked although their address is private. */
  allow: v.optional(
    v.pipe(
      noneOrMore,
      v.everyItem(
        (host) => readAllowedHosts([String(host)]).length === 1,
        'is no host; write it like "dam.example.org" or "10.1.2.3:8080"',
      ),
    ),
    [],
  ),
  /** Where files lie: from the beginning of an address to a folder. */
  folders: v.optional(v.record(webAddress, words), {}),
});

/** One entry of `feeds`. */
export const feedSchema = v.strictObject({
  title: v.optional(words),
  description: v.optional(words),
  language: v.optional(language),
  /** Where the documents go below `output`, without ending; `{slug}` stands for the group. */
  path: v.optional(
    v.pipe(
      v.string(),
      v.check(isInnerPath, 'is no path below the output folder; write it like "section/{slug}"'),
    ),
  ),
  limit: v.optional(count),
  /** Only what was published in so many days before the run. */
  days: v.optional(count),
  /** What makes an article the first. */
  sort: v.optional(v.picklist(["published", "updated"])),
  /** What is older stands in archive documents (RFC 5005). */
  archive: v.optional(v.boolean()),
  /** Atom names withdrawn articles (RFC 6721), which some validators do not know. */
  tombstones: v.optional(v.boolean()),
  /** The channel's picture: a path on the site, or an address; `{slug}` stands for the group. */
  image: v.optional(words),
  each: v.optional(v.picklist(["section", "tag", "author", "language"])),
  where: v.optional(
    v.strictObject({
      section: v.optional(oneOrMore),
      tag: v.optional(oneOrMore),
      author: v.optional(oneOrMore),
      language: v.optional(oneOrMore),
    }),
  ),
  formats: v.optional(formatNames),
  content: v.optional(contentKind),
  credits: v.optional(v.strictObject({ missing: v.optional(missingPolicy) })),
  /** Only articles with a recording, and what directories of podcasts ask for. */
  kind: v.optional(v.picklist(["podcast"])),
  podcast: v.optional(podcastSchema),
  /** When it is published, instead of when the site is. */
  schedule: v.optional(scheduleSchema),
});

/** What a configuration file may hold. */
export const configSchema = v.strictObject({
  site: v.strictObject({
    title: words,
    url: webAddress,
    language: v.optional(language, "en"),
    timezone: v.optional(timeZone, "UTC"),
    description: v.optional(words),
    copyright: v.optional(words),
    author: v.optional(
      v.union([
        v.pipe(
          words,
          v.transform((given) => ({ name: given })),
        ),
        v.strictObject({
          name: words,
          email: v.optional(emailAddress),
          url: v.optional(webAddress),
        }),
      ]),
    ),
    image: v.optional(words),
  }),
  feedsUrl: v.optional(webAddress),
  articles: v.optional(words, "articles"),
  output: v.optional(words, "feeds"),
  formats: v.optional(formatNames, ["rss", "atom", "json"]),
  feeds: v.optional(
    v.pipe(
      v.unknown(),
      v.check((value) => !Array.isArray(value), "is a list; write a block, a key for each feed"),
      v.record(v.string(), v.nullish(feedSchema, {})),
      v.check(
        (feeds) => Object.keys(feeds).length > 0,
        "is empty; name one feed at least, or take it away",
      ),
    ),
    { all: {} },
  ),
  permalink: v.optional(words),
  content: v.optional(contentKind, "full"),
  /** A record that names no date: set it aside, or take the time its file was last changed. */
  missingDate: v.optional(v.picklist(["set-aside", "file-time"]), "set-aside"),
  /** Globs below `articles` that hold no articles. */
  ignore: v.optional(noneOrMore, []),
  credits: v.optional(creditsSchema, { missing: "warn" }),
  images: v.optional(imagesSchema, {}),
  /** What is remembered between runs; deleting it costs only time. */
  cache: v.optional(words, ".feedwright"),
  /** What each article is known as for ever; it belongs to the articles and is kept with them. */
  ledger: v.optional(words, "feedwright.ledger"),
  /** Publish although the source shows far fewer articles than at the last run. */
  acceptShrink: v.optional(v.boolean(), false),
  /** What becomes of feeds that are no more. */
  goneFeeds: v.optional(v.picklist(["remove", "empty"]), "remove"),
  /** What the HTML pages look like. */
  page: v.optional(pageSchema),
  /** Compressed twins beside each document, for web servers that send them as they are. */
  compress: v.optional(compressions, []),
  /** Pictures, recordings and papers of this project: copied beside the feeds, or on the site. */
  media: v.optional(v.picklist(["auto", "copy", "site"]), "auto"),
  /** Hubs that tell readers at once of what is new. */
  websub: v.optional(websubSchema),
  /** Where `feedwright serve` listens, and what has moved. */
  serve: v.optional(serveSchema, {}),
  /** Who is told of what was published. */
  onPublished: v.optional(hooksSchema, []),
  /** When `feedwright schedule` publishes. */
  schedule: v.optional(scheduleSchema),
  /** `feedwright schedule` also publishes what changes, as it changes. */
  watch: v.optional(v.boolean(), false),
});

function languageOf(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag.trim().replace(/_/g, "-"));
    // Grammar allows longer ones, but none is registered: "english" is a name, not a tag.
    return locale.language.length <= 3 ? locale.baseName : undefined;
  } catch {
    return undefined;
  }
}

/** Names longer than 150 bytes leave no room for a slug and an ending. */
export function isInnerPath(target: string): boolean {
  if (target === "" || /[\u0000-\u001f\\]/.test(target) || target.startsWith("/")) return false;
  return target.split("/").every((part) => {
    return part !== "" && !part.startsWith(".") && Buffer.byteLength(part) <= 150;
  });
}
