/** `feedwright schedule`: the job on a cron expression, in the foreground, until told to leave. */
import { inspect } from "node:util";
import cron from "node-cron";
import type { Config } from "../config/config.ts";
import { readConfig } from "../config/config-file.ts";
import { OperationalError } from "../errors.ts";
import { publishFeeds } from "../publish-feeds.ts";
import { exitCodeOf, printReport } from "./build.ts";
import type { CommandOptions, Terminal } from "./command.ts";

/** @returns 0 once SIGTERM or SIGINT has come and a run in hand is done. */
export async function runSchedule(options: CommandOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options.config, process.cwd());
  const expression = config.schedule ?? "";
  if (!cron.validate(expression)) throw refused(expression);
  // Before the first run: a signal that comes while it publishes must not cut it short.
  const leaving = signalled();
  let run = runOnce(config, options, terminal);
  await run;
  // Two runs never overlap, and a slot missed meanwhile is not made up for.
  const start = () => {
    run = runOnce(config, options, terminal);
    return run;
  };
  const task = cron.schedule(expression, start, {
    ...{ name: "feedwright", timezone: config.site.timezone, noOverlap: true },
  });
  await leaving;
  await task.destroy();
  await run;
  return 0;
}

/** A failed run is told and forgotten: the next one may find the disk mended. */
async function runOnce(config: Config, options: CommandOptions, terminal: Terminal): Promise<void> {
  const started = new Date();
  try {
    const report = await publishFeeds(config, started);
    const isWritten = report.feeds.some((feed) =>
      feed.files.some((file) => file.outcome === "written"),
    );
    const isQuiet = options.quiet || (!isWritten && exitCodeOf(report) === 0);
    printReport(report, { ...options, quiet: isQuiet }, terminal, 0);
    terminal.err(`${started.toISOString()} ${isWritten ? "published" : "nothing changed"}\n`);
  } catch (error) {
    const isForeseen = error instanceof OperationalError;
    // A fault of ours: whoever reads the log needs the place.
    const words = isForeseen ? `${error.message} ${error.remedy}` : inspect(error);
    terminal.err(`${started.toISOString()} failed: ${words}\n`);
  }
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

function refused(expression: string): OperationalError {
  const message =
    expression === ""
      ? "The configuration has no schedule."
      : `schedule: "${expression}" is no cron expression.`;
  return new OperationalError(
    "SCHEDULE_INVALID",
    message,
    'Write it like schedule: "*/10 * * * *".',
  );
}
