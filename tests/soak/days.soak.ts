/** Decades of a newsroom, in zones that set their clocks, with kills: nothing late, nothing early. */
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { dayOf, type Lived, liveLane } from "./days/lane.ts";

const DAYS = Number(process.env["FEEDWRIGHT_SOAK_DAYS"] ?? 10_000);
const SEED = Number(process.env["FEEDWRIGHT_SOAK_SEED"] ?? 1);
/**
 * How long a process lives at most: some briefly, in real milliseconds, others in simulated days,
 * for loading the program anew takes as long as living through thirty of them.
 */
const [BRIEF_MS, LONG_DAYS] = [3_000, 200];
/** Two cores. */
const LANES_AT_ONCE = 2;

/** Winter and summer; half an hour of it; a day that never was; nothing of the kind. */
const SITES = [
  ["America/New_York", "2027-02-20T00:00Z"],
  ["Australia/Lord_Howe", "2027-03-20T00:00Z"],
  ["Pacific/Apia", "2011-12-10T00:00Z"],
  ["UTC", "2028-01-01T00:00Z"],
] as const;

it(`is never late, never early, and keeps each guid, through ${DAYS} days`, async () => {
  const beganMs = performance.now();
  const waiting = SITES.map(([zone, origin], at) => async () => {
    const days = Math.floor(DAYS / SITES.length) + (at < DAYS % SITES.length ? 1 : 0);
    const world = { zone, days, seed: SEED * SITES.length + at, originMs: Date.parse(origin) };
    const folder = temporaryFolder();
    const lived = await liveLane(folder, world, (_, signal) => lifetime(folder, signal));
    console.info(zone, lived);
    return lived;
  });
  const all: Lived[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      all.push(await next());
    }
  };
  await Promise.all(Array.from({ length: LANES_AT_ONCE }, work));
  const seconds = Math.round((performance.now() - beganMs) / 1000);
  console.info(`${seconds} seconds for`, all.reduce(added));
  // Each came at its very second; a slot that the timer missed may come a second later.
  expect(Math.max(...all.map(({ lateMs }) => lateMs))).toBeLessThanOrEqual(1_000);
  expect(all.reduce(added).releases).toBeGreaterThan(DAYS / 4);
});

async function lifetime(folder: string, signal: AbortSignal): Promise<void> {
  const lastDay = dayOf(folder) + Math.random() * LONG_DAYS;
  const isBrief = Math.random() < 0.3;
  while (!isBrief && dayOf(folder) < lastDay) await delay(100, undefined, { signal });
  await delay(Math.random() * BRIEF_MS, undefined, { signal });
}

function added(one: Lived, other: Lived): Lived {
  const sum = (name: keyof Lived) => one[name] + other[name];
  const most = (name: keyof Lived) => Math.max(one[name], other[name]);
  return {
    ...{ days: sum("days"), kills: sum("kills"), runs: sum("runs"), starts: sum("starts") },
    ...{ dues: sum("dues"), releases: sum("releases"), slots: sum("slots") },
    ...{ lateMs: most("lateMs"), wokenLateMs: most("wokenLateMs") },
  };
}
