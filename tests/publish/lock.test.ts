import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { type Holder, holderHere, holderText } from "../../src/publish/holder.ts";
import { lockFolder } from "../../src/publish/lock.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { errorOf, refusalOf } from "./one-run.ts";
import { startProgram } from "./processes/start.ts";

const LOCK = ".feedwright.lock";
const AT_ONCE = { waitMs: 0 };

/** A folder that is locked by this holder. */
function lockedBy(holder: Partial<Holder>, ageMs = 0): string {
  const folder = temporaryFolder({ [LOCK]: holderText({ ...holderHere(), ...holder }) });
  age(path.join(folder, LOCK), ageMs);
  return folder;
}

function age(file: string, ageMs: number): void {
  const then = new Date(Date.now() - ageMs);
  utimesSync(file, then, then);
}

const hidden = (folder: string) => readdirSync(folder).sort();

describe("a lock on a folder", () => {
  it("makes the folder, and leaves nothing in it", async () => {
    const folder = path.join(temporaryFolder(), "deep/feeds");
    const lock = await lockFolder(folder, AT_ONCE);
    expect(hidden(folder)).toEqual([LOCK]);
    lock.release();
    expect(hidden(folder)).toEqual([]);
    lock.release();
  });

  it("is not held back by a lock that this process could not take away", async () => {
    const [folder, away] = [temporaryFolder(), path.join(temporaryFolder(), "away")];
    const lock = await lockFolder(folder, AT_ONCE);
    renameSync(folder, away);
    lock.release();
    renameSync(away, folder);
    expect(hidden(folder)).toEqual([LOCK]);
    (await lockFolder(folder, { waitMs: 200 })).release();
    expect(hidden(folder)).toEqual([]);
  });

  it("lets nobody else in, of this process either, and says who is in", async () => {
    const folder = temporaryFolder();
    const lock = await lockFolder(folder);
    const waited: string[] = [];
    const onWait = (holder: string) => void waited.push(holder);
    const error = await errorOf(() => lockFolder(folder, { waitMs: 250, onWait }));
    expect(error).toMatchObject({ code: "LOCKED" });
    expect(error?.message).toMatch(new RegExp(`process ${process.pid} on .*, since 2`));
    expect(error?.remedy).toContain(path.join(folder, LOCK));
    expect(waited.length).toBe(1);
    const next = lockFolder(folder, { waitMs: 5000 });
    lock.release();
    (await next).release();
    expect(hidden(folder)).toEqual([]);
  });

  it("is another's once somebody else has it, and then left alone", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const folder = temporaryFolder();
    const lock = await lockFolder(folder, AT_ONCE);
    lock.refresh();
    writeFileSync(path.join(folder, LOCK), holderText(holderHere()));
    expect(() => lock.refresh()).not.toThrow();
    vi.advanceTimersByTime(60_000);
    expect(await refusalOf(() => lock.refresh())).toBe("LOCK_LOST");
    lock.release();
    expect(hidden(folder)).toEqual([LOCK]);
    rmSync(path.join(folder, LOCK));
    expect(await refusalOf(() => lock.refresh())).toBe("LOCK_LOST");
    vi.useRealTimers();
  });

  it("is dated anew when it is refreshed, and stays the same", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const folder = temporaryFolder();
    const lock = await lockFolder(folder, AT_ONCE);
    const file = path.join(folder, LOCK);
    const text = readFileSync(file, "utf8");
    age(file, 900_000);
    vi.advanceTimersByTime(60_000);
    lock.refresh();
    expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000);
    expect(readFileSync(file, "utf8")).toBe(text);
    lock.release();
    vi.useRealTimers();
  });
});

describe("a lock that was left behind", () => {
  it.each<[string, Partial<Holder>, number]>([
    ["before the machine was started", { boot: "another" }, 0],
    ["by a process whose number has another by now", { started: "1" }, 0],
    ["by another machine, long ago", { host: "elsewhere" }, 601_000],
  ])("%s holds nobody up", async (_when, holder, ageMs) => {
    const folder = lockedBy(holder, ageMs);
    (await lockFolder(folder, AT_ONCE)).release();
    expect(hidden(folder)).toEqual([]);
  });

  it("by another machine a moment ago is another run's", async () => {
    const folder = lockedBy({ host: "elsewhere" }, 500_000);
    expect(await refusalOf(() => lockFolder(folder, AT_ONCE))).toBe("LOCKED");
    expect(hidden(folder)).toEqual([LOCK]);
  });

  it("is judged by the clock of its file system, where that of this machine is ahead", async () => {
    const folder = lockedBy({ host: "elsewhere" }, 5_000);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 1_200_000 });
    const refusal = await refusalOf(() => lockFolder(folder, AT_ONCE));
    vi.useRealTimers();
    expect([refusal, hidden(folder)]).toEqual(["LOCKED", [LOCK]]);
  });

  it.each([
    ["empty", (file: string) => writeFileSync(file, "")],
    ["half written", (file: string) => writeFileSync(file, holderText(holderHere()).slice(0, 50))],
    ["nonsense", (file: string) => writeFileSync(file, "\0".repeat(9000))],
    ["a folder", (file: string) => mkdirSync(file)],
    ["a pipe", (file: string) => void execFileSync("mkfifo", [file])],
  ])("as %s holds nobody up for long", async (_what, make) => {
    const folder = temporaryFolder();
    const file = path.join(folder, LOCK);
    make(file);
    expect(await refusalOf(() => lockFolder(folder, AT_ONCE))).toBe("LOCKED");
    age(file, 60_000);
    (await lockFolder(folder, AT_ONCE)).release();
    expect(hidden(folder)).toEqual([]);
  });

  it("as a link is taken away, and what it leads to left alone", async () => {
    const outside = temporaryFolder({ mine: "mine" });
    const folder = temporaryFolder();
    symlinkSync(path.join(outside, "mine"), path.join(folder, LOCK));
    execFileSync("touch", ["-h", "-d", "2020-01-01", path.join(folder, LOCK)]);
    (await lockFolder(folder, AT_ONCE)).release();
    expect(hidden(folder)).toEqual([]);
    expect(readFileSync(path.join(outside, "mine"), "utf8")).toBe("mine");
  });

  it("as a folder with something in it is for people to take away", async () => {
    const folder = temporaryFolder({ [`${LOCK}/mine`]: "mine" });
    age(path.join(folder, LOCK), 60_000);
    const error = await errorOf(() => lockFolder(folder, AT_ONCE));
    expect(error).toMatchObject({ code: "OUTPUT_NOT_WRITABLE" });
    expect(existsSync(path.join(folder, LOCK, "mine"))).toBe(true);
  });

  it("by runs that were killed while they took it away holds nobody up", async () => {
    const dead = { ...holderHere(), boot: "another" };
    const claimed = `${LOCK}.${identity("one")}`;
    const folder = temporaryFolder({
      [LOCK]: holderText({ ...dead, token: "one" }),
      [claimed]: holderText({ ...dead, token: "two" }),
      [`${LOCK}.${identity("two")}`]: "",
    });
    age(path.join(folder, `${LOCK}.${identity("two")}`), 60_000);
    (await lockFolder(folder, { waitMs: 2000 })).release();
    expect(hidden(folder)).toEqual([]);
  });

  it("is not taken away while somebody else is taking it away", async () => {
    const folder = lockedBy({ boot: "another", token: "one" });
    writeFileSync(path.join(folder, `${LOCK}.${identity("one")}`), holderText(holderHere()));
    expect(await refusalOf(() => lockFolder(folder, { waitMs: 250 }))).toBe("LOCKED");
    expect(hidden(folder)).toEqual([LOCK, `${LOCK}.${identity("one")}`]);
  });
});

/** What stands behind the name of a lock when it is being taken away. */
const identity = (token: string) => createHash("sha256").update(token).digest("hex").slice(0, 16);

/** Processes take their time to start where others keep the machine busy. */
const TURNS = { timeout: 60_000 };

describe("processes that want one folder", () => {
  it.each([[[]], [["abandon"]]])(
    "take turns, and never are two of them in %j",
    TURNS,
    async (how) => {
      const around = temporaryFolder();
      const folder = path.join(around, "feeds");
      const args = [folder, "1", "30000", "3", ...how];
      const runs = Array.from({ length: 8 }, () => startProgram("hold-lock.ts", args));
      await Promise.all(runs.map(({ printed }) => printed("ready")));
      writeFileSync(path.join(around, "go"), "");
      expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual(Array(8).fill(0));
      expect(runs.map(({ output }) => output())).toEqual(
        Array(8).fill("ready\nheld\nheld\nheld\n"),
      );
      expectTurns(around, 24);
      expect(hidden(folder)).toEqual(how.length === 0 ? [] : [LOCK]);
    },
  );

  it("wait for the one that is in, or leave", TURNS, async () => {
    const around = temporaryFolder({ go: "" });
    const folder = path.join(around, "feeds");
    const first = startProgram("hold-lock.ts", [folder, "60000", "0", "1"]);
    await first.printed("held");
    const hasty = startProgram("hold-lock.ts", [folder, "0", "0", "1"]);
    expect([await hasty.ended, hasty.output()]).toEqual([0, "ready\nLOCKED\n"]);
    const patient = startProgram("hold-lock.ts", [folder, "0", "30000", "1"]);
    await patient.printed("ready");
    first.process.kill("SIGKILL");
    expect(await first.ended).toBe("SIGKILL");
    expect([await patient.ended, patient.output()]).toEqual([0, "ready\nheld\n"]);
    expect(hidden(folder)).toEqual([]);
  });
});

function expectTurns(around: string, turns: number): void {
  const lines = readFileSync(path.join(around, "told"), "utf8").trimEnd().split("\n");
  expect(lines.length).toBe(2 * turns);
  for (let at = 0; at < lines.length; at += 2) {
    const [held, released] = lines.slice(at, at + 2);
    expect(released).toBe(held?.replace("held", "released"));
  }
}
