import { describe, expect, it } from "vitest";
import { recordsOf } from "../reading.ts";

function read(text: string) {
  const [record] = recordsOf("a.html", text).records;
  return {
    found: record?.found ?? {},
    fields: record?.fields ?? {},
    body: record?.body?.source ?? "",
  };
}

const page = (head: string, body: string) =>
  `<!doctype html><html lang="es"><head>${head}</head><body>${body}</body></html>`;
const linked = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe("an HTML fragment", () => {
  it.each([
    ["its heading is the title", "<h1>A <em>b</em></h1><p>Isi</p>", { title: "A b" }, "<p>Isi</p>"],
    ["the same heading goes", "---\ntitle: A\n---\n<h1>A</h1>x", { title: "A" }, "x"],
    ["another heading stays", "---\nheadline: A\n---\n<h1>B</h1>x", {}, "<h1>B</h1>x"],
    ["without one, nothing changes", "<p>Isi & isi", {}, "<p>Isi & isi"],
  ])("%s", (_, text, found, body) => {
    expect(read(text)).toMatchObject({ found, body });
    expect(Object.keys(read(text).found)).toEqual(Object.keys(found));
  });
});

describe("a whole page", () => {
  it("is read from its meta elements", () => {
    const head = `
      <title>Judul | Situs</title><link rel="canonical" href="https://site.example/a/">
      <meta property="og:title" content="Judul &amp; Situs">
      <meta property="article:published_time" content="2022-09-16T10:00:00+07:00">
      <meta property="article:modified_time" content="2022-09-17T10:00:00+07:00">
      <meta name="author" content="Maya"><meta property="article:section" content="Dunia">
      <meta property="article:tag" content="satu"><meta property="article:tag" content="dua">
      <meta name="description" content="Ringkas">
      <meta property="og:image" content="/a.jpg"><meta property="og:image:alt" content="Alt">`;
    const body =
      "<nav>Menu</nav><article><h1>Judul</h1><p>Isi</p><form>x</form></article><p>Kaki</p>";
    expect(read(page(head, body))).toEqual({
      fields: {},
      found: {
        ...{ title: "Judul", date: "2022-09-16T10:00:00+07:00", author: "Maya" },
        ...{ updated: "2022-09-17T10:00:00+07:00", section: "Dunia", tags: "satu,dua" },
        ...{ summary: "Ringkas", image: "/a.jpg", image_alt: "Alt", lang: "es" },
        url: "https://site.example/a/",
      },
      body: "<p>Isi</p>",
    });
  });

  it("is read from JSON-LD first", () => {
    const article = {
      "@type": "NewsArticle",
      headline: "Judul",
      datePublished: "2022-09-16T10:00:00+07:00",
      author: [{ "@type": "Person", name: "Maya" }],
      image: [
        { url: "https://site.example/1x1.jpg", creditText: "Maya/Antara" },
        "https://site.example/4x3.jpg",
      ],
      keywords: ["satu", "dua"],
      inLanguage: "id",
      mainEntityOfPage: { "@id": "https://site.example/a/" },
    };
    const { found } = read(page(linked([{ "@type": "WebSite" }, article]), "<main>x</main>"));
    expect(found).toMatchObject({
      ...{ title: "Judul", date: article.datePublished, author: article.author, lang: "id" },
      ...{ tags: ["satu", "dua"], url: "https://site.example/a/" },
      image: { url: "https://site.example/1x1.jpg", creditText: "Maya/Antara" },
    });
  });

  it("follows the references of a graph", () => {
    const graph = [
      { "@type": "Person", "@id": "#p", name: "Maya" },
      { "@type": "ImageObject", "@id": "#i", url: "https://site.example/a.jpg" },
      {
        "@type": ["Article", "NewsArticle"],
        headline: "A",
        author: { "@id": "#p" },
        image: { "@id": "#i" },
      },
    ];
    const { found } = read(page(linked({ "@graph": graph }), "x"));
    expect(found).toMatchObject({
      author: { name: "Maya" },
      image: { url: "https://site.example/a.jpg" },
    });
  });

  it("keeps the picture of the meta elements where JSON-LD only refers to one", () => {
    const head = `<meta property="og:image" content="/b.jpg">${linked({ "@type": "Article", headline: "A", image: { "@id": "#x" } })}`;
    expect(read(page(head, "x")).found["image"]).toBe("/b.jpg");
  });

  it.each([
    ["broken JSON-LD", '<script type="application/ld+json">{"@type": </script>'],
    ["JSON-LD of something else", linked({ "@type": "Organization", headline: "B" })],
    ["deep JSON-LD", `<script type="application/ld+json">${"[".repeat(5000)}</script>`],
  ])("passes over %s", (_, head) => {
    expect(read(page(head, "<h1>A</h1><time datetime='2022-09-16'>x</time>")).found).toMatchObject({
      title: "A",
      date: "2022-09-16",
    });
  });

  it.each([
    ['<div class="entry-content"><p>Isi</p></div>'],
    ['<div itemprop="articleBody"><p>Isi</p></div><article>lain</article>'],
    ["<main><p>Isi</p></main>"],
  ])("finds the story in %s", (body) => {
    expect(read(page("", `<p>atas</p>${body}<p>bawah</p>`)).body).toBe("<p>Isi</p>");
  });

  it.each([
    ["deep", "<div>".repeat(100_000)],
    [
      "made of elements never closed",
      `${"<p><b a=1><b a=2><i><u><s>".repeat(3)}${"<p>x".repeat(100_000)}`,
    ],
  ])("is refused where it is %s", (_, body) => {
    expect(() => recordsOf("a.html", page("", body))).toThrow(RangeError);
  });
});

describe("pictures that JSON-LD credits", () => {
  const image = (url: string, fields: object = {}) => ({
    ...{ "@type": "ImageObject", contentUrl: url, caption: "Seen elsewhere" },
    ...fields,
  });
  const credited = { creditText: "Ann Lee/AP", license: "https://site.example/terms" };
  const article = {
    "@type": "NewsArticle",
    headline: "Judul",
    image: "https://site.example/l.jpg",
  };
  const body = '<article><p>Isi</p><img src="/up/a-300x200.jpg"><img src="b.jpg"></article>';

  it.each([
    ["in a block of their own", [article, image("https://site.example/up/a.jpg", credited)]],
    [
      "as media of the article",
      [{ ...article, associatedMedia: [image("https://site.example/up/a.jpg?w=900", credited)] }],
    ],
    [
      "in a graph, with people by reference",
      [
        {
          "@graph": [
            article,
            image("https://site.example/up/a.jpg", { ...credited, creator: { "@id": "#ann" } }),
            { "@type": "Person", "@id": "#ann", name: "Ann Lee" },
          ],
        },
      ],
    ],
  ])("%s go to the picture in the story", (_, blocks) => {
    const { found } = read(page(blocks.map(linked).join(""), body));
    expect(found["image"]).toBe("https://site.example/l.jpg");
    expect(found["images"]).toMatchObject([credited]);
    expect(JSON.stringify(found["images"])).not.toContain("Seen elsewhere");
  });

  it.each([
    ["data-lazy", '<img src="blank.gif" data-lazy="/up/a.jpg">'],
    ["data-actualsrc", '<img data-actualsrc="https://site.example/up/a.jpg">'],
    ["data-hi-res-src", '<img src="data:image/gif;base64,R0" data-hi-res-src="/up/a.jpg">'],
    ["a set of sizes", '<img srcset="/up/b.jpg 300w, /up/a.jpg 900w">'],
    ["a set for a loader", '<img src="blank.gif" data-srcset="/up/a.jpg 2x, /up/b.jpg">'],
    ["sources", '<picture><source srcset="/up/a.jpg 900w"><img alt=""></picture>'],
  ])("go to a picture that is known from %s", (_, shown) => {
    const block = linked(image("https://site.example/up/a.jpg", credited));
    const { found } = read(page(linked(article) + block, `<article><p>Isi</p>${shown}</article>`));
    expect(found["images"]).toMatchObject([credited]);
  });

  it.each([
    ["the larger one that stands in its set", '<img src="/up/b.jpg" srcset="/up/a.jpg 900w">'],
    ["the place holder of another", '<img src="/up/a.jpg" data-echo="/up/b.jpg">'],
    ["one that counts readers", '<img src="/up/a.jpg" width="1" height="1">'],
  ])("go to no picture that is not shown: %s", (_, shown) => {
    const block = linked(image("https://site.example/up/a.jpg", credited));
    const { found } = read(page(linked(article) + block, `<article><p>Isi</p>${shown}</article>`));
    expect(found).not.toHaveProperty("images");
  });

  it("complete the lead", () => {
    const lead = image("https://site.example/l.jpg", credited);
    const { found } = read(page(linked(article) + linked(lead), body));
    expect(found["image"]).toMatchObject({ contentUrl: "https://site.example/l.jpg", ...credited });
    expect(found).not.toHaveProperty("images");
  });

  it("keep the credit apart from the caption of the lead", () => {
    const lead = { "@type": "ImageObject", url: "https://site.example/l.jpg" };
    const told = { ...article, image: { ...lead, caption: "Perahu. Foto: Ann Lee/AP" } };
    const { found } = read(page(linked(told), body));
    expect(found["image"]).toMatchObject({ caption: "Perahu.", creditText: "Foto: Ann Lee/AP" });
  });

  it.each([
    ["a picture that is not shown", image("https://site.example/other.jpg", credited)],
    ["a picture that credits nobody", image("https://site.example/up/a.jpg")],
    ["no address", image("", credited)],
    ["the mark of the site", { "@type": "Organization", logo: image("/up/a.jpg", credited) }],
  ])("tell nothing: %s", (_, block) => {
    const { found } = read(page(linked(article) + linked(block), body));
    expect(found).not.toHaveProperty("images");
  });
});
