/** The command line as users call it: a real process, its exit code, its two streams. */
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const cli = path.join(root, "dist/run/cli.js");
const CONFIG = `site: { title: Harbour News, url: https://harbour.example/, timezone: Asia/Jakarta }\n`;
const GOOD = "---\ntitle: The ferry is back\ndate: 2024-05-31\n---\nIt left at noon.\n";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "feedwright-cli-"));
  mkdirSync(path.join(folder, "articles"));
  write("feedwright.config.yaml", CONFIG);
  write("articles/ferry.md", GOOD);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

function published(name: string): string {
  return readFileSync(path.join(folder, "feeds", name), "utf8");
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8" });
}

describe("feedwright build", () => {
  it("publishes, prints a short table, and leaves with 0", () => {
    const { status, stdout, stderr } = run("build");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout.split("\n").slice(0, 4)).toEqual([
      "feed  items  newest                files",
      "all       1  2024-05-30 17:00 UTC  .rss .atom .json written",
      "",
      "1 article in 1 feed; held back: none; set aside: none",
    ]);
    expect(published("all.rss")).toContain("<pubDate>Thu, 30 May 2024 17:00:00 GMT</pubDate>");
    expect(run().stdout).toContain(".rss .atom .json unchanged");
  });

  it("sets a broken record aside, publishes the rest, and leaves with 1", () => {
    write("articles/broken.md", "---\ntitle: Broken\ndate: the day after\n---\nText.\n");
    const { status, stdout, stderr } = run("build");
    expect(status).toBe(1);
    expect(stdout).toContain("set aside: 1");
    expect(stderr).toMatch(/articles\/broken\.md:3: date: .*the day after.* — /);
    expect(published("all.rss")).toContain("The ferry is back");
  });

  it("gives one JSON document on stdout with --json", () => {
    write("articles/broken.md", "---\ntitle: Broken\n---\nText.\n");
    write("articles/later.md", "---\ntitle: Later\ndate: 2999-01-01\n---\nText.\n");
    const { status, stdout, stderr } = run("build", "--json");
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report).toMatchObject({
      articles: 1,
      feeds: [{ path: "all", items: 1, newest: "2024-05-30T17:00:00.000Z" }],
      held: [{ key: "later.md", reason: "embargoed" }],
      setAside: [{ file: "articles/broken.md", field: "date", reason: "no date" }],
    });
    expect(stderr).toContain("no date");
  });

  it("says nothing with --quiet when all went well", () => {
    expect(run("build", "--quiet")).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  it.each([
    [
      "no configuration",
      () => rmSync(path.join(folder, "feedwright.config.yaml")),
      /There is no feedwright\.config/,
    ],
    [
      "a wrong one",
      () => write("feedwright.config.yaml", `${CONFIG}limt: 3\n`),
      /feedwright\.config\.yaml:2: limt: /,
    ],
    [
      "no articles folder",
      () => rmSync(path.join(folder, "articles"), { recursive: true }),
      /articles.*cannot be read/,
    ],
    ["an empty folder", () => rmSync(path.join(folder, "articles/ferry.md")), /holds no records/],
    [
      "only broken records",
      () => write("articles/ferry.md", "---\na: [\n---\n"),
      /ferry\.md:\d: bad YAML/,
    ],
  ])("leaves with 2 and the last good feeds untouched: %s", (_, harm, words) => {
    expect(run("build").status).toBe(0);
    const before = published("all.rss");
    harm();
    const { status, stderr, stdout } = run("build");
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
    expect(status).toBe(2);
    expect(published("all.rss")).toBe(before);
  });

  it("leaves with 2 when the output cannot be written", () => {
    write("feeds", "a file where the folder should be");
    const { status, stderr } = run("build");
    expect(status).toBe(2);
    expect(stderr).toContain("feeds");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each([
    [["prublish"], "There is no command"],
    [["constructor"], "There is no command"],
    [["build", "--conf", "x"], "--conf"],
    [["build", "extra"], "extra"],
    [["build", "--config"], "--config"],
    [["build", "--log-format", "json"], "--log-format belongs to"],
    [["schedule", "--log-format", "xml"], "--log-format is json or pretty"],
    [["build", "--max-age", "2h"], '--max-age belongs to "feedwright status"'],
    [["build", "--config", "missing.yaml"], "missing.yaml cannot be read: there is no such file"],
    [["build", "--config", "articles"], "articles cannot be read: it is a folder"],
  ])("refuses %j with 2 and a word", (args, words) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  it("gives the failure as one JSON document too with --json", () => {
    write("feedwright.config.yaml", `${CONFIG}limt: 3\n`);
    const { status, stdout, stderr } = run("--json");
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      error: {
        code: "CONFIG_INVALID",
        message: expect.stringContaining("limt"),
        remedy: expect.any(String),
      },
    });
    expect(stderr).toContain("limt");
  });

  it("keeps its exit code when nobody listens to stderr", async () => {
    const child = spawn(process.execPath, [cli, "prublish"], { cwd: folder });
    child.stderr.destroy();
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(2);
  });

  it("answers --help and --version", () => {
    expect(run("--help")).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Usage: feedwright"),
    });
    expect(run("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("finds everything beside the configuration that --config names", () => {
    const elsewhere = path.join(folder, "elsewhere");
    mkdirSync(elsewhere);
    cpSync(path.join(folder, "articles"), path.join(elsewhere, "articles"), { recursive: true });
    writeFileSync(path.join(elsewhere, "site.yaml"), CONFIG);
    expect(run("build", "--config", "elsewhere/site.yaml").status).toBe(0);
    expect(existsSync(path.join(elsewhere, "feeds/all.rss"))).toBe(true);
  });
});
