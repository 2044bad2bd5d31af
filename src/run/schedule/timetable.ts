/**
 * When to publish: at the slots, when the clock changes what may be seen, and again after a
 * failure. node-cron runs the slots; those that it leaves out, where clocks are set or the machine
 * slept, are run by the alarm.
 */
import { openAlarm } from "./alarm.ts";
import { startTasks } from "./cron-tasks.ts";
import { type Elsewhere, watchElsewhere } from "./elsewhere.ts";
import { openPositions, type Positions } from "./positions.ts";
import type { RunResult, Wanted } from "./run-queue.ts";
import type { Slot, SlotClaims } from "./slot-claims.ts";
import type { Slots } from "./slots.ts";

const SWEEP_MS = 3_600_000;
/** Further ahead, no retry is ever planned. */
const RETRY_AHEAD_MS = 600_000;
/** Clocks are set right by less than this all the time. */
const SET_BACK_MS = 1_000;

export interface Timetable {
  /** When the clock changes something next, in milliseconds. */
  readonly noteDue: (dueMs: number | undefined) => void;
  /** When to try again, in milliseconds; undefined: there is no need. */
  readonly noteRetry: (retryMs: number | undefined) => void;
  /** Begins nothing any more. */
  readonly close: () => void;
}

type WantedNow = Pick<Wanted, "reason" | "feeds">;

export interface TimetableContext {
  readonly slots: readonly Slots[];
  readonly claims: SlotClaims;
  /** Gives undefined where the run was not to be. */
  readonly publish: (wanted: WantedNow) => Promise<RunResult | undefined>;
  /** Makes the run again that failed. */
  readonly retry: () => void;
  /** Whether slots go by, because the last run's failure would only come again. */
  readonly isHeldBack: () => boolean;
  readonly warn: (message: string) => void;
}

export function openTimetable(context: TimetableContext): Timetable {
  const { slots, claims, warn } = context;
  const nowMs = Date.now();
  const elsewhere = watchElsewhere(claims, (nextMs) => {
    if (nextMs < (state.dueMs ?? Number.POSITIVE_INFINITY)) noteDue(nextMs);
  });
  const positions = openPositions(slots, nowMs);
  const state: State = {
    ...{ ...context, positions, elsewhere, isOpen: true, seenMs: nowMs },
    sweptMs: Number.NEGATIVE_INFINITY,
  };
  const tasks = startTasks(slots, {
    admit: (of, atMs) => admit(of, atMs, state).finally(() => alarm.reset()),
    run: (of, atMs) => runSlot(slotAt(of, atMs), wantedOf(of), context),
    leaveOut: positions.pass,
    warn,
  });
  const alarm = openAlarm(
    () => earliest([state.dueMs, state.retryMs, positions.wakeMs(), elsewhere.askMs()]),
    () => wake(state),
  );
  const noteDue = (dueMs: number | undefined) => {
    Object.assign(state, { dueMs, isUndone: false });
    alarm.reset();
    if (dueMs === undefined) return;
    void claims.outcomeOf(dueAt(dueMs)).then((outcome) => {
      if (state.dueMs === dueMs) state.isUndone = outcome !== undefined;
    });
  };
  return {
    noteDue,
    noteRetry: (retryMs) => {
      state.retryMs = retryMs;
      alarm.reset();
    },
    close: () => {
      state.isOpen = false;
      alarm.close();
      tasks.stop();
    },
  };
}

interface State extends TimetableContext {
  readonly positions: Positions;
  readonly elsewhere: Elsewhere;
  isOpen: boolean;
  /** What the clock showed last. */
  seenMs: number;
  sweptMs: number;
  dueMs?: number | undefined;
  /** It was done before, by a clock that was ahead, and a run since then by one that was not. */
  isUndone?: boolean;
  retryMs?: number | undefined;
}

function wake(state: State): void {
  const nowMs = Date.now();
  if (nowMs < state.seenMs - SET_BACK_MS) {
    state.positions.setBack(nowMs);
    state.elsewhere.clear();
    state.sweptMs = Number.NEGATIVE_INFINITY;
  }
  state.seenMs = nowMs;
  if (nowMs - state.sweptMs >= SWEEP_MS) {
    state.sweptMs = nowMs;
    void state.claims.sweep(nowMs);
  }
  const { dueMs, retryMs } = state;
  if (dueMs !== undefined && nowMs >= dueMs) {
    state.dueMs = undefined;
    void runDue(dueAt(dueMs), state.isUndone === true, state);
  }
  if (retryMs !== undefined && (nowMs >= retryMs || retryMs - nowMs > RETRY_AHEAD_MS)) {
    state.retryMs = undefined;
    state.retry();
  }
  for (const { slots, atMs } of state.positions.leftOut(nowMs)) {
    void runLeftOut(slots, atMs, state);
  }
  state.elsewhere.ask();
}

async function runDue(slot: Slot, isUndone: boolean, state: State): Promise<void> {
  const wanted: WantedNow = { reason: "due" };
  const isOurs = await claimSlot(slot, wanted, state);
  if (isOurs || isUndone) await runSlot(slot, wanted, state);
}

async function runLeftOut(slots: Slots, atMs: number, state: State): Promise<void> {
  if (await admit(slots, atMs, state)) await runSlot(slotAt(slots, atMs), wantedOf(slots), state);
}

async function admit(slots: Slots, atMs: number, state: State): Promise<boolean> {
  if (!state.isOpen || !state.positions.pass(slots, atMs) || state.isHeldBack()) return false;
  return await claimSlot(slotAt(slots, atMs), wantedOf(slots), state);
}

async function claimSlot(slot: Slot, wanted: WantedNow, state: State): Promise<boolean> {
  if (await state.claims.claim(slot)) return true;
  state.elsewhere.leave(slot, () => runSlot(slot, wanted, state));
  return false;
}

async function runSlot(
  slot: Slot,
  wanted: WantedNow,
  { publish, claims }: TimetableContext,
): Promise<void> {
  const result = await publish(wanted);
  if (result === undefined || result.result === "failed") return await claims.complete(slot);
  const nextMs = Date.parse(result.next ?? "");
  await claims.complete(slot, Number.isNaN(nextMs) ? {} : { nextMs });
}

function dueAt(atMs: number): Slot {
  return { name: "due", atMs };
}

function slotAt({ name }: Slots, atMs: number): Slot {
  return { name: name === "" ? "site" : `feeds.${name}`, atMs };
}

function wantedOf({ feeds }: Slots): WantedNow {
  return { reason: "slot", ...(feeds === undefined ? {} : { feeds }) };
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
