/** schema.org Articles in JSON-LD, as pages carry them: in a list, a graph, or alone. */
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
  const byId = new Map<unknown, RawFields>();
  for (const node of nodes) if (typeof node["@id"] === "string") byId.set(node["@id"], node);
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
  const image = resolve([article["image"]].flat()[0]);
  if (typeof image === "string") return image;
  const address = [article["thumbnailUrl"]].flat()[0];
  if (!isPlainObject(image)) return address;
  return "url" in image || "contentUrl" in image ? image : (address ?? undefined);
}

/** A reference to another node of the graph, such as `{"@id": "#author"}`, becomes that node. */
function resolved(value: unknown, byId: ReadonlyMap<unknown, RawFields>): unknown {
  if (!isPlainObject(value)) return value;
  return { ...byId.get(value["@id"]), ...value };
}

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
      const inner = ["@graph", "mainEntity"].map((name) => value[name]);
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
