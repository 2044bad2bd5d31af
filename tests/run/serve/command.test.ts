/** `feedwright serve` as users call it: a process, signals, exit codes. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../../temporary-folder.ts";

const cli = path.resolve(import.meta.dirname, "../../../dist/run/cli.js");
const CONFIG = `site: { title: Harbour News, url: https://harbour.example/ }\nschedule: "0 0 1 1 *"\n`;
const ARTICLE = "---\ntitle: The ferry is back\ndate: 2024-05-31\n---\nIt left at noon.\n";

function site(): string {
  return temporaryFolder({ "feedwright.config.yaml": CONFIG, "articles/ferry.md": ARTICLE });
}

interface Started {
  readonly process: ChildProcess;
  readonly address: string;
  readonly stderr: () => string;
  readonly left: Promise<number | null>;
}

/** Resolves once it says where it listens. */
async function start(folder: string, ...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [cli, "serve", "--port", "0", ...args], { cwd: folder });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let stderr = "";
  const left = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(stderr);
      if (found !== null) resolve(found[0]);
    });
    child.once("exit", () => reject(new Error(stderr)));
  });
  return { process: child, address, stderr: () => stderr, left };
}

it("serves until it is told to leave, and tells what was asked for where it should", async () => {
  const folder = site();
  const { process: child, address, stderr, left } = await start(folder, "--verbose");
  expect((await fetch(`${address}all.rss`)).status).toBe(404);
  expect((await fetch(`${address}healthz`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await left).toBe(0);
  expect(stderr()).toMatch(/GET.*\/all\.rss.*404/);
});

it("--schedule publishes in the same process", async () => {
  const folder = site();
  const { process: child, address, left } = await start(folder, "--schedule");
  const file = path.join(folder, "feeds/all.rss");
  for (let at = 0; at < 100 && !existsSync(file); at++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await (await fetch(`${address}all.rss`)).text()).toContain("The ferry is back");
  child.kill("SIGINT");
  expect(await left).toBe(0);
});

it("leaves with 2 where it cannot do what it is told", () => {
  const folder = site();
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8" });
  expect(run("serve", "--port", "99999")).toMatchObject({
    ...{ status: 2, stderr: expect.stringContaining("--port 99999 is no port") },
  });
  writeFileSync(path.join(folder, "feedwright.config.yaml"), CONFIG.replace(/schedule.*\n/, ""));
  const unscheduled = run("serve", "--schedule", "--port", "0");
  expect(unscheduled).toMatchObject({ status: 2, stderr: expect.stringContaining("no schedule") });
});
