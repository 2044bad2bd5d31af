import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { readWhole, site } from "../articles/reading.ts";

/** `date: Last Modified` is the time at which the case was checked out. */
const nowMs = Date.now() + 60_000;

const read = (folder: string) =>
  readWhole({ ...site, nowMs, folder: path.join(import.meta.dirname, "cases", folder) });

const iso = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");

/** Addresses below the site, by which a reader would know the articles. */
function facts({ url, title, publishedMs, updatedMs, tags, authors, section }: Article) {
  return {
    url: url.replace("https://site.example", ""),
    title,
    published: iso(publishedMs),
    ...(updatedMs === publishedMs ? {} : { updated: iso(updatedMs) }),
    ...(section === undefined ? {} : { section }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(authors.length === 0 ? {} : { authors: authors.map(({ name }) => name) }),
  };
}

function expectNoSecrets(articles: readonly Article[]): void {
  expect(JSON.stringify(articles)).not.toContain("RAHASIA");
}

const images = (article: Article | undefined) =>
  article?.images.map(({ url, alt, caption }) => ({ url, alt, caption }));

describe("a Jekyll site", () => {
  const posts = [
    {
      url: "/ekonomi/pangan/2022/09/16/Harga-Cabai.html",
      title: "Harga cabai turun: petani & pedagang bicara",
      published: "2022-09-16T03:00:00Z",
      updated: "2022-09-18T01:30:00Z",
      section: "ekonomi",
      tags: ["pangan", "cabai", "pasar"],
      authors: ["Sri Lestari"],
    },
    {
      url: "/2022/10/01/tanpa-kategori.html",
      title: "Tanpa kategori",
      published: "2022-09-30T17:00:00Z",
    },
    { url: "/khusus/alamat-sendiri/", title: "Alamat sendiri", published: "2022-10-01T17:00:00Z" },
  ];

  it("is read as it lies", () => {
    const { articles, held, setAside } = read("jekyll");
    expect(articles.map(facts)).toEqual([
      ...posts,
      {
        url: "/olahraga/kesehatan/2022/11/05/lari.html",
        title: "Lari pagi",
        published: "2022-11-04T17:00:00Z",
        section: "olahraga",
        tags: ["kesehatan"],
      },
    ]);
    expect(images(articles[0])).toEqual([
      {
        url: "https://site.example/assets/img/cabai.jpg",
        alt: "Tumpukan cabai merah di meja kayu",
        caption: undefined,
      },
    ]);
    expect(setAside).toEqual([]);
    expect(held.map(({ reason }) => reason).sort()).toEqual(["draft", "draft", "embargoed"]);
    expectNoSecrets(articles);
  });

  it("may give us its _posts alone", () => {
    expect(read("jekyll/_posts").articles.map(facts)).toEqual(posts);
    expect(read("jekyll/_drafts").articles).toEqual([]);
  });
});

describe("a Hugo site", () => {
  it("is read as it lies", () => {
    const { articles, held, setAside } = read("hugo/content");
    expect(articles.map(facts)).toEqual([
      {
        url: "/arsip/dari-json/",
        title: "Dari JSON",
        published: "2022-09-17T17:00:00Z",
        section: "berita",
      },
      {
        url: "/fr/posts/perahu/",
        title: "La dernière pirogue",
        published: "2022-09-16T03:00:00Z",
        section: "posts",
      },
      {
        url: "/posts/perahu-kayu/",
        title: "Perahu kayu terakhir",
        published: "2022-09-16T03:00:00Z",
        updated: "2022-09-19T17:00:00Z",
        section: "budaya",
        tags: ["laut", "kerajinan"],
        authors: ["Rahmat Idris"],
      },
      {
        url: "/posts/tanpa-zona/",
        title: "Tanpa zona",
        published: "2022-09-17T01:00:00Z",
        section: "posts",
      },
    ]);
    expect(articles.map(({ language }) => language)).toEqual(["id", "fr", "id", "id"]);
    expect(images(articles[2])).toEqual([
      {
        url: "https://site.example/posts/perahu-kayu/perahu.jpg",
        alt: "Perahu kayu di atas balok",
        caption: "Perahu terakhir dari bengkel itu",
      },
    ]);
    expect(articles[2]?.summary).toBe("Seorang pembuat perahu menutup bengkelnya.");
    expect(setAside).toEqual([]);
    expect(held.map(({ key, reason }) => [key, reason])).toEqual([
      ["posts/draf.md", "draft"],
      ["posts/lewat.md", "expired"],
      ["posts/nanti.md", "embargoed"],
      ["posts/tersembunyi.md", "draft"],
    ]);
    expectNoSecrets(articles);
  });
});

describe("an Astro site", () => {
  it("is read as it lies", () => {
    const { articles, held, setAside } = read("astro/src/content");
    expect(articles.map(facts)).toEqual([
      {
        url: "/blog/dua/",
        title: "Dua",
        published: "2022-07-14T17:00:00Z",
        section: "blog",
        authors: ["Lukas"],
      },
      {
        url: "/blog/satu/",
        title: "Satu",
        published: "2022-07-07T17:00:00Z",
        updated: "2022-07-09T17:00:00Z",
        section: "blog",
        tags: ["astro", "blog"],
      },
      {
        url: "/blog/nomor-tiga/",
        title: "Tiga",
        published: "2022-07-20T15:22:00Z",
        updated: "2022-07-21T15:22:00Z",
        section: "blog",
        authors: ["Lukas"],
      },
    ]);
    expect(articles.flatMap((article) => images(article) ?? [])).toEqual([
      { url: "https://site.example/dua.jpg", alt: "Gambar kedua", caption: undefined },
      { url: "https://site.example/satu.jpg", alt: undefined, caption: undefined },
      { url: "https://site.example/assets/tiga.png", alt: undefined, caption: undefined },
    ]);
    expect(setAside).toEqual([]);
    expect(held.map(({ key }) => key)).toEqual(["blog/draf.md"]);
    expectNoSecrets(articles);
  });
});

describe("an Eleventy site", () => {
  it("is read as it lies", () => {
    const { articles, held, setAside, warnings } = read("eleventy/content");
    const own = articles.map(facts);
    const shared = { section: "posts", authors: ["Redaksi"] };
    expect(own).toEqual([
      {
        ...shared,
        url: "/posts/kelima/",
        title: "Kelima",
        published: "2022-09-19T17:00:00Z",
        tags: ["semua"],
      },
      {
        ...shared,
        url: "/tulisan/kedua/",
        title: "Kedua",
        published: expect.any(String),
        tags: ["semua"],
        authors: ["Dewi"],
      },
      {
        ...shared,
        url: "/tulisan/keempat/",
        title: "Keempat",
        published: "2022-09-18T17:00:00Z",
        tags: ["semua", "langit"],
      },
      {
        ...shared,
        url: "/k/ketiga/",
        title: "Ketiga",
        published: "2022-09-17T17:00:00Z",
        tags: ["semua"],
      },
      {
        ...shared,
        url: "/tulisan/pertama/",
        title: "Pertama",
        published: "2022-09-15T17:00:00Z",
        tags: ["laut", "kota", "semua"],
      },
    ]);
    expect(setAside).toEqual([]);
    expect(warnings).toMatchObject([
      { file: "posts/2022-09-20-kelima.md", line: 3, field: "permalink" },
    ]);
    expect(held.map(({ key }) => key)).toEqual([
      "posts/di-luar.md",
      "posts/tanpa-alamat.md",
      "rahasia/x.md",
    ]);
    expectNoSecrets(articles);
  });
});
