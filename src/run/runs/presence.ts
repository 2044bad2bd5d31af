/** Who is at work: the run that has the output folder in hand, and the processes that stay. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "../../config/config.ts";
import {
  type Holder,
  holderHere,
  holderText,
  isStale,
  parseHolder,
  startOf,
} from "../../publish/holder.ts";

/** A process, for people and programs. */
export interface Present {
  readonly pid: number;
  readonly host: string;
  /** RFC 3339. */
  readonly since: string;
}

/** Far more often than it takes to be given up for dead. */
const REFRESH_MS = 60_000;
const MOST_PROCESSES = 100;

/** Says that this process stays; where the cache cannot be written, nobody knows. */
export function showPresence({ cache }: Pick<Config, "cache">): { readonly close: () => void } {
  const self = holderHere();
  const folder = path.join(cache, "processes");
  const file = path.join(folder, `${self.token}.json`);
  const show = () => {
    attempt(() => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, holderText(self));
    });
  };
  for (const { name, isAlive } of entriesOf(folder)) {
    if (!isAlive) attempt(() => rmSync(path.join(folder, name), { force: true }));
  }
  show();
  const timer = setInterval(show, REFRESH_MS);
  timer.unref();
  return {
    close: () => {
      clearInterval(timer);
      attempt(() => rmSync(file, { force: true }));
    },
  };
}

/** The processes that stay, the longest there first. */
export function processesOf({ cache }: Pick<Config, "cache">): readonly Present[] {
  const all = entriesOf(path.join(cache, "processes")).filter(({ isAlive }) => isAlive);
  return all
    .map(({ holder }) => presentOf(holder))
    .sort((one, other) => (one.since < other.since ? -1 : 1));
}

/** The run that has the output folder in hand. */
export function runInHand({ output }: Pick<Config, "output">): Present | undefined {
  const entry = readEntry(output, ".feedwright.lock");
  return entry?.isAlive ? presentOf(entry.holder) : undefined;
}

interface Entry {
  readonly name: string;
  readonly holder: Holder;
  readonly isAlive: boolean;
}

function entriesOf(folder: string): readonly Entry[] {
  const names = attempt(() => readdirSync(folder)) ?? [];
  const own = names.filter((name) => /^[\da-f]{32}\.json$/.test(name));
  return own.slice(0, MOST_PROCESSES).flatMap((name) => readEntry(folder, name) ?? []);
}

function readEntry(folder: string, name: string): Entry | undefined {
  return attempt(() => {
    const file = path.join(folder, name);
    const stat = statSync(file);
    // Nothing of ours is so large, and a pipe would be waited for.
    const holder =
      stat.isFile() && stat.size < 4096 ? parseHolder(readFileSync(file, "utf8")) : undefined;
    if (holder === undefined) return undefined;
    const ageMs = Date.now() - stat.mtimeMs;
    const self = holderHere();
    const isAlive = !isStale(holder, { ageMs, self, started: startOf(holder.pid) });
    return { name, holder, isAlive };
  });
}

function presentOf({ pid, host, since }: Holder): Present {
  return { pid, host, since };
}

/** Nothing here is worth a run. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
