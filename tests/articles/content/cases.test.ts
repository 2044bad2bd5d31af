/**
 * One folder a case: `input.md` or `input.html`, what comes with it in `case.json`, and what a
 * reader gets in `expected.html`. A new case needs no code: `UPDATE_GOLDEN=1 npx vitest run
 * tests/articles/content/cases.test.ts` writes what is expected anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Content, Image } from "../../../src/articles/article.ts";
import { readContent } from "../../../src/articles/content/content.ts";
import { faultsOf } from "./tree.ts";

interface Case {
  readonly images?: readonly Image[];
  readonly summary?: string;
  readonly expected?: { readonly summary?: string; readonly images?: readonly Image[] };
}

const CASES = new URL("cases/", import.meta.url);
const BASE = "https://kabar.example/2024/05/berita/";

const updating = process.env["UPDATE_GOLDEN"] === "1";

const read = (path: string): string => readFileSync(new URL(path, CASES), "utf8");

describe.each(readdirSync(CASES))("%s", (name) => {
  const isMarkdown = existsSync(new URL(`${name}/input.md`, CASES));
  const source = read(`${name}/input.${isMarkdown ? "md" : "html"}`);
  const { images = [], summary, expected }: Case = JSON.parse(read(`${name}/case.json`));
  const context = { baseUrl: BASE, images, ...(summary === undefined ? {} : { summary }) };
  const content: Content = readContent({ form: isMarkdown ? "markdown" : "html", source }, context);

  it("reads as expected", () => {
    if (updating) writeFileSync(new URL(`${name}/expected.html`, CASES), `${content.html}\n`);
    expect(`${content.html}\n`).toBe(read(`${name}/expected.html`));
    if (expected?.summary !== undefined) expect(content.summary).toBe(expected.summary);
    if (expected?.images !== undefined) {
      // The line as found is the credit reader's affair.
      const told = content.images.map(({ credit, found: _found, ...image }) => {
        const { raw: _, ...names } = credit ?? { raw: "" };
        return { ...image, ...(credit === undefined ? {} : { credit: names }) };
      });
      expect(told).toEqual(expected.images);
    }
  });

  it("holds nothing unsafe, and reads the same when read again", () => {
    expect(faultsOf(content.html)).toEqual([]);
    expect(readContent({ form: "html", source: content.html }, context).html).toBe(content.html);
  });
});

describe("comments, raw text and links of generators", () => {
  it.each([
    ["backticks", `{${"`".repeat(100_000)}`],
    ["a long fence", `${"`".repeat(50_000)}${"x".repeat(50_000)}\``],
    ["open comments between fences", "{# a\n```\n```\n".repeat(10_000)],
    ["open raw", "{% raw %} ".repeat(20_000)],
    ["short comments", "{# a #} <!-- b --> ".repeat(10_000)],
    ["runs of backticks", "` `` ``` ```` ````` {# a #} <Image ![[ ".repeat(3000)],
    ["backticks over lines", `{{ a }} <b>\n${"` x\n> `` y\n".repeat(10_000)}`],
  ])("take linear time: %s", (_, source) => {
    const start = performance.now();
    readContent({ form: "markdown", source }, { baseUrl: BASE, images: [] });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
