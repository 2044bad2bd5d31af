/** Runs of one process, which hold what the last one left: they give what any run gives. */
import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readContent } from "../../src/articles/content/content.ts";
import { readBytes } from "../../src/articles/folder.ts";
import { openWarm, type Warm } from "../../src/rebuild/warm.ts";
import { NOW, openProject, type Project, record, runAWhileLater } from "./built-again.ts";
import { apply, config, type Edit, edit, FEEDS, FILES } from "./random-edits.ts";

vi.mock("../../src/articles/content/content.ts", { spy: true });
vi.mock("../../src/articles/folder.ts", { spy: true });
beforeEach(() => {
  vi.mocked(readContent).mockClear();
  vi.mocked(readBytes).mockClear();
});
runAWhileLater();

/** What another process holds of a project. */
const others = new WeakMap<Project, Warm>();

/** What others may do to what feedwright keeps. */
const HARMS = {
  "a cache is lost": ({ remove }: Project) => remove(".feedwright/contents.json"),
  "a cache is of another time": ({ write }: Project) =>
    write({ ".feedwright/feeds.json": '{"version":"0"}' }),
  "the index is broken": ({ write }: Project) => write({ ".feedwright/articles.index": "broken" }),
  "all caches are lost": ({ remove }: Project) => remove(".feedwright"),
  "a document is changed": ({ write }: Project) => write({ "feeds/all.rss": "changed" }),
  "the output is lost": ({ remove }: Project) => remove("feeds"),
  "the ledger is lost": ({ remove }: Project) => remove("feedwright.ledger"),
  "a line of the ledger is lost": ({ folder, write }: Project) => {
    const lines = readFileSync(path.join(folder, "feedwright.ledger"), "utf8").split("\n");
    write({ "feedwright.ledger": lines.toSpliced(1, 1).join("\n") });
  },
  "the ledger holds a conflict": ({ folder }: Project) =>
    appendFileSync(path.join(folder, "feedwright.ledger"), "<<<<<<< ours\nx y\n>>>>>>> theirs\n"),
  "another process has run": ({ run }: Project) => run(),
  "another process has run again": (project: Project) => {
    const warm = others.get(project) ?? openWarm();
    others.set(project, warm);
    return project.run({ feeds: FEEDS }, NOW, { warm });
  },
} as const;

const step = fc.record({
  edits: fc.array(edit, { maxLength: 3 }),
  config: fc.option(config, { freq: 6 }),
  /** Clocks are put back, too. */
  hours: fc.integer({ min: -4, max: 12 }),
  isSoon: fc.boolean(),
  isWatched: fc.boolean(),
  harm: fc.option(fc.constantFrom(...Object.keys(HARMS)), { freq: 2 }),
  feeds: fc.option(fc.constant(new Set(["all", "tags"])), { freq: 4 }),
});

/** Everything below the articles folder that an edit may have touched. */
function touchedBy({ folder }: Project, edits: readonly Edit[]): ReadonlySet<string> {
  const names = edits.flatMap((made) => {
    if (made.kind === "data") return ["posts/posts.json"];
    if (made.kind === "picture") return [path.relative("articles", made.picture)];
    return made.kind === "rename" ? [made.place, made.to] : [made.place];
  });
  return new Set(names.map((name) => path.join(folder, "articles", name)));
}

/** A report as it would be of a project that lies elsewhere. */
function placeless(report: unknown, { folder }: Project): unknown {
  return JSON.parse(JSON.stringify(report).replaceAll(path.basename(folder), "project"));
}

async function runBoth(
  [warmed, plain]: readonly [Project, Project],
  runs: readonly [run: Promise<unknown>, other: Promise<unknown>],
): Promise<void> {
  const [one, other] = await Promise.all(runs);
  expect(placeless(one, warmed)).toEqual(placeless(other, plain));
  expect(warmed.documents()).toEqual(plain.documents());
  const ledgerOf = ({ documents }: Project) => documents("")["feedwright.ledger"];
  expect(ledgerOf(warmed)).toBe(ledgerOf(plain));
}

describe("warm runs", () => {
  it("give the documents, the report and the ledger that cold ones give", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const [warmed, plain] = [1, 2].map(() => openProject(FILES, { acceptShrink: true }));
        if (warmed === undefined || plain === undefined) throw new Error("two are opened");
        const warm = openWarm();
        let keys: Record<string, unknown> = { feeds: FEEDS };
        let hours = 0;
        for (const made of steps) {
          const clockMs = performance.timeOrigin + performance.now();
          vi.setSystemTime(clockMs + (made.isSoon ? 0 : 60_000));
          for (const project of [warmed, plain]) {
            for (const one of made.edits) apply(project, one);
            if (made.harm !== null) await harm(project, made.harm);
          }
          keys = { ...keys, ...made.config };
          hours += made.hours;
          const now = new Date(NOW.getTime() + hours * 3_600_000);
          const changed = made.isWatched ? { changed: touchedBy(warmed, made.edits) } : {};
          const feeds = made.feeds === null ? {} : { feeds: made.feeds };
          const hot = warmed.run(keys, now, { ...feeds, warm, ...changed });
          await runBoth([warmed, plain], [hot, plain.run(keys, now, feeds)]);
        }
      }),
      { numRuns: 6 },
    );
  });

  async function harm(project: Project, name: string): Promise<void> {
    try {
      await HARMS[name as keyof typeof HARMS](project);
    } catch {
      // Nothing of the kind is there yet.
    }
  }
});

describe("a warm run", () => {
  const files = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [`articles/${name}.md`, record(name.toUpperCase())]),
  );
  const keys = { formats: ["rss"], feeds: { all: {}, also: { limit: 3 } } };

  async function hotProject() {
    const project = openProject(files, keys);
    const warm = openWarm();
    const run = (changed?: readonly string[], more = {}) => {
      const told = changed?.map((name) => path.join(project.folder, name));
      return project.run(more, NOW, {
        ...{ warm, ...(told === undefined ? {} : { changed: new Set(told) }) },
      });
    };
    for (let times = 0; times < 2; times += 1) await run();
    project.write({ "articles/b.md": record("B1") });
    await run();
    vi.mocked(readContent).mockClear();
    vi.mocked(readBytes).mockClear();
    return { project, run };
  }

  const parsed = () => vi.mocked(readContent).mock.calls.map(([body]) => body.source.trim());
  const read = () => vi.mocked(readBytes).mock.calls.map(([file]) => file.path);

  it("reads and parses what has changed, and nothing else of the feeds that show it", async () => {
    const { project, run } = await hotProject();
    project.write({ "articles/b.md": record("B2", "", "Baru.") });
    const { changes } = await run(["articles/b.md"]);
    expect(changes.updated).toMatchObject([{ title: "B2", feeds: ["all", "also"] }]);
    expect(new Set(read())).toEqual(new Set(["b.md"]));
    expect(parsed()).toEqual(["Baru."]);
    expect(project.documents()["all.rss"]).toContain("Isi A.");
  });

  it("looks only at what it is told of, and at all where it is told nothing", async () => {
    const { project, run } = await hotProject();
    project.write({ "articles/a.md": record("A2"), "articles/c.md": record("C2") });
    await run(["articles/c.md"]);
    expect(project.documents()["all.rss"]).toContain("<title>C2</title>");
    expect(project.documents()["all.rss"]).toContain("<title>A</title>");
    await run();
    expect(project.documents()["all.rss"]).toContain("<title>A2</title>");
  });

  it("makes everything anew of another configuration", async () => {
    const { project, run } = await hotProject();
    await run([], { content: "summary" });
    expect(parsed()).toHaveLength(4);
    expect(project.documents()["all.rss"]).not.toContain("content:encoded>");
  });

  it("leaves nothing to the next where it fails, and that one misses nothing", async () => {
    const { project, run } = await hotProject();
    project.write({ "articles/a.md": record("A2") });
    project.remove("feedwright.ledger");
    project.write({ "feedwright.ledger/file": "no ledger" });
    await expect(run(["articles/a.md"])).rejects.toThrow();
    project.remove("feedwright.ledger");
    await run([]);
    expect(project.documents()["all.rss"]).toContain("<title>A2</title>");
  });
});
