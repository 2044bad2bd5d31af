/** Far fewer articles than at the last run: something is wrong with the source, not with readers. */
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/config.ts";
import { OperationalError } from "../../src/errors.ts";
import { publishFeeds } from "../../src/publish-feeds.ts";
import { NOW, openProject, type Project, record } from "./built-again.ts";

const names = (count: number) => Array.from({ length: count }, (_, at) => `articles/a${at}.md`);

async function publishedSite(count: number, front = ""): Promise<Project> {
  const files = names(count).map((name, at) => [name, record(`T${at}`, front)]);
  const project = openProject(Object.fromEntries(files), { feeds: { all: { limit: 3 } } });
  await project.run();
  return project;
}

/** Takes away articles until so many are left. */
function shrinkTo(project: Project, from: number, left: number): void {
  for (const name of names(from).slice(left)) project.remove(name);
}

async function refusalOf(act: Promise<unknown>): Promise<OperationalError | undefined> {
  const error: unknown = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error !== undefined) expect(error).toBeInstanceOf(OperationalError);
  return error instanceof OperationalError ? error : undefined;
}

describe("a source that shrank", () => {
  it("is refused with both numbers, and the last good feeds stay byte for byte", async () => {
    const project = await publishedSite(12);
    const before = project.states();
    const documents = project.documents();
    shrinkTo(project, 12, 2);
    for (let times = 0; times < 2; times += 1) {
      const refusal = await refusalOf(project.run());
      expect(refusal).toMatchObject({ code: "SOURCE_SHRUNK" });
      expect(refusal?.message).toMatch(/\b2\b.*\b12\b/);
      expect(refusal?.remedy).toMatch(/--accept-shrink/);
    }
    expect(project.documents()).toEqual(documents);
    const after = project.states();
    const kept = Object.keys(before).filter((name) => name.startsWith("feeds/"));
    expect(kept.map((name) => after[name])).toEqual(kept.map((name) => before[name]));
    expect(after["feedwright.ledger"]).toBe(before["feedwright.ledger"]);
  });

  it("is published where the run or the configuration accepts it, and then is the measure", async () => {
    const project = await publishedSite(12);
    shrinkTo(project, 12, 2);
    const config = checkConfig(
      { site: { title: "Situs", url: "https://site.example/" }, feeds: { all: { limit: 3 } } },
      `${project.folder}/feedwright.config.yaml`,
    );
    expect((await publishFeeds(config, NOW, { acceptShrink: true })).articles).toBe(2);
    expect((await project.run()).articles).toBe(2);
    const other = await publishedSite(12);
    shrinkTo(other, 12, 2);
    expect((await other.run({ acceptShrink: true })).articles).toBe(2);
    expect((await other.run()).articles).toBe(2);
  });

  it("is published again once everything is back", async () => {
    const project = await publishedSite(8);
    shrinkTo(project, 8, 1);
    expect((await refusalOf(project.run()))?.code).toBe("SOURCE_SHRUNK");
    project.write(Object.fromEntries(names(8).map((name, at) => [name, record(`T${at}`)])));
    expect((await project.run()).articles).toBe(8);
  });

  it("is refused though what it remembers is gone: the number stands with the feeds", async () => {
    const project = await publishedSite(12);
    project.remove(".feedwright");
    shrinkTo(project, 12, 2);
    expect((await refusalOf(project.run()))?.code).toBe("SOURCE_SHRUNK");
  });

  it.each([
    ["one of three articles is taken away", 3, 2],
    ["four of five are", 5, 1],
    ["just less than half are", 20, 11],
    ["all but one of two are", 2, 1],
  ])("is what editors do where %s", async (_, from, left) => {
    const project = await publishedSite(from);
    shrinkTo(project, from, left);
    expect((await project.run()).articles).toBe(left);
  });

  it.each([
    ["drafts", "draft: true"],
    ["withdrawn", "status: withdrawn"],
    ["expired", "expires: 2023-01-01"],
    ["embargoed", "embargo: 2099-01-01"],
  ])("is not one whose articles are there, but are %s now", async (_, front) => {
    const project = await publishedSite(12);
    const held = names(12).slice(1);
    project.write(Object.fromEntries(held.map((name, at) => [name, record(`T${at}`, front)])));
    expect((await project.run()).articles).toBe(1);
  });

  it("is one whose records cannot be read any more", async () => {
    const project = await publishedSite(12);
    const broken = names(12).slice(2);
    project.write(Object.fromEntries(broken.map((name) => [name, "---\nb: [\n---\n"])));
    expect((await refusalOf(project.run()))?.code).toBe("SOURCE_SHRUNK");
  });
});
