/** Tells of each run of a process that stays: what is new, and nothing twice. */
import { type Problem, problemText } from "../../errors.ts";
import type { CommandOptions, Terminal } from "../command.ts";
import { feedTable, summaryLine } from "../report.ts";
import { jsonText } from "../terminal-text.ts";
import type { RunLog } from "./run-log.ts";
import { hasChanged, type MadeRun } from "./run-record.ts";
import { durationWords, runWords } from "./run-words.ts";

export interface RunTelling {
  readonly tell: (made: MadeRun) => void;
}

/** Of one kind, in one run; who wants all asks `build`. */
const MOST_PROBLEMS = 20;

export function openRunTelling(
  options: CommandOptions,
  terminal: Terminal,
  log: RunLog,
): RunTelling {
  let known: ReadonlySet<string> = new Set();
  let isFirst = true;
  const tellProblems = (kinds: Readonly<Record<string, readonly Problem[]>>) => {
    const now = new Set<string>();
    for (const [event, problems] of Object.entries(kinds)) {
      const fresh = problems.filter((problem) => {
        const text = `${event}: ${problemText(problem)}`;
        now.add(text);
        return !known.has(text);
      });
      for (const problem of fresh.slice(0, MOST_PROBLEMS)) {
        log.warn(event, { message: `${event}: ${problemText(problem)}`, ...problem });
      }
      const more = fresh.length - MOST_PROBLEMS;
      if (more > 0) log.warn(event, { message: `${event}: and ${more} more`, more });
    }
    known = now;
  };
  return {
    tell: ({ record, report, error }) => {
      if (options.json) {
        const { code, message, remedy } = error ?? {};
        terminal.out(jsonText(report ?? { error: { code, message, remedy } }, 0));
      }
      // Of failures, who plans the next attempt tells.
      if (report === undefined) return;
      const { started, finished: _, pid: __, host: ___, ...facts } = record;
      const why = `(${record.reason}, ${durationWords(record.durationMs)})`;
      log.info("run", { message: `${runWords(record)} ${why}`, started, ...countsOf(facts) });
      tellProblems({
        "set aside": report.setAside,
        "kept the last good document": report.failed,
        ...(options.quiet ? {} : { warning: report.warnings }),
      });
      const isTable = options.verbose || isFirst;
      isFirst = false;
      const isRead = !options.json && !options.quiet && options["log-format"] !== "json";
      if (!isRead || !isTable || !hasChanged(report)) return;
      terminal.out(feedTable(report.feeds, options.verbose, terminal.hasColor));
      terminal.out(summaryLine(report));
    },
  };
}

type Told = Omit<MadeRun["record"], "started" | "finished" | "pid" | "host">;

/** Problems are told one by one. */
function countsOf({ setAside, failed, ...facts }: Told) {
  return { ...facts, setAside: setAside.count, failed: failed.count };
}
