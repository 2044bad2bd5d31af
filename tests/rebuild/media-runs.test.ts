/** Copies of pictures and recordings over many runs: none is missing, none is left behind. */
import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeJpeg, writePng } from "../articles/pictures/write-picture.ts";
import { id3Tag, writeMp3 } from "../articles/recordings/write-recording.ts";
import { changedIn, openProject, type Project, record, runAWhileLater } from "./built-again.ts";

runAWhileLater();

const PICTURE = writeJpeg({});
const OTHER = Buffer.concat([PICTURE, Buffer.from("more")]);
const SHOWN = record("A", "section: Dunia", "Isi.\n\n![Air](air.jpg)");
const KEYS = { formats: ["rss"] };

const mediaOf = (project: Project) =>
  Object.keys(project.documents()).filter((name) => name.startsWith("media/"));

/** Every address of a copy that a document names is that of a file that is there. */
function expectWhole(project: Project): void {
  const documents = project.documents();
  for (const [name, text] of Object.entries(documents)) {
    if (name.startsWith(".") || name.startsWith("media/")) continue;
    for (const [copy = ""] of text.matchAll(/media\/[\w-]+\.[a-z\d]+/g)) {
      expect(documents[copy], `${copy} of ${name}`).toBeDefined();
    }
  }
}

/** Makes the program believe that a file held something else when it was last looked at. */
function misremember({ folder }: Project, name: string): void {
  const cache = path.join(folder, ".feedwright/digests.json");
  const read = JSON.parse(readFileSync(cache, "utf8"));
  const file = Object.keys(read.entries).find((one) => one.endsWith(name)) ?? "";
  const [version] = read.entries[file];
  read.entries[file] = [version, "0".repeat(64)];
  writeFileSync(cache, JSON.stringify(read));
}

describe("what a record names", () => {
  it("goes out only where it is what its name says", async () => {
    const body = ["pipa", "folder", "rahasia", "kosong"].map((name) => `![](${name}.jpg)`);
    const project = openProject({
      "articles/a.md": record("A", "", [...body, "[kode](kode.ts) [lagu](daftar.m3u)"].join("\n")),
      "articles/folder.jpg/x.jpg": PICTURE,
      "articles/kosong.jpg": "",
      "articles/kode.ts": "const kunci = 1;",
      "articles/daftar.m3u": "lagu.mp3",
      ".env": "KUNCI=1",
      "kunci.pem": "-----",
    });
    symlinkSync("../.env", path.join(project.folder, "articles/rahasia.jpg"));
    execFileSync("mkfifo", [path.join(project.folder, "articles/pipa.jpg")]);
    await project.run(KEYS);
    expect(mediaOf(project)).toEqual([]);
  });

  it("keeps the page of a paper that a link leads to", async () => {
    const project = openProject({
      "articles/a.md": record("A", "", "[Halaman 3](laporan.pdf#page=3)"),
      "articles/laporan.pdf": "%PDF-1.7",
    });
    await project.run(KEYS);
    expect(project.documents()["all.rss"]).toMatch(/media\/laporan-[\da-f]{16}\.pdf#page=3"/);
  });

  it("is found beside its own record where a podcast leaves out what has no recording", async () => {
    const project = openProject({
      "articles/satu/tulisan.md": record("Tulisan", "date: 2022-10-01\nurl: /satu/tulisan/"),
      "articles/dua/siar.md": record(
        "Siar",
        "url: /dua/siar/\naudio: siar.mp3",
        "Isi.\n\n![](air.jpg)",
      ),
      "articles/dua/siar.mp3": "ID3",
      "articles/dua/air.jpg": PICTURE,
      "articles/satu/air.jpg": OTHER,
    });
    await project.run({ formats: ["rss"], feeds: { siar: { kind: "podcast" } } });
    const names = mediaOf(project).map((name) => name.replace(/-[\da-f]{16}/, ""));
    expect(names).toEqual(["media/air.jpg", "media/siar.mp3"]);
    const copy = mediaOf(project).find((name) => name.endsWith(".jpg")) ?? "";
    expect(Buffer.from(project.documents()[copy] ?? "", "latin1")).toEqual(PICTURE);
    expectWhole(project);
  });
});

describe("a copy", () => {
  it("that somebody altered, whatever its size, is as it was after the next run", async () => {
    const project = openProject({ "articles/a.md": SHOWN, "articles/air.jpg": PICTURE }, KEYS);
    await project.run();
    const before = project.documents();
    const [copy = ""] = mediaOf(project);
    writeFileSync(path.join(project.folder, "feeds", copy), Buffer.alloc(PICTURE.length, "x"));
    await project.run();
    expect(changedIn(before, project.documents())).toEqual([]);
  });

  it("of a file that could be compressed does not keep its feed from being left alone", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    const project = openProject({
      "articles/a.md": record("A", "", "![](peta.svg)"),
      "articles/peta.svg": svg,
    });
    const keys = { ...KEYS, compress: ["gz"] };
    for (let times = 0; times < 2; times += 1) await project.run(keys);
    expect(mediaOf(project)).toHaveLength(1);
    const cache = readFileSync(path.join(project.folder, ".feedwright/feeds.json"), "utf8");
    expect(Object.keys(JSON.parse(cache).entries)).toEqual(["all"]);
  });

  it("stays with a feed that the run is not for, and goes with its own", async () => {
    const feeds = { all: {}, lain: {} };
    const project = openProject({ "articles/a.md": SHOWN, "articles/air.jpg": PICTURE }, KEYS);
    await project.run({ feeds });
    project.write({ "articles/air.jpg": OTHER });
    await project.run({ feeds }, undefined, { feeds: new Set(["all"]) });
    expect(mediaOf(project)).toHaveLength(2);
    expectWhole(project);
    await project.run({ feeds });
    expect(mediaOf(project)).toHaveLength(1);
    expectWhole(project);
  });

  it("stays with what is left of a feed that is no more", async () => {
    const project = openProject({ "articles/a.md": SHOWN, "logo.png": PICTURE }, KEYS);
    const feeds = { all: {}, lain: { image: "/logo.png" } };
    await project.run({ feeds, goneFeeds: "empty" });
    const last = { feeds: { all: {} }, goneFeeds: "empty" };
    for (let times = 0; times < 2; times += 1) {
      await project.run({ ...last, formats: times === 0 ? ["rss"] : ["rss", "json"] });
      expect(mediaOf(project)).toHaveLength(1);
      expect(project.documents()["lain.rss"]).toContain("media/logo-");
    }
  });

  it("is made again where the configuration says that the file is somewhere else", async () => {
    const project = openProject({ "articles/a.md": SHOWN, "articles/air.jpg": PICTURE }, KEYS);
    await project.run();
    const folders = { "https://site.example/": "articles" };
    await project.run({ images: { folders } });
    expect(mediaOf(project)).toEqual([]);
    expect(project.documents()["all.rss"]).not.toContain("media/air");
  });
});

describe("a file that is being written", () => {
  const FILES = {
    "articles/a.md": SHOWN,
    "articles/b.md": record("B", "section: Kota"),
    "articles/air.jpg": PICTURE,
  };
  const keys = { ...KEYS, feeds: { all: {}, each: { each: "section" } } };

  it("leaves the feeds that show it as they were, and the others go on", async () => {
    const project = openProject(FILES, keys);
    await project.run();
    const before = project.documents();
    project.write({
      "articles/a.md": SHOWN.replace("Isi.", "Baru."),
      "articles/b.md": record("B2", "section: Kota"),
    });
    misremember(project, "air.jpg");
    const { failed, changes } = await project.run();
    expect(failed).toMatchObject([{ file: expect.stringMatching(/air\.jpg$/) }]);
    expect(changes.updated).toMatchObject([{ title: "B2" }]);
    const changed = changedIn(before, project.documents());
    expect(changed.filter((name) => !name.startsWith("."))).toEqual(["each/kota.rss"]);
    expectWhole(project);
    const next = await project.run();
    expect(next.failed).toEqual([]);
    expect(project.documents()["all.rss"]).toContain("Baru.");
    expect(mediaOf(project)).toHaveLength(1);
  });

  it("keeps the page of all feeds as it was, too", async () => {
    const project = openProject({ ...FILES, "logo.png": OTHER }, KEYS);
    const site = { title: "Situs", url: "https://site.example/", image: "/logo.png" };
    await project.run({ site, formats: ["html"] });
    const before = project.documents();
    expect(before["index.html"]).toContain("media/logo-");
    misremember(project, "logo.png");
    const page = { accent: "#123456" };
    await project.run({ site: { ...site, title: "Lain" }, page, formats: ["html"] });
    const changed = changedIn(before, project.documents());
    expect(changed).not.toContain("index.html");
    // The style sheets that it names stay with it.
    const gone = changed.filter((name) => project.documents()[name] === undefined);
    expect(gone).toEqual([]);
    expectWhole(project);
  });
});

describe("an episode", () => {
  it("has the cover of its recording where that goes out already", async () => {
    const cover = writePng([], 1_400, 1_400);
    const project = openProject({
      "articles/siar.md": record("Siar", "audio: siar.mp3"),
      "articles/siar.mp3": writeMp3(4, { tag: id3Tag([], cover) }),
    });
    const keys = { formats: ["rss"], feeds: { siar: { kind: "podcast" } } };
    await project.run(keys);
    expect(mediaOf(project)).toEqual([expect.stringMatching(/\.mp3$/)]);
    expect(project.documents()["siar.rss"]).toContain(
      'href="https://site.example/feeds/siar/siar.png"',
    );
    // A feed that asks for what it publishes itself would be composed once more.
    const cache = readFileSync(path.join(project.folder, ".feedwright/feeds.json"), "utf8");
    expect(cache).not.toContain("/feeds/siar/siar.png");
  });

  it("has the pictures of its chapters", async () => {
    const chapters = [{ start: 0, title: "Awal", image: "air.jpg" }];
    const front = `audio: siar.mp3\nchapters: ${JSON.stringify(chapters)}`;
    const project = openProject({
      "articles/siar.md": record("Siar", front),
      "articles/siar.mp3": "ID3",
      "articles/air.jpg": PICTURE,
    });
    await project.run({ formats: ["rss"], feeds: { siar: { kind: "podcast" } } });
    const name = Object.keys(project.documents()).find((one) => one.endsWith(".chapters.json"));
    const { chapters: told } = JSON.parse(project.documents()[name ?? ""] ?? "");
    expect(told[0].img).toMatch(/^https:\/\/site\.example\/feeds\/media\/air-/);
    expectWhole(project);
  });
});
