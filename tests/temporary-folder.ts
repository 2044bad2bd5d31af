/** A folder that lives as long as its test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** @param files what it holds: contents by path; a path ending in "/" is an empty folder. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "feedwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(name.endsWith("/") ? target : path.dirname(target), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(target, content);
  }
  return folder;
}
