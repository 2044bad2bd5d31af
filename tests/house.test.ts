/** The rules of the house that a machine can judge: import direction, sizes, names, leftovers. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** Data flows down this list; an import may only point up it, or stay in its own row. */
const ORDER = [
  "src/errors.ts",
  "src/version.ts",
  "src/articles/",
  "src/config/",
  "src/site-scan.ts",
  "src/site.ts",
  "src/feeds/",
  "src/formats/",
  "src/checks/",
  "src/publish/",
  "src/rebuild/",
  "src/publish-feeds.ts",
  "src/report-credits.ts",
  "src/run/",
  "src/index.ts",
];

const sources = filesBelow("src").filter((file) => file.endsWith(".ts"));
const tests = filesBelow("tests").filter((file) => file.endsWith(".ts"));

describe("imports", () => {
  it("finds the sources and their imports at all", () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(importsOf("src/rebuild/publish-changes.ts").length).toBeGreaterThan(8);
  });

  it.each(sources)("%s imports only what comes before it", (file) => {
    const own = rowOf(file);
    expect(own, `${file} has no row in ORDER`).toBeGreaterThanOrEqual(0);
    for (const specifier of importsOf(file).filter((name) => name.startsWith("."))) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      expect(rowOf(target), `${file} imports ${target}`).toBeLessThanOrEqual(own);
      expect(rowOf(target), `${target} has no row in ORDER`).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(sources.filter((file) => file.startsWith("src/formats/")))(
    "%s knows no file, clock, network or environment",
    (file) => {
      const outside = importsOf(file).filter(
        // A digest is arithmetic.
        (name) => name.startsWith("node:") && name !== "node:crypto",
      );
      expect(outside).toEqual([]);
      expect(readFile(file)).not.toMatch(
        /\bDate\.now\(|new Date\(\)|\bprocess\.|\bfetch\(|Math\.random/,
      );
    },
  );

  it("has no circle", () => {
    for (const file of sources) expect(circleFrom(file), `circle through ${file}`).toEqual([]);
  });

  it("sees an import that points the wrong way", () => {
    expect(rowOf("src/run/cli.ts")).toBeGreaterThan(rowOf("src/articles/article.ts"));
    expect(specifiersIn('import type { A } from "../run/cli.ts";\nawait import("jiti");')).toEqual([
      "../run/cli.ts",
      "jiti",
    ]);
  });
});

describe("files", () => {
  it.each(sources)(
    "%s has at most 300 lines of at most 100 columns, and says what it is",
    (file) => {
      const lines = readFile(file).split("\n");
      expect(lines.length).toBeLessThanOrEqual(301);
      // Tables hold phrases and long literals that no line break would make clearer.
      const isTable = (line: string) =>
        /["'`/].{60,}["'`/]/.test(line) || /(?:[^|]+\|){3}/.test(line);
      const long = lines.filter((line) => line.length > 100 && !isTable(line));
      expect(long).toEqual([]);
      expect(lines.find((line) => line !== "" && !line.startsWith("#!"))).toMatch(/^\/\*\*/);
    },
  );

  it("have names of things, not of leftovers", () => {
    const vague = [...sources, ...tests].filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|shared|manager|lib)(?:\/|\.)/.test(file),
    );
    expect(vague).toEqual([]);
    const barrels = sources.filter((file) => /\/index\.ts$/.test(file) && file !== "src/index.ts");
    expect(barrels).toEqual([]);
  });

  it("have a test folder that mirrors src", () => {
    const folders = new Set(
      readdirSync(path.join(root, "src"), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name),
    );
    for (const folder of folders) {
      expect(
        tests.some((file) => file.startsWith(`tests/${folder}/`)),
        folder,
      ).toBe(true);
    }
  });

  it("hold no note to do it later, and no debugger's trace", () => {
    for (const file of [...sources, ...tests].filter((name) => name !== "tests/house.test.ts")) {
      expect(readFile(file), file).not.toMatch(
        /\b(?:TODO|FIXME|XXX)\b|console\.log|\.only\(|debugger;/,
      );
    }
  });
});

describe("the repository", () => {
  it("names no host in its lockfile, and pins vitest and its coverage to one version", () => {
    const lock = readFile("package-lock.json");
    expect(lock).not.toMatch(/"resolved": "https?:/);
    const { devDependencies } = JSON.parse(readFile("package.json"));
    expect(devDependencies.vitest).toMatch(/^\d+\.\d+\.\d+$/);
    expect(devDependencies["@vitest/coverage-v8"]).toBe(devDependencies.vitest);
  });

  it("locks the packages of every platform", () => {
    const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } =
      JSON.parse(readFile("package-lock.json"));
    const locked = new Set(
      Object.keys(lock.packages).map((name) => name.replace(/^.*node_modules\//, "")),
    );
    const wanted = Object.values(lock.packages).flatMap((one) =>
      Object.keys(one.optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(20);
  });

  it("asks no more of Node than 20.19, and neither does what it installs for users", () => {
    const lock: { packages: Record<string, { engines?: { node?: string }; dev?: boolean }> } =
      JSON.parse(readFile("package-lock.json"));
    const used = Object.entries(lock.packages).filter(([, one]) => one.dev !== true);
    expect(used.length).toBeGreaterThan(10);
    for (const [name, { engines }] of used) {
      const least = [...(engines?.node ?? ">=0").matchAll(/(\d+)(?:\.\d+)*/g)].map(([, major]) =>
        Number(major),
      );
      expect(Math.min(...least), `${name} wants Node ${engines?.node}`).toBeLessThanOrEqual(20);
    }
  });

  it("publishes what people look for", () => {
    for (const file of [
      "LICENSE",
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
    ]) {
      expect(readFile(file).length, file).toBeGreaterThan(200);
    }
    expect(readFile("README.md").split("\n").length).toBeLessThanOrEqual(120);
  });

  it("carries no path of a machine", () => {
    const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n");
    const texts = tracked.filter((file) => /\.(?:ts|md|json|yaml|yml|sh)$|^\.ci\//.test(file));
    for (const file of texts.filter((name) => name !== "tests/house.test.ts")) {
      expect(readFile(file), file).not.toMatch(/\/(?:work|root|home\/\w+|Users\/\w+)\//);
    }
  });
});

function rowOf(file: string): number {
  return ORDER.findIndex((row) => file === row || (row.endsWith("/") && file.startsWith(row)));
}

function importsOf(file: string): readonly string[] {
  return specifiersIn(readFile(file));
}

function specifiersIn(text: string): readonly string[] {
  const found = text.matchAll(
    /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  );
  return [...found].map(([, from, late]) => from ?? late ?? "");
}

/** The files on a way of imports from a file back to itself; empty where there is none. */
function circleFrom(start: string): readonly string[] {
  const seen = new Set<string>();
  const waiting: (readonly string[])[] = [[start]];
  for (let way = waiting.pop(); way !== undefined; way = waiting.pop()) {
    const file = way.at(-1) ?? start;
    for (const specifier of importsOf(file).filter((name) => name.startsWith("."))) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      if (target === start) return [...way, target];
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push([...way, target]);
    }
  }
  return [];
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .sort();
}

function readFile(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}
