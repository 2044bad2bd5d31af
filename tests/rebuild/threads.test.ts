/** A site large enough for threads: the compiled program reads it in several, this process in one. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openProject, record, withoutOutcomes } from "./built-again.ts";

const program = path.resolve(import.meta.dirname, "../../dist/run/cli.js");
const SITE = { title: "Situs", url: "https://site.example/", language: "id" };

function fileOf(at: number): [name: string, content: string] {
  if (at % 97 === 0) return [`articles/a${at}.md`, "---\nb: [\n---\n"];
  if (at % 101 === 0) return [`articles/a${at}.md`, record(`D${at}`, "draft: true")];
  const day = new Date(Date.UTC(2022, 0, 1) + at * 3_600_000).toISOString();
  const front = `date: ${day}\ntags: [t${at % 7}]\nimage: { src: f${at % 5}.jpg, credit: Maya ${at % 9} }`;
  return [`articles/s${at % 4}/a${at}.md`, record(`T${at}`, front)];
}

describe("threads", () => {
  it("give the documents and the report that one alone gives", async () => {
    const files = Array.from({ length: 1_700 }, (_, at) => fileOf(at));
    const many = [{ title: "J1", date: "2022-12-01" }, { title: "J2" }];
    const project = openProject({
      ...Object.fromEntries(files),
      "articles/many.json": JSON.stringify(many),
      "articles/s0/s0.json": JSON.stringify({ author: "Redaksi" }),
    });
    const feeds = { all: { limit: 500 }, tags: { each: "tag", path: "tag/{slug}" } };
    const config = path.join(project.folder, "feedwright.config.json");
    writeFileSync(config, JSON.stringify({ site: SITE, feeds }));
    const { stdout, status } = spawnSync(process.execPath, [program, "--json"], {
      ...{ cwd: project.folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    });
    expect(status).toBe(1);
    const alone = await project.run(
      { feeds, cache: "alone", output: "other", ledger: "other.ledger" },
      new Date(),
    );
    expect(Object.keys(project.documents())).toHaveLength(25);
    expect(project.documents("other")).toEqual(project.documents());
    const named = JSON.parse(JSON.stringify(withoutOutcomes(alone)));
    const told = JSON.parse(stdout);
    expect(told.setAside.map(fileless)).toEqual(named.setAside.map(fileless));
    expect([told.articles, told.held.length]).toEqual([named.articles, named.held.length]);
  });
});

/** One was called from the project's folder, the other from elsewhere. */
function fileless({ file, ...rest }: { readonly file: string }) {
  return { ...rest, name: path.basename(file) };
}
