/** Claims on slots over a folder that several processes share. */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { holderHere, holderText } from "../../../src/publish/holder.ts";
import { openFolderClaims } from "../../../src/run/schedule/slot-claims.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const SLOT = { name: "site", atMs: Date.parse("2026-06-01T10:10:00Z") };

let folder: string;
let warnings: string[];

beforeEach(() => {
  folder = temporaryFolder();
  warnings = [];
});

const open = () => openFolderClaims(folder, (reason) => warnings.push(reason));
const claimFiles = () => readdirSync(path.join(folder, ".feedwright.slots")).sort();

/** A claim of somebody else, in the place of the first one. */
function writeClaim(holder: Partial<ReturnType<typeof holderHere>>, ageMs: number): void {
  const [name = ""] = claimFiles();
  const file = path.join(folder, ".feedwright.slots", name);
  writeFileSync(file, holderText({ ...holderHere(), ...holder }));
  const changed = new Date(Date.now() - ageMs);
  utimesSync(file, changed, changed);
}

it("gives a slot to one of many", async () => {
  const all = Array.from({ length: 20 }, open);
  const given = await Promise.all(all.map((claims) => claims.claim(SLOT)));
  expect(given.filter(Boolean).length).toBe(1);
  expect(await open().claim({ ...SLOT, atMs: SLOT.atMs + 1000 })).toBe(true);
  expect(await open().claim({ ...SLOT, name: "feeds.all" })).toBe(true);
  for (const claims of all) await claims.close();
});

it("tells the others what came of it, and gives it to nobody again", async () => {
  const [one, two] = [open(), open()];
  await one.claim(SLOT);
  expect(await two.outcomeOf(SLOT)).toBeUndefined();
  await one.complete(SLOT, { nextMs: 17 });
  expect(await two.outcomeOf(SLOT)).toEqual({ nextMs: 17 });
  expect(await two.claim(SLOT)).toBe(false);
});

it("gives it to the next where it failed, or was left undone", async () => {
  const [one, two, three] = [open(), open(), open()];
  await one.claim(SLOT);
  await one.complete(SLOT);
  expect(await two.claim(SLOT)).toBe(true);
  expect(await three.claim(SLOT)).toBe(false);
  await two.close();
  expect(await three.claim(SLOT)).toBe(true);
  await three.complete(SLOT, {});
  expect(await one.outcomeOf(SLOT)).toEqual({});
});

describe("a claimer that died", () => {
  it.each([
    ["on this machine: at once", { pid: 2 ** 22 + 1 }, 0, true],
    ["on another: after ten minutes without a sign", { host: "elsewhere" }, 601_000, true],
    ["on another: not before", { host: "elsewhere" }, 500_000, false],
    ["a machine that was started anew: at once", { boot: "another" }, 0, true],
  ])("%s", async (_, holder, ageMs, isOurs) => {
    await open().claim(SLOT);
    writeClaim(holder, ageMs);
    expect(await open().claim(SLOT)).toBe(isOurs);
    expect(await open().claim(SLOT)).toBe(false);
  });

  it("before it wrote down who it is", async () => {
    await open().claim(SLOT);
    const file = path.join(folder, ".feedwright.slots", claimFiles()[0] ?? "");
    writeFileSync(file, "");
    expect(await open().claim(SLOT)).toBe(false);
    utimesSync(file, new Date(0), new Date(0));
    expect(await open().claim(SLOT)).toBe(true);
  });
});

it("goes by the folder's clock, where ours is half an hour ahead", async () => {
  await open().claim(SLOT);
  writeClaim({ host: "elsewhere" }, 0);
  vi.useFakeTimers({ now: Date.now() + 1_800_000, toFake: ["Date"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  expect(await open().claim(SLOT)).toBe(false);
  expect(claimFiles().length).toBe(1);
});

describe("a folder that cannot be used", () => {
  it("lets everybody run, with one word", async () => {
    writeFileSync(path.join(folder, ".feedwright.slots"), "");
    const claims = open();
    expect(await claims.claim(SLOT)).toBe(true);
    expect(await claims.claim(SLOT)).toBe(true);
    await claims.complete(SLOT, {});
    expect(await claims.outcomeOf(SLOT)).toBeUndefined();
    expect(warnings.length).toBe(1);
  });

  it("or is not there yet, without a word", async () => {
    const claims = openFolderClaims(path.join(folder, "feeds"), (reason) => warnings.push(reason));
    expect(await claims.claim(SLOT)).toBe(true);
    await claims.sweep(Date.now());
    expect(warnings).toEqual([]);
  });
});

it("forgets what is a day old, and what a clock that was wrong has claimed", async () => {
  const claims = open();
  mkdirSync(path.join(folder, ".feedwright.slots"));
  writeFileSync(path.join(folder, ".feedwright.slots/mine.txt"), "");
  const times = [-86_400_001, -3_600_000, 30_000, 61_000].map((ms) => SLOT.atMs + ms);
  for (const atMs of times) await claims.claim({ ...SLOT, atMs });
  await claims.sweep(SLOT.atMs);
  const kept = claimFiles().map((name) => Number.parseInt(name, 10) * 1000);
  expect(kept.filter((ms) => !Number.isNaN(ms))).toEqual(times.slice(1, 3));
  expect(claimFiles()).toContain("mine.txt");
  await claims.close();
});
