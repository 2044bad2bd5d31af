/** What one line and one article do not tell: how all the others stand. */

import { evidenceOfLine, evidenceOfSubject, host, type LedgerSubject } from "./evidence.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { onDemand } from "./on-demand.ts";

/** Each is counted when somebody asks for the first time: most runs ask for little. */
export interface WholeSite {
  /** The record states an id that the ledger has elsewhere, or another one states this guid. */
  readonly isDisputed: (subject: LedgerSubject, line: LedgerLine) => boolean;
  /** More than one article, here or gone, has the body, by its digest. */
  readonly isCommonBody: (digest: string) => boolean;
  /** Not one article has stayed on the old host, and none was on the new one. */
  readonly hasMoved: (oldHost: string, newHost: string) => boolean;
}

export function lookAtSite(
  lines: readonly LedgerLine[],
  subjects: readonly LedgerSubject[],
): WholeSite {
  const ids = onDemand(() => new Set(subjects.flatMap(({ id }) => id ?? [])));
  const guids = onDemand(() => {
    return new Set(lines.map(({ guid }) => guid).filter((guid) => ids().has(guid)));
  });
  const commonBodies = onDemand(() => {
    const ofLines = doublesOf(lines.map(({ bodyDigest, guid }) => [bodyDigest, guid]));
    const ofSubjects = doublesOf(subjects.map(({ bodyDigest, key }) => [bodyDigest, key]));
    return new Set([...ofLines, ...ofSubjects]);
  });
  const oldHosts = onDemand(() => new Set(lines.map((line) => host(evidenceOfLine(line)))));
  const newHosts = onDemand(() => new Set(subjects.map((one) => host(evidenceOfSubject(one)))));
  return {
    isDisputed: ({ id }, { guid }) => {
      if (id === undefined || id === guid) return false;
      return guids().has(guid) || guids().has(id);
    },
    isCommonBody: (digest) => commonBodies().has(digest),
    hasMoved: (oldHost, newHost) => !newHosts().has(oldHost) && !oldHosts().has(newHost),
  };
}

/** Values that stand beside more than one name. */
function doublesOf(
  entries: readonly (readonly [value: string, name: string])[],
): ReadonlySet<string> {
  const first = new Map<string, string>();
  const doubles = new Set<string>();
  for (const [value, name] of entries) {
    const before = first.get(value);
    if (before === undefined) first.set(value, name);
    else if (before !== name) doubles.add(value);
  }
  return doubles;
}
