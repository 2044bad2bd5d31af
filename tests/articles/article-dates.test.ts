import { describe, expect, it } from "vitest";
import { readDates } from "../../src/articles/article-dates.ts";
import { readFields } from "../../src/articles/fields.ts";
import { readRecordPath } from "../../src/articles/record-path.ts";
import type { Story } from "../../src/articles/story.ts";
import { record } from "./reading.ts";

const FILE_TIME = "2020-01-01T00:00:00.000Z";

function read(
  fields: Record<string, unknown>,
  path = "a.md",
  story: Partial<Story> = {},
  missingDate: "set-aside" | "file-time" = "set-aside",
) {
  const stored = { ...record(fields), path, fileTimeMs: Date.parse(FILE_TIME) };
  const told = { body: { form: "html", source: "" }, authors: [], tags: [], ...story } as const;
  const context = { timeZone: "Asia/Jakarta", languages: ["id"], missingDate };
  const dates = readDates(stored, readFields(stored), readRecordPath(path), told, context);
  if ("reason" in dates) return dates;
  const iso = (ms: number | undefined) =>
    ms === undefined ? undefined : new Date(ms).toISOString();
  return {
    published: iso(dates.publishedMs),
    updated: iso(dates.updatedMs),
    release: iso(dates.releaseMs),
    expires: iso(dates.expiresMs),
    warnings: dates.warnings.map(({ field }) => field),
  };
}

const moment = (text: string) => ({ ms: Date.parse(text), dateOnly: false });

describe("the date of publication", () => {
  const story = { published: moment("2021-05-05T05:00:00Z") };
  it.each([
    [
      "the field",
      { date: "2022-09-16 10:00" },
      "2021-01-01-a.md",
      story,
      "2022-09-16T03:00:00.000Z",
    ],
    ["the text", {}, "2021-01-01-a.md", story, "2021-05-05T05:00:00.000Z"],
    [
      "the text's only date, a change",
      {},
      "a.md",
      { updated: story.published },
      "2021-05-05T05:00:00.000Z",
    ],
    ["the file's name", {}, "2021-01-01-a.md", {}, "2020-12-31T17:00:00.000Z"],
    ["a folder's name", {}, "2021-01-02-a/index.md", {}, "2021-01-01T17:00:00.000Z"],
    [
      "a flag is no date",
      { published: true, created: "2022-09-16T00:00Z" },
      "a.md",
      {},
      "2022-09-16T00:00:00.000Z",
    ],
    ["a count of seconds", { date: 1_663_300_000 }, "a.md", {}, "2022-09-16T03:46:40.000Z"],
    ["whole seconds", { date: "2022-09-16T10:00:00.999Z" }, "a.md", {}, "2022-09-16T10:00:00.000Z"],
    ["Eleventy's word for the file's time", { date: "Last Modified" }, "a.md", {}, FILE_TIME],
    ["Jekyll's", { date: "2022-09-16 10:00:00 +0700" }, "a.md", {}, "2022-09-16T03:00:00.000Z"],
  ])("%s", (_, fields, path, told, published) => {
    expect(read(fields, path, told)).toMatchObject({ published, warnings: [] });
  });

  it("is never the time of the run, and the file's only where the site says so", () => {
    expect(read({})).toMatchObject({ field: "date", reason: "no date" });
    expect(read({}, "a.md", {}, "file-time")).toMatchObject({ published: FILE_TIME });
  });

  it.each([
    [{ date: "kemarin dulu sekali" }, "date"],
    [{ date: "2022-02-31" }, "date"],
    [{ pubDate: [2022] }, "pubDate"],
    [{ date: { year: 2022 } }, "date"],
    [{ date: "2022-01-01", expiryDate: "kelak" }, "expiryDate"],
    [{ date: "2022-01-01", publishDate: "nanti" }, "publishDate"],
    [{ date: "2022-01-01", embargo: true }, "embargo"],
  ])("%j sets the record aside, at its line", (fields, field) => {
    expect(read(fields, "2021-01-01-a.md")).toMatchObject({ field, line: 3 });
  });
});

describe("the other dates", () => {
  it.each([
    ["a change", { updated: "2022-09-17T00:00Z" }, "2022-09-17T00:00:00.000Z", []],
    ["never before publication", { updated: "2020-01-01" }, "2022-09-16T00:00:00.000Z", []],
    ["ahead", { updated: "2030-01-01" }, "2029-12-31T17:00:00.000Z", []],
    ["unreadable", { lastmod: "tadi" }, "2022-09-16T00:00:00.000Z", ["lastmod"]],
    ["none", {}, "2022-09-16T00:00:00.000Z", []],
  ])("updated: %s", (_, fields, updated, warnings) => {
    expect(read({ date: "2022-09-16T00:00Z", ...fields })).toMatchObject({ updated, warnings });
  });

  it("release is the latest of all that say not before", () => {
    const release = "2030-01-01T00:00:00.000Z";
    expect(read({ date: "2022-09-16", publishDate: release })).toMatchObject({ release });
    expect(read({ date: release, publishDate: "2022-09-16" })).toMatchObject({ release });
  });

  it("expires is read", () => {
    const expires = "2023-01-01T00:00:00.000Z";
    expect(read({ date: "2022-09-16", expiryDate: expires })).toMatchObject({ expires });
  });
});
