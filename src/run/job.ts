/** The job as `build`, `schedule` and `watch` run it: recorded, told, and with its hooks. */
import { hostname } from "node:os";
import type { Looked } from "../articles/looked.ts";
import type { Config } from "../config/config.ts";
import { type PublishOptions, publishFeeds } from "../publish-feeds.ts";
import { openWarm } from "../rebuild/warm.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { openAftermath } from "./runs/aftermath.ts";
import { showPresence } from "./runs/presence.ts";
import type { RunLog } from "./runs/run-log.ts";
import {
  failureOf,
  type MadeRun,
  type RunReason,
  type RunRecord,
  recordOfFailure,
  recordOfReport,
} from "./runs/run-record.ts";
import { noteRun } from "./runs/run-store.ts";
import { openRunTelling } from "./runs/run-telling.ts";

/** What is wanted of a run. */
export interface RunRequest {
  readonly reason: RunReason;
  /** Decides what is embargoed or expired, and is when the run began. */
  readonly now: Date;
  /** The feeds of the configuration, by name, that are published; left out: all. */
  readonly feeds?: ReadonlySet<string>;
  /** Absolute paths below the articles folder that may have changed; left out: anything may. */
  readonly changed?: ReadonlySet<string>;
}

/** Runs again and again, by one configuration; one at a time. */
export interface Job {
  /** Never rejects: what fails is a failed run. Hooks and hubs are told beside the next one. */
  readonly run: (request: RunRequest) => Promise<RunRecord>;
  /** Gives what is still being told a moment, and lets go. */
  readonly close: () => Promise<void>;
}

export interface JobContext {
  readonly options: CommandOptions;
  readonly terminal: Terminal;
  readonly log: RunLog;
  /** Told what each run has looked at besides the records. */
  readonly onLooked?: ((looked: Looked) => void) | undefined;
}

export function openJob(config: Config, { options, terminal, log, onLooked }: JobContext): Job {
  const telling = openRunTelling(options, terminal, log);
  const aftermath = openAftermath(config, log);
  const presence = showPresence(config);
  const warm = openWarm();
  const onWait = (holder: string) =>
    log.info("waiting", { message: `waiting for another run: ${holder}`, holder });
  return {
    run: async (request) => {
      const made = await makeRun(config, request, {
        ...{ onWait, warm },
        ...(onLooked === undefined ? {} : { onLooked }),
      });
      telling.tell(made);
      if (made.report !== undefined) aftermath.begin(made.report, made.record);
      return made.record;
    },
    close: async () => {
      presence.close();
      await aftermath.close();
    },
  };
}

/** One run, recorded whatever becomes of it. Never rejects. */
export async function makeRun(
  config: Config,
  { reason, now, ...request }: RunRequest,
  options: PublishOptions,
): Promise<MadeRun> {
  const startedMs = performance.now();
  const factsNow = () => ({
    ...{ started: now, durationMs: performance.now() - startedMs, reason, only: request.feeds },
    ...{ host: hostname(), pid: process.pid },
  });
  const made = await publishFeeds(config, now, { ...options, ...request }).then(
    (report): MadeRun => ({ report, record: recordOfReport(report, factsNow()) }),
    (thrown: unknown): MadeRun => {
      const error = failureOf(thrown);
      return { error, record: recordOfFailure(error, factsNow()) };
    },
  );
  noteRun(config, made.record);
  return made;
}
