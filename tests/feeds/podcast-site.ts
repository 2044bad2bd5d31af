/** A stored site with a podcast, made as the pipeline makes it, up to the documents. */
import path from "node:path";
import { findFilesWithin } from "../../src/articles/local-files.ts";
import { openPictures } from "../../src/articles/pictures/pictures.ts";
import { openRecordings } from "../../src/articles/recordings/recordings.ts";
import { checkConfig } from "../../src/config/config.ts";
import { composeFeed, openItems } from "../../src/feeds/compose.ts";
import { openContents } from "../../src/feeds/contents.ts";
import { composePodcast, type PodcastMade } from "../../src/feeds/podcast.ts";
import { selectFeeds } from "../../src/feeds/select.ts";
import { NOW_MS, readArticles, site } from "../articles/reading.ts";
import { temporaryFolder } from "../temporary-folder.ts";

export const SITE = {
  ...{ title: "Situs", url: "https://site.example/", language: "id" },
  author: { name: "Redaksi", email: "redaksi@site.example" },
};

const endings = new Map(["rss", "atom", "json"].map((name) => [name, name]));

/**
 * @param files below the project: records in `articles/`, what the site serves in `static/`.
 * @param feed the entry of the configuration, `kind: podcast` and all.
 */
export async function makePodcast(
  files: Readonly<Record<string, string | Uint8Array>>,
  feed: Readonly<Record<string, unknown>> = { kind: "podcast" },
  keys: Readonly<Record<string, unknown>> = {},
): Promise<PodcastMade> {
  const project = temporaryFolder({ "articles/": "", ...files });
  const config = checkConfig(
    { site: SITE, feeds: { siar: feed }, ...keys },
    path.join(project, "feedwright.config.yaml"),
  );
  const { articles: folder } = config;
  const findFile = findFilesWithin({ project, articles: folder, siteUrl: SITE.url });
  const { articles, stories } = readArticles({ ...site, folder });
  const shownAs = (file: string) => path.basename(file);
  const cache = path.join(project, "cache");
  const recordAt = (inner: string) => `articles/${inner}`;
  const pictures = openPictures({
    ...{ findFile, cache, shownAs, probe: false, allowedHosts: [], nowMs: NOW_MS },
  });
  const recordings = openRecordings({ findFile, cache, shownAs, recordAt });
  await recordings.read(articles);
  const [selection] = selectFeeds(articles, config, NOW_MS);
  if (selection === undefined) throw new Error("no feed");
  const contents = openContents({ config, stories, pictures, cache: new Map() });
  const items = openItems(contents, stories);
  const composed = composeFeed(selection, config, endings, items);
  return composePodcast(selection, composed, {
    ...{ config, recordings, stories, pictures, findFile, recordAt, shown: "feeds/siar.rss" },
    addressOf: (url) => url,
  });
}

/** A record in Markdown. */
export function recordOf(fields: Readonly<Record<string, unknown>>, body = "Isi."): string {
  const given = { title: "Judul", date: "2026-05-01T06:00:00Z", ...fields };
  return `---\n${JSON.stringify(given)}\n---\n\n${body}\n`;
}

export function reasonsOf({ problems }: PodcastMade): readonly string[] {
  return problems.map(({ file, field, reason }) => `${file} ${field}: ${reason}`);
}
