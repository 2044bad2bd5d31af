/** What is kept of a run. */
import { describe, expect, it } from "vitest";
import { OperationalError, type Problem } from "../../../src/errors.ts";
import type { FeedReport } from "../../../src/publish/publish-feed.ts";
import type { PublishReport } from "../../../src/rebuild/publish-report.ts";
import { failureOf, hasChanged, recordOfReport } from "../../../src/run/runs/run-record.ts";
import { runWords } from "../../../src/run/runs/run-words.ts";
import { factsAt, failedRun, reportOf } from "./records.ts";

const PROBLEM: Problem = { file: "a.md", reason: "no date", remedy: "add one" };
const feed = (path: string, outcome: "written" | "unchanged" | "kept"): FeedReport => ({
  ...{ path, name: path, title: path, items: 2 },
  files: [{ path: `${path}.rss`, outcome }],
});

describe("a record", () => {
  it.each<[string, Partial<PublishReport>, string, string]>([
    ["nothing", { feeds: [feed("all", "unchanged")] }, "unchanged", "nothing changed"],
    ["a file", { feeds: [feed("all", "written")] }, "published", "published: 1 file in 1 feed"],
    ["a feed that is no more", { removed: ["tag/a.rss"] }, "published", "removed: 1 old file"],
    ["a feed left empty", { emptied: ["a.rss"] }, "published", "emptied: 1 old file"],
    [
      "a broken record",
      { setAside: [PROBLEM], feeds: [feed("all", "written")] },
      "partial",
      "published: 1 file in 1 feed; set aside: 1",
    ],
    [
      "a document that failed its check",
      { failed: [PROBLEM], feeds: [feed("all", "kept")] },
      "partial",
      "nothing changed; kept the last good document: 1",
    ],
  ])("of a run with %s", (_, report, result, words) => {
    const record = recordOfReport(reportOf(report), factsAt("2026-03-01T10:00:00Z"));
    expect(record.result).toBe(result);
    expect(runWords(record)).toBe(words);
  });

  it("counts, and keeps no more than somebody reads", () => {
    const many = <One>(one: One) => Array.from({ length: 3_000 }, () => one);
    const record = recordOfReport(
      reportOf({
        feeds: many(feed("all", "written")),
        setAside: many(PROBLEM),
        articles: 9,
        held: [
          { key: "a", reason: "embargoed", untilMs: Date.UTC(2026, 5, 2) },
          { key: "b", reason: "embargoed", untilMs: Date.UTC(2026, 5, 1) },
          { key: "c", reason: "draft" },
        ],
        next: "2026-05-01T00:00:00.000Z",
      }),
      factsAt("2026-03-01T10:00:00Z"),
    );
    expect(record).toMatchObject({
      finished: "2026-03-01T10:00:00.300Z",
      durationMs: 300,
      articles: 9,
      next: "2026-05-01T00:00:00.000Z",
      feeds: { count: 3_000, items: 6_000, filesWritten: 3_000, changed: 3_000 },
      held: { counts: { embargoed: 2, draft: 1 }, nextEmbargo: "2026-06-01T00:00:00.000Z" },
      setAside: { count: 3_000 },
    });
    expect(JSON.stringify(record).length).toBeLessThan(10_000);
  });

  it("of a failed run says why, and is bounded", () => {
    expect(failedRun("2026-03-01T10:00:00Z")).toMatchObject({
      result: "failed",
      error: { code: "OUTPUT_NOT_WRITABLE", remedy: "Make room." },
    });
    const foreseen = new OperationalError("A", "b", "c");
    expect(failureOf(foreseen)).toBe(foreseen);
    expect(failureOf(new TypeError("oh"))).toMatchObject({ code: "UNEXPECTED" });
    expect(failureOf("thrown text").message).toContain("thrown text");
  });

  it("knows whether readers can see a difference", () => {
    expect(hasChanged(reportOf({ feeds: [feed("all", "kept")] }))).toBe(false);
    expect(hasChanged(reportOf({ feeds: [feed("a", "kept"), feed("b", "written")] }))).toBe(true);
  });
});
