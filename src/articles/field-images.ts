/** The pictures and recordings that a record's fields name, with whatever the fields tell of them. */
import mime from "mime";
import { absoluteAddress } from "./addresses.ts";
import type { Image, Recording } from "./article.ts";
import { readCreditField } from "./credits/credit.ts";
import { secondsOf, textOf } from "./field-values.ts";
import type { Field, Fields } from "./fields.ts";
import { plainLine } from "./plain-text.ts";
import { isPlainObject } from "./record.ts";

/** Size in bytes of the file behind an address, where it lies within the project. */
type FileSize = (address: string) => number | undefined;

interface MediaContext {
  /** The article's own address. */
  readonly articleUrl: string;
  readonly fileSize: FileSize;
}

const MAX_IMAGES = 100;
const LISTS = /^(?:images|photos|pictures)$/i;
const SOURCES = [
  ...["src", "url", "path", "image", "file", "href", "contentUrl", "source_url", "filename"],
  ...["feature", "overlay_image", "og_image", "teaser"],
];
/** With one of these, an object tells whom its picture is credited to. */
const CREDITS = [
  ...["credit", "creator", "creators", "photographer", "photographers", "artist", "author"],
  ...["creditText", "creditLine", "credit_text", "credit_line", "attribution", "agency", "source"],
  ...["copyright", "copyrightNotice", "copyright_notice", "license", "acquireLicensePage"],
];

/** The lead first, each address once. A credit or caption whose picture is missing is kept. */
export function readFieldImages(fields: Fields, context: MediaContext): readonly Image[] {
  const images: Image[] = [];
  let lead: Field | undefined;
  for (const field of fields.all("images")) {
    // One picture under several names (`cover`, `thumbnail`) is one lead; lists add to it.
    if (lead !== undefined && !LISTS.test(field.name)) continue;
    const values = [field.value].flat(2).slice(0, MAX_IMAGES);
    const read = values.flatMap((value) => readImage(value, context) ?? []);
    // `featured: true` and `banner: false` name no picture.
    if (read.length > 0) lead ??= field;
    images.push(...read);
  }
  const told = readFacts(flatFields(fields, lead));
  const [first] = images;
  if (first !== undefined || told.caption !== undefined || told.credit !== undefined) {
    images[0] = { ...told, ...first };
  }
  return images.filter(
    ({ url }, at) => url === undefined || images.findIndex((other) => other.url === url) === at,
  );
}

/** `image_credit`, `heroImageAlt`, `photo_caption` … beside the picture, as one object. */
function flatFields(fields: Fields, lead: Field | undefined): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  const names = [
    "alt",
    "caption",
    "credit",
    "photographer",
    "creator",
    "source",
    "copyright",
    "license",
  ];
  const prefixes = [
    ...(lead === undefined ? [] : [lead.name]),
    "image",
    "photo",
    "cover",
    "featured_image",
  ];
  for (const name of [...names, "creditLine", "acquireLicensePage", "width", "height"]) {
    for (const prefix of prefixes) flat[name] ??= fields.named(`${prefix}_${name}`)?.value;
  }
  return flat;
}

function readImage(value: unknown, context: MediaContext): Image | undefined {
  const object = isPlainObject(value) ? value : { src: value };
  const facts = readFacts(object);
  const source = sourceOf(object);
  const url = source === undefined ? undefined : absoluteAddress(source, context.articleUrl);
  if (url === undefined || source === undefined) {
    return facts.caption === undefined && facts.credit === undefined ? undefined : facts;
  }
  const type = typeOfAddress(url, "image/");
  return { url, ...facts, ...(type === undefined ? {} : { type }) };
}

/** What is told of a picture besides where it is. */
function readFacts(object: Record<string, unknown>): Image {
  const alt = textOf(object["alt"] ?? object["alternateName"] ?? object["alt_text"]);
  const caption = textOf(object["caption"] ?? object["description"] ?? object["title"]);
  const isCredited = CREDITS.some((name) => object[name] !== undefined && object[name] !== "");
  const credit = isCredited ? readCreditField(object) : undefined;
  const width = pixelsOf(object["width"]);
  const height = pixelsOf(object["height"]);
  return {
    ...(alt === undefined ? {} : { alt }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

/** A reference to a file: an address, a path, or a name with an ending; words are none. */
const REFERENCE = /^(?:https?:)?\/\/|^\S*\/\S*$|\.[a-z\d]{2,5}(?:[?#]\S*)?$/i;

function sourceOf(object: Record<string, unknown>): string | undefined {
  for (const name of SOURCES) {
    const source = object[name];
    if (typeof source === "string" && REFERENCE.test(source.trim())) return source.trim();
  }
  return undefined;
}

/** The audio or video file of the record, or undefined where it names none that can be played. */
export function readRecording(fields: Fields, context: MediaContext): Recording | undefined {
  for (const value of fields.all("recording").flatMap((field) => [field.value].flat())) {
    const object = isPlainObject(value) ? value : { src: value };
    const source = sourceOf(object);
    if (source === undefined) continue;
    const url = absoluteAddress(source, context.articleUrl);
    const given = textOf(object["type"] ?? object["mime_type"] ?? object["mimeType"]);
    const type = given?.includes("/") ? given.toLowerCase() : typeOfAddress(url ?? "", "");
    if (url === undefined || type === undefined || !/^(?:audio|video)\//.test(type)) continue;
    const length = Number(
      object["length"] ?? object["bytes"] ?? object["size"] ?? object["size_in_bytes"],
    );
    const bytes =
      context.fileSize(url) ?? (Number.isSafeInteger(length) && length > 0 ? length : undefined);
    const durationSeconds = secondsOf(
      object["duration"] ?? object["duration_in_seconds"] ?? fields.get("duration")?.value,
    );
    return {
      url,
      type,
      ...(bytes === undefined ? {} : { bytes }),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
    };
  }
  return undefined;
}

/** The MIME type that the ending of an address stands for, where it is of the kind sought. */
function typeOfAddress(url: string, kind: string): string | undefined {
  const [path = ""] = url.split(/[?#]/, 1);
  const type = mime.getType(plainLine(path));
  return type?.startsWith(kind) ? type : undefined;
}

function pixelsOf(value: unknown): number | undefined {
  const pixels = Number(value);
  return Number.isSafeInteger(pixels) && pixels > 0 && pixels < 100_000 ? pixels : undefined;
}
