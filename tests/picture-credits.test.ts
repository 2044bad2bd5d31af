/** Credits on their way through a whole run: from a picture's file to every output, by the policy. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import { reportCredits } from "../src/report-credits.ts";
import { startServer } from "./articles/pictures/remote-server.ts";
import {
  ARTIST,
  ascii,
  writeExif,
  writeXmp,
  xmpCreators,
} from "./articles/pictures/write-metadata.ts";
import { writeJpeg } from "./articles/pictures/write-picture.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const NOW = new Date("2026-06-01T00:00:00Z");
const CREDITED = writeJpeg({ xmp: writeXmp(xmpCreators("Inge Sørensen", "Bo Ek")) });
const PLAIN = writeJpeg({});

const record = (title: string, front: string, body = "Isi.") =>
  `---\ntitle: ${title}\ndate: 2022-09-16\n${front}\n---\n${body}\n`;

function configOf(folder: string, keys: Record<string, unknown>) {
  const site = { title: "Situs", url: "https://site.example/", language: "id" };
  return checkConfig({ site, ...keys }, path.join(folder, "x.yaml"));
}

const run = (folder: string, keys: Record<string, unknown> = {}) =>
  publishFeeds(configOf(folder, keys), NOW);

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, "feeds", name), "utf8");
}

describe("the metadata of a picture's file", () => {
  it("names its makers in every output, with its size and kind", async () => {
    const folder = temporaryFolder({
      "articles/a.md": record("A", "image: a.jpeg"),
      "articles/a.jpeg": CREDITED,
    });
    expect((await run(folder)).warnings).toEqual([]);
    for (const name of ["all.rss", "all.atom"]) {
      const text = read(folder, name);
      expect(text.match(/<media:credit [^>]*>[^<]+/g)).toEqual([
        '<media:credit role="photographer" scheme="urn:ebu">Inge Sørensen',
        '<media:credit role="photographer" scheme="urn:ebu">Bo Ek',
      ]);
      expect(text).toMatch(
        /<media:content [^>]*fileSize="\d+" type="image\/jpeg" [^>]*width="640"/,
      );
      expect(text).toMatch(/Inge Sørensen, Bo Ek(?:&lt;|<)\/small/);
    }
    const [item] = JSON.parse(read(folder, "all.json")).items;
    expect(item._images[0].credit.creators).toEqual(["Inge Sørensen", "Bo Ek"]);
  });

  it("fills gaps and overwrites nothing; what contradicts is reported", async () => {
    const folder = temporaryFolder({
      "articles/a.md": record("A", "image: a.jpg\nimage_credit: Ann Lee"),
      "articles/b.md": record("B", "image: a.jpg\nimage_credit: SORENSEN Inge"),
      "articles/a.jpg": CREDITED,
    });
    const report = await reportCredits(configOf(folder, {}), NOW);
    expect(report.pictures).toMatchObject([
      { creators: ["Ann Lee"], contradiction: "record: Ann Lee; file: Inge Sørensen, Bo Ek" },
      { creators: ["SORENSEN Inge"], origins: ["record", "file"] },
    ]);
    expect(report.pictures[1]).not.toHaveProperty("contradiction");
  });

  it("is read once: the next run opens no picture, and a moved one is known by its digest", async () => {
    const folder = temporaryFolder({
      "articles/a.md": record("A", "image: /a.jpg"),
      "articles/a.jpg": CREDITED,
    });
    await run(folder);
    const cache = path.join(folder, ".feedwright/pictures.json");
    // Whoever opened the picture again would not be told this name.
    const remembered = readFileSync(cache, "utf8").replaceAll("Bo Ek", "Ingatan");
    writeFileSync(cache, remembered);
    // A document that is still there would be left alone.
    rmSync(path.join(folder, "feeds/all.rss"));
    await run(folder);
    expect(read(folder, "all.rss")).toContain(">Ingatan<");
    renameSync(path.join(folder, "articles/a.jpg"), path.join(folder, "articles/b.jpg"));
    writeFileSync(path.join(folder, "articles/a.md"), record("A", "image: /b.jpg"));
    await run(folder);
    expect(read(folder, "all.rss")).toContain(">Ingatan<");
    writeFileSync(
      path.join(folder, "articles/b.jpg"),
      writeJpeg({ exif: writeExif([ascii(ARTIST, "Cleo Lens")]) }),
    );
    await run(folder);
    expect(read(folder, "all.rss")).toContain(">Cleo Lens<");
  });

  it("is read anew where the memory is broken, foreign or gone", async () => {
    const folder = temporaryFolder({
      "articles/a.md": record("A", "image: /a.jpg"),
      "articles/a.jpg": CREDITED,
    });
    await run(folder);
    const cache = path.join(folder, ".feedwright/pictures.json");
    const whole = readFileSync(cache, "utf8");
    const broken = whole.replace('"creators":["Inge Sørensen","Bo Ek"]', '"creators":7');
    for (const text of ["", "{", "[]", '{"version":"0"}', whole.slice(0, -9), broken]) {
      writeFileSync(cache, text);
      rmSync(path.join(folder, "feeds/all.rss"));
      await run(folder);
      expect(read(folder, "all.rss")).toContain(">Bo Ek<");
    }
  });

  it("costs a warning where the file is broken, hostile or no picture, never the build", async () => {
    const folder = temporaryFolder({
      "articles/a.md": record("A", "image: /a.jpg", "![](/b.jpg)\n\n![](/c.jpg)"),
      "articles/a.jpg": Buffer.from("PK\u0003\u0004 a zip"),
      "articles/b.jpg": CREDITED.subarray(0, CREDITED.length - 30),
      "articles/c.jpg": writeJpeg({ width: 60_000, height: 60_000 }),
    });
    const report = await run(folder, { credits: { missing: "publish" } });
    expect(report).toMatchObject({ articles: 1, setAside: [] });
    expect(report.warnings.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/is no picture \(/),
      expect.stringMatching(/broken/),
      expect.stringMatching(/60000 × 60000/),
    ]);
  });
});

describe("credits.missing", () => {
  const files = {
    "articles/a.md": record("A", "image: /a.jpg", "Isi A."),
    "articles/b.md": record("B", "image: /b.jpg", "Isi B."),
    "articles/a.jpg": PLAIN,
    "articles/b.jpg": CREDITED,
  };

  it("withholds a picture from every output, and says so", async () => {
    const folder = temporaryFolder(files);
    const report = await run(folder, { credits: { missing: "withhold" } });
    for (const name of ["all.rss", "all.atom", "all.json"]) {
      expect(read(folder, name)).not.toMatch(/\/a(?:-\w+)?\.jpg/);
      expect(read(folder, name)).toContain("Isi A.");
      expect(read(folder, name)).toMatch(/media\/b-\w+\.jpg/);
    }
    expect(report.warnings).toMatchObject([
      { reason: expect.stringMatching(/a\.jpg; .*withheld/) },
    ]);
  });

  it("keeps an article back, and lets the next one take its place", async () => {
    const folder = temporaryFolder({ ...files, "articles/c.md": record("C", "", "Isi C.") });
    const feeds = { all: { limit: 2 }, partner: { limit: 2, credits: { missing: "block" } } };
    const report = await run(folder, { feeds, formats: ["json"] });
    const titles = (name: string) =>
      JSON.parse(read(folder, name)).items.map(({ title }: { title: string }) => title);
    expect(titles("all.json")).toEqual(["A", "B"]);
    expect(titles("partner.json")).toEqual(["B", "C"]);
    expect(report.setAside).toMatchObject([{ reason: expect.stringMatching(/kept back.*a\.jpg/) }]);
    expect(report.warnings).toHaveLength(1);
  });

  it("puts a placeholder where a credit would be", async () => {
    const folder = temporaryFolder(files);
    const missing = "placeholder";
    await run(folder, { credits: { missing }, formats: ["json"] });
    expect(read(folder, "all.json")).toContain("<small>Fotografer tidak diketahui</small>");
    const placeholder = { image: "/none.png", text: "Tanpa nama" };
    await run(folder, { credits: { missing, placeholder }, formats: ["json"] });
    const text = read(folder, "all.json");
    expect(text).not.toContain("a.jpg");
    expect(text).toMatch(/https:\/\/site\.example\/none\.png.*<small>Tanpa nama<\/small>/);
  });
});

describe("a picture that is only on the web", () => {
  it("is left alone unless it is to be probed, and then asked once and within bounds", async () => {
    const server = await startServer((_, response) => response.end(CREDITED));
    const image = `${server.origin}/far.jpg`;
    const folder = temporaryFolder({ "articles/a.md": record("A", `image: ${image}`) });
    await run(folder);
    await run(folder, { images: { probe: true } });
    expect(server.requests).toHaveLength(0);
    const images = { probe: true, allow: [server.host] };
    const report = await run(folder, { images, credits: { missing: "block" } });
    expect(report.setAside).toEqual([]);
    expect(read(folder, "all.rss")).toContain(">Inge Sørensen<");
    await run(folder, { images });
    expect(server.requests).toHaveLength(1);
  });
});

describe("credits.aliases", () => {
  it("mends a name wherever it was read", async () => {
    const folder = temporaryFolder(files());
    const aliases = { "Sorensen, Inge": "Inge Sörensen" };
    await run(folder, { credits: { aliases }, formats: ["rss"] });
    expect(read(folder, "all.rss")).toMatch(
      /© Inge Sörensen, Bo Ek(?:&lt;|<)[\s\S]*>Inge Sörensen</,
    );
  });

  function files() {
    return { "articles/a.md": record("A", "image: /a.jpg"), "articles/a.jpg": CREDITED };
  }
});
