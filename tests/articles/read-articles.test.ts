import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { OperationalError } from "../../src/errors.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { readSite } from "./reading.ts";

const GOOD = "---\ntitle: Baik\ndate: 2022-09-16\n---\nIsi yang baik.\n";
const md = (front: string, body = "Isi.") =>
  `---\ntitle: A\ndate: 2022-09-16\n${front}\n---\n${body}\n`;

/** The one article of a folder whose file is this. */
function only(name: string, text: string | Uint8Array) {
  const { articles, setAside } = readSite({ [name]: text });
  expect(setAside).toEqual([]);
  expect(articles.length).toBe(1);
  return articles[0];
}

describe("every form of record", () => {
  const body = "Perahu itu kembali ke pelabuhan pada pagi hari, kata nakhoda.";
  it.each([
    ["a.md", md("", body), "a.md"],
    ["a.md", `+++\ntitle = "A"\ndate = 2022-09-16\n+++\n${body}`, "a.md"],
    ["a.md", `{"title": "A", "date": "2022-09-16"}\n${body}`, "a.md"],
    ["a.md", `\ufeff---\r\ntitle: A\r\ndate: 2022-09-16\r\n---\r\n${body}\r\n`, "a.md"],
    ["2022-09-16-a.md", `# A\n\n${body}`, "2022-09-16-a.md"],
    ["a.html", md("", `<p>${body}</p>`), "a.html"],
    [
      "a.htm",
      `<!doctype html><meta name="date" content="2022-09-16"><h1>A</h1><p>${body}</p>`,
      "a.htm",
    ],
    ["a.json", JSON.stringify({ title: "A", date: "2022-09-16", content: body }), "a.json"],
    [
      "a.json",
      JSON.stringify([{ title: "A", date: "2022-09-16", content_text: body }]),
      "a.json#1",
    ],
    [
      "a.json",
      JSON.stringify({
        items: [{ headline: "A", datePublished: "2022-09-16", articleBody: body }],
      }),
      "a.json#1",
    ],
    [
      "a.ndjson",
      `\n${JSON.stringify({ title: "A", date: "2022-09-16", content_html: body })}\n`,
      "a.ndjson#1",
    ],
    ["a.txt", md("", body), "a.txt"],
    ["a.txt", `A\n\n16 September 2022\n\n${body}\n`, "a.txt"],
  ])("%s: %j", (name, text, key) => {
    const article = only(name, text);
    expect(article).toMatchObject({
      key,
      title: "A",
      publishedMs: Date.parse("2022-09-16T00:00+07:00"),
    });
    expect(article?.body.source).toContain("Perahu itu kembali");
    expect(article?.url).toBe("https://site.example/a/");
  });
});

describe("exports of content systems", () => {
  it.each([
    [
      "WordPress",
      {
        ...{
          id: 1,
          date: "2022-09-16T17:00:00",
          date_gmt: "2022-09-16T10:00:00",
          status: "publish",
        },
        ...{ link: "https://site.example/a/", guid: { rendered: "https://site.example/?p=1" } },
        ...{ title: { rendered: "Tom &amp; Jerry" }, content: { rendered: "<p>Isi</p>" } },
        ...{
          excerpt: { rendered: "<p>Ringkas&hellip;</p>\n" },
          categories: [1],
          tags: [2],
          author: 3,
        },
      },
      { title: "Tom & Jerry", guid: "https://site.example/?p=1", tags: [], summary: "Ringkas…" },
    ],
    [
      "Ghost's API",
      {
        ...{ id: "g1", uuid: "u1", slug: "a", title: "A", html: "<p>Isi</p>", status: "published" },
        ...{ published_at: "2022-09-16T10:00:00.000+00:00", visibility: "public" },
        ...{ feature_image: "https://site.example/a.jpg", feature_image_alt: "Alt" },
        ...{
          authors: [{ name: "Maya" }],
          tags: [{ name: "Laut" }],
          url: "https://site.example/a/",
        },
      },
      { guid: "g1", authors: [{ name: "Maya" }], tags: ["Laut"], images: [{ alt: "Alt" }] },
    ],
    [
      "Blogger",
      {
        ...{ kind: "blogger#post", id: "b1", published: "2022-09-16T10:00:00Z", labels: ["Laut"] },
        ...{ url: "https://site.example/a/", title: "A", content: "<p>Isi</p>" },
        ...{ author: { displayName: "Maya", url: "https://site.example/maya" }, status: "LIVE" },
      },
      { guid: "b1", tags: ["Laut"], authors: [{ name: "Maya", url: "https://site.example/maya" }] },
    ],
    [
      "a JSON Feed's item",
      {
        ...{ id: "https://site.example/a/", url: "https://site.example/a/", title: "A" },
        ...{ content_html: "<p>Isi</p>", date_published: "2022-09-16T10:00:00Z", tags: ["Laut"] },
        attachments: [
          {
            url: "https://site.example/a.mp3",
            mime_type: "audio/mpeg",
            size_in_bytes: 9,
            duration_in_seconds: 5,
          },
        ],
      },
      {
        recording: {
          url: "https://site.example/a.mp3",
          type: "audio/mpeg",
          bytes: 9,
          durationSeconds: 5,
        },
      },
    ],
    [
      "Drupal",
      {
        ...{ uuid: [{ value: "d1" }], title: [{ value: "A" }], status: [{ value: true }] },
        ...{ created: [{ value: "2022-09-16T10:00:00+00:00" }], body: [{ value: "<p>Isi</p>" }] },
        link: "https://site.example/a/",
      },
      { guid: "d1", title: "A" },
    ],
  ])("%s", (_, record, facts) => {
    const article = only("all.json", JSON.stringify([record]));
    expect(article).toMatchObject({ ...facts, url: "https://site.example/a/" });
    expect(article?.publishedMs).toBe(Date.parse("2022-09-16T10:00:00Z"));
  });

  it("is all in a Ghost export, and none of its drafts", () => {
    const post = (id: string, facts: object) => ({
      ...{ id, slug: id, title: id, html: "<p>Isi</p>", status: "published", visibility: "public" },
      ...{ published_at: "2022-09-16 10:00:00", type: "post", ...facts },
    });
    const posts = [
      post("a", {}),
      post("b", { status: "draft" }),
      post("c", { visibility: "paid" }),
    ];
    const { articles, held } = readSite({
      "g.json": JSON.stringify({ db: [{ data: { posts } }] }),
    });
    expect(articles.map(({ title }) => title)).toEqual(["a"]);
    expect(held.map(({ key }) => key)).toEqual(["g.json#2", "g.json#3"]);
  });
});

describe("the title", () => {
  it.each([
    ["title: 2022", "2022"],
    ["title: 2.10", "2.10"],
    ["title: 2022-09-16", "2022-09-16"],
    ['title: "AT&T <b>x</b> &amp;amp; \\"q\\""', 'AT&T x &amp; "q"'],
    ["title: >-\n  Dua\n  baris", "Dua baris"],
    ["title: [Dari, daftar]", "Dari"],
    ['title: "a\\u202eb\\u0007c"', "abc"],
    ["headline: Kepala", "Kepala"],
  ])("%s", (front, title) => {
    expect(only("a.md", `---\n${front}\ndate: 2022-09-16\n---\nIsi.`)).toMatchObject({ title });
  });

  it.each(["", 'title: ""', "title:", "title: {}", 'title: "\\u200b"', "title: true"])(
    "%j gives the first words of the story, and says so",
    (front) => {
      const { articles, warnings } = readSite({
        "a.md": `---\n${front}\ndate: 2022-09-16\n---\nKapal **itu** berlayar.`,
      });
      expect(articles[0]?.title).toBe("Kapal itu berlayar.");
      expect(warnings).toMatchObject([{ file: "a.md", field: "title" }]);
    },
  );
});

describe("a broken record", () => {
  it.each([
    ["bad YAML", "---\ntitle: A\nb: [\n---\n", { line: 4, reason: /YAML/ }],
    ["bad TOML", "+++\ntitle = \n+++\n", { line: 2, reason: /TOML/ }],
    ["no date", "---\ntitle: A\n---\nIsi", { field: "date", reason: /no date/ }],
    [
      "a date that is none",
      "---\ntitle: A\n\npubDate: besok\n---\nIsi",
      { line: 4, field: "pubDate", reason: /no date/ },
    ],
    [
      "no title and no body",
      "---\ndate: 2022-09-16\n---\n",
      { field: "title", reason: /no title and no body/ },
    ],
    ["no UTF-8", Buffer.from([0x61, 0x0a, 0xff]), { line: 2, reason: /UTF-8/ }],
    ["nothing", "", { reason: /empty/ }],
    ["blanks", " \n\n", { reason: /empty/ }],
    [
      "a status that nobody knows",
      md("status: frobbed"),
      { line: 4, field: "status", reason: /frobbed/ },
    ],
    [
      "a draft that is neither yes nor no",
      md("draft: perhaps"),
      { line: 4, field: "draft", reason: /perhaps/ },
    ],
    [
      "an address that is none",
      md("url: javascript:alert(1)"),
      { line: 4, field: "url", reason: /no web address/ },
    ],
    ["a program", "---js\n{}\n---\n", { line: 1, reason: /never executed/ }],
    ["deep YAML", md(`x: ${"[".repeat(5000)}`), { line: 4, reason: /nesting/ }],
    ["NUL in the front matter", md('x: "\u0000"'), { line: 4, reason: /null/ }],
  ])("of %s is set aside, and the rest is published", (_, text, problem) => {
    const { articles, setAside } = readSite({ "a.md": text, "b.md": GOOD });
    expect(articles.map(({ title }) => title)).toEqual(["Baik"]);
    expect(setAside.length).toBe(1);
    expect(setAside[0]).toMatchObject({ file: "a.md", remedy: expect.stringMatching(/\w/) });
    const { reason, ...rest } = problem;
    expect(setAside[0]).toMatchObject(rest);
    expect(setAside[0]?.reason).toMatch(reason);
  });

  it.each([
    ["a.json", '{\n"title": "A",\n}', 3],
    ["a.json", "[{},\n{]", 2],
    ["a.ndjson", `{"title": "A", "date": "2022-09-16"}\n{`, 2],
    ["a.json", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, 1],
    [
      "a.json",
      '[{"title": "A", "content": "x"},\n\n{"title": "B", "date": "2022-99-99", "content": "x"}]',
      1,
    ],
  ])("%s: %.30j", (name, text, line) => {
    const { articles, setAside } = readSite({ [name]: text, "b.md": GOOD });
    expect(articles.some(({ title }) => title === "Baik")).toBe(true);
    expect(setAside[0]).toMatchObject({ file: name, line });
  });

  it("may be a page too deep to read", () => {
    const page = `<!doctype html><title>A</title>${"<div>".repeat(50_000)}x`;
    const { articles, setAside } = readSite({ "a.html": page, "b.md": GOOD });
    expect(articles.length).toBe(1);
    expect(setAside).toMatchObject([{ file: "a.html", reason: expect.stringMatching(/nested/) }]);
  });

  it("may be no file, a large one, or a link", () => {
    const folder = temporaryFolder({ "b.md": GOOD, "dir.md/": "" });
    const large = path.join(folder, "large.md");
    writeFileSync(large, "");
    truncateSync(large, 50 * 1024 * 1024);
    execFileSync("mkfifo", [path.join(folder, "pipe.md")]);
    symlinkSync("/etc/hostname", path.join(folder, "host.md"));
    const { articles, setAside } = readSite({}, { folder });
    expect(articles.length).toBe(1);
    expect(setAside.map(({ file }) => file).sort()).toEqual([
      ...["dir.md", "host.md", "large.md", "pipe.md"],
    ]);
  });

  it("may be one of very many", () => {
    const { articles, setAside } = readSite({ "a.ndjson": "7\n".repeat(150_000), "b.md": GOOD });
    expect(articles.length).toBe(1);
    expect(setAside.length).toBe(150_000);
  });

  it("may abuse aliases in every field there is", () => {
    const lines = ["a0: &a0 [x, x, x, x]"];
    for (let at = 1; at < 40; at += 1) lines.push(`a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`);
    const fields = [
      ...["draft", "status", "title", "tags", "author", "image", "build", "lang", "updated"],
      ...["id", "slug", "url", "published", "summary", "audio", "visibility", "category"],
    ];
    for (const field of fields) {
      const bomb = `---\n${lines.join("\n")}\n${field}: *a39\n---\nIsi`;
      const { articles, setAside, held } = readSite({ "2022-09-16-a.md": bomb, "b.md": GOOD });
      expect(articles.length + setAside.length + held.length, field).toBe(2);
    }
  });
});

describe("what is kept back", () => {
  it.each([
    ["draft: true", "draft"],
    ["published: no", "draft"],
    ["status: pending", "draft"],
    ["status: withdrawn", "withdrawn"],
    ["expires: 2023-01-01", "expired"],
    ["publishDate: 2099-01-01", "embargoed"],
    ["embargo: 2099-01-01", "embargoed"],
  ])("%s", (front, reason) => {
    const { articles, held } = readSite({ "a.md": md(front), "b.md": GOOD });
    expect(articles.map(({ title }) => title)).toEqual(["Baik"]);
    expect(held).toMatchObject([{ key: "a.md", reason }]);
  });

  it("is a change that lies ahead, until its time has come", () => {
    const files = { "a.md": md("updated: 2026-07-01T10:00:00Z") };
    const updatedAt = (nowMs: number) => readSite(files, { nowMs }).articles[0]?.updatedMs;
    const published = Date.parse("2022-09-16T00:00+07:00");
    const changed = Date.parse("2026-07-01T10:00:00Z");
    expect([changed - 1, changed, changed + 1].map(updatedAt)).toEqual([
      ...[published, changed, changed],
    ]);
  });

  it("is known with the moment of its release", () => {
    const { held } = readSite({ "2099-01-01-a.md": "# A\n\nIsi." });
    expect(held).toMatchObject([{ untilMs: Date.parse("2099-01-01T00:00+07:00") }]);
  });
});

describe("two articles of one id or address", () => {
  it.each([
    ["id", md("id: 7"), md("guid: 7"), /has the id 7 of a\.md/],
    ["address", md("slug: x"), md("permalink: /x/"), /has the address .*\/x\/ of a\.md/],
  ])("%s: the second is set aside", (_, one, other, reason) => {
    const { articles, setAside } = readSite({ "a.md": one, "b.md": other });
    expect(articles.map(({ key }) => key)).toEqual(["a.md"]);
    expect(setAside).toMatchObject([{ file: "b.md", reason: expect.stringMatching(reason) }]);
  });
});

describe("the address", () => {
  it.each([
    ["url: https://lain.example/é?a=1&b=[2]", "https://lain.example/%C3%A9?a=1&b=%5B2%5D"],
    ["permalink: /khusus/", "https://site.example/khusus/"],
    ["permalink: khusus.html", "https://site.example/khusus.html"],
    ["url: ../../../x/", "https://site.example/x/"],
    ["slug: ../../x", "https://site.example/dunia/x/"],
    ["slug: /2022/Dua Kata/", "https://site.example/dunia/2022/dua-kata/"],
    ["slug: ニュース", "https://site.example/dunia/%E3%83%8B%E3%83%A5%E3%83%BC%E3%82%B9/"],
    ["url: /?p=12", "https://site.example/?p=12"],
  ])("%s", (front, url) => {
    expect(only("dunia/a.md", md(front))?.url).toBe(url);
  });
});

describe("oddities of real records", () => {
  it.each([
    [{ tags: "a, b" }, { tags: ["a", "b"] }],
    [{ tags: [1, { name: "b" }] }, { tags: ["1", "b"] }],
    [
      { section: "Dunia", categories: ["Asia"] },
      { section: "Dunia", tags: ["Asia"] },
    ],
    [
      { categories: ["Dunia", "Asia"], tags: ["Asia"] },
      { section: "Dunia", tags: ["Asia"] },
    ],
    [{ author: [{ name: "A" }, "B"] }, { authors: [{ name: "A" }, { name: "B" }] }],
    [{ lang: "pt_BR.UTF-8" }, { language: "pt-BR" }],
    [{ lang: "EN-us" }, { language: "en-US" }],
    [
      { featured: true, cover: { image: "/a.jpg" } },
      { images: [{ url: "https://site.example/a.jpg" }] },
    ],
    [{ header: { teaser: "/a.jpg" } }, { images: [{ url: "https://site.example/a.jpg" }] }],
    [{ image: "bukan gambar" }, { images: [] }],
    [{ image: "data:image/png;base64,x" }, { images: [] }],
    [
      { image: "/a.jpg", thumbnail: "/b.jpg", images: ["/a.jpg", "/c.jpg"] },
      { images: [{ url: "https://site.example/a.jpg" }, { url: "https://site.example/c.jpg" }] },
    ],
    [{ audio: { url: "/a.mp3", duration: "1:00" } }, { recording: { durationSeconds: 60 } }],
    [JSON.parse('{"__proto__": {"title": "x"}}'), { title: "A" }],
  ])("%j", (fields, facts) => {
    const record = { title: "A", date: "2022-09-16", content: "<p>Isi</p>", ...fields };
    expect(only("a.json", JSON.stringify(record))).toMatchObject(facts);
  });

  it("plays nothing that is no recording", () => {
    for (const audio of ["javascript:x", "/a.jpg", true, { url: "/a" }]) {
      const record = { title: "A", date: "2022-09-16", content: "<p>Isi</p>", audio };
      expect(only("a.json", JSON.stringify(record))).not.toHaveProperty("recording");
    }
  });

  it("says so where a language is none, and takes the site's", () => {
    for (const lang of ["bahasa apa", "x-pribadi", "[id, en]", "{}"]) {
      const { articles, warnings } = readSite({ "a.md": md(`lang: ${lang}`) });
      expect(articles[0]?.language).toBe("id");
      expect(warnings.length).toBe(lang === "[id, en]" ? 0 : 1);
    }
  });
});

describe("the folder", () => {
  it("is read the same whatever wrote it first", () => {
    const names = ["b.md", "a.md", "c/d.md", "c.md", "C.md", "é.md"];
    const files = (order: readonly string[]) =>
      Object.fromEntries(order.map((name) => [name, md("", name)]));
    const read = (order: readonly string[]) =>
      readSite(files(order)).articles.map(({ key, guid, url }) => ({ key, guid, url }));
    expect(read(names)).toEqual(read([...names].reverse()));
  });

  it("gives its broken data file away, and publishes the rest", () => {
    const { articles, setAside } = readSite({ "p/p.json": '{"tags": ', "p/a.md": GOOD });
    expect(articles.length).toBe(1);
    expect(setAside).toMatchObject([{ file: "p/p.json", line: 1 }]);
  });

  it("does not take a record for data of the record beside it", () => {
    const story = JSON.stringify({
      title: "B",
      date: "2022-09-16",
      slug: "b",
      content_text: "Isi.",
    });
    expect(readSite({ "a.md": GOOD, "a.json": story }).articles.length).toBe(2);
  });

  it("is refused where it holds nothing, and not where all is kept back", () => {
    expect(() => readSite({ "foto.jpg": "x" })).toThrow(OperationalError);
    expect(readSite({ "a.md": md("draft: true") }).articles).toEqual([]);
  });
});
