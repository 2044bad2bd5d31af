/**
 * `npm run bench`: whole builds by feedwright, by plain scripts, by Hugo and by Eleventy, over the
 * same articles, in turn. bench/README.md says what is measured and how to read it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  type Contestant,
  eleventy,
  feedwright,
  hugo,
  type Missing,
  plainScript,
} from "./contestants.ts";
import { writeCorpus } from "./corpus.ts";
import { describeGrowth, describeResults, type Results } from "./results.ts";
import { type Run, runRound } from "./rounds.ts";

const REHEARSAL_ARTICLES = 60;
const root = path.resolve(import.meta.dirname, "..");

const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "1000,10000" },
    peers: { type: "string" },
    rounds: { type: "string", default: "5" },
    seed: { type: "string", default: "20240531" },
    /** Where `npm install --prefix` put Eleventy. */
    eleventy: { type: "string", default: path.join(os.tmpdir(), "feedwright-peers") },
    /** Another build of feedwright. */
    program: { type: "string", default: path.join(root, "dist/run/cli.js") },
    write: { type: "boolean", default: false },
  },
});

const counts = options.articles.split(",").map(countOf);
const [rounds, seed] = [countOf(options.rounds), countOf(options.seed)];
const contestants = [feedwright(path.resolve(options.program)), ...peersOf(options.peers)];

const head = describeMachine();
console.info(head);
rehearse();
const all = counts.map(measure);
const body = [...all.map(describeResults), describeGrowth(all)].filter((text) => text !== "");
if (options.write) {
  const file = path.join(import.meta.dirname, "results.md");
  writeFileSync(file, `# Results of \`npm run bench\`\n\n${head}\n${body.join("\n")}`);
  console.info(`written to ${path.relative(process.cwd(), file)}`);
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`"${text}" is not a whole number above 0`);
}

function peersOf(wanted: string | undefined): readonly Contestant[] {
  const known: Readonly<Record<string, () => Contestant | Missing>> = {
    feed: () => plainScript("feed"),
    feedsmith: () => plainScript("feedsmith"),
    hugo,
    eleventy: () => eleventy(path.resolve(options.eleventy)),
  };
  const names = wanted?.split(",").filter((name) => name !== "") ?? Object.keys(known);
  return names.flatMap((name) => {
    const peer = known[name]?.();
    if (peer === undefined) throw new Error(`--peers knows ${Object.keys(known).join(", ")}`);
    if (!("remedy" in peer)) return [peer];
    const message = `${peer.name} is not installed: ${peer.remedy}`;
    // Left out where nobody asked for it by name.
    if (wanted !== undefined) throw new Error(message);
    console.info(message);
    return [];
  });
}

/** A small round that counts for nothing: faults show early, and every program was read once. */
function rehearse(): void {
  console.info("rehearsal …");
  inFolder((folder) => {
    const corpus = writeCorpus(path.join(folder, "articles"), REHEARSAL_ARTICLES, seed);
    runRound(folder, contestants, corpus, 0);
  });
}

function measure(count: number): Results {
  return inFolder((folder) => {
    const corpus = writeCorpus(path.join(folder, "articles"), count, seed);
    const runs: Run[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const started = performance.now();
      runs.push(...runRound(folder, contestants, corpus, round));
      const spent = ((performance.now() - started) / 1000).toFixed(0);
      console.info(`${count} articles, round ${round} of ${rounds}: ${spent} s`);
    }
    const results = { articles: count, runs };
    console.info(`\n${describeResults(results)}`);
    return results;
  });
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(path.join(os.tmpdir(), "feedwright-bench-"));
  mkdirSync(path.join(folder, "articles"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function describeMachine(): string {
  const cpus = os.cpus();
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, ${os.type()} ${os.release()}, ${cpus[0]?.model}, ` +
      `${cpus.length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, ` +
      `load ${os.loadavg()[0]?.toFixed(2)} before the start`,
    contestants.map(({ version }) => version).join(", "),
    `Medians of ${rounds} rounds, seed ${seed}; 211 feeds of 50 items with full content, three formats`,
  ];
  return lines.map((line) => `- ${line}\n`).join("");
}
