/** One run at a time: what is asked for meanwhile becomes one next run. */
import type { RunRequest } from "../job.ts";
import { failureOf, type RunRecord } from "../runs/run-record.ts";

/** What is wanted of a run; its time is that of its beginning. */
export type Wanted = Omit<RunRequest, "now">;

/** What the schedule has to know of a run. */
export type RunResult = Pick<
  RunRecord,
  "started" | "finished" | "reason" | "result" | "error" | "next"
>;

export interface RunQueue {
  /** Gives the result of the run that this became part of; undefined where it was not to be. */
  readonly request: (wanted: Wanted) => Promise<RunResult | undefined>;
  /** Once the run in hand has ended. */
  readonly settled: () => Promise<void>;
  /** Begins no further run. */
  readonly close: () => void;
}

interface Waiting {
  readonly wanted: Wanted;
  readonly tell: readonly ((result: RunResult | undefined) => void)[];
}

/**
 * @param run may reject: that is a failed run.
 * @param onResult told of each run before those who asked for it.
 */
export function openRunQueue(
  run: (request: RunRequest) => Promise<RunResult>,
  onResult: (result: RunResult, wanted: Wanted) => void,
): RunQueue {
  let waiting: Waiting | undefined;
  let inHand: Promise<void> | undefined;
  let isOpen = true;
  const work = async () => {
    for (let next = waiting; next !== undefined; next = waiting) {
      waiting = undefined;
      const result = await resultOf(run, { ...next.wanted, now: new Date() });
      onResult(result, next.wanted);
      for (const tell of next.tell) tell(result);
    }
    inHand = undefined;
  };
  return {
    request: (wanted) =>
      new Promise((resolve) => {
        if (!isOpen) return resolve(undefined);
        waiting = {
          wanted: waiting === undefined ? wanted : merged(waiting.wanted, wanted),
          tell: [...(waiting?.tell ?? []), resolve],
        };
        // What is asked for in one breath is one run.
        inHand ??= Promise.resolve().then(work);
      }),
    settled: async () => {
      await inHand;
    },
    close: () => {
      isOpen = false;
      for (const tell of waiting?.tell ?? []) tell(undefined);
      waiting = undefined;
    },
  };
}

async function resultOf(
  run: (request: RunRequest) => Promise<RunResult>,
  request: RunRequest,
): Promise<RunResult> {
  try {
    return await run(request);
  } catch (error) {
    const { code, message, remedy } = failureOf(error);
    return {
      ...{ started: request.now.toISOString(), finished: new Date().toISOString() },
      ...{ reason: request.reason, result: "failed", error: { code, message, remedy } },
    };
  }
}

/** What says most of why a run is made. */
const REASONS: readonly Wanted["reason"][] = [
  ...(["command", "start", "reload", "due", "slot", "retry", "change"] as const),
];

function merged(one: Wanted, other: Wanted): Wanted {
  const reason = REASONS.find((each) => each === one.reason || each === other.reason);
  const feeds = unionOf(one.feeds, other.feeds);
  const changed = unionOf(one.changed, other.changed);
  return {
    reason: reason ?? one.reason,
    ...(feeds === undefined ? {} : { feeds }),
    ...(changed === undefined ? {} : { changed }),
  };
}

/** Of feeds, or of files: undefined stands for all. */
export type Chosen = ReadonlySet<string> | undefined;

export function unionOf(one: Chosen, other: Chosen): Chosen {
  return one === undefined || other === undefined ? undefined : new Set([...one, ...other]);
}
