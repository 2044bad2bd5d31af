import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { OperationalError } from "../src/errors.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NOW = new Date("2026-06-01T00:00:00Z");

const md = (title: string, front = "date: 2022-09-16", body = `Isi ${title}.`) =>
  `---\ntitle: ${title}\n${front}\n---\n${body}\n`;

function run(folder: string, keys: Record<string, unknown> = {}, now = NOW) {
  const site = { title: "Situs", url: "https://site.example/", language: "id" };
  return publishFeeds(checkConfig({ site, ...keys }, path.join(folder, "x.yaml")), now);
}

function documents(folder: string): Record<string, string> {
  const names = readdirSync(path.join(folder, "feeds"), { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    names
      .sort()
      .filter((name) => statSync(path.join(folder, "feeds", name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, "feeds", name), "utf8")]),
  );
}

describe("publishFeeds", () => {
  it("publishes what is good and reports the rest", async () => {
    const folder = temporaryFolder({
      "articles/a.md": md("A"),
      "articles/b.md": md("B", "date: kapan-kapan"),
      "articles/c.md": md("C", "date: 2022-09-17\ndraft: true", "RAHASIA"),
    });
    const report = await run(folder);
    expect(report).toMatchObject({
      articles: 1,
      held: [{ key: "c.md", reason: "draft" }],
      setAside: [{ field: "date", line: 3 }],
      failed: [],
      removed: [],
      feeds: [
        {
          ...{ path: "all", title: "Situs", items: 1, newest: "2022-09-16T00:00:00.000Z" },
          files: ["all.rss", "all.atom", "all.json"].map((name) => ({
            path: name,
            outcome: "written",
          })),
        },
      ],
    });
    expect(JSON.stringify(documents(folder))).not.toMatch(/RAHASIA|kapan-kapan/);
  });

  it("gives the same bytes again, on another day and from another folder", async () => {
    const files = {
      "articles/a.md": md("A"),
      "articles/x/b.md": md("B", "date: 2022-09-16\ntags: [satu, Dua]"),
      "articles/c.json": JSON.stringify([
        { title: "C", date: "2022-09-16", content: "<p>Isi</p>" },
      ]),
    };
    const feeds = { all: {}, tags: { each: "tag" } };
    const one = temporaryFolder(files);
    const other = temporaryFolder(Object.fromEntries(Object.entries(files).reverse()));
    await run(one, { feeds });
    const again = await run(one, { feeds }, new Date("2027-01-01"));
    expect(again.feeds.flatMap(({ files: made }) => made.map(({ outcome }) => outcome))).toEqual(
      Array(9).fill("unchanged"),
    );
    await run(other, { feeds });
    expect(documents(other)).toEqual(documents(one));
  });

  it("never reads its own output", async () => {
    const folder = temporaryFolder({ "a.md": md("A"), "feedwright.config.json": "{}" });
    await run(folder, { articles: "." });
    expect(await run(folder, { articles: "." })).toMatchObject({ articles: 1, setAside: [] });
  });

  it("takes away the documents of what is gone", async () => {
    const folder = temporaryFolder({
      "articles/a.md": md("A", "date: 2022-09-16\ntags: [satu]"),
      "articles/b.md": md("B"),
    });
    const keys = { formats: ["rss"], feeds: { all: {}, tags: { each: "tag" } } };
    await run(folder, keys);
    rmSync(path.join(folder, "articles/a.md"));
    expect((await run(folder, keys)).removed).toEqual(["tags/satu.rss"]);
    expect(Object.keys(documents(folder))).toEqual([".feedwright.json", "all.rss"]);
  });

  it("leaves the last feeds alone where no record can be read", async () => {
    const folder = temporaryFolder({ "articles/a.md": md("A") });
    await run(folder);
    const before = documents(folder);
    writeFileSync(path.join(folder, "articles/a.md"), "---\nb: [\n---\n");
    await expect(run(folder)).rejects.toThrow(OperationalError);
    rmSync(path.join(folder, "articles"), { recursive: true });
    await expect(run(folder)).rejects.toThrow(/cannot be read/);
    mkdirSync(path.join(folder, "articles"));
    await expect(run(folder)).rejects.toThrow(/holds no records/);
    expect(documents(folder)).toEqual(before);
  });

  it("publishes an empty feed where all is kept back", async () => {
    const folder = temporaryFolder({ "articles/a.md": md("A", "date: 2099-01-01") });
    expect(await run(folder)).toMatchObject({ articles: 0, feeds: [{ items: 0 }] });
    expect(Object.keys(documents(folder)).length).toBe(4);
  });

  it("writes no document twice where a group has the path of a feed", async () => {
    const folder = temporaryFolder({ "articles/a.md": md("A", "date: 2022-09-16\nsection: All") });
    const keys = { formats: ["rss"], feeds: { s: { each: "section", path: "{slug}" }, all: {} } };
    const report = await run(folder, keys);
    expect(report.feeds.map(({ title }) => title)).toEqual(["Situs"]);
    expect(report.failed).toMatchObject([
      { reason: expect.stringMatching(/two feeds have this path/) },
    ]);
    expect((await run(folder, keys)).feeds[0]?.files[0]?.outcome).toBe("unchanged");
  });

  it("names the pictures that name nobody, unless it is told not to", async () => {
    const folder = temporaryFolder({ "articles/a.md": md("A", "date: 2022-09-16\nimage: /a.jpg") });
    expect((await run(folder)).warnings).toMatchObject(
      [{ field: "image", reason: /no credit for .*a\.jpg/ }].map(({ field, reason }) => ({
        field,
        reason: expect.stringMatching(reason),
      })),
    );
    expect((await run(folder, { credits: { missing: "publish" } })).warnings).toEqual([]);
  });

  it("cuts the oldest items off a document that no reader would take whole", async () => {
    const body = "x".repeat(2_700_000);
    const records = Array.from({ length: 2 }, (_, at) => ({
      ...{ title: `T${at}`, date: `2022-09-0${at + 1}`, content_html: `<p>${body}</p>` },
    }));
    const folder = temporaryFolder({ "articles/a.json": JSON.stringify(records) });
    const report = await run(folder, { formats: ["rss"] });
    expect(report.warnings).toMatchObject([{ reason: expect.stringMatching(/newest 1 of 2/) }]);
    const rss = documents(folder)["all.rss"] ?? "";
    expect(Buffer.byteLength(rss)).toBeLessThanOrEqual(5_000_000);
    expect(rss).toContain("<title>T1</title>");
    expect(rss).not.toContain("<title>T0</title>");
  });
});
