/** The configuration: what may stand in it, what it means when it does not, and clear refusals. */
import path from "node:path";
import * as v from "valibot";
import { problemsOfIssues } from "./config-faults.ts";
import { faultOfPermalink } from "./config-permalink.ts";
import { OperationalError, type Problem, problemText } from "./errors.ts";

const zones = v.pipe(
  v.string(),
  v.check(isTimeZone, 'is no IANA time zone; write it like "Asia/Jakarta"'),
);
const language = v.pipe(
  v.string(),
  v.check(
    (tag) => languageOf(tag) !== undefined,
    'is no BCP 47 language tag; write it like "id" or "pt-BR"',
  ),
  v.transform((tag) => languageOf(tag) ?? tag),
);
const webAddress = v.pipe(
  v.string(),
  v.trim(),
  v.check(isWebAddress, 'is no absolute web address; write it like "https://example.org/"'),
);
const words = v.pipe(v.string(), v.trim(), v.minLength(1, "is empty; write something"));
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
const formatName = v.picklist(["rss", "atom", "json"]);
const formatNames = v.union([
  v.pipe(
    formatName,
    v.transform((value) => [value]),
  ),
  v.pipe(v.array(formatName), v.minLength(1, "is empty; name one at least")),
]);
const contentKind = v.picklist(["full", "summary"]);

const feedSchema = v.strictObject({
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
});

const schema = v.strictObject({
  site: v.strictObject({
    title: words,
    url: webAddress,
    language: v.optional(language, "en"),
    timezone: v.optional(zones, "UTC"),
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
          email: v.optional(
            v.pipe(v.string(), v.email('is no e-mail address; write it like "desk@example.org"')),
          ),
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
  ignore: v.optional(v.union([oneOrMore, v.pipe(v.array(v.never()), v.length(0))]), []),
  credits: v.optional(
    v.strictObject({ missing: v.optional(v.picklist(["publish", "warn"]), "warn") }),
    { missing: "warn" },
  ),
  schedule: v.optional(words),
});

/** One entry of `feeds`, as written. */
export type FeedConfig = v.InferOutput<typeof feedSchema>;

/** The whole configuration with its defaults; folders absolute, addresses ending in "/". */
export interface Config extends Omit<v.InferOutput<typeof schema>, "feedsUrl"> {
  readonly feedsUrl: string;
  /** The folder of the configuration file: relative paths start here. */
  readonly folder: string;
}

/** The line of a key, given as its path; undefined where nobody knows. */
export type LineOf = (keys: readonly string[]) => number | undefined;

/**
 * Checks a configuration and fills in its defaults.
 *
 * @param raw what the file holds, parsed.
 * @param file its path; relative paths in it start at its folder.
 * @param shown how messages name the file.
 * @throws OperationalError CONFIG_INVALID naming every fault with place and remedy.
 */
export function checkConfig(
  raw: unknown,
  file: string,
  lineOf: LineOf = () => undefined,
  shown = file,
): Config {
  const place = { file: shown, lineOf };
  const result = v.safeParse(schema, raw);
  if (!result.success) throw invalid(problemsOfIssues(result.issues, schema, place));
  const { site, ...rest } = result.output;
  const folder = path.resolve(path.dirname(file));
  const siteUrl = withSlash(site.url);
  const config: Config = {
    ...rest,
    site: { ...site, url: siteUrl },
    feedsUrl: withSlash(rest.feedsUrl ?? new URL("feeds/", siteUrl).href),
    articles: path.resolve(folder, rest.articles),
    output: path.resolve(folder, rest.output),
    folder,
  };
  const faults = [
    ...folderFaults(config, place),
    ...permalinkFaults(config, place),
    ...feedFaults(config, place),
  ];
  if (faults.length > 0) throw invalid(faults);
  return config;
}

interface FilePlace {
  readonly file: string;
  readonly lineOf: LineOf;
}

function folderFaults({ articles, output }: Config, { file, lineOf }: FilePlace): Problem[] {
  if (articles !== output && !articles.startsWith(output + path.sep)) return [];
  const line = lineOf(["output"]);
  const at = { file, ...(line === undefined ? {} : { line }), field: "output" };
  const reason = "holds the articles: documents would be taken for records";
  return [{ ...at, reason, remedy: 'give it a folder of its own, such as "feeds"' }];
}

function permalinkFaults({ permalink, site }: Config, { file, lineOf }: FilePlace): Problem[] {
  const fault = permalink === undefined ? undefined : faultOfPermalink(permalink, site.url);
  if (fault === undefined) return [];
  const line = lineOf(["permalink"]);
  return [{ file, ...(line === undefined ? {} : { line }), field: "permalink", ...fault }];
}

/** What one entry cannot say about itself: groups need `{slug}`, two feeds need two paths. */
function feedFaults(config: Config, { file, lineOf }: FilePlace): Problem[] {
  const takenBy = new Map<string, string>();
  const faults: Problem[] = [];
  for (const [key, feed] of Object.entries(config.feeds)) {
    const target = feedPath(key, feed);
    const line = lineOf(["feeds", key]);
    const at = { file, ...(line === undefined ? {} : { line }), field: `feeds.${key}` };
    // Some file systems know no case.
    const other = takenBy.get(target.toLowerCase());
    takenBy.set(target.toLowerCase(), key);
    if (other !== undefined) {
      const reason = `has the path of feeds.${other}`;
      faults.push({ ...at, reason, remedy: "give it another path" });
    }
    if ((feed.each !== undefined) !== target.includes("{slug}")) {
      const remedy = feed.each ? 'write path: "section/{slug}"' : "add each, or take {slug} away";
      faults.push({ ...at, reason: "each and {slug} go together", remedy });
    }
    if (!isInnerPath(target)) {
      const reason = `"${target}" is no name for a file`;
      faults.push({ ...at, reason, remedy: 'give it a path, such as "section/{slug}"' });
    }
  }
  return faults;
}

/** The path of a feed's documents below the output folder, without ending. */
export function feedPath(name: string, feed: FeedConfig): string {
  return feed.path ?? (feed.each === undefined ? name : `${name}/{slug}`);
}

function invalid(problems: readonly Problem[]): OperationalError {
  const message = problems.map(problemText).join("\n");
  return new OperationalError(
    "CONFIG_INVALID",
    message,
    "Correct the configuration and run again.",
  );
}

function withSlash(address: string): string {
  const url = new URL(address);
  url.hash = "";
  url.search = "";
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** Credentials in an address would stand in every feed. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

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
function isInnerPath(target: string): boolean {
  if (target === "" || /[\u0000-\u001f\\]/.test(target) || target.startsWith("/")) return false;
  return target.split("/").every((part) => {
    return part !== "" && !part.startsWith(".") && Buffer.byteLength(part) <= 150;
  });
}
