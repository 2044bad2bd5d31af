/**
 * What changes on the disk while feedwright waits. A run looks for itself at what has changed: here
 * it is only woken, soon and once, and given the paths as a hint that saves it looking everywhere.
 */
import type { Looked } from "../../articles/looked.ts";
import type { Config } from "../../config/config.ts";
import type { Fault } from "../../errors.ts";
import { watchArticles } from "./articles-folder.ts";
import { type Changed, type EventKind, openBurst } from "./burst.ts";
import { openUnfinished } from "./passing.ts";
import { isRemote, openPoll, type Poll } from "./poll.ts";

export interface ChangesOptions {
  /** How long nothing must have happened after files came or went. */
  readonly quietMs?: number;
  /** The same where a file is written in its place. */
  readonly stillMs?: number;
  /** After so long a folder that never rests is published all the same. */
  readonly mostMs?: number;
  /** Look every so often, besides; left out, only where the system does not tell of changes. */
  readonly pollMs?: number;
  /** How often it is looked whether the articles folder is still the same one. */
  readonly rootMs?: number;
  /** Called once where not everything can be watched; changes are found all the same, later. */
  readonly onFault?: (fault: Fault) => void;
}

export interface Changes {
  /**
   * Tells what the last run looked at besides the records (`Site.looked`): pictures, recordings,
   * and the folders where it sought them. To be called after each run that reads.
   */
  readonly follow: (looked: Looked) => void;
  readonly close: () => Promise<void>;
}

/** Without news of remote file systems, this is how late a change is seen. */
const POLL_MS = 5_000;
/** How often the articles folder itself is looked at. */
const ROOT_MS = 1_000;
/** The queue of the system holds 16,384 events and forgets what comes then. */
const MANY_EVENTS = 8_000;

/**
 * Watches the articles folder, and what `follow` names. To be opened before the first run: what
 * changes during it is told after it.
 *
 * @param onBurst is given all that may have changed since it was last called: absolute paths
 *   without links; undefined: look everywhere. It must not wait for a run, and is called again
 *   while one goes on.
 */
export async function openChanges(
  config: Config,
  onBurst: (changed: Changed) => void,
  options: ChangesOptions = {},
): Promise<Changes> {
  const { quietMs = 120, stillMs = 300, mostMs = 5_000, pollMs = POLL_MS } = options;
  let looked: Looked = new Map();
  let poll: Poll | undefined;
  let events = 0;
  let isOpen = true;

  const burst = openBurst({
    ...{ quietMs, stillMs, mostMs, isUnfinished: openUnfinished(config.articles) },
    onBurst: (changed) => {
      // So many that some may have been lost, those of new folders among them.
      if (events >= MANY_EVENTS) articles.renew();
      events = 0;
      poll?.rest();
      // Where the system does not tell of everything, what it tells is no hint.
      onBurst(poll === undefined ? changed : undefined);
    },
  });
  const note = (file: string | undefined, kind: EventKind) => {
    events += 1;
    burst.note(file, kind);
  };
  const startPoll = () => {
    poll ??= openPoll(config, pollMs, () => burst.note(undefined, "written"));
    poll.follow(looked);
  };
  const articles = watchArticles(config, {
    ...{ looked: () => looked, note, rootMs: options.rootMs ?? ROOT_MS },
    onRefused: (code) => {
      if (poll === undefined) options.onFault?.(faultOf(code, pollMs));
      startPoll();
    },
    isElsewise: () => poll !== undefined,
  });
  if (options.pollMs !== undefined || isRemote(config.articles)) startPoll();

  return {
    follow: (now) => {
      // The run in hand may end after it was closed, and would keep the process.
      if (!isOpen) return;
      looked = now;
      articles.follow();
      poll?.follow(now);
    },
    close: async () => {
      isOpen = false;
      poll?.close();
      burst.close();
      articles.close();
    },
  };
}

function faultOf(code: string, everyMs: number): Fault {
  const instead = `changes are looked for every ${everyMs / 1000} seconds instead`;
  if (code === "ENOSPC") {
    return {
      reason: `the system watches no more folders (ENOSPC); ${instead}`,
      remedy: "raise its limit: sysctl fs.inotify.max_user_watches=524288",
    };
  }
  return {
    reason: `no more watchers can be opened (${code}); ${instead}`,
    remedy: "raise the limits: sysctl fs.inotify.max_user_instances=512, and ulimit -n",
  };
}
