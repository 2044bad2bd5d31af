/** The command itself, killed while articles change: what it remembers is never wrong afterwards. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { faultOfForm } from "../publish/generation.ts";
import { expectAllReadable, watch } from "../publish/kill-loop.ts";
import { filesIn } from "../publish/one-run.ts";
import { start } from "../publish/processes/start.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const COMMAND = path.resolve(import.meta.dirname, "../../dist/run/cli.js");
const CONFIG = "feedwright.config.json";
const ARTICLES = 150;
const [GROUPS, KILLS] = [12, 8];

const random = (below: number) => Math.floor(Math.random() * below);

function build(folder: string) {
  return start([process.execPath, COMMAND, "--quiet", "--config", path.join(folder, CONFIG)]);
}

function writeArticle(folder: string, at: number, version: number): void {
  const day = `${1 + (at % 28)}`.padStart(2, "0");
  const front = `title: Article ${at}, ${version}\ndate: 2026-05-${day}\ntags: [tag ${at % 12}]`;
  const body = `Paragraph of *version* ${version}.\n\n`.repeat(5 + (at % 20));
  writeFileSync(path.join(folder, `articles/${at}.md`), `---\n${front}\n---\n${body}`);
}

/** As an editor works: some articles are changed, one is new, one is no more. */
function edit(folder: string, version: number): void {
  for (let count = random(20); count >= 0; count--) writeArticle(folder, random(ARTICLES), version);
  writeArticle(folder, ARTICLES + random(9), version);
  rmSync(path.join(folder, `articles/${ARTICLES + random(9)}.md`), { force: true });
}

/** What a build makes that remembers nothing but which guids it gave. */
async function builtAnew(folder: string): Promise<string> {
  const anew = temporaryFolder();
  for (const name of ["articles", CONFIG, "feedwright.ledger"]) {
    cpSync(path.join(folder, name), path.join(anew, name), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  expect(await build(anew).ended).toBe(0);
  return path.join(anew, "feeds");
}

it("publishes what a build from nothing would, however often it was killed", async () => {
  const feeds = { all: {}, tags: { each: "tag" } };
  const site = { title: "Site", url: "https://site.example/", language: "en" };
  const folder = temporaryFolder({ [CONFIG]: JSON.stringify({ site, feeds, compress: ["gz"] }) });
  mkdirSync(path.join(folder, "articles"));
  for (let at = 0; at < ARTICLES; at++) writeArticle(folder, at, 0);
  const output = path.join(folder, "feeds");
  let usualMs = 0;
  let killed = 0;
  for (let group = 0; group < GROUPS; group++) {
    for (let kill = 0; group > 0 && kill < KILLS; kill++) {
      edit(folder, group * KILLS + kill);
      const run = build(folder);
      await watch(output, run, usualMs * Math.random(), faultOfForm);
      if ((await run.ended) === "SIGKILL") killed++;
      expectAllReadable(output, faultOfForm);
    }
    const run = build(folder);
    const beganMs = performance.now();
    await watch(output, run, Number.POSITIVE_INFINITY, faultOfForm);
    usualMs = performance.now() - beganMs;
    expect(`${await run.ended} ${run.output()}`).toBe("0 ");
    const anew = await builtAnew(folder);
    expect(filesIn(output)).toEqual(filesIn(anew));
    for (const name of filesIn(anew)) {
      const [one, other] = [output, anew].map((at) => readFileSync(path.join(at, name)));
      expect(other && one?.equals(other), name).toBe(true);
    }
    rmSync(path.dirname(anew), { recursive: true });
  }
  expect(killed).toBeGreaterThan(GROUPS);
});
