/** `feedwright schedule` and `feedwright watch`: the job in the foreground, until told to leave. */
import type { CommandOptions, Terminal } from "./command.ts";
import { type ForegroundKind, runInForeground } from "./schedule/foreground.ts";

/** By the clock. @returns 0 once SIGTERM or SIGINT has come and a run in hand is done. */
export async function runSchedule(options: CommandOptions, terminal: Terminal): Promise<number> {
  return await runAndLeave(options, terminal, { cron: true, watch: false });
}

/** At each change. @returns as `runSchedule`. */
export async function runWatch(options: CommandOptions, terminal: Terminal): Promise<number> {
  return await runAndLeave(options, terminal, { cron: false, watch: true });
}

/** Nothing that is left open by then is worth waiting for. */
const LEAVE_MS = 2_000;

async function runAndLeave(
  options: CommandOptions,
  terminal: Terminal,
  kind: ForegroundKind,
): Promise<number> {
  const code = await runInForeground(options, terminal, kind);
  // A run that is still in hand would keep the process.
  if (code !== 0) process.exit(code);
  setTimeout(() => process.exit(code), LEAVE_MS).unref();
  return code;
}
