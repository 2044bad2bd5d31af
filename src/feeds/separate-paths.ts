/** Two feeds can never write one document. */
import type { Problem } from "../errors.ts";
import type { Selection } from "./select.ts";

export interface Separated {
  readonly selections: readonly Selection[];
  readonly clashes: readonly Problem[];
}

/**
 * The selections without those whose path another has: a section named "all" beside the feed of
 * that name. Feeds with a path of their own go before groups, whose paths come from the records.
 *
 * @param shownAs how messages name a path below the output folder.
 */
export function separatePaths(
  selections: readonly Selection[],
  shownAs: (path: string) => string,
): Separated {
  const holders = new Map<string, Selection>();
  const clashes: Problem[] = [];
  const isFirst = (selection: Selection): boolean => {
    // Some file systems know no case.
    const key = selection.path.toLowerCase();
    const holder = holders.get(key);
    holders.set(key, holder ?? selection);
    if (holder === undefined) return true;
    const reason = `two feeds have this path: "${holder.title}" and "${selection.title}"`;
    const remedy = "give one of them another path";
    clashes.push({ file: shownAs(selection.path), reason, remedy });
    return false;
  };
  const ordered = selections.toSorted((one, other) => Number(one.isGroup) - Number(other.isGroup));
  const distinct = new Set(ordered.filter(isFirst));
  return { selections: selections.filter((selection) => distinct.has(selection)), clashes };
}
