/** The golden documents as programs in other languages read them, where those are installed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { renderJsonFeed } from "../../src/formats/json-feed.ts";
import { caseFile, caseNames, readCase } from "./cases.ts";

const python = ["/usr/bin/python3", "python3"].find(
  (command) => spawnSync(command, ["-c", "import feedparser"]).status === 0,
);
const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
if (python === undefined) console.warn("skipped: python3-feedparser is not installed");
if (!hasXmllint) console.warn("skipped: xmllint is not installed");

const script = fileURLToPath(new URL("../readers/read_with_feedparser.py", import.meta.url));
const documents = caseNames.flatMap((name) =>
  ["rss", "atom"].map((ending) => ({
    name,
    file: fileURLToPath(caseFile(name, `expected.${ending}`)),
  })),
);

describe.skipIf(!hasXmllint)("xmllint", () => {
  it("finds every document well-formed, with its prefixes declared", () => {
    const files = documents.map(({ file }) => file);
    const { stderr } = spawnSync("xmllint", ["--noout", "--nonet", ...files], { encoding: "utf8" });
    expect(stderr).toBe("");
  });
});

describe.skipIf(python === undefined)("feedparser", () => {
  it("finds no fault, and the items of the JSON Feed, in their order", () => {
    const files = documents.map(({ file }) => file);
    const { stdout, stderr } = spawnSync(python ?? "", [script, ...files], { encoding: "utf8" });
    expect(stderr).toBe("");
    const seen: readonly { bozo: string; items: readonly Record<string, unknown>[] }[] =
      JSON.parse(stdout);
    const secondOf = (date: string | undefined) =>
      date === undefined ? undefined : Math.trunc(Date.parse(date) / 1000);
    documents.forEach(({ name, file }, nth) => {
      const { bozo, items = [] } = seen[nth] ?? {};
      expect(bozo, file).toBe("");
      const expected: readonly { date_published?: string }[] = JSON.parse(
        renderJsonFeed(readCase(name)),
      ).items;
      expect(
        items.map((item) => item["published"] ?? undefined),
        file,
      ).toEqual(expected.map((item) => secondOf(item.date_published)));
    });
  });
});
