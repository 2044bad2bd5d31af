/** Items that outlive a run, so that the next one need not compose what has not changed. */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import type { Items } from "./compose.ts";
import type { Item } from "./feed.ts";
import type { Selection } from "./select.ts";

export interface HeldItems {
  readonly get: (key: string) => Item | undefined;
  readonly hold: (key: string, item: Item) => void;
}

/**
 * The items, of which those that an earlier run composed are not composed again.
 *
 * @param versionOf changes whenever something may have that the item depends on besides the
 *   configuration.
 */
export function withHeldItems(
  items: Items,
  held: HeldItems,
  versionOf: (article: IndexedArticle, feed: Selection) => string,
): Items {
  return {
    of: (article, feed) => {
      const version = versionOf(article, feed);
      const known = held.get(version);
      if (known !== undefined) return known;
      const item = items.of(article, feed);
      held.hold(version, item);
      return item;
    },
    drop: items.drop,
  };
}

/** Characters of all that is held. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** An item goes with what three formats have written of it. */
const WRITTEN_SHARE = 4;
/** Of an item without its content. */
const OTHER_CHARACTERS = 2_000;

/** What was asked for least lately goes first. */
export function openHeldItems(mostCharacters = MOST_CHARACTERS): HeldItems {
  const items = new Map<string, Item>();
  let characters = 0;
  const drop = (key: string, item: Item): void => {
    items.delete(key);
    characters -= sizeOf(item);
  };
  return {
    get: (key) => {
      const item = items.get(key);
      if (item === undefined) return undefined;
      // Asked for last, it goes last.
      items.delete(key);
      items.set(key, item);
      return item;
    },
    hold: (key, item) => {
      const last = items.get(key);
      if (last !== undefined) drop(key, last);
      items.set(key, item);
      characters += sizeOf(item);
      for (const [oldest, other] of items) {
        if (characters <= mostCharacters) break;
        drop(oldest, other);
      }
    },
  };
}

function sizeOf({ content = "" }: Item): number {
  return OTHER_CHARACTERS + WRITTEN_SHARE * content.length;
}
