/** Tells of failures, fewer words each time, and says when to try again. */
import type { RunLog } from "../runs/run-log.ts";
import { isHeldBack, type Trouble, type Turn, turnOf } from "./back-off.ts";
import { type Chosen, type RunResult, unionOf, type Wanted } from "./run-queue.ts";

export interface Troubles {
  /** To be told of each run. Gives when to try again, in milliseconds; undefined: no need to. */
  readonly note: (result: RunResult, wanted: Wanted) => number | undefined;
  /** Whether slots go by until then. */
  readonly isHeldBack: () => boolean;
  /** The run that would make up for all that failed. */
  readonly retried: () => Wanted;
}

export function openTroubles(log: RunLog): Troubles {
  let trouble: Trouble | undefined;
  /** Those of which the last run failed. */
  let feeds: Chosen = new Set();
  const tell = ({ tell: how, trouble: now }: Turn, before: Trouble | undefined, run: RunResult) => {
    if (how === "healed" && before !== undefined) {
      const message = `healed: ${timesOf(before)}`;
      log.info("healed", { code: before.code, failures: before.count, message });
    }
    if (now === undefined) return;
    const retry = new Date(now.retryMs).toISOString();
    if (how === "all") log.error("failed", { ...run.error, retry });
    if (how === "briefly") {
      const message = `still failing: ${timesOf(now)}; tried again at ${retry}`;
      log.warn("failing", { code: now.code, failures: now.count, message });
    }
  };
  return {
    note: (result, wanted) => {
      const turn = turnOf(trouble, result, Date.now());
      tell(turn, trouble, result);
      trouble = turn.trouble;
      const change = trouble === undefined ? without : unionOf;
      feeds = change(feeds, wanted.feeds);
      // What failed before may not have been part of what has gone well now.
      return trouble?.retryMs ?? (feeds === undefined || feeds.size > 0 ? Date.now() : undefined);
    },
    isHeldBack: () => isHeldBack(trouble, Date.now()),
    retried: () => ({ reason: "retry", ...(feeds === undefined ? {} : { feeds }) }),
  };
}

function without(feeds: Chosen, done: Chosen): Chosen {
  if (done === undefined) return new Set();
  return feeds && new Set([...feeds].filter((feed) => !done.has(feed)));
}

/** `LOCKED, 4 times since 2026-06-01T10:00:00.000Z` */
function timesOf({ code, count, since }: Trouble): string {
  return `${code}, ${count === 1 ? "once, at" : `${count} times since`} ${since}`;
}
