/** `feedwright credits` as editors call it: a real process, its exit code, its two streams. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "../..");
const cli = path.join(root, "dist/run/cli.js");
const CONFIG = `site: { title: Harbour News, url: https://harbour.example/, timezone: UTC }\n`;

let folder: string;

beforeEach(() => {
  folder = temporaryFolder({
    "feedwright.config.yaml": CONFIG,
    "articles/crane.md": article("Crane", "![A crane](/crane.jpg)\n*Photo: Cleo Lens/DOCKPIX*"),
  });
});

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

function article(title: string, body: string, fields = ""): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: 2024-05-31\n${fields}---\nText.\n\n${body}\n`;
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8" });
}

describe("feedwright credits", () => {
  it("lists every picture, publishes nothing, and leaves with 0 when all is credited", () => {
    const { status, stdout, stderr } = run("credits");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^article +picture +credited to +read from\n/);
    expect(stdout).toMatch(/articles\/crane\.md +\/crane\.jpg +.*Cleo Lens\/DOCKPIX/);
    expect(stdout).toContain("The one picture is credited.");
    expect(existsSync(path.join(folder, "feeds"))).toBe(false);
  });

  it("leaves with 1 when a picture names nobody, and with 0 where no feed minds", () => {
    write("articles/market.md", article("Market", "![A stall](/stall.jpg)"));
    const { status, stdout } = run("credits", "--missing");
    expect(status).toBe(1);
    expect(stdout).toMatch(/articles\/market\.md +\/stall\.jpg +NOBODY/);
    expect(stdout).not.toContain("crane");
    expect(stdout).toContain("1 of 2 pictures names nobody.");
    write("feedwright.config.yaml", `${CONFIG}credits: { missing: publish }\n`);
    expect(run("credits").status).toBe(0);
  });

  it("shows the spellings of a name together until an alias mends them", () => {
    write("articles/boat.md", article("Boat", "![A boat](/boat.jpg)\n*Photo: LENS Cleo/DOCKPIX*"));
    const { stdout } = run("credits");
    expect(stdout).toMatch(/Probably one person each:\n {2}.*Cleo Lens/);
    expect(stdout).toContain("aliases: {");
    write(
      "feedwright.config.yaml",
      `${CONFIG}credits: { aliases: { "Cleo Lens": "Cleo Lens" } }\n`,
    );
    expect(run("credits").stdout).not.toContain("Probably");
  });

  it("gives CSV and JSON with everything else on stderr", () => {
    write("articles/broken.md", "---\ntitle: Broken\n---\nText.\n");
    const csv = run("credits", "--csv");
    expect(csv.stdout.split("\r\n")).toHaveLength(3);
    expect(csv.stdout).toMatch(/^article,title,address,picture,/);
    expect(csv.stderr).toContain("articles/broken.md");
    const json = run("credits", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({
      pictures: [{ file: "articles/crane.md", creators: ["Cleo Lens"], agencies: ["DOCKPIX"] }],
      problems: [{ file: "articles/broken.md" }],
    });
  });

  it("lets no record command the terminal", () => {
    const hostile = "\\e[2Jred\\e]0;title\\a";
    const fields = `image: { src: /x.jpg, credit: "Photo: Cleo ${hostile}Lens" }\n`;
    write("articles/hostile.md", article("Hostile", "Text.", fields));
    write("articles/\u001b[31mname.md", "---\ntitle: No date\n---\nText.\n");
    for (const args of [[], ["--csv"], ["--json"]]) {
      const { stdout, stderr } = run("credits", ...args);
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    }
    expect(run("build").stderr).not.toContain("\u001b");
  });

  it.each([
    [["build", "--csv"], '--csv belongs to "feedwright credits", not to "build"'],
    [["--missing"], '--missing belongs to "feedwright credits", not to "build"'],
    [["schedule", "--missing"], 'not to "schedule"'],
    [["credits", "--csv", "--json"], "--csv and --json cannot go together"],
    [["credits", "--config", "missing.yaml"], "missing.yaml cannot be read"],
  ])("refuses %j with 2 and a word", (args, words) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    if (!args.includes("--json")) expect(stdout).toBe("");
  });

  it("leaves with 2 where the articles cannot be read", () => {
    rmSync(path.join(folder, "articles"), { recursive: true });
    expect(run("credits")).toMatchObject({ status: 2, stdout: "" });
  });

  it("is in the help, with its options", () => {
    const { stdout } = run("--help");
    for (const word of ["credits ", "--csv", "--missing"]) expect(stdout).toContain(word);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
