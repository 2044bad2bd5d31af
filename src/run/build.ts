/** `feedwright build`: one run of the job. */
import { readConfig } from "../config/config-file.ts";
import type { PublishReport } from "../rebuild/publish-report.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { makeRun } from "./job.ts";
import { feedTable, problemLines, summaryLine } from "./report.ts";
import { openAftermath } from "./runs/aftermath.ts";
import type { RunLog } from "./runs/run-log.ts";
import { jsonText } from "./terminal-text.ts";

/** @returns 0, or 1 where records were set aside or documents failed their check. */
export async function runBuild(options: CommandOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options.config, process.cwd());
  // Left out, the configuration decides.
  const accepted = options["accept-shrink"] ? { acceptShrink: true } : {};
  const onWait = (holder: string) => terminal.err(`Waiting for another run: ${holder}.\n`);
  const made = await makeRun(
    config,
    { reason: "command", now: new Date() },
    { ...accepted, ...(options.quiet ? {} : { onWait }) },
  );
  if (made.report === undefined) throw made.error;
  printReport(made.report, options, terminal);
  const aftermath = openAftermath(config, warningsOnly(terminal));
  aftermath.begin(made.report, made.record);
  await aftermath.settle();
  await aftermath.close();
  return exitCodeOf(made.report);
}

export function exitCodeOf(report: PublishReport): number {
  return report.setAside.length + report.failed.length === 0 ? 0 : 1;
}

function printReport(report: PublishReport, options: CommandOptions, terminal: Terminal): void {
  if (options.json) terminal.out(jsonText(report));
  else if (!options.quiet) {
    terminal.out(feedTable(report.feeds, options.verbose, terminal.hasColor));
    terminal.out(summaryLine(report));
  }
  terminal.err(problemLines("set aside", report.setAside, Number.POSITIVE_INFINITY));
  terminal.err(
    problemLines("kept the last good document", report.failed, Number.POSITIVE_INFINITY),
  );
  if (!options.quiet) {
    terminal.err(
      problemLines("warnings", report.warnings, options.verbose ? Number.POSITIVE_INFINITY : 10),
    );
  }
}

/** What a process that leaves has to say of hooks and hubs: only what went wrong. */
function warningsOnly({ err }: Terminal): RunLog {
  const warn: RunLog["warn"] = (event, { message } = {}) => err(`${message ?? event}\n`);
  return { info: () => undefined, warn, error: warn };
}
