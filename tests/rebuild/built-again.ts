/** A small site that is built again and again, and what each build touches. */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { checkConfig } from "../../src/config/config.ts";
import { type PublishOptions, publishFeeds } from "../../src/publish-feeds.ts";
import type { PublishReport } from "../../src/rebuild/publish-report.ts";
import { temporaryFolder } from "../temporary-folder.ts";

export const NOW = new Date("2026-06-01T00:00:00Z");

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A record in Markdown, of 2022 unless it says otherwise. */
export function record(title: string, front = "", body = `Isi ${title}.`): string {
  const date = /^date:/m.test(front) ? "" : "date: 2022-09-16\n";
  return `---\ntitle: ${title}\n${date}${front}\n---\n${body}\n`;
}

export interface Project {
  readonly folder: string;
  readonly write: (files: Files) => void;
  readonly remove: (name: string) => void;
  /** @param more keys of the configuration besides those of the project. */
  readonly run: (
    more?: Record<string, unknown>,
    now?: Date,
    options?: PublishOptions,
  ) => Promise<PublishReport>;
  /** Every file below the output folder, its bytes by its path. */
  readonly documents: (output?: string) => Readonly<Record<string, string>>;
  /** From every file below the project to what tells that it was written anew. */
  readonly states: () => Readonly<Record<string, string>>;
}

export function openProject(files: Files, keys: Record<string, unknown> = {}): Project {
  const folder = temporaryFolder(files);
  const remove = (name: string) => rmSync(path.join(folder, name), { recursive: true });
  const site = { title: "Situs", url: "https://site.example/", language: "id" };
  return {
    ...{ folder, remove },
    write: (more) => {
      for (const [name, content] of Object.entries(more)) {
        const file = path.join(folder, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    },
    run: (more = {}, now = NOW, options = {}) => {
      const raw = { site, ...keys, ...more };
      const config = checkConfig(raw, path.join(folder, "feedwright.config.yaml"));
      return publishFeeds(config, now, options);
    },
    documents: (output = "feeds") => {
      const below = path.join(folder, output);
      return Object.fromEntries(
        filesBelow(below).map((name) => [name, readFileSync(path.join(below, name), "latin1")]),
      );
    },
    states: () => {
      const stateOf = (name: string) => {
        const { ino, mtimeMs, ctimeMs } = statSync(path.join(folder, name));
        return `${ino} ${mtimeMs} ${ctimeMs}`;
      };
      return Object.fromEntries(filesBelow(folder).map((name) => [name, stateOf(name)]));
    },
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => lstatSync(path.join(folder, name)).isFile())
    .sort();
}

/** The documents that differ between two states of a project. */
export function changedIn(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

/** A file that was written this very moment is not trusted to stay: the tests run a while later. */
export function runAWhileLater(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** A report, but for what was written, and what of it is news. */
export function withoutOutcomes(report: PublishReport): unknown {
  const { removed: _, emptied: __, changes: ___, feeds, ...rest } = report;
  return {
    ...rest,
    feeds: feeds.map(({ files, ...feed }) => ({ ...feed, files: files.map((file) => file.path) })),
  };
}

export function outcomesOf({ feeds }: PublishReport): readonly string[] {
  return feeds.flatMap(({ files }) => files.map(({ outcome }) => outcome));
}
