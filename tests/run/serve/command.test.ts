/** `feedwright serve` as users call it: a process, signals, exit codes. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import type { CommandOptions } from "../../../src/run/command.ts";
import { runServe } from "../../../src/run/serve.ts";
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

it("serves until it is told to leave, tells what was asked for, and reads its configuration again", async () => {
  const folder = site();
  const { process: child, address, stderr, left } = await start(folder, "--verbose");
  expect((await fetch(`${address}all.rss`)).status).toBe(404);
  expect((await fetch(`${address}healthz`)).status).toBe(200);
  writeFileSync(
    path.join(folder, "feedwright.config.yaml"),
    `${CONFIG}serve: { redirects: { a.rss: b.rss } }\n`,
  );
  child.kill("SIGHUP");
  const moved = () => fetch(`${address}a.rss`, { redirect: "manual" });
  await expect.poll(async () => (await moved()).status, { timeout: 10_000 }).toBe(301);
  child.kill("SIGTERM");
  expect(await left).toBe(0);
  expect(stderr()).toMatch(/GET.*\/all\.rss.*404/);
});

it("--schedule publishes in the same process", async () => {
  const folder = site();
  const { process: child, address, left } = await start(folder, "--schedule");
  const file = path.join(folder, "feeds/all.rss");
  for (let at = 0; at < 100 && !existsSync(file); at++) {
    await delay(50);
  }
  expect(await (await fetch(`${address}all.rss`)).text()).toContain("The ferry is back");
  child.kill("SIGINT");
  expect(await left).toBe(0);
});

it("refuses what it cannot do", async () => {
  const folder = site();
  const config = path.join(folder, "feedwright.config.yaml");
  const run = (options: Partial<CommandOptions>) => {
    const all = { json: false, quiet: true, verbose: false, "accept-shrink": false };
    const others = { files: [], csv: false, missing: false };
    const terminal = { out: () => undefined, err: () => undefined, hasColor: false };
    return runServe({ ...all, ...others, config, port: "0", ...options }, terminal);
  };
  await expect(run({ port: "99999" })).rejects.toThrow("--port 99999 is no port");
  // What an empty variable leaves would be all addresses of the machine.
  await expect(run({ host: " " })).rejects.toThrow("--host names no address");
  writeFileSync(config, CONFIG.replace(/schedule.*\n/, ""));
  await expect(run({ schedule: true })).rejects.toThrow("no schedule");
});
