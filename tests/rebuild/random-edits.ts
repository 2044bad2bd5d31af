/** What may happen to a small site between two builds of it. */
import { renameSync, utimesSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { ARTIST, ascii, writeExif } from "../articles/pictures/write-metadata.ts";
import { writeJpeg } from "../articles/pictures/write-picture.ts";
import type { Project } from "./built-again.ts";

const PLACES = ["a.md", "b.md", "posts/c.md", "posts/d.md", "posts/e.html", "many.json"] as const;
/** One that the site has, and one that only lies beside a record. */
const PICTURES = ["static/foto.jpg", "articles/posts/foto.jpg"] as const;

const fields = fc.record(
  {
    title: fc.constantFrom("Satu", "Dua", "Tiga"),
    date: fc.constantFrom("2026-05-31T06:00:00Z", "2026-05-20", "2022-09-16", "kapan-kapan"),
    tags: fc.subarray(["laut", "kota", "Laut"]),
    section: fc.constantFrom("Dunia", "Kota"),
    image: fc.constant("/foto.jpg"),
    image_credit: fc.constantFrom("Maya Hendrawan", "Budi"),
    updated: fc.constantFrom("2026-06-01T12:00:00Z", "2023-01-01"),
    expires: fc.constantFrom("2026-06-01T18:00:00Z", "2025-01-01"),
    embargo: fc.constantFrom("2026-06-01T06:00:00Z", "2026-06-09"),
    status: fc.constantFrom("draft", "withdrawn", "published"),
    id: fc.constantFrom("7", "8"),
    slug: fc.constantFrom("sama", "lain"),
  },
  { requiredKeys: ["title"] },
);

type Fields = Readonly<Record<string, unknown>>;

function recordAt(place: string, given: Fields, body: string): string {
  const [front, text] = [JSON.stringify(given), `Isi ${body}.\n\n![](foto.jpg)`];
  if (place.endsWith(".json")) {
    const one = { ...given, slug: "satu", content_text: `Isi ${body}.` };
    const other = { title: "Tetap", date: "2022-01-01", slug: "tetap", content_text: body };
    return JSON.stringify([one, other]);
  }
  return `---\n${front}\n---\n${place.endsWith(".html") ? `<p>${text}</p>` : text}\n`;
}

const place = fc.constantFrom(...PLACES);
const body = fc.constantFrom("ini", "itu");
/** Of files: an article may have no other date. */
const time = fc.constantFrom(...["2026-05-01", "2026-05-02"].map((day) => new Date(day)));
export const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("write" as const), place, fields, body, time }),
  },
  fc.record({ kind: fc.constant("touch" as const), place, time }),
  fc.record({ kind: fc.constant("remove" as const), place }),
  fc.record({ kind: fc.constant("rename" as const), place, to: place }),
  fc.record({
    kind: fc.constant("picture" as const),
    picture: fc.constantFrom(...PICTURES),
    maker: fc.option(fc.constantFrom("Sari", "Dewi", "")),
  }),
  fc.record({
    kind: fc.constant("data" as const),
    data: fc.option(fc.constantFrom({ section: "Pos" }, { tags: ["pos"] })),
  }),
);
export type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

export const FEEDS = {
  all: { limit: 3 },
  tags: { each: "tag", content: "summary", days: 30 },
  sections: { each: "section", tombstones: true },
  partner: { credits: { missing: "block" } },
  shown: { credits: { missing: "placeholder" }, sort: "updated" },
};
export const config = fc.record({
  missingDate: fc.constantFrom("file-time", "set-aside"),
  feeds: fc.constantFrom(FEEDS, { ...FEEDS, all: { title: "Semua" } }),
  formats: fc.constantFrom(["rss", "news-sitemap", "opml"], ["json", "atom"]),
  media: fc.constantFrom("auto", "copy", "site"),
});
export function apply(project: Project, made: Edit): void {
  const at = (name: string) => `articles/${name}`;
  const there = (name: string) => Object.keys(project.documents("")).includes(name);
  if (made.kind === "write") {
    project.write({ [at(made.place)]: recordAt(made.place, made.fields, made.body) });
    utimesSync(path.join(project.folder, at(made.place)), made.time, made.time);
  } else if (made.kind === "picture") {
    const exif = writeExif(made.maker ? [ascii(ARTIST, made.maker)] : []);
    if (made.maker !== null) project.write({ [made.picture]: writeJpeg({ exif }) });
    else if (there(made.picture)) project.remove(made.picture);
  } else if (made.kind === "data") {
    const data = at("posts/posts.json");
    if (made.data !== null) project.write({ [data]: JSON.stringify(made.data) });
    else if (there(data)) project.remove(data);
  } else if (there(at(made.place))) {
    const file = path.join(project.folder, at(made.place));
    if (made.kind === "touch") utimesSync(file, made.time, made.time);
    else if (made.kind === "remove") project.remove(at(made.place));
    else if (path.extname(made.place) === path.extname(made.to)) {
      project.write({ [at(made.to)]: "" });
      renameSync(file, path.join(project.folder, at(made.to)));
    }
  }
}

/** One article stays whatever happens: an empty folder is refused. */
export const FILES = Object.fromEntries(
  ["z.md", ...PLACES].map((one, at) => {
    const given = { title: `T${at}`, date: "2026-05-20", image: "/foto.jpg", tags: ["kota"] };
    return [`articles/${one}`, recordAt(one, given, "semula")];
  }),
);
