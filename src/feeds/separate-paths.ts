/** Two feeds can never write one document. */
import type { Problem } from "../errors.ts";
import type { Selection } from "./select.ts";

export interface Paths {
  /** Whether the feed may have its path: no other has it yet. */
  readonly take: (selection: Selection) => boolean;
  readonly clashes: () => readonly Problem[];
}

/** @param shownAs how messages name a path below the output folder. */
export function openPaths(shownAs: (path: string) => string): Paths {
  const holders = new Map<string, Selection>();
  const clashes: Problem[] = [];
  return {
    take: (selection) => {
      // Some file systems know no case.
      const key = selection.path.toLowerCase();
      const holder = holders.get(key);
      if (holder === undefined) {
        holders.set(key, selection);
        return true;
      }
      const reason = `two feeds have this path: "${holder.title}" and "${selection.title}"`;
      const remedy = "give one of them another path";
      clashes.push({ file: shownAs(selection.path), reason, remedy });
      return false;
    },
    clashes: () => clashes,
  };
}

/**
 * Feeds with a path of their own go before groups, whose paths come from the records: a section
 * named "all" does not displace the feed of that name.
 */
export function ownPathsFirst(selections: readonly Selection[]): readonly Selection[] {
  return selections.toSorted((one, other) => Number(one.isGroup) - Number(other.isGroup));
}
