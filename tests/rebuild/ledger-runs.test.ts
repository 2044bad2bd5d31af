/** What a run does to its ledger, when, and what it does where it cannot have it. */
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OperationalError } from "../../src/errors.ts";
import { writeBeside } from "../../src/publish/documents.ts";
import {
  type Files,
  NOW,
  openProject,
  type Project,
  record,
  runAWhileLater,
} from "./built-again.ts";
import {
  edit,
  LEDGER,
  ledgerRows,
  readLedger,
  removeAll,
  rename,
  touchAll,
} from "./moved-sites.ts";
import { type FormatName, itemsIn } from "./reader-model.ts";

vi.mock("../../src/publish/documents.ts", { spy: true });
const { writeBeside: reallyWrite } = await vi.importActual<
  typeof import("../../src/publish/documents.ts")
>("../../src/publish/documents.ts");
afterEach(() => void vi.mocked(writeBeside).mockReset());
runAWhileLater();

const FOUR: Files = Object.fromEntries(
  ["a", "b", "c", "d"].map((name, at) => [
    `articles/${name}.md`,
    record(`Kabar ${name}`, `date: 2026-05-0${9 - at}`),
  ]),
);

/** The records that have a line. */
const recordsIn = (project: Project) => ledgerRows(project).map((row) => row.split("\t")[2]);

async function failureOf(act: Promise<unknown>): Promise<OperationalError> {
  const error: unknown = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof OperationalError))
    throw new Error("nothing was refused", { cause: error });
  return error;
}

describe("the ledger has a line for", () => {
  it("no article that readers have not seen: drafts, embargoes, what is withdrawn or broken", async () => {
    const project = openProject({
      "articles/a.md": record("A"),
      "articles/draft.md": record("B", "draft: true"),
      "articles/later.md": record("C", "date: 2026-06-02"),
      "articles/withdrawn.md": record("D", "status: withdrawn"),
      "articles/expired.md": record("E", "expires: 2023-01-01"),
      "articles/broken.md": record("F", "date: kapan-kapan"),
    });
    await project.run();
    expect(recordsIn(project)).toEqual(["a.md"]);
    await project.run({}, new Date("2026-06-03T00:00:00Z"));
    expect(recordsIn(project)).toEqual(["a.md", "later.md"]);
    edit(project, "articles/draft.md", "draft: true", "draft: false");
    await project.run({}, new Date("2026-06-03T00:00:00Z"));
    expect(recordsIn(project)).toEqual(["a.md", "draft.md", "later.md"]);
  });

  it("no article beyond the limit until it is shown; then it stays, and follows its article", async () => {
    const project = openProject(FOUR);
    const limited = (limit: number) => ({ feeds: { all: { limit } } });
    await project.run(limited(2));
    expect(recordsIn(project)).toEqual(["a.md", "b.md"]);
    project.remove("articles/a.md");
    await project.run(limited(2));
    expect(recordsIn(project)).toEqual(["a.md", "b.md", "c.md"]);
    await project.run(limited(1));
    rename(project, "c.md", "kota/c.md");
    await project.run(limited(1));
    expect(recordsIn(project)).toEqual(["a.md", "b.md", "kota/c.md"]);
  });

  it("every article of the archive documents", async () => {
    const project = openProject(FOUR);
    await project.run({ feeds: { all: { limit: 1, archive: true } } });
    expect(recordsIn(project)).toEqual(["a.md", "b.md", "c.md", "d.md"]);
  });
});

describe("the ledger stays byte for byte, and is not even written", () => {
  it.each<[string, (project: Project) => void, Record<string, unknown>]>([
    ["nothing changes", () => {}, {}],
    ["the cache is lost", (project) => removeAll(project, [".feedwright"]), {}],
    ["all files have new times", (project) => touchAll(project, "2026-05-20T00:00:00Z"), {}],
    ["feeds and cache are lost", (project) => removeAll(project, [".feedwright", "feeds"]), {}],
    ["the feeds are named otherwise", () => {}, { feeds: { terbaru: { title: "Terbaru" } } }],
    ["a draft comes", (one) => one.write({ "articles/x.md": record("X", "draft: true") }), {}],
    ["an article goes", (one) => one.remove("articles/b.md"), {}],
  ])("where %s", async (_, change, keys) => {
    const project = openProject({ ...FOUR, "articles/z.md": "---\ntitle: Z\n---\nIsi Z.\n" });
    touchAll(project, "2026-05-01T00:00:00Z");
    await project.run({ missingDate: "file-time" });
    const { [LEDGER]: state } = project.states();
    const text = readLedger(project);
    change(project);
    for (let times = 0; times < 2; times += 1) {
      await project.run({ missingDate: "file-time", ...keys });
      expect(readLedger(project)).toBe(text);
      expect(project.states()[LEDGER]).toBe(state);
    }
  });
});

describe("the ledger is written before the first document", () => {
  it("so that it knows at every moment what a document says", async () => {
    const project = openProject(FOUR, { formats: ["json"], feeds: { all: {}, b: { limit: 2 } } });
    const unknown: string[] = [];
    let documents = 0;
    vi.mocked(writeBeside).mockImplementation(async (beside, bytes) => {
      const text = bytes.toString();
      if (text.includes("jsonfeed.org")) {
        documents += 1;
        const guids = new Set(ledgerRows(project).map((row) => row.split("\t")[0]));
        const shown = itemsIn("json", text).map(({ id }) => id);
        unknown.push(...shown.filter((id) => !guids.has(id)));
      }
      await reallyWrite(beside, bytes);
    });
    await project.run();
    project.write({ "articles/e.md": record("E", "date: 2026-05-10\nid: 4711") });
    rename(project, "a.md", "kota/a.md");
    await project.run();
    expect(documents).toBe(4);
    expect(unknown).toEqual([]);
  });

  it("where the run fails half way, too: the next one carries on from there", async () => {
    const project = openProject(FOUR, { formats: ["rss"] });
    touchAll(project, "2026-05-01T00:00:00Z");
    mkdirSync(path.join(project.folder, "feeds/all.rss/x"), { recursive: true });
    expect((await failureOf(project.run())).code).toBe("OUTPUT_NOT_WRITABLE");
    const rows = ledgerRows(project);
    expect(rows).toHaveLength(4);
    project.remove("feeds/all.rss");
    for (const name of ["a", "b"]) rename(project, `${name}.md`, `kota/${name}.md`);
    await project.run();
    const guidsOf = (lines: readonly string[]) => lines.map((row) => row.split("\t")[0]);
    expect(guidsOf(ledgerRows(project))).toEqual(guidsOf(rows));
    const feed = project.documents()["all.rss"] ?? "";
    expect(itemsIn("rss", feed).map(({ id }) => id)).toEqual(guidsOf(rows));
  });

  it("and where it cannot be written, nothing is published", async () => {
    const project = openProject(FOUR, { ledger: "nowhere/feedwright.ledger" });
    expect((await failureOf(project.run())).code).toBe("LEDGER_NOT_WRITABLE");
    expect(Object.keys(project.documents())).toEqual([]);
    expect((await project.run({ ledger: "guids.txt" })).articles).toBe(4);
    expect(readFileSync(path.join(project.folder, "guids.txt"), "utf8")).toContain("\ta.md\t");
  });
});

describe("a ledger that cannot be read ends the run, and the feeds stay", () => {
  it.each<[string, (file: string, project: Project) => void]>([
    ["a folder", (file) => mkdirSync(file)],
    ["no UTF-8", (_file, { write }) => write({ [LEDGER]: Uint8Array.of(0x61, 0xff, 0x09) })],
    ["a link that leads nowhere", (file) => symlinkSync("gone/feedwright.ledger", file)],
  ])("%s", async (_, put) => {
    const project = openProject(FOUR);
    for (let times = 0; times < 2; times += 1) await project.run();
    const text = readLedger(project);
    const before = project.states();
    project.remove(LEDGER);
    put(path.join(project.folder, LEDGER), project);
    // With and without a change of the articles: what is remembered must not hide it.
    for (let times = 0; times < 2; times += 1) {
      const failure = await failureOf(project.run());
      expect(failure.code).toBe("LEDGER_UNREADABLE");
      expect(failure.message).toContain(LEDGER);
      const { [LEDGER]: _ledger, ...after } = project.states();
      const feeds = Object.entries(before).filter(([name]) => name.startsWith("feeds/"));
      expect(after).toMatchObject(Object.fromEntries(feeds));
      edit(project, "articles/a.md", /\.$/m, ". Lagi.");
    }
    project.remove(LEDGER);
    project.write({ [LEDGER]: text, ...FOUR });
    await project.run();
    expect(readLedger(project)).toBe(text);
  });
});

describe("a ledger that is lost", () => {
  const MIXED: Files = {
    ...FOUR,
    "articles/e.md": record("Ikan & “udang” <segar>", "date: 2026-05-03\nid: 4711"),
    "articles/f.md": "---\ntitle: Tanpa tanggal\n---\nIsi.\n",
  };

  it.each<[FormatName]>([["json"], ["rss"], ["atom"]])(
    "comes back from the %s documents alone, with what their readers know",
    async (format) => {
      const project = openProject(MIXED, { missingDate: "file-time", formats: [format] });
      touchAll(project, "2026-05-04T00:00:00Z");
      await project.run();
      const text = readLedger(project);
      const documents = project.documents();
      removeAll(project, [LEDGER, ".feedwright"]);
      await project.run();
      expect(project.documents()).toEqual(documents);
      // Atom has another id for 4711, and is true to it.
      if (format !== "atom") expect(readLedger(project)).toBe(text);
      removeAll(project, [LEDGER, ".feedwright"]);
      touchAll(project, "2026-05-20T00:00:00Z");
      await project.run();
      expect(project.documents()).toEqual(documents);
      expect(itemsIn(format, documents[`all.${format}`] ?? "")).toHaveLength(6);
    },
  );
});

describe("a ledger that people have had in their hands", () => {
  it("is mended where that can be done, and told of where it cannot", async () => {
    const project = openProject(FOUR);
    await project.run();
    const text = readLedger(project);
    project.write({
      [LEDGER]: `# Punya redaksi\n<<<<<<< HEAD\n${text}=======\n>>>>>>> lain\nrusak\n`,
    });
    const { warnings } = await project.run();
    expect(warnings).toMatchObject([
      { line: 2, reason: expect.stringContaining("merge conflict") },
      { reason: "is no line of a ledger" },
    ]);
    const [header = "", ...rows] = text.split("\n");
    const mended = [header, "# Punya redaksi", ...rows.slice(0, -1), "rusak", ""].join("\n");
    expect(readLedger(project)).toBe(mended);
    for (let times = 0; times < 3; times += 1) {
      // The first time nothing else has changed.
      if (times > 0) project.write({ "articles/x.md": record("X", "draft: true", `${times}`) });
      const reasons = (await project.run()).warnings.map(({ reason }) => reason);
      expect(reasons).toEqual(["is no line of a ledger"]);
      expect(readLedger(project)).toBe(mended);
    }
  });

  it("gives an article another guid where its line says so", async () => {
    const project = openProject(FOUR, { formats: ["json"] });
    for (let times = 0; times < 2; times += 1) await project.run();
    edit(project, LEDGER, /^\S+(?=.*\ta\.md\t)/m, "tag:situs.example,2026:a");
    await project.run({}, NOW);
    const ids = itemsIn("json", project.documents()["all.json"] ?? "").map(({ id }) => id);
    expect(ids[0]).toBe("tag:situs.example,2026:a");
    expect(ids).toHaveLength(4);
  });
});
