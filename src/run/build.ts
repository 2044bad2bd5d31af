/** `feedwright build`: one run of the job. */
import { readConfig } from "../config/config-file.ts";
import { publishFeeds } from "../publish-feeds.ts";
import type { PublishReport } from "../rebuild/publish-report.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { feedTable, problemLines, summaryLine } from "./report.ts";
import { jsonText } from "./terminal-text.ts";

/** @returns 0, or 1 where records were set aside or documents failed their check. */
export async function runBuild(options: CommandOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options.config, process.cwd());
  // Left out, the configuration decides.
  const accepted = options["accept-shrink"] ? { acceptShrink: true } : {};
  const onWait = (holder: string) => terminal.err(`Waiting for another run: ${holder}.\n`);
  const report = await publishFeeds(config, new Date(), {
    ...accepted,
    ...(options.quiet ? {} : { onWait }),
  });
  printReport(report, options, terminal);
  return exitCodeOf(report);
}

export function exitCodeOf(report: PublishReport): number {
  return report.setAside.length + report.failed.length === 0 ? 0 : 1;
}

export function printReport(
  report: PublishReport,
  options: CommandOptions,
  terminal: Terminal,
  indent = 2,
): void {
  if (options.json) terminal.out(jsonText(report, indent));
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
