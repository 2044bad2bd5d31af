/** All that goes by one configuration, until that changes: its timetable, its watchers, its job. */
import type { Config } from "../../config/config.ts";
import type { CommandOptions, Terminal } from "../command.ts";
import { type Job, openJob } from "../job.ts";
import type { RunLog } from "../runs/run-log.ts";
import type { Changes } from "../watch/changes.ts";
import type { RunQueue, RunResult } from "./run-queue.ts";
import { openFolderClaims } from "./slot-claims.ts";
import { type Slots, slotsOf } from "./slots.ts";
import { openTimetable } from "./timetable.ts";
import type { Troubles } from "./troubles.ts";
import { upcomingRuns, upcomingText } from "./upcoming.ts";

export interface SessionContext {
  readonly options: CommandOptions;
  readonly terminal: Terminal;
  readonly log: RunLog;
  readonly queue: RunQueue;
  readonly troubles: Troubles;
  /** Goes by the configuration's cron expressions. */
  readonly hasCron: boolean;
  /** Publishes what changes, whether or not the configuration says so. */
  readonly isWatching: boolean;
}

export interface Session {
  readonly job: Job;
  readonly note: (result: RunResult, retryMs: number | undefined) => void;
  /** Asks for no further run. */
  readonly stop: () => Promise<void>;
  /** Once the run in hand has ended. */
  readonly close: () => Promise<void>;
}

/** Asks for no run by itself: what comes first is the caller's to say. */
export async function openSession(config: Config, context: SessionContext): Promise<Session> {
  const { options, terminal, log, queue, troubles } = context;
  const slots = context.hasCron ? slotsOf(config) : [];
  const isWatching = context.isWatching || (context.hasCron && config.watch);
  const changes = isWatching ? await watchChanges(config, slots, context) : undefined;
  const job = openJob(config, { options, terminal, log, onLooked: changes?.follow });
  const claims = openFolderClaims(config.output, (reason) => {
    const message = `processes cannot agree on who runs a slot: ${reason}`;
    log.warn("slots not shared", { message });
  });
  const timetable = openTimetable({
    ...{ slots, claims, publish: queue.request, isHeldBack: troubles.isHeldBack },
    retry: () => void queue.request(troubles.retried()),
    warn: (message) => log.warn("scheduler", { message }),
  });
  for (const upcoming of upcomingRuns(slots, Date.now())) {
    log.info("schedule", { ...upcoming, message: upcomingText(upcoming) });
  }
  const { articles } = config;
  const lookAround = changes && setInterval(changes.lookAround, LOOK_MS);
  if (isWatching) log.info("watching", { articles, message: `watching ${articles}` });
  return {
    job,
    note: (result, retryMs) => {
      if (result.result !== "failed") timetable.noteDue(dueOf(result));
      timetable.noteRetry(retryMs);
    },
    stop: async () => {
      timetable.close();
      clearInterval(lookAround);
      await changes?.close();
    },
    close: async () => {
      await claims.close();
      await job.close();
    },
  };
}

/** Some changes no system tells of; a look at everything costs next to nothing. */
const LOOK_MS = 3_600_000;

interface Watching extends Changes {
  /** Looks for what nobody has told of. */
  readonly lookAround: () => void;
}

async function watchChanges(
  config: Config,
  slots: readonly Slots[],
  { queue, log }: SessionContext,
): Promise<Watching> {
  const feeds = unscheduledFeeds(config, slots);
  const { openChanges } = await import("../watch/changes.ts");
  const warn = (fault: { readonly reason: string; readonly remedy: string }) => {
    log.warn("watching", { ...fault });
  };
  const onBurst = (changed: ReadonlySet<string> | undefined) =>
    void queue.request({
      reason: "change",
      ...(feeds === undefined ? {} : { feeds }),
      ...(changed === undefined ? {} : { changed }),
    });
  const changes = await openChanges(config, onBurst, { onFault: warn });
  return { ...changes, lookAround: () => onBurst(undefined) };
}

/** A feed with slots of its own waits for them; undefined: there is none. */
function unscheduledFeeds(
  config: Config,
  slots: readonly Slots[],
): ReadonlySet<string> | undefined {
  const own = new Set(slots.map(({ name }) => name).filter((name) => name !== ""));
  if (own.size === 0) return undefined;
  return new Set(Object.keys(config.feeds).filter((name) => !own.has(name)));
}

/**
 * A run that found what its own beginning had made due would find it for ever.
 */
function dueOf({ next, started }: RunResult): number | undefined {
  const dueMs = Date.parse(next ?? "");
  return dueMs > Date.parse(started) ? dueMs : undefined;
}
