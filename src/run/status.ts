/** `feedwright status`: how the last run went, what comes next, and whether somebody should look. */
import { readConfig } from "../config/config-file.ts";
import { OperationalError } from "../errors.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { processesOf, runInHand } from "./runs/presence.ts";
import { readRuns } from "./runs/run-store.ts";
import { type Overdue, stalenessOf } from "./runs/staleness.ts";
import { type Standing, standingText } from "./runs/status-words.ts";
import { scheduleFaults } from "./schedule/schedule-faults.ts";
import { slotsOf } from "./schedule/slots.ts";
import { upcomingRuns } from "./schedule/upcoming.ts";
import { jsonText } from "./terminal-text.ts";

/**
 * @returns 0 where all is well; 1 where the last run failed, a run is overdue, or nothing has run.
 * @throws OperationalError where the configuration cannot be read, or `--max-age` is no age.
 */
export async function runStatus(options: CommandOptions, terminal: Terminal): Promise<number> {
  const maxAgeMs = readAge(options["max-age"]);
  const config = await readConfig(options.config, process.cwd(), { furtherFaults: scheduleFaults });
  const nowMs = Date.now();
  const slots = slotsOf(config);
  const [runs, running] = [readRuns(config), runInHand(config)];
  const runningSinceMs = running === undefined ? undefined : Date.parse(running.since);
  const staleness = stalenessOf(runs, { nowMs, slots, runningSinceMs, maxAgeMs });
  const upcoming = upcomingRuns(slots, nowMs);
  const processes = processesOf(config);
  const standing = { nowMs, staleness, runs, upcoming, running, processes };
  const isWell = staleness.state === "ok";
  if (options.json) terminal.out(jsonText(standingDocument(standing)));
  else if (!options.quiet || !isWell) {
    terminal.out(standingText(standing, options.verbose, terminal.hasColor));
  }
  return isWell ? 0 : 1;
}

/** For programs; times are RFC 3339, ages milliseconds. */
function standingDocument({ nowMs, staleness, runs, ...standing }: Standing) {
  const { state, ageMs, overdue } = staleness;
  return {
    state,
    now: new Date(nowMs).toISOString(),
    staleMs: ageMs ?? null,
    overdue: overdue === undefined ? null : overdueDocument(overdue),
    failing: runs.failing ?? null,
    hooks: runs.hooks ?? null,
    last: runs.last ?? null,
    lastGood: runs.lastGood ?? null,
    nextChange: runs.lastGood?.next ?? null,
    nextEmbargo: runs.lastGood?.held.nextEmbargo ?? null,
    schedule: standing.upcoming,
    running: standing.running ?? null,
    processes: standing.processes,
  };
}

function overdueDocument({ dueMs, ...overdue }: Overdue) {
  return { since: new Date(dueMs).toISOString(), ...overdue };
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ...{ s: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 },
};

/** `90m`, `2h`, `1d` in milliseconds. */
function readAge(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, count, unit = ""] = /^(\d{1,9})(s|m|min|h|d)$/.exec(text) ?? [];
  const ageMs = Number(count) * (UNIT_MS[unit] ?? 0);
  if (ageMs > 0) return ageMs;
  throw new OperationalError(
    "USAGE",
    `--max-age: "${text}" is no age.`,
    "Write it like 90m or 2h.",
  );
}
