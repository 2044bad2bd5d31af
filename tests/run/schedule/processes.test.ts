/** Processes as people start, signal and kill them. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../../temporary-folder.ts";

const cli = path.resolve(import.meta.dirname, "../../../dist/run/cli.js");
const SITE = { title: "Harbour News", url: "https://harbour.example/" };
const GOOD = "---\ntitle: The ferry is back\ndate: 2024-05-31\n---\nIt left at noon.\n";

let folder: string;

beforeEach(() => {
  folder = temporaryFolder({ "articles/ferry.md": GOOD });
});

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const published = () => readFileSync(path.join(folder, "feeds/all.rss"), "utf8");

interface Line {
  readonly event: string;
  readonly reason?: string;
  readonly started?: string;
  readonly [name: string]: unknown;
}

/** One process in the foreground, and what it tells. */
function start(command: string) {
  const child = spawn(process.execPath, [cli, command, "--log-format", "json"], { cwd: folder });
  let text = "";
  child.stderr.on("data", (piece) => {
    text += piece;
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const lines = (): Line[] =>
    text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  const until = async (what: (line: Line) => boolean, count = 1) => {
    for (const began = Date.now(); lines().filter(what).length < count; ) {
      if (Date.now() - began > 15_000) throw new Error(`heard only:\n${text}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), lines, until, ended };
}

const isRun = (...reasons: string[]) => {
  return ({ event, reason = "" }: Line) => event === "run" && reasons.includes(reason);
};

describe("feedwright schedule", () => {
  it("runs each slot once among processes, and goes on when one is killed", async () => {
    write("feedwright.config.json", JSON.stringify({ site: SITE, schedule: "* * * * * *" }));
    const [one, two] = [start("schedule"), start("schedule")];
    await one.until(isRun("slot"));
    one.kill("SIGKILL");
    await one.ended;
    write("articles/bridge.md", GOOD.replace("The ferry is back", "The bridge is open"));
    await two.until(isRun("slot", "start"), two.lines().filter(isRun("slot", "start")).length + 2);
    expect(published()).toContain("The bridge is open");
    two.kill("SIGTERM");
    expect(await two.ended).toBe(0);
    const runs = [...one.lines(), ...two.lines()].filter(isRun("slot"));
    const claims = readdirSync(path.join(folder, "feeds", ".feedwright.slots"));
    const slots = new Set(claims.map((name) => name.replace(/\.\d$/, "")));
    expect(runs.length).toBeGreaterThan(1);
    // Slots that come while one is run may share the next run; none is had twice, but that of the
    // killed one, which the other takes over.
    expect(runs.length).toBeLessThanOrEqual(claims.length);
    expect(claims.length - slots.size).toBeLessThanOrEqual(1);
  });

  it("survives stray errors and a broken module, reloads on SIGHUP, releases on time", async () => {
    const stray = 'setTimeout(() => { Promise.reject(new Error("stray")); }, 50);';
    const config = `export default ${JSON.stringify({ site: SITE, schedule: "@yearly" })};\n`;
    write("feedwright.config.mjs", `${stray}${config}`);
    const atMs = Math.ceil(Date.now() / 1000) * 1000 + 2_000;
    const at = new Date(atMs).toISOString();
    write("articles/bridge.md", GOOD.replace("2024-05-31", at).replace("ferry", "bridge"));
    const child = start("schedule");
    await child.until(isRun("start"));
    expect(published()).not.toContain("The bridge is back");
    write("feedwright.config.mjs", "export default {");
    await child.until(({ event }) => event === "configuration refused");
    await child.until(isRun("due"));
    expect(published()).toContain("The bridge is back");
    const due = child.lines().find(isRun("due"))?.started ?? "";
    expect(Date.parse(due) - atMs).toBeGreaterThanOrEqual(0);
    expect(Date.parse(due) - atMs).toBeLessThan(900);
    expect(child.lines().some(({ message }) => String(message).includes("stray"))).toBe(true);
    write("feedwright.config.mjs", config);
    await child.until(isRun("reload"));
    child.kill("SIGHUP");
    await child.until(isRun("reload"), 2);
    child.kill("SIGINT");
    expect(await child.ended).toBe(0);
  });

  it("ends the run in hand when the signal comes in the midst of it", async () => {
    const feeds = { all: {}, tags: { each: "tag", path: "tag/{slug}" } };
    write("feedwright.config.json", JSON.stringify({ site: SITE, schedule: "@yearly", feeds }));
    const tags = Array.from({ length: 200 }, (_, at) => `t${at}`);
    write("articles/ferry.md", GOOD.replace("date:", `tags: [${tags.join(", ")}]\ndate:`));
    const child = start("schedule");
    while (!existsSync(path.join(folder, "feeds/tag"))) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    child.kill("SIGTERM");
    expect(await child.ended).toBe(0);
    expect(existsSync(path.join(folder, "feeds/tag/t99.json"))).toBe(true);
  });

  it("leaves with 2 where the configuration is wrong at the start", () => {
    write("feedwright.config.json", JSON.stringify({ site: SITE, schedule: "0 24 * * *" }));
    const { status, stderr } = spawnSync(process.execPath, [cli, "schedule"], {
      ...{ cwd: folder, encoding: "utf8" },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/feedwright\.config\.json:1: schedule: .* 24 cannot stand for hours/);
    expect(existsSync(path.join(folder, "feeds"))).toBe(false);
  });
});

describe("feedwright watch", () => {
  it("publishes what changes within a second, and leaves with 0", async () => {
    write("feedwright.config.json", JSON.stringify({ site: SITE }));
    const child = start("watch");
    await child.until(isRun("start"));
    const beganMs = Date.now();
    write("articles/bridge.md", GOOD.replace("The ferry is back", "The bridge is open"));
    await child.until(isRun("change"));
    expect(published()).toContain("The bridge is open");
    expect(Date.now() - beganMs).toBeLessThan(3_000);
    child.kill("SIGTERM");
    expect(await child.ended).toBe(0);
  });
});
