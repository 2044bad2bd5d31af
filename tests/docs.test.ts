/** What the documents promise: their configurations are valid, their links lead somewhere. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../src/config/config.ts";
import { captionCases, creditCases, proseCases } from "./articles/credits/cases.ts";

const root = path.resolve(import.meta.dirname, "..");
const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "docs/checks.md",
  "docs/configuration.md",
  "docs/feed-package.md",
  "docs/podcasts.md",
  "docs/credits.md",
  "docs/records.md",
  "docs/ledger.md",
  "docs/operation.md",
  "docs/media.md",
  "docs/websub.md",
  "docs/serve.md",
  "docs/pages.md",
  "docs/watching.md",
  "bench/README.md",
  "examples/README.md",
];
const SITE = { title: "T", url: "https://x.example/" };

describe.each(DOCUMENTS)("%s", (name) => {
  const text = readFileSync(path.join(root, name), "utf8");

  it("shows only configurations that are accepted", () => {
    for (const [, block = ""] of text.matchAll(/```yaml\n([\s\S]*?)```/g)) {
      const shown = load(block);
      if (!isConfig(shown)) continue;
      expect(() => checkConfig({ site: SITE, ...shown }, "x.yaml")).not.toThrow();
    }
  });

  it("links to files that are there", () => {
    for (const [, target = ""] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (/^https?:/.test(target)) continue;
      const file = path.join(root, path.dirname(name), target);
      expect(existsSync(file), `${name} links to ${target}`).toBe(true);
    }
  });
});

it("the README shows a configuration at all, and its two commands", () => {
  const text = readFileSync(path.join(root, "README.md"), "utf8");
  expect(text).toMatch(/```yaml\nsite:/);
  expect(text).toContain("npm ci && npm start");
  expect(text).toContain("npm ci && npm test");
});

it("the README counts the credit lines that there are", () => {
  const text = readFileSync(path.join(root, "README.md"), "utf8");
  const shown = (count: number) => count.toLocaleString("en");
  expect(text).toContain(`${shown(creditCases.length)} in `);
  expect(text).toContain(`of ${shown(proseCases.length + captionCases.length)} lines`);
});

function isConfig(shown: unknown): shown is Record<string, unknown> {
  if (typeof shown !== "object" || shown === null) return false;
  return ["site", "feeds", "credits", "images"].some((key) => key in shown);
}
