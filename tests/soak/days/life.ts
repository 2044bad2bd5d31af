/** Lives through the days of a simulated site, from where it was left, whoever ended it. */
import { existsSync } from "node:fs";
import path from "node:path";
import { DAY_MS, MINUTE_MS, slotsWithin } from "./calendar.ts";
import { type Clock, takeClock } from "./clock.ts";
import { openDocuments } from "./documents.ts";
import { type Duties, openDuties, timeOf } from "./duties.ts";
import { type Judge, openJudge } from "./judge.ts";
import { afterEdit, type Newsroom, openNewsroom } from "./newsroom.ts";
import type { Group } from "./oracle.ts";
import { writePiece } from "./pieces.ts";
import { type Plan, planDay } from "./plan.ts";
import { openProgram, type Program } from "./program.ts";
import { randomOf } from "./randomness.ts";
import {
  type Figures,
  type Memory,
  type Morning,
  NO_FIGURES,
  OWN_TIMES,
  openMemory,
  SITE_TIMES,
} from "./world.ts";

/** Where it stands. */
export interface Life {
  readonly folder: string;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly figures: Figures;
  readonly program: Program;
  readonly duties: Duties;
  readonly judge: Judge;
  readonly now: Now;
}

export interface Now {
  day: number;
  /** How much of the day's plan has been. */
  done: number;
  plan: Plan;
  slots: Readonly<Record<Group, readonly number[]>>;
  room: Newsroom;
  readonly firsts: Map<number, number>;
  /** What the clock has shown at most. */
  highMs: number;
  fault?: unknown;
}

export const articlesOf = (folder: string) => path.join(folder, "articles");
const outputOf = (folder: string) => path.join(folder, "feeds");

/** @param awayMs how long the process was no more since it was killed. */
export async function openLife(folder: string, compiled: string, awayMs: number): Promise<Life> {
  const memory = openMemory(folder);
  const { morning = firstMorning(folder, memory), step } = memory.recall();
  const startMs = memory.world.originMs + morning.day * DAY_MS;
  const known = step?.day === morning.day ? step : undefined;
  const leftMs = known?.untilMs ?? startMs;
  const backMs = Math.max(leftMs, Math.min(leftMs + awayMs, startMs + DAY_MS - MINUTE_MS));
  const now: Now = {
    ...{ ...dayOf(morning, memory), done: known?.done ?? 0, room: morning.room },
    firsts: new Map(known?.firsts ?? morning.firsts),
    highMs: Math.max(step?.highMs ?? 0, backMs),
  };
  for (const one of now.plan.happenings.slice(0, now.done)) {
    if (one.kind === "edit") now.room = afterEdit(now.room, one.edit);
  }
  const isLocked = () => existsSync(path.join(outputOf(folder), ".feedwright.lock"));
  const clock = takeClock(backMs, isLocked);
  const figures = { ...NO_FIGURES, ...step?.figures };
  const duties = openDuties((group) => now.slots[group]);
  const judge = openJudge({
    ...{ read: openDocuments(outputOf(folder)), duties, memory, figures },
    stock: () => ({ pieces: now.room.pieces, firsts: now.firsts }),
  });
  const program = await openProgram(compiled, {
    ...{ folder, clock, onRun: (report, reason) => judge.run(report, reason, clock.nowMs()) },
    onFault: (fault) => {
      now.fault ??= fault;
    },
  });
  return { folder, memory, clock, figures, program, duties, judge, now };
}

/** What is planned for a day, which follows from how it began alone. */
export function dayOf(
  { day, room, firsts }: Morning,
  { world: { seed, zone, originMs } }: Memory,
): Pick<Now, "day" | "plan" | "slots"> {
  const startMs = originMs + day * DAY_MS;
  const known = new Set(firsts.map(([number]) => number));
  const desk = { zone, day, random: randomOf(seed, day) };
  const plan = planDay(startMs, room, { ...desk, isDated: ({ number }) => known.has(number) });
  const slots = (times: typeof SITE_TIMES) =>
    slotsWithin(times, zone, startMs - DAY_MS, startMs + 2 * DAY_MS);
  return { day, plan, slots: { site: slots(SITE_TIMES), own: slots(OWN_TIMES) } };
}

function firstMorning(folder: string, memory: Memory): Morning {
  const { originMs, seed, zone } = memory.world;
  const desk = { zone, day: -2, random: randomOf(seed, -1), isDated: () => false };
  const room = openNewsroom(originMs, desk);
  for (const piece of room.pieces) writePiece(articlesOf(folder), piece);
  const morning = { day: 0, room, firsts: [] };
  memory.noteMorning(morning);
  return morning;
}

/** @throws Error where anything went wrong so far, with where. */
export function check({ now, memory, clock }: Life, error: unknown = now.fault): void {
  if (error === undefined) return;
  const { seed, zone } = memory.world;
  const where = `seed ${seed}, ${zone}, day ${now.day}, ${timeOf(clock.nowMs())}`;
  throw new Error(`${where}: ${error instanceof Error ? error.stack : error}`);
}
