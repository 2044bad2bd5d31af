/** The ledger knows what readers see before they see it. */
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import { linesAfter } from "../articles/ledger/ledger-after.ts";
import type { Selection } from "../feeds/select.ts";
import { wanted } from "../feeds/uses.ts";
import type { Site } from "../site.ts";

/** Many articles are noted at once; of a few, each feed notes those that it really shows. */
const FEW_ARTICLES = 20;

/**
 * @param due the feeds that the run is for.
 * @returns what is to be told what a feed shows.
 */
export function openLedgerNotes(
  site: Site,
  due: readonly Selection[],
): (articles: readonly IndexedArticle[]) => void {
  const { ledger, lines, subjects, identities } = site;
  const known = new Set(lines.map(({ guid }) => guid));
  const noted = new Set<string>();
  const save = (): void => {
    ledger.save(linesAfter(lines, subjects, identities, noted));
  };
  const unknown = due.flatMap((feed) => wanted(feed).filter(({ guid }) => !known.has(guid)));
  if (new Set(unknown).size > FEW_ARTICLES) for (const { guid } of unknown) noted.add(guid);
  save();
  return (articles) => {
    const before = noted.size;
    for (const { guid } of articles) if (!known.has(guid)) noted.add(guid);
    if (noted.size > before) save();
  };
}
