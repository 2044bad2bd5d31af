/** `npm run bench`: whole builds at growing numbers of articles, each a process of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeCorpus } from "./corpus.ts";

const COUNTS = [1000, 4000, 16_000];
const ROUNDS = 3;
const SEED = 20_240_531;
const root = path.resolve(import.meta.dirname, "..");

interface Measured {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMiB: number;
}

function build(folder: string): Measured {
  const preload = new URL("measure.mjs", import.meta.url).href;
  const command = ["--import", preload, path.join(root, "dist/run/cli.js"), "build", "--quiet"];
  const started = process.hrtime.bigint();
  const result = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
  const wallMs = Number(process.hrtime.bigint() - started) / 1e6;
  if (result.status !== 0) throw new Error(`the build failed:\n${result.stderr}`);
  return { wallMs, ...JSON.parse(/measured (.*)/.exec(result.stderr)?.[1] ?? "{}") };
}

function medianOf(runs: readonly Measured[], figure: keyof Measured): number {
  const sorted = runs.map((run) => run[figure]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function row(name: string, runs: readonly Measured[], count: number): string {
  const wall = medianOf(runs, "wallMs");
  const cpu = medianOf(runs, "cpuMs");
  const cells = [
    name.padEnd(22),
    `${(wall / 1000).toFixed(2)} s`.padStart(9),
    `${(cpu / 1000).toFixed(2)} s`.padStart(9),
    `${Math.round((cpu * 1000) / count)} µs`.padStart(12),
    `${Math.round(medianOf(runs, "peakMiB"))} MiB`.padStart(10),
  ];
  return cells.join(" ");
}

console.info(`${os.cpus()[0]?.model ?? "?"}, ${os.cpus().length} cores, Node ${process.version}`);
console.info(`median of ${ROUNDS} runs, seed ${SEED}; 211 feeds of 50 items in three formats\n`);
console.info("articles                    wall       CPU  CPU/article       peak");
for (const count of COUNTS) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "feedwright-bench-"));
  try {
    writeCorpus(folder, count, SEED);
    const runs = Array.from({ length: ROUNDS }, () => {
      rmSync(path.join(folder, "feeds"), { recursive: true, force: true });
      return build(folder);
    });
    console.info(row(`${count}, cold`, runs, count));
    const again = Array.from({ length: ROUNDS }, () => build(folder));
    console.info(row(`${count}, nothing changed`, again, count));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
