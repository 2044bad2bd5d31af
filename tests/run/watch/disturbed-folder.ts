/** A watched folder that is disturbed at random: whatever a scan finds changed must have been told. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { scanFolder } from "../../../src/articles/folder.ts";
import { checkConfig } from "../../../src/config/config.ts";
import { openChanges } from "../../../src/run/watch/changes.ts";

export interface Disturbance {
  readonly rounds: number;
  readonly seed: number;
  /** Links within the folder, too; then no burst may be of named files alone and wrong. */
  readonly hasLinks: boolean;
}

export interface Disturbed {
  /** What changed and was not told, with what was done before. */
  readonly missed: readonly string[];
  readonly bursts: number;
  /** Bursts that named their files. */
  readonly named: number;
  readonly operations: number;
}

/** @param folder is filled; nothing else may be in it. */
export async function disturb(folder: string, disturbance: Disturbance): Promise<Disturbed> {
  const random = randomOf(disturbance.seed);
  const articles = path.join(realpathSync(folder), "articles");
  mkdirSync(articles);
  const site = { title: "T", url: "https://news.example/" };
  const config = checkConfig({ site }, path.join(realpathSync(folder), "feedwright.config.yaml"));
  const versions = () => {
    const { files } = scanFolder({ folder: articles, ignore: [], shownAs: (inner) => inner });
    return new Map(files.map((file) => [file.path, file.version]));
  };

  let known = versions();
  let done: string[] = [];
  const missed: string[] = [];
  let [bursts, named, operations] = [0, 0, 0];
  const onBurst = (changed: ReadonlySet<string> | undefined) => {
    const now = versions();
    bursts += 1;
    if (changed !== undefined) {
      named += 1;
      const different = [...new Set([...known.keys(), ...now.keys()])].filter(
        (inner) => known.get(inner) !== now.get(inner),
      );
      for (const inner of different) {
        const place = path.join(articles, inner);
        // What is behind a link is told where it is.
        if (changed.has(place) || (existsSync(place) && changed.has(realpathSync(place)))) continue;
        missed.push(`${inner} after ${done.join("; ")}`);
      }
    }
    known = now;
    done = [];
  };
  const quick = { quietMs: 4, stillMs: 6, mostMs: 200, rootMs: 20 };
  const changes = await openChanges(config, onBurst, quick);
  for (let round = 0; round < disturbance.rounds; round += 1) {
    for (let left = 1 + Math.floor(random() * 6); left > 0; left -= 1) {
      done.push(disturbOnce(articles, random, disturbance.hasLinks));
      operations += 1;
      if (random() < 0.3) await sleep(random() * 8);
    }
    if (random() < 0.5) await sleep(25);
  }
  await sleep(300);
  const last = versions();
  for (const inner of new Set([...known.keys(), ...last.keys()])) {
    if (known.get(inner) !== last.get(inner)) missed.push(`${inner}, never told`);
  }
  await changes.close();
  return { missed, bursts, named, operations };
}

/** One thing that people and programs do; gives it in words. */
function disturbOnce(articles: string, random: () => number, hasLinks: boolean): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const below = readdirSync(articles, { recursive: true, withFileTypes: true });
  const nameOf = (entry: (typeof below)[number]) => path.join(entry.parentPath, entry.name);
  const folders = [articles, ...below.filter((entry) => entry.isDirectory()).map(nameOf)];
  const files = below.filter((entry) => entry.isFile()).map(nameOf);
  const into = pick(folders) ?? articles;
  const file = pick(files) ?? path.join(into, "a.md");
  const fresh = path.join(into, `${"abcdefgh"[Math.floor(random() * 8)]}.md`);
  const folder = path.join(into, `${"pqrs"[Math.floor(random() * 4)]}`);
  const text = "x".repeat(1 + Math.floor(random() * 50));
  const ways: readonly (readonly [string, () => void])[] = [
    ["write", () => writeFileSync(fresh, text)],
    ["append", () => appendFileSync(file, text)],
    ["save", () => saveBeside(file, text)],
    ["remove", () => unlinkSync(file)],
    ["move", () => renameSync(file, fresh)],
    ["make folder", () => mkdirSync(folder)],
    ["make folders", () => writeDeep(path.join(folder, "deep/er"), text)],
    ["remove folder", () => rmSync(folder, { recursive: true, force: true })],
    ["move folder", () => renameSync(folder, path.join(pick(folders) ?? articles, "t"))],
    ["make anew", () => remake(folder, text)],
    ["remove all", () => random() < 0.1 && remake(articles, text)],
    ...(hasLinks
      ? ([["link", () => symlinkSync(pick(folders) ?? into, `${folder}-link`)]] as const)
      : []),
  ];
  const [words, act] = pick(ways) ?? ways[0] ?? ["nothing", () => {}];
  try {
    act();
    return `${words} ${path.relative(articles, file)} ${path.relative(articles, folder)}`;
  } catch {
    // What is not there cannot be moved: another thing is done next.
    return `no ${words}`;
  }
}

function saveBeside(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

function writeDeep(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "deep.md"), text);
}

function remake(folder: string, text: string): void {
  rmSync(folder, { recursive: true, force: true });
  writeDeep(folder, text);
}

/** A small generator whose sequence a seed fixes. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
}
