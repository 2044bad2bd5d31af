/** Feeds that have moved: `serve.redirects`, from an old path to a new one or to an address. */
import { innerPath } from "./inner-path.ts";

/** Where a path has moved to: a relative or absolute address for `Location`; undefined: nowhere. */
export type FindMoved = (inner: string) => string | undefined;

/**
 * @param redirects from a path below the output folder (`tag/old.rss`, or `tag/old` for every form
 * of a feed and all of its archive documents) to another, or to an absolute address.
 */
export function openRedirects(redirects: Readonly<Record<string, string>>): FindMoved {
  const moves = new Map(Object.entries(redirects).map(([from, to]) => [bare(from), to] as const));
  if (moves.size === 0) return () => undefined;
  return (inner) => {
    const exact = moves.get(inner);
    if (exact !== undefined) return addressFrom(inner, exact, "");
    for (let end = endBefore(inner, inner.length); end > 0; end = endBefore(inner, end)) {
      const target = moves.get(inner.slice(0, end));
      if (target !== undefined && !isBelow(inner, target))
        return addressFrom(inner, target, inner.slice(end));
    }
    return undefined;
  };
}

/** Where the name of a feed may end in a path: before its ending, or before `/archive/1.rss`. */
function endBefore(inner: string, end: number): number {
  return Math.max(inner.lastIndexOf(".", end - 1), inner.lastIndexOf("/", end - 1));
}

function bare(from: string): string {
  return innerPath(from.startsWith("/") ? from : `/${from}`) ?? from;
}

/** What has arrived does not move on: `news` may have moved to `news/world`. */
function isBelow(inner: string, target: string): boolean {
  const place = target.replace(/^\/+/, "");
  return inner === place || inner.startsWith(`${place}.`) || inner.startsWith(`${place}/`);
}

function addressFrom(inner: string, target: string, rest: string): string {
  if (/^https?:\/\//i.test(target)) return target + escaped(rest);
  return relativeAddress(inner, target.replace(/^\/+/, "") + rest);
}

/**
 * From one path to another, so that it holds wherever the folder is published: `tag/a.rss` to
 * `section/b.rss` is `../section/b.rss`.
 */
export function relativeAddress(inner: string, target: string): string {
  return "../".repeat(inner.split("/").length - 1) + escaped(target);
}

function escaped(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
