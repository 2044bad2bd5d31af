/** What is remembered of the runs, whoever writes it, and whatever is found in its place. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteHooks, noteRun, readRuns, runsAfter } from "../../../src/run/runs/run-store.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { failedRun, goodRun } from "./records.ts";

const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, "0")}:00.000Z`;

describe("the runs so far", () => {
  it("are the last, the last good one, and how long it has been failing", () => {
    const cache = path.join(temporaryFolder(), "cache");
    expect(readRuns({ cache })).toEqual({});
    noteRun({ cache }, goodRun(at(0)));
    noteRun({ cache }, failedRun(at(1)));
    noteRun({ cache }, failedRun(at(2)));
    expect(readRuns({ cache })).toEqual({
      last: failedRun(at(2)),
      lastGood: goodRun(at(0)),
      begun: { all: at(2), feeds: {} },
      failing: { since: at(1), count: 2 },
    });
    noteRun({ cache }, goodRun(at(3)));
    expect(readRuns({ cache })).toEqual({
      ...{ last: goodRun(at(3)), lastGood: goodRun(at(3)) },
      begun: { all: at(3), feeds: {} },
    });
    expect(readFileSync(path.join(cache, ".gitignore"), "utf8")).toBe("*\n");
  });

  it("are those that began last, in whatever order they are noted", () => {
    const runs = fc.uniqueArray(fc.tuple(fc.nat(59), fc.boolean()), {
      selector: ([minute]) => minute,
      minLength: 1,
    });
    fc.assert(
      fc.property(runs, (noted) => {
        const records = noted.map(([minute, isGood]) => (isGood ? goodRun : failedRun)(at(minute)));
        const after = records.reduce(runsAfter, {});
        const sorted = [...records].sort((one, other) => (one.started < other.started ? -1 : 1));
        expect(after.last).toEqual(sorted.at(-1));
        expect(after.lastGood).toEqual(sorted.filter(({ result }) => result !== "failed").at(-1));
        expect(after.failing === undefined).toBe(after.last?.result !== "failed");
      }),
    );
  });

  it("take in what became of the hooks of a run, later", () => {
    const cache = temporaryFolder();
    const hooks = [
      { hook: "purge", ok: false, attempts: 1, durationMs: 5, reason: "leaves with 1" },
    ];
    noteRun({ cache }, goodRun(at(0)));
    noteRun({ cache }, failedRun(at(1)));
    noteHooks({ cache }, goodRun(at(1)), hooks);
    noteHooks({ cache }, goodRun(at(0)), []);
    noteRun({ cache }, goodRun(at(2)));
    expect(readRuns({ cache })).toMatchObject({
      last: goodRun(at(2)),
      hooks: { started: at(1), outcomes: hooks },
    });
  });

  it.each([
    ["nothing of ours", "[]"],
    ["half a file", '{"version":1,"last":{"started":"2026'],
    ["another version", '{"version":9,"last":{}}'],
    ["a record without its parts", '{"version":1,"last":{"started":"2026-01-01T00:00:00Z"}}'],
    ["a failing that is none", '{"version":1,"failing":{"since":3}}'],
  ])("are none where there is %s", (_, text) => {
    const cache = temporaryFolder({ "status.json": text });
    expect(readRuns({ cache })).toEqual({});
    noteRun({ cache }, goodRun(at(0)));
    expect(readRuns({ cache }).last).toEqual(goodRun(at(0)));
  });

  it("cost no run its success where they cannot be written", () => {
    const folder = temporaryFolder();
    const cache = path.join(folder, "cache");
    writeFileSync(cache, "a file where the folder should be");
    expect(() => noteRun({ cache }, goodRun(at(0)))).not.toThrow();
    mkdirSync(path.join(folder, "other/status.json"), { recursive: true });
    const other = path.join(folder, "other");
    expect(() => noteRun({ cache: other }, goodRun(at(0)))).not.toThrow();
    expect(readRuns({ cache: other })).toEqual({});
  });
});
