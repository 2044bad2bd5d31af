/** `feedwright watch` as a process of its own, and what each of its runs showed from outside. */
import { spawn } from "node:child_process";
import { existsSync, type FSWatcher, readFileSync, watch } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

/** Times are those of `performance.now()` of this process. */
export interface WatchedRun {
  readonly reason: string;
  readonly startedMs: number;
  /** When the last document stood in its place; undefined where none was written. */
  readonly renamedMs: number | undefined;
  /** Documents that were renamed into their place. */
  readonly renamed: number;
}

export interface WatchedProcess {
  /** The next run that nobody has asked for yet. */
  readonly nextRun: () => Promise<WatchedRun>;
  /** How many runs have ended that nobody has asked for. */
  readonly waiting: () => number;
  /** User and system time up to now, ms; undefined where the system does not tell. */
  readonly cpuMs: () => number | undefined;
  /** Resident now, and at most; MiB. */
  readonly memory: () => { readonly nowMiB: number; readonly peakMiB: number } | undefined;
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 120_000;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/**
 * @param folder that of the configuration.
 * @param outputs folders of the output, below it.
 */
export function startWatching(
  program: string,
  folder: string,
  outputs: () => readonly string[],
): WatchedProcess {
  const child = spawn(process.execPath, [program, "watch", "--log-format", "json"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const runs: WatchedRun[] = [];
  const lines: string[] = [];
  let wake = () => {};
  let watchers: readonly FSWatcher[] = [];
  let renamedMs: number | undefined;
  let names = new Set<string>();

  const watchOutputs = () => {
    for (const watcher of watchers) watcher.close();
    watchers = outputs()
      .map((inner) => path.join(folder, inner))
      .filter((output) => existsSync(output))
      .map((output) =>
        watch(output, (kind, name) => {
          if (kind !== "rename" || name === null || !/^[^.].*\.(?:rss|atom|json)$/.test(name))
            return;
          renamedMs = performance.now();
          names.add(path.join(output, name));
        }),
      );
  };
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    const told = JSON.parse(line);
    if (told.event !== "run") return;
    // Events of the output folder that are here already are heard first.
    setImmediate(() => {
      const startedMs = Date.parse(told.started) - performance.timeOrigin;
      runs.push({ reason: told.reason, startedMs, renamedMs, renamed: names.size });
      [renamedMs, names] = [undefined, new Set()];
      watchOutputs();
      wake();
    });
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));

  return {
    nextRun: async () => {
      const deadline = performance.now() + TIMEOUT_MS;
      for (let run = runs.shift(); ; run = runs.shift()) {
        if (run !== undefined) return run;
        if (performance.now() > deadline || child.exitCode !== null) {
          throw new Error(`feedwright watch makes no run:\n${lines.slice(-20).join("\n")}`);
        }
        const timer = setTimeout(() => wake(), 1_000);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        clearTimeout(timer);
      }
    },
    waiting: () => runs.length,
    cpuMs: () => {
      const fields = readProcess(child.pid, "stat")
        ?.replace(/^.*\) /, "")
        .split(" ");
      return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    memory: () => {
      const status = readProcess(child.pid, "status");
      const mib = (name: string) =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status ?? "")?.[1]) / 1024;
      return status === undefined ? undefined : { nowMiB: mib("VmRSS"), peakMiB: mib("VmHWM") };
    },
    close: async () => {
      for (const watcher of watchers) watcher.close();
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function readProcess(pid: number | undefined, name: string): string | undefined {
  const file = `/proc/${pid}/${name}`;
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
