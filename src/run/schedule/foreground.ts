/** The job again and again, in the foreground: by the clock, at changes, until told to leave. */
import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "../../config/config.ts";
import { configPath, readConfig } from "../../config/config-file.ts";
import { OperationalError } from "../../errors.ts";
import type { CommandOptions, Terminal } from "../command.ts";
import { openRunLog, type RunLog } from "../runs/run-log.ts";
import { failureOf } from "../runs/run-record.ts";
import { watchConfig } from "./config-watch.ts";
import { openRunQueue, type RunQueue } from "./run-queue.ts";
import { scheduleFaults } from "./schedule-faults.ts";
import { openSession, type Session, type SessionContext } from "./session.ts";
import { listenToSignals } from "./signals.ts";
import { slotsOf } from "./slots.ts";
import { openTroubles } from "./troubles.ts";

/** How it is stayed. */
export interface ForegroundKind {
  /** By the configuration's `schedule`; also at changes where it says `watch: true`. */
  readonly cron: boolean;
  /** At changes, whatever the configuration says. */
  readonly watch: boolean;
  /** Says when to leave; left out, SIGTERM and SIGINT do. */
  readonly signal?: AbortSignal;
  /** How long to wait for a run in hand before leaving. */
  readonly graceMs?: number;
}

const GRACE_MS = 30_000;

/**
 * Publishes at once, and then whenever it is time to.
 *
 * @returns 0 once it was told to leave and a run in hand is done; 1 where that took too long: the
 *   run is still in hand then.
 * @throws OperationalError where the configuration is wrong at the start, or names no times.
 */
export async function runInForeground(
  options: CommandOptions,
  terminal: Terminal,
  kind: ForegroundKind,
): Promise<number> {
  const file = configPath(options.config, process.cwd());
  const config = await readTimes(file, kind, false);
  const log = openRunLog(options["log-format"], terminal, { isQuiet: options.quiet });
  const troubles = openTroubles(log);
  const queue = openRunQueue(
    (request) => toldIfLong(session.job.run(request), log),
    (result, wanted) => session.note(result, troubles.note(result, wanted)),
  );
  const context: SessionContext = {
    ...{ options, terminal, log, queue, troubles },
    ...{ hasCron: kind.cron, isWatching: kind.watch },
  };
  const fault = (error: unknown) => {
    const { code, message, remedy } = failureOf(error);
    log.error("unexpected", { code, message, remedy });
  };
  let session = await openSession(config, context);
  let reloading = Promise.resolve();
  let isLeaving = false;
  const reload = () => {
    const again = async () => {
      if (isLeaving) return;
      const [before, after] = [
        session,
        await openAgain(() => readTimes(file, kind, true), context),
      ];
      if (after === undefined) return;
      session = after;
      await before.stop();
      void queue.request({ reason: "reload" });
      void queue.settled().then(before.close).catch(fault);
    };
    reloading = reloading.then(again).catch(fault);
  };
  const leaveAtOnce = () => process.exit(1);
  const signals = listenToSignals({ reload, leaveAtOnce, fault }, kind.signal);
  const watch = watchConfig(file, reload);
  void queue.request({ reason: "start" });

  const because = await signals.leaving;
  log.info("leaving", { because, message: `${because}: leaving once a run in hand is done` });
  isLeaving = true;
  watch.close();
  queue.close();
  await reloading;
  const graceMs = kind.graceMs ?? GRACE_MS;
  const isDone = await leave(session, queue, graceMs);
  const late = `the run in hand has not ended within ${graceMs / 1000} seconds, and is left`;
  if (!isDone) log.error("left a run in hand", { graceMs, message: late });
  signals.close();
  return isDone ? 0 : 1;
}

/** Tells whether the run in hand came to its end in time. */
async function leave(session: Session, queue: RunQueue, graceMs: number): Promise<boolean> {
  await session.stop();
  const waiting = new AbortController();
  const late = delay(graceMs, false, { signal: waiting.signal }).catch(() => false);
  const ended = async () => {
    await queue.settled();
    await session.close();
    return true;
  };
  const isDone = await Promise.race([ended(), late]);
  waiting.abort();
  return isDone;
}

/** Undefined where the configuration is wrong now: the one before it goes on. */
async function openAgain(
  read: () => Promise<Config>,
  context: SessionContext,
): Promise<Session | undefined> {
  try {
    return await openSession(await read(), context);
  } catch (error) {
    const { code, message, remedy } = failureOf(error);
    const words = `the configuration before it stays in force: ${message}`;
    context.log.error("configuration refused", { code, message: words, remedy });
    return undefined;
  }
}

/** @throws OperationalError where it is wrong, or names no times. */
async function readTimes(file: string, kind: ForegroundKind, isAgain: boolean): Promise<Config> {
  const config = await readConfig(file, process.cwd(), { furtherFaults: scheduleFaults, isAgain });
  const isTimed = slotsOf(config).length > 0 || config.watch;
  if (!kind.cron || kind.watch || isTimed) return config;
  throw new OperationalError(
    "SCHEDULE_INVALID",
    "The configuration has no schedule.",
    'Write it like schedule: "*/10 * * * *", or watch: true.',
  );
}

const LONG_MS = 3_600_000;

/** Nothing else would be heard of a run that hangs. */
async function toldIfLong<Result>(run: Promise<Result>, log: RunLog): Promise<Result> {
  const since = new Date().toISOString();
  const message = `a run is still under way since ${since}`;
  const timer = setInterval(() => log.warn("still running", { since, message }), LONG_MS);
  try {
    return await run;
  } finally {
    clearInterval(timer);
  }
}
