/** Mark-up that has run scripts in somebody's reader; what is left of it is read by a parser. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readContent } from "../../../src/articles/content/content.ts";
import { faultsOf, reparsed } from "./tree.ts";

const attacks = readFileSync(new URL("attacks.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "))
  .map((line) =>
    line.replace(/\\x([0-9a-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );

const CONTEXT = { baseUrl: "https://kabar.example/a/", images: [] };

describe("attacks", () => {
  it("has enough of them", () => expect(attacks.length).toBeGreaterThan(80));

  it.each(attacks)("%s", (source) => {
    for (const form of ["html", "markdown"] as const) {
      const { html } = readContent({ form, source }, CONTEXT);
      expect(faultsOf(html)).toEqual([]);
      expect(reparsed(html)).toBe(html);
    }
  });
});

describe("bodies made to exhaust the machine", () => {
  const many = (count: number, make: (at: number) => string): string => {
    return Array.from({ length: count }, (_, at) => make(at)).join("");
  };
  it.each([
    ["nested boxes", "html", "<div>".repeat(100_000)],
    ["nested quotations", "markdown", "> ".repeat(20_000)],
    ["nested lists", "markdown", many(400, (at) => `${" ".repeat(2 * at)}- a\n`)],
    ["attributes", "html", `<p ${many(20_000, (at) => `a${at} `)}>x`],
    ["open formatting", "html", many(2000, (at) => `<p><b id=${at}>x`)],
    ["open links", "html", "<a href=x><p>".repeat(1000)],
    ["text out of tables", "html", `<table>${"x<b>".repeat(3000)}`],
    ["unclosed tags", "html", "<a ".repeat(100_000)],
    ["bare signs", "html", "<".repeat(50_000)],
    ["tags that are text", "html", `${many(3000, (at) => `<p><b a=${at}>`)}${"<".repeat(20_000)}`],
    ["candidates", "html", `<img srcset="${"a 1x, ".repeat(20_000)}">`],
    ["commas", "html", `<img srcset="${",".repeat(100_000)}">`],
    ["emphasis", "markdown", "*a **b ".repeat(5000)],
    ["brackets", "markdown", "[".repeat(5000)],
    ["images", "markdown", "![a](b.jpg)\n\n".repeat(500)],
    ["links", "markdown", "[a](b".repeat(10_000)],
    ["backticks", "markdown", many(300, (at) => `${"`".repeat(at)} `)],
    ["shortcodes", "markdown", "{{< ".repeat(10_000)],
    ["shortcode in shortcode", "markdown", '{{< figure src="'.repeat(10_000)],
    ["components", "markdown", `import a from "a"\n\n${"<A {".repeat(20_000)}`],
    ["captions", "html", `${"[caption]".repeat(20_000)}[/caption]`],
    ["white space", "html", `<figure><img src=a><figcaption>${" ".repeat(200_000)}x</figcaption>`],
    ["figures", "html", "<figure><img src=a><figcaption>".repeat(1000)],
    ["wrapped pictures", "html", `${"<div class=caption>".repeat(180)}<img src=a>x`.repeat(20)],
    ["dots of a credit", "html", `<figure><img src=a><figcaption>${"a/".repeat(50_000)}`],
    [
      "footnotes",
      "markdown",
      many(500, (at) => `[^${at}] `) + many(500, (at) => `\n\n[^${at}]: x`),
    ],
  ] as const)("%s", { timeout: 4000 }, (_, form, source) => {
    const { html } = readContent({ form, source }, CONTEXT);
    expect(faultsOf(html)).toEqual([]);
  });
});
