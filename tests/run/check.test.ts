/** `feedwright check`: which documents, what is said of them, and with which exit code. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OperationalError } from "../../src/errors.ts";
import { runCheck } from "../../src/run/check.ts";
import { ATOM, RSS } from "../checks/documents.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const BROKEN = RSS.replace("tag:post.example,2026:2", "https://post.example/crane/");
const DOUBTFUL = RSS.replace("<ttl>60</ttl>", "<docs>https://x.example/</docs>").replace(
  /<docs>http.*\n/,
  "",
);
const HERE = RSS.replaceAll("post.example/all", "post.example/feeds/all");

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 5, 2) });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function write(file: string, text: string): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

async function run(files: readonly string[], more: { json?: boolean; quiet?: boolean } = {}) {
  const said: string[] = [];
  const options = {
    json: false,
    quiet: false,
    verbose: false,
    csv: false,
    missing: false,
    "accept-shrink": false,
  };
  const terminal = { out: (text: string) => said.push(text), err: () => {}, hasColor: false };
  const code = await runCheck({ ...options, ...more, files }, terminal);
  return { code, said: said.join("") };
}

const CONFIG = "site: { title: T, url: https://post.example/ }\n";

describe("feedwright check", () => {
  it("passes a good file", async () => {
    write("a.rss", RSS);
    write("b.atom", ATOM);
    expect(await run(["a.rss", "b.atom"])).toEqual({
      code: 0,
      said: "2 documents: 0 errors, 0 warnings\n",
    });
  });

  it("tells file, line, rule, level, reason and remedy of an error, and leaves with 1", async () => {
    write("a.rss", BROKEN);
    expect(await run(["a.rss"])).toEqual({
      code: 1,
      said: `a.rss:34 rss/guid-unique error an earlier item has "https://post.example/crane/" — give each item its own\n1 document: 1 error, 0 warnings\n`,
    });
  });

  it("leaves with 0 where there are only warnings, which --quiet does not show", async () => {
    write("a.rss", DOUBTFUL);
    const { code, said } = await run(["a.rss"]);
    expect(code).toBe(0);
    expect(said).toMatch(/^a\.rss:\d+ rss\/docs warning .*\n1 document: 0 errors, 1 warning\n$/);
    expect(await run(["a.rss"], { quiet: true })).toEqual({ code: 0, said: "" });
  });

  it("gives one JSON document with --json", async () => {
    write("a.rss", BROKEN);
    const { said } = await run(["a.rss"], { json: true });
    expect(JSON.parse(said)).toMatchObject({
      files: [{ file: "a.rss", findings: [{ rule: "rss/guid-unique", level: "error", line: 34 }] }],
      errors: 1,
      warnings: 0,
    });
  });

  it("looks into a folder, whatever a file is called there", async () => {
    write("out/deep/a.rss", RSS);
    write("out/.feedwright.json", "{");
    write("out/notes.txt", "no feed");
    expect((await run(["out"])).said).toBe("1 document: 0 errors, 0 warnings\n");
    write("page.html", "<html></html>");
    expect((await run(["page.html"])).said).toContain("feed/known-format error");
  });

  it("without files checks the output folder, and knows the address of each document", async () => {
    write("feedwright.config.yaml", CONFIG);
    write("feeds/all.rss", HERE);
    expect(await run([])).toEqual({ code: 0, said: "1 document: 0 errors, 0 warnings\n" });
    write("feeds/all.rss", RSS);
    expect((await run([])).said).toMatch(/^feeds\/all\.rss:7 xml\/self-matches-address warning/);
  });

  it("tells no more than the size of what nobody could read", async () => {
    write("a.rss", RSS.padEnd(20_000_001));
    const { code, said } = await run(["a.rss"]);
    expect(code).toBe(1);
    expect(said).toMatch(/^a\.rss xml\/size error 20000001 bytes .*\n1 document/);
  });

  it("lets no document command the terminal", async () => {
    write("a.rss", RSS.replace("<ttl>60", "<ttl>\u001b[2J\u009b\u202e"));
    const { said } = await run(["a.rss"]);
    expect(said).toContain("rss/ttl");
    expect(said).not.toMatch(/[\u001b\u009b\u202e]/);
  });

  it.each([["nowhere.rss"], []])("refuses what is not there: %s", async (...files) => {
    write("feedwright.config.yaml", CONFIG);
    await expect(run(files)).rejects.toThrow(OperationalError);
  });
});
