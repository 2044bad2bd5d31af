/**
 * `npm run bench:watch`: how long after an edit the feeds are in their place, while `feedwright watch`
 * runs over the articles of `npm run bench`.
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { feedwright } from "./contestants.ts";
import { type Corpus, newestArticle, writeCorpus } from "./corpus.ts";
import { startWatching, type WatchedProcess } from "./watched-process.ts";

const root = path.resolve(import.meta.dirname, "..");
const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "1000,10000" },
    edits: { type: "string", default: "20" },
    seed: { type: "string", default: "20240531" },
    /** Another build of feedwright. */
    program: { type: "string", default: path.join(root, "dist/run/cli.js") },
  },
});
const program = path.resolve(options.program);
const edits = Number(options.edits);

/** The main feed, one section and two tags show the newest article; each in three formats. */
const DOCUMENTS = 12;
/** People do not save more often. */
const PAUSE_MS = 1_000;
const MOST_TOUCHED = 5_000;

/** How an article is saved: by a rename into its place, or by writing what stands there. */
const ways = {
  renamed: (file: string, text: string) => {
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  },
  written: (file: string, text: string) => writeFileSync(file, text),
} as const;
type Way = keyof typeof ways;

/** Of one edit: ms after it. */
interface Edit {
  readonly startMs: number;
  readonly renamedMs: number;
}

function withWord(file: string, word: string): string {
  const text = readFileSync(file, "utf8");
  return text.replace(/The last word is \w+\.\n$/, `The last word is ${word}.\n`);
}

/** @throws Error where the feeds do not hold what was written. */
async function edit(
  watching: WatchedProcess,
  corpus: Corpus,
  feed: string,
  way: Way,
  word: string,
) {
  const { file } = newestArticle(corpus);
  const text = withWord(file, word);
  const savedMs = performance.now();
  ways[way](file, text);
  const run = await watching.nextRun();
  if (run.renamedMs === undefined || run.renamed !== DOCUMENTS) {
    throw new Error(`${run.renamed} documents were renamed, not ${DOCUMENTS}`);
  }
  if (!readFileSync(feed, "utf8").includes(`The last word is ${word}.`)) {
    throw new Error(`the feed does not hold "${word}"`);
  }
  return { startMs: run.startedMs - savedMs, renamedMs: run.renamedMs - savedMs };
}

async function measure(count: number, folder: string): Promise<void> {
  const corpus = writeCorpus(path.join(folder, "articles"), count, Number(options.seed));
  const work = path.join(folder, "feedwright");
  mkdirSync(work);
  feedwright(program).setUp({ folder: work, articles: corpus.folder });
  const feed = path.join(work, "feeds/all.rss");
  const watching = startWatching(program, work, () => ["feeds", "feeds/section", "feeds/tag"]);
  try {
    await watching.nextRun();
    // As on any site, articles are older than the edits.
    await sleep(2_500);
    for (const way of Object.keys(ways) as Way[]) {
      const measured: Edit[] = [];
      await edit(watching, corpus, feed, way, `${way}first`);
      const beforeMs = watching.cpuMs();
      for (let at = 0; at < edits; at += 1) {
        // Not in step with anything.
        await sleep(PAUSE_MS + 37 * (at % 10));
        measured.push(await edit(watching, corpus, feed, way, `${way}${at}`));
      }
      const cpuMs = ((watching.cpuMs() ?? Number.NaN) - (beforeMs ?? Number.NaN)) / edits;
      console.info(row(count, way, measured, cpuMs));
    }
    await touchMany(watching, corpus);
    const memory = watching.memory();
    if (memory !== undefined) {
      const [now, peak] = [memory.nowMiB, memory.peakMiB].map((mib) => `${mib.toFixed(0)} MiB`);
      console.info(`${shown(count)}  memory at the end ${now}, at most ${peak}`);
    }
  } finally {
    await watching.close();
  }
}

/** As a checkout does: many files in one breath. */
async function touchMany(watching: WatchedProcess, corpus: Corpus): Promise<void> {
  const files = corpus.articles.slice(0, MOST_TOUCHED);
  const texts = files.map(({ file }) => withWord(file, "checkout"));
  const startedMs = performance.now();
  for (const [at, { file }] of files.entries()) writeFileSync(file, texts[at] ?? "");
  const writtenMs = performance.now();
  const run = await watching.nextRun();
  await sleep(3_000);
  const after = ((run.renamedMs ?? Number.NaN) - writtenMs) / 1000;
  const took = ((writtenMs - startedMs) / 1000).toFixed(1);
  console.info(
    `${shown(corpus.articles.length)}  ${files.length} files rewritten in ${took} s: ` +
      `${1 + watching.waiting()} run, ${run.renamed} documents, ${after.toFixed(1)} s after the last`,
  );
}

function row(count: number, way: Way, measured: readonly Edit[], cpuMs: number): string {
  const cells = [
    ...(["startMs", "renamedMs"] as const).map((key) => spread(measured.map((one) => one[key]))),
    `${cpuMs.toFixed(0)} ms`.padStart(10),
  ];
  return `${shown(count)}  ${way.padEnd(10)}${cells.join("")}`;
}

/** `302 (298–310)` */
function spread(all: readonly number[]): string {
  const sorted = all.toSorted((one, other) => one - other);
  const [least, median, most] = [0, sorted.length >> 1, sorted.length - 1].map((at) =>
    sorted[at]?.toFixed(0),
  );
  return `${median} (${least}–${most})`.padStart(20);
}

function shown(count: number): string {
  return String(count).padStart(8);
}

const load = os.loadavg()[0]?.toFixed(2);
console.info(
  `${os.cpus()[0]?.model}, ${os.cpus().length} cores, Node ${process.version}, load ${load}`,
);
console.info(
  `${feedwright(program).version}; medians of ${edits} edits of the newest article, ms after it was saved (least–most)\n`,
);
console.info(
  `articles  saved     ${"run begins".padStart(20)}${"feeds in place".padStart(20)}${"CPU".padStart(10)}`,
);
for (const count of options.articles.split(",").map(Number)) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "feedwright-bench-"));
  mkdirSync(path.join(folder, "articles"));
  try {
    await measure(count, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
