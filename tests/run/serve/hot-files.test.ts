import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openHotFiles } from "../../../src/run/serve/hot-files.ts";
import { isUnsure } from "../../../src/run/serve/served-file.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const LIMITS = { freshMs: 60_000, bytes: 10_000_000, files: 3, absent: 50 };

describe("openHotFiles", () => {
  it("keeps what was last looked at, within its bounds", async () => {
    const folder = temporaryFolder({ a: "a", b: "b", c: "c", d: "d" });
    const files = openHotFiles(folder, () => undefined, LIMITS);
    for (const name of ["a", "b", "c"]) await files.load(name);
    await files.load("a");
    await files.load("d");
    const isKept = (name: string) => files.at(name, performance.now()) !== undefined;
    expect(["a", "b", "c", "d"].map(isKept)).toEqual([true, false, true, true]);
  });

  it("keeps a file however many others are asked for that are not there", async () => {
    const folder = temporaryFolder({ a: "a" });
    const files = openHotFiles(folder, () => undefined, LIMITS);
    await files.load("a");
    for (let at = 0; at <= 50; at++) await files.load(`x${at}`);
    expect(files.at("a", performance.now())).toBeTruthy();
    expect(files.at("x0", performance.now())).toBeUndefined();
    expect(files.at("x50", performance.now())).toBeNull();
  });

  it("looks again though the clock of the day is set back", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const folder = temporaryFolder({ a: "a" });
    const files = openHotFiles(folder, () => undefined, LIMITS);
    await files.load("a");
    expect(files.at("a", performance.now())).toBeTruthy();
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(files.at("a", performance.now() + 61_000)).toBeUndefined();
  });

  it("tells of each version once, and drops what would not fit", async () => {
    const folder = temporaryFolder({ "a.txt": "1" });
    const told: string[] = [];
    const limits = { ...LIMITS, freshMs: 0, bytes: 5_000 };
    const files = openHotFiles(folder, ({ bytes }) => told.push(`${bytes}`), limits);
    await Promise.all([files.load("a.txt"), files.load("a.txt")]);
    await files.load("a.txt");
    writeFileSync(path.join(folder, "a.txt"), "22");
    await files.load("a.txt");
    rmSync(path.join(folder, "a.txt"));
    await files.load("a.txt");
    expect(told).toEqual(["1", "22"]);
    expect(files.at("a.txt", 0)).toBeNull();
  });
});

describe("isUnsure", () => {
  const NOW_MS = 1_800_000_000_000;

  it.each([
    ["long ago", NOW_MS - 60_000, NOW_MS - 60_000, false],
    ["just now", NOW_MS - 500, NOW_MS - 500, true],
    ["just now, with the time of another file", NOW_MS - 60_000, NOW_MS - 500, true],
    ["on a disk that tells one time only", NOW_MS - 500, NOW_MS - 60_000, true],
    ["by a clock that is ahead", NOW_MS + 60_000, NOW_MS - 60_000, false],
  ])("of a file that was changed %s", (_, modifiedMs, changedMs, is) => {
    expect(isUnsure({ version: { stamp: "", size: 1, modifiedMs, changedMs } }, NOW_MS)).toBe(is);
  });
});
