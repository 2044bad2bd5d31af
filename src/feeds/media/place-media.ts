/** A feed whose files all have an address: those that nobody else publishes go out beside it. */
import type { EpisodePerson } from "../../articles/episode.ts";
import type { Enclosure, Feed, Item } from "../feed.ts";
import type { PageSettings } from "../page-settings.ts";
import { placeInHtml } from "./placed-html.ts";

/** The new address of a file; undefined where it stays. */
type Place = (url: string, isLink?: boolean) => string | undefined;

/** What became of items, so that feeds go on sharing what formats make of them. */
const placedItems = new WeakMap<Item, PlacedItem>();

interface PlacedItem {
  readonly item: Item;
  /** From every address that was asked for to where it moved, if it did. */
  readonly asked: ReadonlyMap<string, { readonly isLink: boolean; readonly to?: string }>;
}

/** @param placeOf what to ask for the files of an item, by its guid. */
export function placeMedia(
  feed: Feed,
  ofSite: Place,
  placeOf: (guid: string) => Place | undefined,
): Feed {
  const items = feed.items.map((item) => {
    const place = placeOf(item.id ?? "");
    return place === undefined ? item : placeOnce(item, place);
  });
  return { ...placeHead(feed, ofSite), items };
}

function placeOnce(item: Item, place: Place): Item {
  const known = placedItems.get(item);
  // Asked again in any case: whoever shows the item shows its files, and those may have changed.
  if (known !== undefined && isStill(known, place)) return known.item;
  const made = placeItem(item, place);
  placedItems.set(item, made);
  return made.item;
}

function isStill({ asked }: PlacedItem, place: Place): boolean {
  let isSame = true;
  for (const [url, { isLink, to }] of asked) isSame = place(url, isLink) === to && isSame;
  return isSame;
}

/** The same item where nothing of it moves. */
function placeItem(item: Item, place: Place): PlacedItem {
  const asked = new Map<string, { isLink: boolean; to?: string }>();
  const ask = (url: string | undefined, isLink = false): string | undefined => {
    if (url === undefined) return undefined;
    const to = place(url, isLink);
    // What is a picture as well as the goal of a link moves as either.
    if (asked.get(url)?.to === undefined) asked.set(url, { isLink, ...(to && { to }) });
    return to;
  };
  const content = item.content === undefined ? undefined : placeInHtml(item.content, ask);
  // The notes of an episode stand in both.
  const notes = item.description === undefined ? undefined : placeInHtml(item.description, ask);
  for (const image of item.images ?? []) ask(image.url);
  for (const file of [item.image, item.audio, item.video]) ask(urlOf(file));
  const { episode } = item;
  ask(episode?.imageUrl);
  for (const person of episode?.persons ?? []) ask(person.imageUrl);
  const moved = new Map([...asked].flatMap(([url, { to }]) => (to ? [[url, to] as const] : [])));
  if (moved.size === 0) return { item, asked };
  const { images, image, audio, video } = item;
  const placed: Item = {
    ...item,
    ...(content === undefined ? {} : { content }),
    ...(notes === undefined ? {} : { description: notes }),
    ...(images === undefined ? {} : { images: images.map((one) => withUrl(one, moved)) }),
    ...(image === undefined ? {} : { image: fileWithUrl(image, moved) }),
    ...(audio === undefined ? {} : { audio: fileWithUrl(audio, moved) }),
    ...(video === undefined ? {} : { video: fileWithUrl(video, moved) }),
    ...(episode === undefined ? {} : { episode: withImages(episode, moved) }),
  };
  return { item: Object.freeze(placed), asked };
}

function placeHead(feed: Feed, place: Place): Feed {
  const { options } = feed;
  const { image, favicon, show, page } = options;
  const moved = new Map<string, string>();
  const persons = show?.persons.map((person) => person.imageUrl) ?? [];
  for (const url of [image, favicon, page?.look.logo, show?.imageUrl, ...persons]) {
    const to = url === undefined ? undefined : place(url);
    if (url !== undefined && to !== undefined) moved.set(url, to);
  }
  if (moved.size === 0) return feed;
  const placed = {
    ...options,
    ...(image === undefined ? {} : { image: at(image, moved) }),
    ...(favicon === undefined ? {} : { favicon: at(favicon, moved) }),
    ...(show === undefined ? {} : { show: withImages(show, moved) }),
    ...(page === undefined ? {} : { page: withLogo(page, moved) }),
  };
  return { ...feed, options: placed };
}

function withLogo(page: PageSettings, moved: Moved): PageSettings {
  const { look } = page;
  return look.logo === undefined
    ? page
    : { ...page, look: { ...look, logo: at(look.logo, moved) } };
}

type Moved = ReadonlyMap<string, string>;

function at(url: string, moved: Moved): string {
  return moved.get(url) ?? url;
}

function urlOf(file: string | { readonly url: string } | undefined): string | undefined {
  return typeof file === "object" ? file.url : file;
}

function withUrl<Named extends { readonly url?: string }>(named: Named, moved: Moved): Named {
  return named.url === undefined ? named : { ...named, url: at(named.url, moved) };
}

function fileWithUrl(file: string | Enclosure, moved: Moved): string | Enclosure {
  return typeof file === "string" ? at(file, moved) : { ...file, url: at(file.url, moved) };
}

/** An episode or a show, with its own picture and those of its people. */
function withImages<
  Pictured extends { readonly imageUrl?: string; readonly persons: readonly EpisodePerson[] },
>(pictured: Pictured, moved: Moved): Pictured {
  const persons = pictured.persons.map((person) => withImage(person, moved));
  return { ...withImage(pictured, moved), persons };
}

function withImage<Pictured extends { readonly imageUrl?: string }>(
  pictured: Pictured,
  moved: Moved,
): Pictured {
  const { imageUrl } = pictured;
  return imageUrl === undefined ? pictured : { ...pictured, imageUrl: at(imageUrl, moved) };
}
