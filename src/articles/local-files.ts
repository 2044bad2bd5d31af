/** Files that records refer to. Only their size is asked, and only within the project's folder. */
import { realpathSync, statSync } from "node:fs";
import path from "node:path";

/** Where generators keep what they serve from the root of a site. */
const ROOTS = ["", "static", "public", "src"];

/**
 * Finds the size of a file that a record names, relative to the record or to the site's root.
 *
 * @param project the folder that no answer leaves: that of the configuration.
 */
export function fileSizeWithin(
  project: string,
  articles: string,
): (reference: string, recordPath: string) => number | undefined {
  const roots = [articles, ...ROOTS.map((root) => path.join(project, root))];
  const allowed = [articles, project].map(realOrSame);
  return (reference, recordPath) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference)) return undefined;
    const inner = decodePath(reference.split(/[?#]/, 1)[0] ?? "");
    if (inner === "" || inner.includes("\0")) return undefined;
    const beside = path.join(articles, path.dirname(recordPath), inner);
    const candidates = inner.startsWith("/")
      ? roots.map((root) => path.join(root, inner))
      : [beside];
    for (const candidate of candidates) {
      const size = sizeOf(candidate, allowed);
      if (size !== undefined) return size;
    }
    return undefined;
  };
}

function sizeOf(candidate: string, allowed: readonly string[]): number | undefined {
  try {
    const real = realpathSync(candidate);
    if (!allowed.some((folder) => real.startsWith(folder + path.sep))) return undefined;
    const stat = statSync(real);
    return stat.isFile() && stat.size > 0 ? stat.size : undefined;
  } catch {
    // Most references are to files that only the web server has: that is no fault of the record.
    return undefined;
  }
}

function decodePath(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function realOrSame(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
