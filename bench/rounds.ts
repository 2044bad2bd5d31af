/** What happens to a folder of articles between two builds, and one round of it for everybody. */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { checkEveryFeed, checkMainFeed } from "./check-output.ts";
import type { Contestant, Work } from "./contestants.ts";
import {
  addArticle,
  type Corpus,
  changeWord,
  expectedFeeds,
  newestArticle,
  removeLast,
} from "./corpus.ts";
import { type Document, floorCommand, isHidden, listFiles, writtenBetween } from "./floor.ts";
import { type Measured, runMeasured } from "./measured-run.ts";

/** The main feed, one section and two tags show the newest article; each in three formats. */
const FILES_OF_ONE_ARTICLE = 12;

/** In the order of a round; of each, how many documents must be written, where not all of them. */
export const scenarios = [
  { name: "cold", mustWrite: undefined },
  { name: "no change", mustWrite: 0 },
  { name: "one change", mustWrite: FILES_OF_ONE_ARTICLE },
  { name: "one new article", mustWrite: FILES_OF_ONE_ARTICLE },
] as const;
type Scenario = (typeof scenarios)[number];

/** What one run showed. */
export interface Run extends Measured {
  readonly scenario: string;
  readonly name: string;
  readonly writtenFiles: number;
  readonly writtenBytes: number;
}

const FIRST_WORD = "first";
export const FLOOR = "floor";

/**
 * All scenarios once, each by all contestants before the next; leaves the articles as they were.
 *
 * @param folder gets a folder for each contestant.
 * @param contestants feedwright first; the floor runs behind it, as it writes what feedwright wrote.
 * @throws Error where a contestant fails, or its feeds lack something.
 */
export function runRound(
  folder: string,
  contestants: readonly Contestant[],
  corpus: Corpus,
  round: number,
): readonly Run[] {
  // Nobody is always first.
  const turn = round % contestants.length;
  const order = [...contestants.slice(turn), ...contestants.slice(0, turn)];
  const runs: Run[] = [];
  let [current, word] = [corpus, FIRST_WORD];
  for (const scenario of scenarios) {
    if (scenario.name === "one change") {
      word = `round${round}`;
      changeWord(current, word);
    }
    if (scenario.name === "one new article") current = addArticle(current);
    const feeds = expectedFeeds(current);
    for (const contestant of order) {
      const work = workOf(folder, contestant.name, current);
      if (scenario.name === "cold") {
        rest();
        renew(work.folder);
        contestant.setUp(work);
      }
      const { run, written } = runOnce(contestant, work, scenario);
      runs.push(run);
      checkMainFeed(contestant, work.folder, feeds, word);
      if (scenario.name === "cold") checkEveryFeed(contestant, work.folder, feeds);
      if (contestant !== contestants[0]) continue;
      checkThrift(run, scenario);
      const reads = [...rememberedBy(contestant, work), newestArticle(current).file];
      const measured = runFloor(workOf(folder, FLOOR, current), scenario, reads, written);
      runs.push({ ...run, ...measured, name: FLOOR });
    }
  }
  changeWord(removeLast(current), FIRST_WORD);
  return runs;
}

/** As on any site, articles are older than the run: nobody has to doubt the times of their files. */
function rest(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_500);
}

function workOf(folder: string, name: string, corpus: Corpus): Work {
  return { folder: path.join(folder, name.replaceAll(" ", "-")), articles: corpus.folder };
}

function renew(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

function runOnce(contestant: Contestant, work: Work, { name }: Scenario) {
  const output = path.join(work.folder, contestant.output);
  const before = listFiles(output);
  const measured = runMeasured(contestant.command(work));
  const written = writtenBetween(before, listFiles(output));
  const run: Run = {
    ...measured,
    scenario: name,
    name: contestant.name,
    writtenFiles: written.length,
    writtenBytes: written.reduce((sum, { size }) => sum + size, 0),
  };
  return { run, written };
}

/** @param reads what a program must read that knows what has changed. */
function runFloor(
  work: Work,
  { name, mustWrite }: Scenario,
  reads: readonly string[],
  writes: readonly Document[],
): Measured {
  if (name === "cold") renew(work.folder);
  const isSmallChange = mustWrite === FILES_OF_ONE_ARTICLE;
  return runMeasured(floorCommand(work, isSmallChange ? reads : [], writes));
}

/** What a program keeps from one run to the next: its index, its ledger, its settings. */
function rememberedBy({ output }: Contestant, { folder }: Work): string[] {
  return [...listFiles(folder).keys()]
    .filter((file) => isHidden(file) || !file.startsWith(output + path.sep))
    .map((file) => path.join(folder, file));
}

/** That feedwright writes what has changed, and no more. */
function checkThrift({ scenario, writtenFiles }: Run, { mustWrite }: Scenario): void {
  if (mustWrite !== undefined && writtenFiles !== mustWrite) {
    throw new Error(
      `feedwright wrote ${writtenFiles} documents for "${scenario}", not ${mustWrite}`,
    );
  }
}
