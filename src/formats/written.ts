/** What a format has written of entries: most are shown by several feeds. */
import type { Entry } from "./entry.ts";

/**
 * Writes an entry when it is first asked for, and again where the key is another one.
 *
 * @returns the same pieces for the same entry and key; they live as long as the entry.
 */
export function writtenOnce<Written>(): (
  entry: Entry,
  key: string,
  write: () => Written,
) => Written {
  const known = new WeakMap<Entry, { readonly key: string; readonly written: Written }>();
  return (entry, key, write) => {
    const last = known.get(entry);
    if (last?.key === key) return last.written;
    const written = write();
    known.set(entry, { key, written });
    return written;
  };
}
