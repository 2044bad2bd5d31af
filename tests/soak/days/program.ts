/** The program itself, as it stays in the foreground, in this process and by its clock. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PublishReport } from "../../../src/rebuild/publish-report.ts";
import type { Clock } from "./clock.ts";

type Foreground = typeof import("../../../src/run/schedule/foreground.ts");

export interface Program {
  /** Publishes once, and then goes on by the clock. */
  readonly start: () => Promise<void>;
  /** As SIGTERM does. */
  readonly stop: () => Promise<void>;
  readonly isRunning: () => boolean;
}

export interface ProgramContext {
  readonly folder: string;
  readonly clock: Clock;
  readonly onRun: (report: PublishReport, reason: string) => void;
  readonly onFault: (fault: unknown) => void;
}

/** What it may say without anything being wrong. */
const USUAL = new Set(["run", "schedule", "leaving", "waiting"]);
const OPTIONS = {
  ...{ json: true, quiet: false, verbose: false, "accept-shrink": false },
  ...{ files: [], csv: false, missing: false, "log-format": "json" as const },
};

/** @param compiled the folder of the compiled program, which is ready sooner. */
export async function openProgram(compiled: string, context: ProgramContext): Promise<Program> {
  const { folder, clock, onRun, onFault } = context;
  const file = path.join(compiled, "run/schedule/foreground.js");
  const { runInForeground }: Foreground = await import(pathToFileURL(file).href);
  let report: PublishReport | undefined;
  let running: { readonly leave: AbortController; readonly code: Promise<number> } | undefined;
  const listen = (line: string) => {
    const { event, message, reason } = JSON.parse(line);
    if (!USUAL.has(event)) throw new Error(`${event}: ${message}`);
    if (event === "run" && report !== undefined) onRun(report, reason);
  };
  const terminal = {
    hasColor: false,
    out: (text: string) => {
      report = JSON.parse(text);
    },
    err: (text: string) => {
      try {
        for (const line of text.split("\n").filter(Boolean)) listen(line);
      } catch (fault) {
        onFault(fault);
      }
    },
  };
  return {
    isRunning: () => running !== undefined,
    start: async () => {
      const leave = new AbortController();
      const options = { ...OPTIONS, config: path.join(folder, "feedwright.config.json") };
      const kind = { cron: true, watch: false, signal: leave.signal };
      running = { leave, code: runInForeground(options, terminal, kind) };
      running.code.catch(onFault);
      await clock.settle();
    },
    stop: async () => {
      running?.leave.abort();
      const code = await running?.code;
      running = undefined;
      if (code !== 0) onFault(new Error(`it left with ${code}`));
      await clock.settle();
      if (clock.timers() > 0) onFault(new Error(`it left ${clock.timers()} timers`));
    },
  };
}
