/** The second reading of a folder: what it opens, what it parses, and that it tells the same. */
import {
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { writeSnapshot } from "../../../src/articles/index/snapshot.ts";
import { readArticle } from "../../../src/articles/read-article.ts";
import type { FolderOptions } from "../../../src/articles/read-articles.ts";
import { runAWhileLater } from "../../rebuild/built-again.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { readArticles, site } from "../reading.ts";

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  return { ...fs, openSync: vi.fn(fs.openSync) };
});
vi.mock("../../../src/articles/read-article.ts", { spy: true });
runAWhileLater();

const md = (title: string, front = "date: 2022-09-16") =>
  `---\ntitle: ${title}\n${front}\n---\nIsi.\n`;
const FILES = {
  "a.md": md("A"),
  "b.md": md("B", "date: 2022-09-17 08:00\ntags: [laut]"),
  "c.json": JSON.stringify(["C1", "C2"].map((title) => ({ title, date: "2022-09-16", text: "x" }))),
  "d.md": md("D", "date: kapan-kapan"),
  "e.md": md("E", "date: 2022-09-16\ndraft: true"),
  "f.md": "---\ndate: 2022-09-16\n---\nTanpa judul.\n",
  "g.json": '[{"title": "G",\n}]',
};

let folder: string;
let cache: string;
beforeEach(() => {
  folder = temporaryFolder(FILES);
  cache = path.join(temporaryFolder(), "cache");
});

/** A run: what it tells, the records it opened and those it parsed, by their paths. */
function read(options: Partial<FolderOptions> = {}) {
  vi.mocked(openSync).mockClear();
  vi.mocked(readArticle).mockClear();
  const shownAs = (inner: string) => `articles/${inner}`;
  const found = readArticles({ ...site, folder, cache, shownAs, ...options });
  const { articles, held, setAside, warnings, stories } = found;
  const opened = vi
    .mocked(openSync)
    .mock.calls.map(([file]) => path.relative(folder, String(file)))
    .filter((name) => !name.startsWith(".."));
  const parsed = vi.mocked(readArticle).mock.calls.map(([record]) => record.path);
  found.save();
  return { told: { articles, held, setAside, warnings }, opened, parsed, stories };
}

const rewrite = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

describe("a second run", () => {
  it("opens no file that has not changed, and tells the same", () => {
    const first = read();
    expect(first.opened).toEqual(Object.keys(FILES));
    expect(first.told.setAside.map(({ file }) => file)).toEqual([
      "articles/d.md",
      "articles/g.json",
    ]);
    expect(first.told.warnings).toMatchObject([{ file: "articles/f.md", field: "title" }]);
    const second = read();
    expect([...second.opened, ...second.parsed]).toEqual([]);
    expect(second.told).toEqual(first.told);
    expect(first.told.articles.map(second.stories.of)).toEqual(
      first.told.articles.map(first.stories.of),
    );
  });

  it("does not trust the times of files that were written a moment ago, but parses none", () => {
    vi.useRealTimers();
    const first = read();
    const second = read();
    expect(second.opened).toEqual(Object.keys(FILES));
    expect(second.parsed).toEqual([]);
    expect(second.told).toEqual(first.told);
  });

  it("opens a touched file of the same bytes, once, and does not parse it", () => {
    const first = read();
    const past = new Date("2026-01-01");
    utimesSync(path.join(folder, "b.md"), past, past);
    const second = read();
    expect([second.opened, second.parsed]).toEqual([["b.md"], []]);
    expect(second.told).toEqual(first.told);
    expect(read().opened).toEqual([]);
  });

  it("parses the file whose bytes changed, though its size and time are as before", () => {
    const past = new Date("2026-01-01");
    utimesSync(path.join(folder, "b.md"), past, past);
    read();
    rewrite("b.md", FILES["b.md"].replace("09-17", "09-18"));
    utimesSync(path.join(folder, "b.md"), past, past);
    const { opened, parsed, told } = read();
    expect([opened, parsed]).toEqual([["b.md"], ["b.md"]]);
    expect(told).toEqual(read({ cache: `${cache}-other` }).told);
    expect(told.articles.find(({ key }) => key === "b.md")?.publishedMs).toBe(
      Date.parse("2022-09-18T08:00+07:00"),
    );
  });

  it.each<[string, () => void, string[]]>([
    ["added", () => rewrite("h.md", md("H")), ["h.md"]],
    ["removed", () => rmSync(path.join(folder, "a.md")), []],
    ["renamed", () => renameSync(path.join(folder, "a.md"), path.join(folder, "h.md")), ["h.md"]],
    ["mended", () => rewrite("d.md", md("D")), ["d.md"]],
    ["broken", () => rewrite("a.md", "---\nb: [\n---\n"), ["a.md"]],
    ["replaced", () => renameSync(path.join(folder, "b.md"), path.join(folder, "a.md")), ["a.md"]],
    ["released", () => rewrite("e.md", md("E")), ["e.md"]],
  ])("reads a file that was %s, and no other", (_, change, names) => {
    read();
    change();
    const second = read();
    expect(second.opened).toEqual(names);
    expect(second.told).toEqual(read({ cache: `${cache}-other` }).told);
    expect(read().opened).toEqual([]);
  });

  it("knows every record of a file of many, and parses all of them when it changed", () => {
    read();
    rewrite("c.json", FILES["c.json"].replace("C2", "C3"));
    const { parsed, told } = read();
    expect(parsed).toEqual(["c.json", "c.json"]);
    expect(told.articles.map(({ key }) => key)).toEqual([
      "a.md",
      "b.md",
      "c.json#1",
      "c.json#2",
      "f.md",
    ]);
  });

  it("takes the new time of a file whose article has no other date", () => {
    const options = { missingDate: "file-time" } as const;
    rewrite("d.md", "---\ntitle: D\n---\nIsi.\n");
    const timeOf = (time: string) => {
      for (const name of ["a.md", "d.md"]) {
        utimesSync(path.join(folder, name), new Date(time), new Date(time));
      }
      const { parsed, told } = read(options);
      return [told.articles.find(({ key }) => key === "d.md")?.publishedMs, parsed];
    };
    timeOf("2026-01-01");
    expect(timeOf("2026-02-02")).toEqual([Date.parse("2026-02-02"), ["d.md"]]);
    expect(timeOf("2026-01-15")).toEqual([Date.parse("2026-01-15"), ["d.md"]]);
  });

  it("parses what stands below changed data of a folder, and nothing else", () => {
    folder = temporaryFolder({
      ...FILES,
      "p/x.md": md("X"),
      "p/q/y.md": md("Y"),
      "r/z.md": md("Z"),
    });
    read();
    const data = path.join(folder, "p/p.json");
    const sections = () =>
      read().told.articles.flatMap(({ key, section }) => (/\//.test(key) ? [section] : []));
    for (const section of ["Pos", "Lain"]) {
      writeFileSync(data, JSON.stringify({ section }));
      expect(read().parsed).toEqual(["p/q/y.md", "p/x.md"]);
      expect(sections()).toEqual([section, section, "r"]);
      expect(read().parsed).toEqual([]);
    }
    rmSync(data);
    expect(read().parsed).toEqual(["p/q/y.md", "p/x.md"]);
    expect(sections()).toEqual(["p", "p", "r"]);
  });
});

describe("the clock of a second run", () => {
  it("decides anew what is held, and opens nothing for it", () => {
    rewrite("h.md", md("H", "date: 2026-06-02T00:00:00Z\nexpires: 2026-06-03T00:00:00Z"));
    const seen = ["2026-06-01", "2026-06-02", "2026-06-03"].map((day) => {
      const { told, opened } = read({ nowMs: Date.parse(day) });
      const held = told.held.find(({ key }) => key === "h.md")?.reason;
      return [held ?? told.articles.some(({ key }) => key === "h.md"), opened.length];
    });
    expect(seen).toEqual([
      ...[
        ["embargoed", 8],
        [true, 0],
        ["expired", 0],
      ],
    ]);
  });
});

describe("an index", () => {
  it.each<[string, Partial<FolderOptions>]>([
    ["time zone", { timeZone: "Europe/Paris" }],
    ["language", { language: "fr" }],
    ["address", { siteUrl: "https://lain.example/" }],
    ["permalink", { permalink: "/x/{slug}/" }],
    ["rule for what has no date", { missingDate: "file-time" }],
  ])("of another %s is not used, without a word", (_, options) => {
    rewrite("h.md", "---\ntitle: H\n---\nIsi.\n");
    utimesSync(path.join(folder, "h.md"), new Date("2026-01-01"), new Date("2026-01-01"));
    const first = read();
    const second = read(options);
    expect(second.opened).toEqual([...Object.keys(FILES), "h.md"]);
    expect(second.told).toEqual(read({ ...options, cache: `${cache}-other` }).told);
    expect(second.told).not.toEqual(first.told);
    expect(read(options).opened).toEqual([]);
  });

  const indexFile = () => path.join(cache, "articles.index");
  const bytesOf = () => readFileSync(indexFile());

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ["with a flipped byte", (bytes) => flipped(bytes, bytes.length - 9)],
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 40)],
    ["cut within its first line", (bytes) => bytes.subarray(0, 20)],
    ["that is empty", () => Buffer.alloc(0)],
    ["that goes on", (bytes) => Buffer.concat([bytes, Buffer.from("[]\n")])],
    ["of another program", () => Buffer.from('{"version":"1"}\n[]\n')],
    ["that is no text", () => Buffer.from([0, 255, 10, 1, 2])],
  ])("%s is made anew, and it is said once", (_, harm) => {
    const first = read();
    writeFileSync(indexFile(), harm(bytesOf()));
    const second = read({ fileShownAs: (file) => path.basename(file) });
    expect(second.opened).toEqual(Object.keys(FILES));
    const [word, ...rest] = second.told.warnings.filter(({ file }) => file === "articles.index");
    expect(word?.reason).toMatch(/not as it was written/);
    expect(rest).toEqual([]);
    expect({ ...second.told, warnings: [] }).toEqual({ ...first.told, warnings: [] });
    const third = read();
    expect([third.opened, third.told]).toEqual([[], first.told]);
  });

  it("of another version is made anew without a word", () => {
    const first = read();
    writeSnapshot(indexFile(), "0.0.1", []);
    const second = read();
    expect([second.opened, second.told]).toEqual([Object.keys(FILES), first.told]);
    expect(read().opened).toEqual([]);
  });

  it("is left alone by a run that found nothing new", () => {
    read();
    const before = statSync(indexFile());
    read();
    expect(statSync(indexFile())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it("that cannot be written costs time, and nothing else", () => {
    const file = path.join(temporaryFolder({ cache: "a file" }), "cache");
    const first = read({ cache: file });
    expect(read({ cache: file }).told).toEqual(first.told);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
