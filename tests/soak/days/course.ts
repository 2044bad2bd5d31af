/** The course of simulated days: time passes, things happen, and what was due is demanded. */
import { DAY_MS, SECOND_MS } from "./calendar.ts";
import { articlesOf, check, dayOf, type Life, openLife } from "./life.ts";
import { afterEdit } from "./newsroom.ts";
import { removePiece, writePiece } from "./pieces.ts";
import type { Happening, Plan } from "./plan.ts";
import type { Figures } from "./world.ts";

/** Short of what is to happen, time passes at its own pace. */
const BEFORE_MS = 31 * SECOND_MS;
/** Real milliseconds. */
const LOADING_MS = 60_000;

/**
 * Lives through all days that are left.
 *
 * @param compiled the folder of the compiled program.
 * @param awayMs how long the process was no more since it was killed.
 * @param onBegun called once the program stands.
 * @returns the figures of all days.
 * @throws Error saying what went wrong, and when.
 */
export async function live(
  folder: string,
  compiled: string,
  awayMs: number,
  onBegun: () => void,
): Promise<Figures> {
  const life = await openLife(folder, compiled, awayMs);
  onBegun();
  try {
    const { now, memory } = life;
    while (now.day < memory.world.days) {
      await liveDay(life);
      const morning = { day: now.day + 1, room: now.room, firsts: [...firstsOf(life)] };
      memory.noteMorning(morning);
      Object.assign(now, { ...dayOf(morning, memory), done: 0 });
    }
    await life.program.stop();
    check(life);
  } catch (error) {
    check(life, life.now.fault ?? error);
  }
  return life.figures;
}

async function liveDay(life: Life): Promise<void> {
  const { clock, duties, program, now } = life;
  const endMs = life.memory.world.originMs + (now.day + 1) * DAY_MS;
  for (;;) {
    await happen(life);
    if (!program.isRunning()) await start(life);
    const nowMs = clock.nowMs();
    duties.demand(nowMs);
    if (nowMs >= endMs) return;
    const nextMs = now.plan.happenings[now.done]?.atMs ?? endMs;
    const dutyMs = duties.nextMs(nowMs);
    const untilMs = Math.min(endMs, nextMs, dutyMs, exactFromMs(now.plan, nowMs));
    noteStep(life, untilMs);
    const quickMs = Math.min(untilMs, dutyMs - BEFORE_MS);
    if (!isExactAt(now.plan, nowMs) && quickMs > nowMs) clock.skipTo(quickMs);
    await clock.runTo(untilMs);
    check(life);
  }
}

function isExactAt({ exact: { fromMs, untilMs } }: Plan, nowMs: number): boolean {
  return nowMs >= fromMs && nowMs < untilMs;
}

/** When each beat begins to count, if that lies ahead. */
function exactFromMs({ exact: { fromMs } }: Plan, nowMs: number): number {
  return fromMs > nowMs ? fromMs : Number.POSITIVE_INFINITY;
}

async function start({ program, clock, duties, judge, figures, now }: Life): Promise<void> {
  duties.begin(clock.nowMs(), now.highMs);
  judge.begin();
  const { runs } = figures;
  figures.starts += 1;
  await program.start();
  const lastMs = performance.now() + LOADING_MS;
  // The first run loads what it needs, for as long as that takes.
  while (figures.runs === runs && now.fault === undefined && performance.now() < lastMs) {
    await clock.settle();
  }
  if (figures.runs === runs) now.fault ??= new Error("nothing was published at the start");
}

/** All of the day's plan whose time has come. */
async function happen(life: Life): Promise<void> {
  const { now, clock } = life;
  for (;;) {
    const next = now.plan.happenings[now.done];
    if (next === undefined || next.atMs > clock.nowMs()) return;
    await happenOnce(next, life);
    now.done += 1;
    noteStep(life, clock.nowMs());
    check(life);
  }
}

async function happenOnce(one: Happening, life: Life): Promise<void> {
  const { now, clock, program, duties, folder } = life;
  const fromMs = clock.nowMs();
  if (one.kind === "edit") {
    const { before, after } = one.edit;
    if (before !== undefined && before.file !== after?.file) {
      removePiece(articlesOf(folder), before);
    }
    if (after !== undefined) writePiece(articlesOf(folder), after);
    now.room = afterEdit(now.room, one.edit);
    return;
  }
  if (one.kind === "down" && program.isRunning()) await program.stop();
  clock.set(fromMs + one.byMs);
  now.highMs = Math.max(now.highMs, fromMs, clock.nowMs());
  if (one.kind !== "down") duties.wake(clock.nowMs(), fromMs);
}

/** Before time passes, so that who goes on after a kill never goes back in time. */
function noteStep({ memory, now, figures }: Life, untilMs: number): void {
  const { day, done, firsts } = now;
  now.highMs = Math.max(now.highMs, untilMs);
  memory.noteStep({ day, done, untilMs, highMs: now.highMs, firsts: [...firsts], figures });
}

/** Of articles that may come again. */
function firstsOf({ now }: Life): ReadonlyMap<number, number> {
  const known = new Set([...now.room.pieces, ...now.room.gone].map(({ number }) => number));
  for (const number of [...now.firsts.keys()]) if (!known.has(number)) now.firsts.delete(number);
  return now.firsts;
}
