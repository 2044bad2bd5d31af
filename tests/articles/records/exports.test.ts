import { describe, expect, it } from "vitest";
import { listOfExport, plainFields } from "../../../src/articles/records/exports.ts";

describe("WordPress posts", () => {
  const post = {
    id: 12,
    date: "2022-09-16T17:00:00",
    date_gmt: "2022-09-16T10:00:00",
    modified_gmt: "2022-09-17T10:00:00",
    guid: { rendered: "https://site.example/?p=12" },
    title: { rendered: "A &#8211; B" },
    content: { rendered: "<p>Isi</p>", protected: false },
    author: 3,
    categories: [4],
    tags: [5],
  };

  it("have their times in GMT and no numbers for names", () => {
    expect(plainFields(post)).toMatchObject({
      date: "2022-09-16T10:00:00Z",
      modified: "2022-09-17T10:00:00Z",
      author: [],
      categories: [],
      tags: [],
    });
  });

  it("have names and pictures where they are embedded", () => {
    const _embedded = {
      author: [{ name: "Maya" }],
      "wp:term": [[{ taxonomy: "category", name: "Dunia" }], [{ taxonomy: "post_tag", name: "x" }]],
      "wp:featuredmedia": [
        { source_url: "https://site.example/a.jpg", alt_text: "Alt", caption: { rendered: "Cap" } },
      ],
    };
    expect(plainFields({ ...post, _embedded })).toMatchObject({
      author: [{ name: "Maya" }],
      categories: [{ name: "Dunia" }],
      tags: [{ name: "x" }],
      image: { src: "https://site.example/a.jpg", alt: "Alt", caption: "Cap" },
    });
  });

  it("stay back behind a password, and without a date in GMT keep the local one", () => {
    const hidden = { ...post, content: { rendered: "", protected: true } };
    expect(plainFields(hidden)).toMatchObject({ status: "private" });
    const draft = { ...post, date_gmt: "0000-00-00T00:00:00" };
    expect(plainFields(draft)["date"]).toBe("2022-09-16T17:00:00");
  });
});

describe("Ghost exports", () => {
  const data = {
    posts: [
      {
        id: "p1",
        type: "post",
        title: "A",
        html: '<img src="__GHOST_URL__/content/a.jpg">',
        feature_image: "__GHOST_URL__/content/b.jpg",
      },
      { id: "p2", type: "page", title: "Tentang" },
    ],
    users: [{ id: "u1", name: "Maya", email: "maya@site.example" }],
    posts_authors: [{ post_id: "p1", author_id: "u1" }],
    tags: [
      { id: "t1", name: "Laut" },
      { id: "t2", name: "#intern" },
    ],
    posts_tags: [
      { post_id: "p1", tag_id: "t1" },
      { post_id: "p1", tag_id: "t2" },
    ],
    posts_meta: [{ post_id: "p1", feature_image_alt: "Alt" }],
  };

  it("are joined from their tables, without pages, internal tags and addresses of people", () => {
    const list = listOfExport({ db: [{ data }] });
    expect(list?.values).toMatchObject([
      {
        title: "A",
        html: '<img src="/content/a.jpg">',
        feature_image: "/content/b.jpg",
        feature_image_alt: "Alt",
        authors: [{ name: "Maya" }],
        tags: [{ name: "Laut" }],
      },
    ]);
    expect(JSON.stringify(list)).not.toContain("maya@site.example");
  });
});

describe("records whose story stands one level down", () => {
  it.each([
    [
      "beside a title",
      { title: "A", fields: { body: "Isi", title: "B" } },
      { title: "A", body: "Isi" },
    ],
    [
      "unless there is one above",
      { title: "A", body: "Isi", fields: { body: "x" } },
      { body: "Isi" },
    ],
  ])("have it %s", (_, record, fields) => {
    expect(plainFields(record)).toMatchObject(fields);
  });
});
