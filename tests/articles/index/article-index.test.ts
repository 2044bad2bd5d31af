import { statSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openIndex } from "../../../src/articles/index/article-index.ts";
import type { IndexedFile } from "../../../src/articles/index/indexed-record.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const open = (cache: string, context = "c") =>
  openIndex({ cache, shownAs: path.basename, context });

function fileOf(name: string, version: string): IndexedFile {
  return { path: name, version, digest: version, inherited: "", records: [], problems: [] };
}

/** What a run does to the files: those it names get another version, or go. */
const run = fc.dictionary(
  fc.constantFrom("a.md", "b.md", "c/d.md", "__proto__", "ü.md"),
  fc.option(fc.constantFrom("1", "2", "3")),
  { maxKeys: 3, noNullPrototype: true },
);

describe("the index", () => {
  it("knows after any number of runs what the last one has seen, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
        const cache = temporaryFolder();
        let seen = new Map<string, IndexedFile>();
        for (const changes of runs) {
          const index = open(cache);
          const now = new Map<string, IndexedFile>();
          for (const [name, file] of seen) now.set(name, index.fileAt(name) ?? file);
          for (const [name, version] of Object.entries(changes)) {
            if (version === null) now.delete(name);
            else now.set(name, fileOf(name, version));
          }
          index.save([...now.values()]);
          seen = now;
          const again = open(cache);
          expect(again.problem).toBeUndefined();
          for (const name of ["a.md", "b.md", "c/d.md", "__proto__", "ü.md"]) {
            expect(again.fileAt(name)).toEqual(seen.get(name));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("does not grow without end", () => {
    const cache = temporaryFolder();
    const sizes: number[] = [];
    for (let at = 0; at < 400; at += 1) {
      const index = open(cache);
      const kept = index.fileAt("kept.md") ?? fileOf("kept.md", "1");
      index.save([kept, fileOf("edited.md", String(at)), fileOf(`new-${at}.md`, "1")]);
      sizes.push(statSync(path.join(cache, "articles.index")).size);
    }
    expect(Math.max(...sizes.slice(200))).toBeLessThanOrEqual(
      Math.max(...sizes.slice(0, 200)) + 500,
    );
    expect(open(cache).fileAt("kept.md")).toEqual(fileOf("kept.md", "1"));
    expect(open(cache).fileAt("new-7.md")).toBeUndefined();
  });

  it("of another context is not used", () => {
    const cache = temporaryFolder();
    open(cache).save([fileOf("a.md", "1")]);
    expect(open(cache, "other").fileAt("a.md")).toBeUndefined();
    expect(open(cache, "other").problem).toBeUndefined();
  });

  it("is nowhere where there is no cache", () => {
    const index = openIndex({ shownAs: path.basename, context: "c" });
    index.save([fileOf("a.md", "1")]);
    expect(index.fileAt("a.md")).toBeUndefined();
  });
});
