/**
 * `npm run bench:pictures`: a build over articles with one picture each, the first time and again.
 * Where strace is installed, it counts how many pictures each run opens.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { writeXmp, xmpCreators } from "../tests/articles/pictures/write-metadata.ts";
import { writeJpeg } from "../tests/articles/pictures/write-picture.ts";

const COUNT = 2000;
/** Of a picture as a newsroom publishes it. */
const PICTURE_BYTES = 200_000;
const root = path.resolve(import.meta.dirname, "..");
const cli = path.join(root, "dist/run/cli.js");
const folder = mkdtempSync(path.join(os.tmpdir(), "feedwright-bench-"));

function writeSite(): void {
  mkdirSync(path.join(folder, "articles"));
  const site = "site: { title: Bench, url: https://bench.example/ }\n";
  writeFileSync(
    path.join(folder, "feedwright.config.yaml"),
    `${site}feeds: { all: { limit: ${COUNT} } }\n`,
  );
  for (let at = 0; at < COUNT; at += 1) {
    const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
    const record = `---\ntitle: Article ${at}\ndate: ${day}\nimage: ${at}.jpg\n---\nText of ${at}.\n`;
    const xmp = writeXmp(xmpCreators(`Photographer ${at}`));
    const picture = writeJpeg({ xmp });
    const filling = Buffer.alloc(PICTURE_BYTES - picture.length, at);
    writeFileSync(path.join(folder, `articles/${at}.md`), record);
    // Behind the end of the image, where no reader looks.
    writeFileSync(path.join(folder, `articles/${at}.jpg`), Buffer.concat([picture, filling]));
  }
}

function build(command: string, args: readonly string[]): number {
  const started = performance.now();
  const result = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`the build failed: ${result.stderr || result.error}`);
  return (performance.now() - started) / 1000;
}

function opened(): string {
  const trace = path.join(folder, "trace.txt");
  const args = [
    "-f",
    "-qq",
    "-e",
    "trace=open,openat",
    "-o",
    trace,
    process.execPath,
    cli,
    "--quiet",
  ];
  try {
    build("strace", args);
  } catch {
    return "not counted: strace is not here, or may not trace";
  }
  const lines = readFileSync(trace, "utf8").split("\n");
  return `${lines.filter((line) => /\.jpg"/.test(line)).length} pictures opened`;
}

function forget(): void {
  for (const name of ["feeds", ".feedwright"]) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

try {
  writeSite();
  for (const name of ["first run", "again"]) {
    if (name === "first run") forget();
    const seconds = build(process.execPath, [cli, "--quiet"]);
    if (name === "first run") forget();
    console.info(`${COUNT} articles, ${name}: ${seconds.toFixed(2)} s, ${opened()}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
