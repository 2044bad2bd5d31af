/** `feedwright schedule`: the job by the clock, in the foreground, until told to leave. */
import type { CommandOptions, Terminal } from "./command.ts";
import { runInForeground } from "./schedule/foreground.ts";

/** @returns 0 once SIGTERM or SIGINT has come and a run in hand is done. */
export async function runSchedule(options: CommandOptions, terminal: Terminal): Promise<number> {
  const code = await runInForeground(options, terminal, { cron: true, watch: false });
  // A run that is still in hand would keep the process.
  return code === 0 ? code : process.exit(code);
}
