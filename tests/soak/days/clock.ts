/**
 * A clock of the test's own: `Date`, `setTimeout` and `setInterval` go by it, and files, promises
 * and immediates by themselves. The clock on the wall can be set, as people and networks do; timers
 * know nothing of that, as in a machine.
 */
import { setImmediate as turn } from "node:timers/promises";

export interface Clock {
  /** What it shows, in milliseconds. */
  readonly nowMs: () => number;
  /** Sets what it shows; timers do not notice. */
  readonly set: (nowMs: number) => void;
  /** Lets time pass in which no timer gets its turn, as on a machine that is busy. */
  readonly skipTo: (untilMs: number) => void;
  /** Lets time pass; each timer comes at its time, and what it began is done before time goes on. */
  readonly runTo: (untilMs: number) => Promise<void>;
  /** Waits for what goes on without timers. */
  readonly settle: () => Promise<void>;
  /** How many timers are set. */
  readonly timers: () => number;
}

interface Timer {
  readonly call: () => void;
  /** By the time that has passed. */
  dueMs: number;
  readonly everyMs?: number;
}

/** What is still on its way: to a file, to a real timer. */
const BUSY = new Set(["FSReqPromise", "FSReqCallback", "CloseReq", "Timeout", "Immediate"]);
/** So many turns without any of that, and nothing comes of it any more. */
const CALM_TURNS = 3;
/**
 * A request that was never sent counts until its memory is freed, which may take minutes; one that
 * was, on a machine that is busy, seconds. Real milliseconds.
 */
const MOST_MS = 10_000;

/**
 * Puts itself in the place of this process's clock, for good.
 *
 * @param isBusy whether something is under way that does not show.
 */
export function takeClock(startMs: number, isBusy: () => boolean): Clock {
  let [wallMs, passedMs] = [startMs, 0];
  const timers = new Set<Timer>();
  replaceDate(() => wallMs);
  replaceTimers(timers, () => passedMs);
  const settle = async () => {
    const lastMs = performance.now() + MOST_MS;
    for (let calm = 0; calm < CALM_TURNS; ) {
      await turn();
      const isCalm =
        performance.now() > lastMs ||
        !process.getActiveResourcesInfo().some((kind) => BUSY.has(kind));
      calm = isCalm && !(calm === CALM_TURNS - 1 && isBusy()) ? calm + 1 : 0;
    }
  };
  const pass = (ms: number) => {
    wallMs += ms;
    passedMs += ms;
  };
  return {
    settle,
    nowMs: () => wallMs,
    set: (nowMs) => {
      wallMs = nowMs;
    },
    skipTo: (untilMs) => pass(untilMs - wallMs),
    runTo: async (untilMs) => {
      for (;;) {
        const next = firstOf(timers);
        const leftMs = untilMs - wallMs;
        if (next === undefined || next.dueMs > passedMs + leftMs) return pass(leftMs);
        pass(Math.max(0, next.dueMs - passedMs));
        if (next.everyMs === undefined) timers.delete(next);
        else next.dueMs = passedMs + next.everyMs;
        next.call();
        await settle();
      }
    },
    timers: () => timers.size,
  };
}

function firstOf(timers: ReadonlySet<Timer>): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) if (first === undefined || timer.dueMs < first.dueMs) first = timer;
  return first;
}

function replaceDate(nowMs: () => number): void {
  const RealDate = Date;
  RealDate.now = nowMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [nowMs()] : given, newTarget),
  });
}

function replaceTimers(timers: Set<Timer>, passedMs: () => number): void {
  const add = (isRepeated: boolean) => {
    return (call: (...args: unknown[]) => void, ms = 1, ...args: unknown[]) => {
      const everyMs = Math.max(1, ms);
      const timer = {
        ...{ call: () => call(...args), dueMs: passedMs() + everyMs },
        ...(isRepeated ? { everyMs } : {}),
        ...{ unref: () => timer, ref: () => timer, hasRef: () => true },
      };
      timers.add(timer);
      return timer;
    };
  };
  const clear = (timer: unknown) => void timers.delete(timer as Timer);
  Object.assign(globalThis, {
    ...{ setTimeout: add(false), setInterval: add(true) },
    ...{ clearTimeout: clear, clearInterval: clear },
  });
}
