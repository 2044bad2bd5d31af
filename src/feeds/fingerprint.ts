/** Whether a feed would come out as it did last time, told without composing it. */
import { digestOf } from "../articles/digests.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Config } from "../config/config.ts";
import { pageSettings } from "./page-settings.ts";
import type { Selection } from "./select.ts";

/**
 * Changes whenever anything does that stands in one of the feed's documents: its own facts, those
 * of the site, and of each article what its record says and what its files may tell.
 *
 * @param outsideOf changes whenever something may have that an article's item depends on besides
 *   its record.
 */
export function fingerprintOf(
  selection: Selection,
  config: Config,
  outsideOf: (article: IndexedArticle) => string,
): string {
  const { articles, withdrawn, ...facts } = selection;
  const { title, url, author, copyright } = config.site;
  const { aliases, placeholder } = config.credits;
  const shown = articles.map((article) => factsOf(article, outsideOf(article)));
  const gone = withdrawn.map(({ guid, updatedMs }) => [guid, updatedMs]);
  const { feedsUrl, websub, media } = config;
  const { folders } = config.images;
  const served = { feedsUrl, websub, media, folders };
  const site = { title, url, author, copyright, aliases, placeholder, ...served };
  const page = selection.formats.includes("html") ? pageSettings(selection, config) : undefined;
  return digestOf([facts, site, shown, gone, page]);
}

/** Most articles are shown by several feeds, and by the next run. */
const known = new WeakMap<IndexedArticle, { readonly outside: string; readonly facts: string }>();

function factsOf(article: IndexedArticle, outside: string): string {
  const last = known.get(article);
  if (last?.outside === outside) return last.facts;
  const { digest, guid, publishedMs, updatedMs } = article;
  const facts = [digest, guid, publishedMs, updatedMs, outside].join("\n");
  known.set(article, { outside, facts });
  return facts;
}
