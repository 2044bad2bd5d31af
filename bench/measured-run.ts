/** Runs one program to its end, and says what that took. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const GNU_TIME = "/usr/bin/time";
const TIMEOUT_MS = 30 * 60_000;
const OUTPUT_BYTES = 2 ** 26;

export interface Command {
  /** A Node program counts for itself; the others are counted by GNU time. */
  readonly isNode: boolean;
  readonly program: string;
  readonly parameters: readonly string[];
  /** Where it runs. */
  readonly folder: string;
}

export interface Measured {
  readonly wallMs: number;
  /** User and system time, of all threads and of the children that were waited for. */
  readonly cpuMs: number;
  /** The most memory that was resident at once. */
  readonly peakMiB: number;
}

export function hasGnuTime(): boolean {
  return existsSync(GNU_TIME);
}

/** @throws Error where the program does not leave with 0; with what it said. */
export function runMeasured({ isNode, program, parameters, folder }: Command): Measured {
  const file = path.join(os.tmpdir(), `feedwright-bench-${process.pid}.measured`);
  const preload = new URL("measure.mjs", import.meta.url).href;
  const [command, before] = isNode
    ? [process.execPath, ["--import", preload, program]]
    : [GNU_TIME, ["-f", "%U %S %M", "-o", file, program]];
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  // What an earlier program left to be written must not be waited for by this one.
  spawnSync("sync");
  const started = process.hrtime.bigint();
  const { status, signal, stdout, stderr, error } = spawnSync(command, [...before, ...parameters], {
    cwd: folder,
    encoding: "utf8",
    env: { ...environment, BENCH_MEASURED: file },
    maxBuffer: OUTPUT_BYTES,
    timeout: TIMEOUT_MS,
  });
  const wallMs = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) {
    const end = error?.message ?? `${signal ?? `exit code ${status}`}`;
    throw new Error(`${program} failed in ${folder}: ${end}\n${stdout}\n${stderr}`);
  }
  const [user = 0, system = 0, peakKiB = 0] = readFileSync(file, "utf8").split(" ").map(Number);
  rmSync(file);
  return { wallMs, cpuMs: (user + system) * 1000, peakMiB: peakKiB / 1024 };
}
