/** The configuration: what may stand in it, what it means when it does not, and clear refusals. */
import path from "node:path";
import * as v from "valibot";
import { OperationalError, type Problem, problemText } from "../errors.ts";
import { problemsOfIssues } from "./faults.ts";
import type { PageConfig } from "./page.ts";
import { faultOfPermalink } from "./permalink.ts";
import { configSchema, type feedSchema, isInnerPath } from "./schema.ts";

/** One entry of `feeds`, as written. */
export type FeedConfig = v.InferOutput<typeof feedSchema>;

/** The whole configuration with its defaults; folders absolute, addresses ending in "/". */
export interface Config extends Omit<v.InferOutput<typeof configSchema>, "feedsUrl" | "page"> {
  readonly feedsUrl: string;
  readonly page?: PageConfig | undefined;
  /** The folder of the configuration file: relative paths start here. */
  readonly folder: string;
}

/** The line of a key, given as its path; undefined where nobody knows. */
export type LineOf = (keys: readonly string[]) => number | undefined;

/** What is wrong with a key, given as its path. */
export interface ConfigFault {
  readonly keys: readonly string[];
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Checks a configuration and fills in its defaults.
 *
 * @param raw what the file holds, parsed.
 * @param file its path; relative paths in it start at its folder.
 * @param shown how messages name the file.
 * @param furtherFaults what is asked only by commands that need it.
 * @throws OperationalError CONFIG_INVALID naming every fault with place and remedy.
 */
export function checkConfig(
  raw: unknown,
  file: string,
  lineOf: LineOf = () => undefined,
  shown = file,
  furtherFaults: (config: Config) => readonly ConfigFault[] = () => [],
): Config {
  const place = { file: shown, lineOf };
  const result = v.safeParse(configSchema, raw);
  if (!result.success) throw invalid(problemsOfIssues(result.issues, configSchema, place));
  const { site, ...rest } = result.output;
  const folder = path.resolve(path.dirname(file));
  const siteUrl = withSlash(site.url);
  const config: Config = {
    ...rest,
    site: { ...site, url: siteUrl },
    feedsUrl: withSlash(rest.feedsUrl ?? new URL("feeds/", siteUrl).href),
    articles: path.resolve(folder, rest.articles),
    output: path.resolve(folder, rest.output),
    cache: path.resolve(folder, rest.cache),
    ledger: path.resolve(folder, rest.ledger),
    folder,
  };
  const faults = [
    ...folderFaults(config, place),
    ...permalinkFaults(config, place),
    ...feedFaults(config, place),
    ...furtherFaults(config).map((fault) => problemAt(fault, place)),
  ];
  if (faults.length > 0) throw invalid(faults);
  return config;
}

interface FilePlace {
  readonly file: string;
  readonly lineOf: LineOf;
}

function problemAt({ keys, ...fault }: ConfigFault, { file, lineOf }: FilePlace): Problem {
  const line = lineOf(keys);
  return { file, ...(line === undefined ? {} : { line }), field: keys.join("."), ...fault };
}

function folderFaults(config: Config, { file, lineOf }: FilePlace): Problem[] {
  const { articles, output, cache, ledger, folder } = config;
  const faultOf = (field: string, reason: string, remedy: string): Problem => {
    const line = lineOf([field]);
    return { file, ...(line === undefined ? {} : { line }), field, reason, remedy };
  };
  const faults: Problem[] = [];
  if (holds(output, articles)) {
    const reason = "holds the articles: documents would be taken for records";
    faults.push(faultOf("output", reason, 'give it a folder of its own, such as "feeds"'));
  }
  if ([folder, articles, output].some((one) => holds(cache, one)) || holds(output, cache)) {
    const reason = "must be a folder of its own, outside of what is published";
    faults.push(faultOf("cache", reason, 'leave it out, or write ".feedwright"'));
  }
  if (holds(cache, ledger)) {
    const reason = "would be lost with the cache";
    faults.push(faultOf("ledger", reason, 'leave it out, or write "feedwright.ledger"'));
  }
  return faults;
}

function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(path.sep) ? outer : outer + path.sep);
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
    if (feed.archive === true && feed.days !== undefined) {
      const reason = "archive and days exclude each other: what is too old would leave the archive";
      faults.push({ ...at, reason, remedy: "take one of them away" });
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
