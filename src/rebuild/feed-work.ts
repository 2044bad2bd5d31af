/** What the feeds of one run share: contents, items, and who of the articles can be shown. */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Config } from "../config/config.ts";
import { kindOf } from "../feeds/article-content.ts";
import { type Items, openItems } from "../feeds/compose.ts";
import { bodyFault } from "../feeds/content-facts.ts";
import { type Contents, openContents } from "../feeds/contents.ts";
import { type HeldItems, withHeldItems } from "../feeds/held-items.ts";
import type { Selection } from "../feeds/select.ts";
import { openShowable, type Showable } from "../feeds/showable.ts";
import type { Site } from "../site.ts";
import type { RunMemory } from "./run-memory.ts";

/** What is made of these takes little memory. */
const FEW_ARTICLES = 400;

/** What the feeds share. */
export interface Work {
  readonly contents: Contents;
  readonly showable: Showable;
  readonly items: Items;
  /** Changes whenever something may have that an item depends on besides its record. */
  readonly outsideOf: (article: IndexedArticle) => string;
  /** Whether so much was made that what nobody will ask for should go. */
  readonly hasMuch: () => boolean;
  /** Whether the feed can show the article; where it cannot, no feed will. */
  readonly canShow: (article: IndexedArticle, feed: Selection) => boolean;
  /** Lets go of what was made of an article. */
  readonly drop: (article: IndexedArticle) => void;
}

export interface WorkSources {
  readonly config: Config;
  readonly site: Site;
  readonly memory: Pick<RunMemory, "contents">;
  /** Items that an earlier run of this process composed, of the same configuration. */
  readonly heldItems: HeldItems | undefined;
}

export function openWork({ site, config, memory, heldItems }: WorkSources): Work {
  const { pictures, recordings, recordAt, findFile } = site;
  let count = 0;
  const stories = {
    of: (facts: IndexedArticle) => {
      count += 1;
      return site.stories.of(facts);
    },
  };
  const contents = openContents({ config, stories, pictures, cache: memory.contents });
  const made = openItems(contents, site.stories, recordings.recordingOf);
  const outsideOf = (article: IndexedArticle): string => {
    const { recording } = article;
    const played = recording === undefined ? undefined : findFile(recording.url, article);
    return `${contents.factsOf(article).outside} ${played?.version ?? ""}`;
  };
  const versionOf = (article: IndexedArticle, feed: Selection): string => {
    const { key, digest, guid, publishedMs, updatedMs } = article;
    const kinds = [kindOf(feed.missing), feed.content];
    return [key, digest, guid, publishedMs, updatedMs, ...kinds, outsideOf(article)].join("\n");
  };
  const items = heldItems === undefined ? made : withHeldItems(made, heldItems, versionOf);
  const showable = openShowable(contents, recordAt);
  return {
    ...{ contents, items, showable, outsideOf },
    canShow: (article, feed) => {
      try {
        const item = items.of(article, feed);
        // Of an episode, more is asked than its item tells.
        if (feed.podcast !== undefined) site.stories.headOf(article);
        return item !== undefined;
      } catch (error) {
        // It was well when it was indexed: it has changed, or the disk has.
        showable.lose(article, bodyFault(error));
        return false;
      }
    },
    hasMuch: () => count > FEW_ARTICLES,
    drop: (article) => {
      contents.drop(article);
      items.drop(article);
      site.stories.drop(article);
    },
  };
}
