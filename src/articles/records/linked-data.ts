/** schema.org Articles in JSON-LD, as pages carry them: in a list, a graph, or alone. */
import { readCreditLine } from "../credits/credit-line.ts";
import { isPlainObject, type RawFields } from "../record.ts";

const ARTICLE_TYPES =
  /^(?:\w*Article|(?:\w*Blog)?Posting|BlogPosting|Report|PodcastEpisode|Review)$/;
const MAX_NODES = 1000;
const MAX_DEPTH = 4;

/** Field of the record ← property of the Article. */
const PROPERTIES: readonly (readonly [string, string])[] = [
  ["title", "headline"],
  ["date", "datePublished"],
  ["updated", "dateModified"],
  ["author", "author"],
  ["section", "articleSection"],
  ["tags", "keywords"],
  ["summary", "description"],
  ["lang", "inLanguage"],
  ["url", "url"],
];

/** The fields of the first Article that a block of JSON-LD holds; none where it holds none. */
export function readLinkedData(block: string): RawFields {
  const nodes = nodesOf(parseLoosely(block));
  const article = nodes.find((node) =>
    [node["@type"]].flat().some((type) => ARTICLE_TYPES.test(String(type))),
  );
  if (article === undefined) return {};
  const byId = nodesById(nodes);
  const resolve = (value: unknown) => resolved(value, byId);
  const fields: Record<string, unknown> = {};
  for (const [field, property] of PROPERTIES) {
    const value = article[property];
    if (value !== undefined)
      fields[field] = Array.isArray(value) ? value.map(resolve) : resolve(value);
  }
  const image = imageOf(article, resolve);
  if (image !== undefined) fields["image"] = image;
  const page = resolve(article["mainEntityOfPage"]);
  fields["url"] ??= isPlainObject(page) ? page["@id"] : page;
  if (typeof fields["url"] !== "string") delete fields["url"];
  return fields;
}

/** Search engines ask for several cuts of one picture; a story shows it once. */
function imageOf(article: RawFields, resolve: (value: unknown) => unknown): unknown {
  const image = resolve([article["image"]].flat()[0] ?? undefined);
  if (typeof image === "string") return image;
  const address = [article["thumbnailUrl"]].flat()[0];
  if (!isPlainObject(image)) return address;
  return "url" in image || "contentUrl" in image ? readImage(image, resolve) : address;
}

/** A picture as a field of a record: its people are resolved, and the caption holds no credit. */
function readImage(image: RawFields, resolve: (value: unknown) => unknown): RawFields {
  const read: Record<string, unknown> = { ...image };
  for (const name of ["creator", "author", "copyrightHolder", "license"]) {
    const value = image[name];
    if (value !== undefined)
      read[name] = Array.isArray(value) ? value.map(resolve) : resolve(value);
  }
  const caption = image["caption"] ?? image["description"];
  const isCredited = CREDITS.some((name) => image[name] !== undefined);
  const tail =
    isCredited || typeof caption !== "string" ? undefined : readCreditLine(caption, "caption");
  if (tail === undefined) return read;
  return { ...read, caption: tail.caption, description: undefined, creditText: tail.credit.raw };
}

/** Properties of an ImageObject that tell whose it is. */
const CREDITS = [
  ...["creditText", "creator", "author", "copyrightNotice", "copyrightHolder", "license"],
  ...["acquireLicensePage"],
];
const IMAGE_TYPES = /^(?:ImageObject|Photograph)$/;
const MAX_IMAGES = 100;

/** An ImageObject with a credit, and where its picture is. */
export interface LinkedImage {
  /** As written. */
  readonly url: string;
  readonly fields: RawFields;
}

/**
 * The ImageObjects of a block that tell whose they are. Their captions are left out: in the text
 * a picture has one of its own.
 */
export function readLinkedImages(block: string): readonly LinkedImage[] {
  const nodes = nodesOf(parseLoosely(block));
  const byId = nodesById(nodes);
  const images: LinkedImage[] = [];
  for (const node of nodes) {
    if (images.length >= MAX_IMAGES) break;
    if (![node["@type"]].flat().some((type) => IMAGE_TYPES.test(String(type)))) continue;
    const read = readImage(node, (value) => resolved(value, byId));
    const told = CREDITS.filter((name) => read[name] !== undefined);
    const url = [read["contentUrl"], read["url"]].find((value) => typeof value === "string");
    if (typeof url !== "string" || told.length === 0) continue;
    const fields = Object.fromEntries(told.map((name) => [name, read[name]]));
    images.push({ url, fields: { contentUrl: url, ...fields } });
  }
  return images;
}

function nodesById(nodes: readonly RawFields[]): ReadonlyMap<unknown, RawFields> {
  const byId = new Map<unknown, RawFields>();
  for (const node of nodes) {
    const id = node["@id"];
    // A reference has nothing but its "@id".
    if (typeof id === "string" && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  return byId;
}

/** A reference to another node of the graph, such as `{"@id": "#author"}`, becomes that node. */
function resolved(value: unknown, byId: ReadonlyMap<unknown, RawFields>): unknown {
  if (!isPlainObject(value)) return value;
  return { ...byId.get(value["@id"]), ...value };
}

/** Properties whose objects count as the page's own. */
const INNER = ["@graph", "mainEntity", "image", "primaryImageOfPage", "associatedMedia"];

/** Objects of lists and of `@graph`, in order, bounded in number and depth. */
function nodesOf(root: unknown): readonly RawFields[] {
  const nodes: RawFields[] = [];
  let level: unknown[] = [root];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level.slice(0, MAX_NODES)) {
      if (Array.isArray(value)) next.push(...value.slice(0, MAX_NODES));
      if (!isPlainObject(value)) continue;
      nodes.push(value);
      const inner = INNER.map((name) => value[name]);
      next.push(...inner.filter((item) => typeof item === "object"));
    }
    level = next.slice(0, MAX_NODES);
  }
  return nodes;
}

// A page's JSON-LD is a courtesy of its author: broken, it is as if it were not there.
function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
