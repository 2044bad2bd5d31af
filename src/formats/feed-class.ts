/**
 * The class of the npm package `feed`, with the same constructor, methods and fields: a program
 * changes one import, and its documents become valid and carry credits.
 */
import type { Author, Extension, FeedOptions, Item, Feed as Model } from "../feeds/feed.ts";
import { renderAtom } from "./atom.ts";
import { renderJsonFeed } from "./json-feed.ts";
import { renderRss } from "./rss.ts";

/** A class, because programs call `new Feed(…)` and add to it. Rendering leaves it as it was. */
export class Feed implements Model {
  options: FeedOptions;
  items: Item[] = [];
  categories: string[] = [];
  contributors: Author[] = [];
  extensions: Extension[] = [];

  constructor(options: FeedOptions) {
    this.options = options;
  }

  addItem(item: Item): void {
    this.items.push(item);
  }

  addCategory(category: string): void {
    this.categories.push(category);
  }

  addContributor(contributor: Author): void {
    this.contributors.push(contributor);
  }

  addExtension(extension: Extension): void {
    this.extensions.push(extension);
  }

  /** RSS 2.0. */
  rss2(): string {
    return renderRss(this);
  }

  /** Atom 1.0 (RFC 4287). */
  atom1(): string {
    return renderAtom(this);
  }

  /** JSON Feed 1.1. */
  json1(): string {
    return renderJsonFeed(this);
  }
}
