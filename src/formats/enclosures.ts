/** Files that go with an item, with MIME types that exist and lengths that are integers. */
import mime from "mime";
import type { Enclosure as GivenEnclosure, Item } from "../feeds/feed.ts";
import { addressOf } from "./identifiers.ts";
import { fitLine } from "./text.ts";

export interface Enclosure {
  /** Absolute, ASCII. */
  readonly url: string;
  readonly type: string;
  /** Bytes; 0 where unknown. */
  readonly length: number;
  readonly title: string | undefined;
  readonly durationSeconds: number | undefined;
}

/** The lead picture, as `picturesOf` reads it. */
interface LeadPicture {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
  readonly bytes?: number | undefined;
}

/** Names in wide use that no registry knows, or that readers of podcasts do not. */
const MISNOMERS: ReadonlyMap<string, string> = new Map([
  ["image/jpg", "image/jpeg"],
  ["image/pjpeg", "image/jpeg"],
  ["image/x-png", "image/png"],
  ["image/svg", "image/svg+xml"],
  ["audio/mp3", "audio/mpeg"],
  ["audio/mpeg3", "audio/mpeg"],
  ["audio/x-mp3", "audio/mpeg"],
  ["audio/x-mpeg", "audio/mpeg"],
  ["audio/m4a", "audio/x-m4a"],
  ["video/m4v", "video/x-m4v"],
  ["video/mov", "video/quicktime"],
]);

/** Endings of pages: what the server makes of them is another matter. */
const PAGES: ReadonlySet<string> = new Set([
  "application/x-httpd-php",
  "application/xhtml+xml",
  "text/html",
]);

/** The types of most files: looking them up takes longer than all else about a picture. */
const COMMON: ReadonlySet<string | undefined> = new Set([
  "image/jpeg",
  "image/png",
  "image/webp",
  "audio/mpeg",
]);

/** `type/subtype` (RFC 2045, 5.1). */
const TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/;

/**
 * The MIME type of a file: the one given if it is real, or else what the ending of its name says,
 * or undefined. Never a guess: `photo.php` has no type.
 *
 * @param kinds the first halves that make sense here, `["image"]`; none: any.
 */
export function mediaTypeOf(
  given: string | undefined,
  url: string,
  kinds: readonly string[],
): string | undefined {
  const fits = (type: string) =>
    kinds.length === 0 || kinds.some((kind) => type.startsWith(`${kind}/`));
  if (given !== undefined && COMMON.has(given) && fits(given)) return given;
  const named = given?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const corrected = MISNOMERS.get(named) ?? named;
  if (corrected !== "" && mime.getExtension(corrected) !== null && fits(corrected))
    return corrected;
  const ending = mime.getType(url.split(/[?#]/, 1)[0] ?? "");
  if (ending !== null && !PAGES.has(ending) && fits(ending)) return ending;
  return TYPE.test(corrected) && fits(corrected) ? corrected : undefined;
}

/** A count of something, or undefined where it is missing or cannot be one. */
export function positiveInteger(value: number | undefined): number | undefined {
  const count = Math.trunc(Number(value ?? 0));
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

/**
 * The files of an item, the most telling first: RSS readers see one. Files without a known type
 * are left out: RSS and JSON Feed require it.
 *
 * @param base what relative addresses are relative to.
 */
export function enclosuresOf(
  item: Item,
  image: LeadPicture | undefined,
  base: string | undefined,
): readonly Enclosure[] {
  const enclosures: Enclosure[] = [];
  const add = (given: string | GivenEnclosure | undefined, kinds: readonly string[]): void => {
    if (given === undefined || given === null) return;
    const file = typeof given === "string" ? { url: given } : given;
    const url = addressOf(file.url, base);
    if (url === undefined || enclosures.some((enclosure) => enclosure.url === url)) return;
    const type = mediaTypeOf(file.type, url, kinds);
    if (type === undefined) return;
    const length = positiveInteger(file.length) ?? 0;
    const durationSeconds = positiveInteger(file.duration);
    enclosures.push({ url, type, length, title: fitLine(file.title), durationSeconds });
  };
  add(item.audio, ["audio", "video"]);
  add(item.video, ["video"]);
  add(item.enclosure, []);
  const { url, type, bytes = 0 } = image ?? {};
  if (url === undefined || type === undefined) return enclosures;
  if (enclosures.some((enclosure) => enclosure.url === url)) return enclosures;
  return [
    ...enclosures,
    { url, type, length: bytes, title: undefined, durationSeconds: undefined },
  ];
}
