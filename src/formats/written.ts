/** What a format has written of entries: most are shown by several feeds. */
import type { Entry } from "./entry.ts";

/** What an item takes beside its content: tags, dates, two pictures. UTF-16 units. */
const EXPECTED_BESIDE = 2048;

/** Items of which each is written when its turn comes, and may be forgotten after it. */
export interface InTurn<Written> extends Iterable<Written> {
  /** As `Pieces` has them. */
  readonly expectedUnits: number;
}

export function writtenInTurn<Written>(
  entries: readonly Entry[],
  write: (entry: Entry, index: number) => Written,
): InTurn<Written> {
  let expectedUnits = EXPECTED_BESIDE;
  for (const { content } of entries) expectedUnits += EXPECTED_BESIDE + (content?.length ?? 0);
  return {
    expectedUnits,
    *[Symbol.iterator]() {
      for (const [index, entry] of entries.entries()) yield write(entry, index);
    },
  };
}

/**
 * Writes an entry when it is first asked for, and again where the key is another one.
 *
 * @returns the same pieces for the same kept entry and key; they live as long as the entry.
 */
export function writtenOnce<Written>(): (
  entry: Entry,
  key: string,
  write: () => Written,
) => Written {
  const known = new WeakMap<Entry, { readonly key: string; readonly written: Written }>();
  return (entry, key, write) => {
    if (!entry.isKept) return write();
    const last = known.get(entry);
    if (last?.key === key) return last.written;
    const written = write();
    known.set(entry, { key, written });
    return written;
  };
}
