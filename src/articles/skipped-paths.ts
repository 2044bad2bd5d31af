/** What of a folder is never looked at, told by its name. */
import picomatch from "picomatch";

/**
 * Folders of generators that hold no articles (layouts, data, the built site), Hugo's section pages
 * (`_index.md`), what Astro leaves out of a collection, and the marks of editors.
 */
export const SKIPPED = /^(?:[._](?!posts$|drafts$)|node_modules$|feedwright\.config\.)/;

/** @param globs of paths below the folder that hold no records. */
export function ignoring(globs: readonly string[]): (inner: string) => boolean {
  if (globs.length === 0) return () => false;
  const isIgnored = picomatch([...globs]);
  return (inner) => isIgnored(inner) || isIgnored(`${inner}/`);
}
