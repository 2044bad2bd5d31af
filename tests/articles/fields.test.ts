import { describe, expect, it } from "vitest";
import { type FieldName, hasField } from "../../src/articles/fields.ts";
import { fieldsOf } from "./reading.ts";

/** Names under which real records keep a field. */
const spellings: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  title: ["title", "Title", "headline", "post_title", "dc:title"],
  published: [
    ...["date", "pubDate", "published", "publishDate", "published_at", "publishedAt"],
    ...["datePublished", "date_published", "pubDatetime", "pub_datetime", "publish-date"],
    ...["publishedDate", "published_time", "created_at", "createdAt", "post_date"],
  ],
  updated: [
    ...["updated", "lastmod", "last_modified_at", "updatedDate", "modified", "lastModified"],
    ...["dateModified", "date_modified", "modDatetime", "updatedAt", "last-updated", "changed"],
  ],
  expires: ["expires", "expiryDate", "expirydate", "unpublishDate"],
  author: ["author", "authors", "byline", "creator", "dc:creator"],
  section: ["section", "category", "categories", "articleSection"],
  tags: ["tags", "tag", "keywords", "labels"],
  summary: ["summary", "description", "excerpt", "custom_excerpt"],
  address: ["permalink", "url", "link", "canonical_url", "canonicalURL"],
  id: ["id", "guid", "_id", "uuid"],
  language: ["lang", "language", "locale", "inLanguage"],
  images: [
    ...["image", "cover", "featured_image", "featuredImage", "images", "heroImage"],
    ...[
      "hero_image",
      "cover_image",
      "coverImage",
      "feature_image",
      "ogImage",
      "urlToImage",
      "thumbnail",
    ],
  ],
};

describe("readFields", () => {
  for (const [name, names] of Object.entries(spellings)) {
    it.each(names ?? [])(`${name}: %s`, (spelling) => {
      const value = `the ${name}`;
      const found = fieldsOf({ [spelling]: value }).all(name as FieldName);
      expect(found).toEqual([{ name: spelling, value }]);
    });
  }

  it("takes the nearest: the record, its params, its body, its folder", () => {
    const inherited = { author: "Folder", layout: "x", title: "Folder" };
    const found = { title: "Body", description: "Body" };
    const fields = fieldsOf({ authors: ["Own"], params: { summary: "Params" } }, inherited, found);
    expect(fields.get("author")?.value).toEqual(["Own"]);
    expect(fields.get("title")?.value).toBe("Body");
    expect(fields.get("summary")?.value).toBe("Params");
    expect(fields.named("layout")?.value).toBe("x");
  });

  it.each([null, undefined, "", "  ", []])("%j is no value", (title) => {
    expect(fieldsOf({ title, headline: "Kedua" }).get("title")?.value).toBe("Kedua");
  });

  it.each([
    { rendered: "x" },
    { $date: "x" },
    { $oid: "x" },
    { value: "x", format: "full_html" },
    [{ value: "x" }],
    { "@value": "x" },
  ])("%j holds its value inside", (title) => {
    expect(fieldsOf({ title }).get("title")?.value).toBe("x");
  });

  it("knows nothing of what objects inherit", () => {
    const fields = fieldsOf(JSON.parse('{"__proto__": {"title": "x"}, "constructor": "y"}'));
    expect(fields.get("title")).toBeUndefined();
    expect(hasField({}, "title")).toBe(false);
    expect(fields.named("toString")).toBeUndefined();
  });
});
