/** Folders that live as long as the tests that use them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** What a folder holds: contents by path; a path ending in "/" is an empty folder. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/** For one test, called in it or in a `beforeEach`. */
export function temporaryFolder(files: Files = {}): string {
  const folder = makeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** For all tests of a file, called outside of them. */
export function sharedFolder(files: Files = {}): string {
  const folder = makeFolder(files);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function makeFolder(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), "feedwright-"));
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? target : path.dirname(target), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(target, content);
  }
  return folder;
}
