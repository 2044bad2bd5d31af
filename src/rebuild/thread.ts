/** A thread that reads records and parses bodies: `crew.ts` starts it and hands out its tasks. */
import { parentPort, workerData } from "node:worker_threads";
import type { Article } from "../articles/article.ts";
import { indexFile } from "../articles/index/indexed-file.ts";
import { findFilesWithin } from "../articles/local-files.ts";
import { openPictures } from "../articles/pictures/pictures.ts";
import type { RawFields } from "../articles/record.ts";
import { openStories } from "../articles/stories.ts";
import { type ContentKind, openContentFinder } from "../feeds/article-content.ts";
import { readingContext } from "../site.ts";
import { shownPath } from "../site-scan.ts";
import { openMemoryBound } from "./memory-bound.ts";
import type { Answers, ArticleToParse, FileToRead, Task, ThreadSetup } from "./tasks.ts";

interface Bench {
  readonly read: (files: readonly FileToRead[]) => Answers["read"];
  readonly parse: (
    articles: readonly ArticleToParse[],
    kinds: readonly ContentKind[],
  ) => Answers["parse"];
}

function openBench(setup: ThreadSetup): Bench {
  const { config, nowMs, rootName, startedMs } = setup;
  const { site, articles, folder: project, images } = config;
  const findFile = findFilesWithin({
    ...{ project, articles, siteUrl: site.url, folders: images.folders },
  });
  const context = { ...readingContext(config), rootName, startedMs };
  const given = new Map<string, FileToRead>();
  const fieldsOf = (path: string): RawFields => given.get(path)?.inherited ?? {};
  const stories = openStories((path) => given.get(path)?.file, fieldsOf, context);
  const pictures = openPictures({
    ...{ findFile, cache: config.cache, shownAs: shownPath, nowMs },
    ...{ probe: false, allowedHosts: [] },
  });
  const find = openContentFinder(config, pictures);
  return {
    read: (files) =>
      files.map(({ file, inherited }) => {
        return indexFile(file, undefined, inherited, context, stories.keep);
      }),
    parse: (toParse, kinds) => {
      for (const one of toParse) given.set(one.file.path, one);
      const parsed = toParse.map(({ article, story }) => {
        const load = () => story ?? stories.of(article);
        const found = new Map(kinds.map((kind) => [kind, find(load, kind)]));
        const whole = wholeOf(load);
        stories.drop(article);
        return { key: article.key, found, ...(whole === undefined ? {} : { article: whole }) };
      });
      given.clear();
      return { articles: parsed, learned: pictures.learned() };
    },
  };
}

/** The body is content by now. */
function wholeOf(load: () => Article): Article | undefined {
  try {
    const article = load();
    return { ...article, body: { ...article.body, source: "" } };
  } catch {
    // The content tells why.
    return undefined;
  }
}

const bench = openBench(workerData as ThreadSetup);
const keepWithinBound = openMemoryBound();
parentPort?.on("message", (task: Task) => {
  keepWithinBound();
  parentPort?.postMessage(
    task.kind === "read" ? bench.read(task.files) : bench.parse(task.articles, task.contents),
  );
});
