import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/formats/formats.ts";
import { emptied } from "../../src/publish/emptied.ts";
import { feedOf, itemOf } from "../formats/documents.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { filesIn, publishOnce } from "./one-run.ts";

const day = (date: number) => new Date(Date.UTC(2026, 5, date));

/** Items that hold, as text, what stands around items. */
const items = [1, 2, 3].map((at) =>
  itemOf({
    title: `</item><entry> ${at}`,
    id: `https://site.example/${at}`,
    link: `https://site.example/${at}`,
    date: day(at),
    published: day(at),
    content: `<p>${"</item></channel></rss>".repeat(at)}]]></entry></feed> {"items": []}</p>`,
  }),
);

const rendered = formats
  .filter(({ name, takes }) => name !== "html" && takes === undefined)
  .map((format) => ({
    name: `all.${format.extension}`,
    full: format.render(feedOf(items)),
    without: format.render(feedOf([])),
  }));

/** What of a document only its items decide. */
const undated = (text: string) =>
  text.replace(/\n<(lastBuildDate|pubDate|updated)>[^<]*<\/\1>/g, "").replaceAll("\n", "");

describe("a feed that is no more", () => {
  it("is known in three formats", () => expect(rendered.length).toBe(3));

  it.each(rendered)("loses its items and nothing else: $name", ({ name, full, without }) => {
    const rest = emptied(full, name) ?? "";
    expect(undated(rest)).toBe(undated(without));
    expect(rest.length).toBeLessThan(full.length);
    expect(emptied(rest, name)).toBe(rest);
    expect(rest.endsWith("\n")).toBe(true);
  });

  it.each([
    ["feeds.opml", "<opml/>"],
    ["all.news.xml", "<urlset/>"],
    ["chapters.json", '{"version": "1.2.0", "chapters": []}'],
    ["chapters.json", '{"version": "1.2.0", "items": []}'],
    ["all.json", "{"],
    ["all.json", "[]"],
    ["all.rss", ""],
    ["all.rss", "<rss><channel><item>"],
    ["all.rss", "<rss><channel></item><item></channel></rss>"],
    ["all.rss", "<rss><channel><item></item><title></channel></rss>"],
    ["all.atom", "<feed><entry></entry>"],
    ["episode.srt", "1"],
  ])("is not made of %s: %s", (name, text) => expect(emptied(text, name)).toBeUndefined());

  it("stays as its last version where it is asked to, with compressed copies", async () => {
    const folder = temporaryFolder();
    const documents = Object.fromEntries(rendered.map(({ name, full }) => [`tag/${name}`, full]));
    const opml = { "feeds.opml": "<opml/>" };
    const options = { gone: "empty", compress: ["gz"] } as const;
    await publishOnce(folder, { ...documents, ...opml }, options);
    const run = await publishOnce(folder, {}, options);
    expect([run.emptied, run.removed]).toEqual([Object.keys(documents).sort(), ["feeds.opml"]]);
    const rss = readFileSync(path.join(folder, "tag/all.rss"), "utf8");
    expect(rss).not.toContain("<item>");
    const packed = readFileSync(path.join(folder, "tag/all.rss.gz"));
    expect(gunzipSync(packed).toString()).toBe(rss);
    const files = filesIn(folder);
    const again = await publishOnce(folder, {}, options);
    expect(again).toMatchObject({ emptied: [], removed: [], written: [] });
    expect(filesIn(folder)).toEqual(files);
    expect((await publishOnce(folder, {})).removed).toEqual(Object.keys(documents).sort());
  });

  it("is left alone where somebody changed it", async () => {
    const folder = temporaryFolder();
    const [rss] = rendered;
    await publishOnce(folder, { "all.rss": rss?.full ?? "" });
    writeFileSync(path.join(folder, "all.rss"), `${rss?.full}<!-- mine -->`);
    await publishOnce(folder, {}, { gone: "empty" });
    expect(readFileSync(path.join(folder, "all.rss"), "utf8")).toContain("<item>");
  });
});

describe("the number of articles", () => {
  it("is kept for the next run, and changes the manifest only with it", async () => {
    const folder = temporaryFolder();
    await publishOnce(folder, { "a.rss": "1" }, { articles: 7 });
    const manifest = readFileSync(path.join(folder, ".feedwright.json"), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({ articles: 7 });
    await publishOnce(folder, { "a.rss": "1" });
    expect(readFileSync(path.join(folder, ".feedwright.json"), "utf8")).not.toContain("articles");
  });
});
