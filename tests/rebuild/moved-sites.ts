/** What editors and servers do to a site between two builds, and what is new to readers after it. */
import { readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PublishReport } from "../../src/rebuild/publish-report.ts";
import { type Files, NOW, openProject, type Project, record } from "./built-again.ts";

/** A site under an address of its own: readers may have many at once. */
export interface Site {
  readonly project: Project;
  /** The first part of its host, and of its ids. */
  readonly name: string;
}

export interface Step {
  readonly change?: (site: Site) => void;
  /** Keys of the configuration from here on. */
  readonly keys?: (name: string) => Record<string, unknown>;
}

export interface Case {
  readonly what: string;
  /** Keys at the first build; all later ones have them, too. */
  readonly keys?: (name: string) => Record<string, unknown>;
  /** A build after each. */
  readonly steps: readonly Step[];
  /** The stories that readers have not met before. */
  readonly fresh?: readonly string[];
  /** The stories that readers see twice in the end. */
  readonly twice?: readonly string[];
  /** Of the last build: why records were set aside. */
  readonly setAside?: readonly RegExp[];
}

export const STORIES = ["banjir", "pasar", "kapal", "teri", "cumi", "tanpa"];

const bodyOf = (story: string) => `Tentang ${story}: air, angin, dan orang di tepi jalan ${story}.`;

/** The story that a text tells. */
export function storyOf(text: string): string {
  return /Tentang (\w+):/.exec(text)?.[1] ?? "";
}

export function storyText(
  story: string,
  day: number,
  front = "",
  title = `Kabar ${story}`,
): string {
  return record(title, `date: 2026-05-0${day}\n${front}`, bodyOf(story));
}

export const storyInList = (story: string, day: number, more = {}) => ({
  ...{ title: `Kabar ${story}`, date: `2026-05-0${day}`, slug: story },
  ...{ content: `<p>${bodyOf(story)}</p>`, ...more },
});

const filesOf = (name: string): Files => ({
  "articles/dunia/banjir.md": storyText("banjir", 1),
  "articles/dunia/pasar.md": storyText("pasar", 2, `id: ${name}-4711`),
  "articles/kota/kapal.md": storyText("kapal", 3),
  "articles/kota/arsip.json": JSON.stringify([
    storyInList("teri", 4),
    storyInList("cumi", 5, { id: `${name}-9` }),
  ]),
  "articles/kota/tanpa.md": `---\ntitle: Kabar tanpa\n---\n${bodyOf("tanpa")}\n`,
});

/**
 * Opens the site of a case as it is before its first build.
 *
 * @param more keys of the configuration that matter to whoever reads its feeds.
 */
export function openSite({ keys }: Case, name: string, more: Record<string, unknown>): Site {
  const project = openProject(filesOf(name), {
    ...{ site: siteAt(`https://${name}.example/`), missingDate: "file-time" },
    ...{ ...more, ...keys?.(name) },
  });
  touchAll(project, "2026-05-06T00:00:00Z");
  return { project, name };
}

/** Takes one step, and builds. */
export function buildAfter({ change, keys }: Step, site: Site): Promise<PublishReport> {
  change?.(site);
  return site.project.run(keys?.(site.name), NOW);
}

export const siteAt = (url: string) => ({ title: "Situs", url, language: "id" });

/** What a checkout does to the times of files. */
export function touchAll({ folder }: Project, time: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/^articles.*\.(?:md|json)$/.test(name)) {
      utimesSync(path.join(folder, name), new Date(time), new Date(time));
    }
  }
}

export function rename({ folder, write }: Project, from: string, to: string): void {
  // Makes the folder.
  write({ [`articles/${to}`]: "" });
  renameSync(path.join(folder, "articles", from), path.join(folder, "articles", to));
}

export const LEDGER = "feedwright.ledger";

export function readLedger({ folder }: Project): string {
  return readFileSync(path.join(folder, LEDGER), "utf8");
}

/** The lines of articles. */
export function ledgerRows(project: Project): readonly string[] {
  return readLedger(project)
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"));
}

/** Replaces what stands in a file, and makes sure that it stood there. */
export function edit({ folder }: Project, name: string, from: string | RegExp, to: string): void {
  const file = path.join(folder, name);
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} does not hold ${from}`);
  writeFileSync(file, after);
}

export function removeAll({ remove }: Project, names: readonly string[]): void {
  for (const name of names) remove(name);
}
