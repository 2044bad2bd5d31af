/** Builds that are killed at any moment, while somebody reads what they publish. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import { documentsOf, faultOf } from "./generation.ts";
import { filesIn } from "./one-run.ts";
import { type Started, startProgram } from "./processes/start.ts";

interface KillLoop {
  readonly builds: number;
  readonly documents: number;
  /** After so many that were killed, one is let live, and everything is compared. */
  readonly killsBetween: number;
}

/** @returns how many builds were killed before they were done. */
export async function killBuilds(folder: string, loop: KillLoop): Promise<number> {
  const { builds, documents, killsBetween } = loop;
  let killed = 0;
  let begun = 0;
  let usualMs = 0;
  while (begun < builds) {
    for (let kill = 0; usualMs > 0 && kill < killsBetween; kill++) {
      const reached = await killOne(folder, begun + 1, documents, usualMs);
      if (reached > begun) killed++;
      begun = Math.max(begun, reached);
      expectAllReadable(folder, faultOf);
    }
    begun++;
    const beganMs = performance.now();
    await runWhole(folder, begun, documents);
    usualMs = performance.now() - beganMs;
  }
  return killed;
}

/** Builds one generation after the other until it is killed; gives the last one it began. */
async function killOne(folder: string, first: number, documents: number, usualMs: number) {
  const args = [folder, `${first}`, `${first + 99}`, `${documents}`];
  const build = startProgram("publish-documents.ts", args);
  if (Math.random() < 0.9) await build.printed("begun");
  await watch(folder, build, usualMs * Math.random(), faultOf);
  expect(await build.ended).toBe("SIGKILL");
  return Number(build.output().match(/\d+(?=\n$)/) ?? 0);
}

/** The run after those that were killed needs no help. */
async function runWhole(folder: string, generation: number, documents: number): Promise<void> {
  const args = [folder, `${generation}`, `${generation}`, `${documents}`];
  const build = startProgram("publish-documents.ts", args);
  await watch(folder, build, Number.POSITIVE_INFINITY, faultOf);
  expect(`${await build.ended} ${build.output()}`).toBe(`0 begun ${generation}\n`);
  expectWhole(folder, generation, documents);
}

type Judge = (name: string, text: string) => string | undefined;

/** Reads what is there as long as the build runs, and kills it in time. */
export async function watch(
  folder: string,
  build: Started,
  killMs: number,
  judge: Judge,
): Promise<void> {
  const begunMs = performance.now();
  const { process: child } = build;
  while (child.exitCode === null && child.signalCode === null) {
    const leftMs = killMs - (performance.now() - begunMs);
    if (leftMs <= 5) {
      await delay(Math.max(0, leftMs));
      child.kill("SIGKILL");
      break;
    }
    await delay(1);
    const names = documentsIn(folder);
    for (let look = 0; look < 3 && names.length > 0; look++) {
      expectReadable(folder, names[Math.floor(Math.random() * names.length)] ?? "", judge);
    }
  }
  await build.ended;
}

export function expectAllReadable(folder: string, judge: Judge): void {
  for (const name of documentsIn(folder)) expectReadable(folder, name, judge);
}

function documentsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?:^|\/)[^./][^/]*\.(?:rss|atom|json)$/.test(name),
  );
}

/** A document is whole, and so is its compressed copy, which is never that of another version. */
function expectReadable(folder: string, name: string, judge: Judge): void {
  const text = textOf(folder, name);
  const compressed = bytesOf(folder, `${name}.gz`);
  if (text === undefined) return;
  expect(judge(name, text), name).toBeUndefined();
  // Replaced meanwhile: what was read between may be of either.
  if (compressed === undefined || textOf(folder, name) !== text) return;
  expect(gunzipSync(compressed).toString() === text, `${name}.gz`).toBe(true);
}

/** After a run that was let live, there is exactly what it published, and nothing else. */
function expectWhole(folder: string, generation: number, count: number): void {
  const documents = documentsOf(generation, count);
  const names = [...documents.keys()];
  expect(filesIn(folder)).toEqual(
    [".feedwright.json", ...names, ...names.map((name) => `${name}.gz`)].sort(),
  );
  const folders = new Set(names.map((name) => path.dirname(name)));
  expect(readdirSync(folder).sort()).toEqual([".feedwright.json", ...folders].sort());
  for (const [name, text] of documents) expect(textOf(folder, name) === text, name).toBe(true);
  const manifest = JSON.parse(textOf(folder, ".feedwright.json") ?? "");
  expect(Object.keys(manifest.documents).length).toBe(2 * names.length);
}

function textOf(folder: string, name: string): string | undefined {
  return bytesOf(folder, name)?.toString();
}

function bytesOf(folder: string, name: string): Buffer | undefined {
  const file = path.join(folder, name);
  try {
    return readFileSync(file);
  } catch (error) {
    if (existsSync(file) && !String(error).includes("ENOENT")) throw error;
    return undefined;
  }
}
