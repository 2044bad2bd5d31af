/** Our Atom against the grammar of RFC 4287 (`atom.rng`), by xmllint where it is installed. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Feed } from "../../src/formats/feed-class.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { caseFile, caseNames } from "./cases.ts";
import { differences, sites, stories } from "./feed-usages.ts";

const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
if (!hasXmllint) console.warn("skipped: xmllint is not installed");

const schema = path.join(import.meta.dirname, "atom.rng");

/** Whether each of the documents is valid, and what xmllint says. */
function validate(documents: readonly string[]): {
  readonly valid: readonly boolean[];
  readonly said: string;
} {
  const names = documents.map((_, nth) => `${nth}.atom`);
  const folder = temporaryFolder(
    Object.fromEntries(documents.map((document, nth) => [`${nth}.atom`, document])),
  );
  const files = names.map((name) => path.join(folder, name));
  const command = ["--noout", "--nonet", "--relaxng", schema, ...files];
  const { stderr } = spawnSync("xmllint", command, { encoding: "utf8" });
  const lines = stderr.split("\n");
  return { valid: files.map((file) => lines.includes(`${file} validates`)), said: stderr };
}

describe.skipIf(!hasXmllint)("the grammar of Atom", () => {
  it("allows every golden document", () => {
    const documents = caseNames.map((name) =>
      readFileSync(caseFile(name, "expected.atom"), "utf8"),
    );
    const { valid, said } = validate(documents);
    expect(valid, said).toEqual(documents.map(() => true));
  });

  it("allows whatever programs of the package `feed` say", () => {
    const feeds = differences.map(({ options, item }) => {
      const feed = new Feed({ ...stories, ...options });
      const date = new Date("2026-01-02T03:04:05Z");
      if (item) feed.addItem({ title: "One", link: "https://quarry.example/1", date, ...item });
      return feed;
    });
    const all = [...feeds, ...sites.map(({ build }) => build(Feed))];
    const { valid, said } = validate(all.map((feed) => feed.atom1()));
    expect(valid, said).toEqual(all.map(() => true));
  });

  it("refuses what is not Atom", () => {
    const document = sites[0]?.build(Feed).atom1() ?? "";
    const broken = (
      [
        [/<id>.*<\/id>/, ""],
        [/<id>.*<\/id>/, "<id>slug</id>"],
        [/<title type="text">/, '<title type="text/html">'],
        [/<updated>.*<\/updated>/, ""],
        [/<updated>.*<\/updated>/, "<updated>2026-01-05</updated>"],
        [/<name>.*<\/name>/, ""],
        [/<entry>/, "<entry><updated>2026-01-05T00:00:00Z</updated>"],
        [/<\/entry>\n<\/feed>/, "</entry>\n<generator>late</generator>\n</feed>"],
        [/ term="[^"]*"/, ""],
        [/ href="[^"]*"/, ""],
        [/<entry>/, "<entry><unknown/>"],
      ] as const
    ).map(([found, put]) => document.replace(found, put));
    for (const one of broken) expect(one).not.toBe(document);
    expect(validate([document, ...broken]).valid).toEqual([true, ...broken.map(() => false)]);
  });
});
