/** Bodies parsed by a crew a few feeds before the first thread comes to them. */
import type { Article } from "../articles/article.ts";
import type { SourceFile } from "../articles/folder.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Pictures } from "../articles/pictures/pictures.ts";
import type { RawFields } from "../articles/record.ts";
import type { Stories } from "../articles/stories.ts";
import type { ContentKind } from "../feeds/article-content.ts";
import type { Contents } from "../feeds/contents.ts";
import type { Selection } from "../feeds/select.ts";
import { wanted } from "../feeds/uses.ts";
import type { Crew } from "./crew.ts";
import type { ArticleToParse } from "./tasks.ts";

export interface ParseAhead {
  /** Resolves when the articles that the feed will ask for are there. */
  readonly arrive: (feed: Selection) => Promise<void>;
  /** An article that has arrived, without its body. */
  readonly articleOf: (key: string) => Article | undefined;
  readonly drop: (key: string) => void;
}

export interface ParseAheadSources {
  readonly crew: Crew;
  readonly readBy: ReadonlyMap<string, number>;
  readonly contents: Pick<Contents, "isUnknown" | "put">;
  readonly pictures: Pick<Pictures, "teach">;
  readonly stories: Pick<Stories, "kept" | "drop">;
  readonly fileAt: (path: string) => SourceFile | undefined;
  readonly inheritedBy: (path: string) => RawFields;
  /** What feeds make of articles; one at least. */
  readonly kinds: readonly ContentKind[];
}

/** Enough that no thread waits, and little enough to hold. */
const FEEDS_AHEAD = 6;

/** @param feeds in the order in which they will be asked for. */
export function openParseAhead(
  feeds: readonly Selection[],
  sources: ParseAheadSources,
): ParseAhead {
  const { crew, contents, pictures, kinds } = sources;
  const arrived = new Map<string, Article>();
  const asked = new Map<string, Promise<void>>();
  let next = 0;
  const ask = (feed: Selection): void => {
    const unknown = wanted(feed).filter((article) => {
      // A file of many articles is parsed once, in the first thread.
      const isAlone = article.key === article.recordPath;
      return isAlone && !asked.has(article.key) && contents.isUnknown(article);
    });
    for (const [thread, articles] of byThread(unknown, sources)) {
      const byKey = new Map(articles.map(({ article }) => [article.key, article]));
      const task = { kind: "parse", articles, contents: kinds } as const;
      const answer = crew.ask<"parse">(thread, task).then(({ articles: parsed, learned }) => {
        pictures.teach(learned);
        for (const { key, article: whole, found } of parsed) {
          const article = byKey.get(key);
          if (article === undefined) continue;
          if (whole !== undefined) arrived.set(key, whole);
          for (const [kind, one] of found) contents.put(article, kind, one);
        }
      });
      // Whoever waits is told; a thread that ends before anybody waits must not end the program.
      answer.catch(() => {});
      for (const key of byKey.keys()) asked.set(key, answer);
    }
  };
  return {
    arrive: async (feed) => {
      const end = feeds.indexOf(feed) + FEEDS_AHEAD;
      for (; next < feeds.length && next <= end; next += 1) ask(feeds[next] as Selection);
      const answers = new Set(wanted(feed).map(({ key }) => asked.get(key)));
      await Promise.all(answers);
    },
    articleOf: (key) => arrived.get(key),
    drop: (key) => arrived.delete(key),
  };
}

function byThread(
  articles: readonly IndexedArticle[],
  { crew, readBy, stories, fileAt, inheritedBy }: ParseAheadSources,
): ReadonlyMap<number, readonly ArticleToParse[]> {
  const threads = new Map<number, ArticleToParse[]>();
  articles.forEach((article, at) => {
    const file = fileAt(article.recordPath);
    if (file === undefined) return;
    const thread = readBy.get(article.recordPath) ?? at % crew.size;
    const tasks = threads.get(thread) ?? [];
    threads.set(thread, tasks);
    const story = stories.kept(article);
    stories.drop(article);
    const inherited = inheritedBy(article.recordPath);
    tasks.push({ article, file, inherited, ...(story === undefined ? {} : { story }) });
  });
  return threads;
}
