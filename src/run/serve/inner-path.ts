/** The target of a request, as a path inside the output folder; hostile ones are nobody's path. */

/** Longer ones belong to no file of ours, and make dear log lines. */
export const MAX_TARGET_LENGTH = 2_048;

/**
 * `/tag/caf%C3%A9.rss?x=1` → `tag/café.rss`, `/` → ``, `/tag/` → `tag/`.
 *
 * @returns undefined where it names nothing that may be served: decoded once and once only, each
 * part must be a plain, visible name.
 */
export function innerPath(target: string): string | undefined {
  const path = pathOfTarget(target);
  if (path === undefined) return undefined;
  const parts: string[] = [];
  for (const part of path.slice(1).split("/")) {
    const name = decoded(part);
    if (name === undefined) return undefined;
    parts.push(name);
  }
  const last = parts.pop();
  if (last === undefined || !parts.every(isVisibleName)) return undefined;
  return last === "" || isVisibleName(last) ? [...parts, last].join("/") : undefined;
}

/** A name that may be asked for: no way up or out, nothing hidden, nothing a system reads apart. */
export function isVisibleName(name: string): boolean {
  if (name === "" || name.startsWith(".") || name.length > 255) return false;
  if (/[\u0000-\u001f\u007f\\/]/.test(name)) return false;
  // Windows: streams and drives ("all.rss::$DATA"), and endings that it drops.
  return process.platform !== "win32" || !/[:*?"<>|]|[. ]$/.test(name);
}

/** RFC 9112, section 3.2: the origin form, or the absolute form that a server must take too. */
function pathOfTarget(target: string): string | undefined {
  if (target.length > MAX_TARGET_LENGTH) return undefined;
  const origin = /^https?:\/\/[^/?#]*/i.exec(target)?.[0] ?? "";
  const path = target.slice(origin.length).replace(/[?#].*$/s, "");
  if (path === "" && origin !== "") return "/";
  if (!path.startsWith("/")) return undefined;
  // Node reads a character a byte; some clients send UTF-8 as it is.
  return /[\x80-\xff]/.test(path) ? Buffer.from(path, "latin1").toString("utf8") : path;
}

function decoded(part: string): string | undefined {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
