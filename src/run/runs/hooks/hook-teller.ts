/** Tells the hooks of a configuration of each run that changed something, beside the next run. */
import type { Config } from "../../../config/config.ts";
import type { Hook } from "../../../config/hooks.ts";
import type { Told } from "../../../publish/told.ts";
import type { PublishReport } from "../../../rebuild/publish-report.ts";
import type { RunLog } from "../run-log.ts";
import type { RunRecord } from "../run-record.ts";
import { type HookOutcome, noteHooks } from "../run-store.ts";
import { type AttemptRules, tryToTell } from "./attempts.ts";
import { call } from "./call.ts";
import { post } from "./post.ts";
import { type RunSummary, summaryOf } from "./summary.ts";

export interface HookTeller {
  /** Returns at once. Each hook is told of one run after the other, and all hooks side by side. */
  readonly tell: (report: PublishReport, record: RunRecord) => void;
  /** When all is told, or has failed. */
  readonly settle: () => Promise<void>;
  /** Gives what is under way a moment, and ends it. */
  readonly close: () => Promise<void>;
}

export interface HookPatience {
  /** Before the first retry. */
  readonly firstWaitMs: number;
  /** When feedwright leaves. */
  readonly closeMs: number;
}

const PATIENCE: HookPatience = { firstWaitMs: 1_000, closeMs: 10_000 };

/** A hook that is slower than the runs is told of no more than so many at once. */
const MOST_WAITING = 20;

export function openHookTeller(
  config: Config,
  log: RunLog,
  { firstWaitMs, closeMs }: HookPatience = PATIENCE,
): HookTeller {
  const leaving = new AbortController();
  const { signal } = leaving;
  const lines = config.onPublished.map((hook) => openLine(hook, { config, firstWaitMs, signal }));
  const telling = new Set<Promise<void>>();
  const tellAll = async (summary: RunSummary, record: RunRecord) => {
    const outcomes = await Promise.all(lines.map((tell) => tell(summary)));
    for (const { ok, hook, reason, attempts } of outcomes) {
      const message = `onPublished: ${hook} ${reason}; what was published is published`;
      if (!ok) log.warn("hook failed", { message, hook, reason, attempts });
    }
    noteHooks(config, record, outcomes);
  };
  const settle = async () => {
    await Promise.all(telling);
  };
  return {
    tell: (report, record) => {
      const told = tellAll(summaryOf(config, report, record), record);
      telling.add(told);
      void told.finally(() => telling.delete(told));
    },
    settle,
    close: async () => {
      const timer = setTimeout(() => leaving.abort(), closeMs);
      await settle();
      clearTimeout(timer);
    },
  };
}

interface LineContext extends Pick<AttemptRules, "firstWaitMs" | "signal"> {
  readonly config: Config;
}

/** One hook, told of one run after the other. */
function openLine(hook: Hook, context: LineContext) {
  let line: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const rules = { ...context, timeoutMs: hook.timeout * 1000, retries: hook.retries };
  return async (summary: RunSummary): Promise<HookOutcome> => {
    const name = hookName(hook);
    if (waiting >= MOST_WAITING) {
      const reason = `is too slow: ${MOST_WAITING} runs wait for it already`;
      return { hook: name, ok: false, attempts: 0, durationMs: 0, reason };
    }
    waiting += 1;
    const turn = line.then(() => tryToTell(attemptOf(hook, summary, context.config), rules));
    line = turn;
    const attempted = await turn;
    waiting -= 1;
    return { hook: name, ok: attempted.reason === undefined, ...attempted };
  };
}

function attemptOf(
  hook: Hook,
  summary: RunSummary,
  { folder, output }: Config,
): (signal: AbortSignal) => Promise<Told> {
  const body = JSON.stringify(summary);
  const { url, command = [] } = hook;
  if (url === undefined) {
    const variables = variablesOf(summary, output);
    return (signal) => call({ command, stdin: `${body}\n`, variables, folder }, signal);
  }
  const secret = typeof hook.secret === "object" ? process.env[hook.secret.env] : hook.secret;
  if (typeof hook.secret === "object" && !secret) {
    const reason = `was not told: its secret's variable ${hook.secret.env} is not set`;
    return async () => ({ kind: "refused", reason });
  }
  return (signal) => post({ url, body, key: summary.started, secret }, signal);
}

/** The gist, for commands of one line; all else is in the JSON. */
function variablesOf({ site, feedsUrl, started, text, counts }: RunSummary, output: string) {
  return {
    FEEDWRIGHT_SITE: oneWord(site.title),
    FEEDWRIGHT_FEEDS_URL: feedsUrl,
    FEEDWRIGHT_OUTPUT: output,
    FEEDWRIGHT_STARTED: started,
    FEEDWRIGHT_TEXT: oneWord(text),
    FEEDWRIGHT_NEW: String(counts["new"]),
    FEEDWRIGHT_UPDATED: String(counts["updated"]),
    FEEDWRIGHT_WITHDRAWN: String(counts["withdrawn"]),
  };
}

/** No variable can hold a NUL. */
function oneWord(text: string): string {
  return text.replace(/[\0-\x1f\x7f]+/g, " ");
}

/** Enough to know it by: addresses and arguments may hold secrets, which no log should. */
function hookName({ url, command = "" }: Hook): string {
  if (url !== undefined) {
    const { origin, pathname, search } = new URL(url);
    return pathname === "/" && search === "" ? origin : `${origin}/…`;
  }
  const words = typeof command === "string" ? command.trim().split(/\s+/) : command;
  const program = words.findIndex((word) => !/^\w+=/.test(word));
  const rest = words.length > program + 1 ? " …" : "";
  return `${words[program]?.slice(0, 80) ?? "command"}${rest}`;
}
