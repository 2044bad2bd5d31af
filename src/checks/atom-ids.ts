/** What Atom readers recognise an entry by, and what tells its versions apart. */
import { readRfc3339 } from "./dates.ts";
import { quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { canonicalAddress, characterFault, isUri } from "./values.ts";
import { about, allOf, childOf, textOf } from "./xml-document.ts";

export const atomIdRules: readonly Rule<FeedSubject>[] = [
  {
    name: "atom/id-absolute",
    level: "error",
    spec: "RFC 4287",
    section: "4.2.6",
    w3c: "InvalidFullLink",
    demands: "An id is an absolute URI: an address, a `tag:` or a `urn:`",
    *find({ document }) {
      for (const id of allOf(document, "atom:id")) {
        const text = textOf(id);
        if (text === "" || (isUri(text) && characterFault(text) === undefined)) continue;
        yield about(id, `${quoted(text)} is no URI`, "write an address, a tag: or a urn:uuid:");
      }
    },
  },
  {
    name: "atom/id-canonical",
    level: "warning",
    spec: "RFC 4287",
    section: "4.2.6",
    w3c: "NonCanonicalURI",
    demands: "An id is written in its canonical form, without spaces around it",
    *find({ document }) {
      for (const id of allOf(document, "atom:id")) {
        const text = textOf(id);
        const canonical = canonicalAddress(text);
        const [node] = id.children;
        const hasSpace = node?.kind === "text" && node.text !== text;
        if (canonical === text && !hasSpace) continue;
        yield about(id, `${quoted(text)} is not canonical`, `write ${quoted(canonical)}`);
      }
    },
  },
  {
    name: "atom/id-unique",
    level: "warning",
    spec: "RFC 4287",
    section: "4.1.1",
    w3c: "DuplicateEntries",
    demands: "No two entries have one id",
    *find({ items }) {
      const seen = new Set<string>();
      for (const entry of items) {
        const id = childOf(entry, "atom:id");
        const text = textOf(id);
        if (id !== undefined && text !== "" && seen.has(text)) {
          yield about(id, `an earlier entry has ${quoted(text)}`, "give each entry its own");
        }
        seen.add(text);
      }
    },
  },
  {
    name: "atom/updated-distinct",
    level: "warning",
    spec: "W3C validator",
    section: "DuplicateUpdated",
    w3c: "DuplicateUpdated",
    demands: "No two entries share one `updated`: add a fraction of a second",
    *find({ items }) {
      const seen = new Set<number>();
      for (const entry of items) {
        const updated = childOf(entry, "atom:updated");
        const timeMs = readRfc3339(textOf(updated));
        if (updated === undefined || timeMs === undefined) continue;
        if (seen.has(timeMs)) {
          yield about(updated, "an earlier entry has this updated", "add a fraction of a second");
        }
        seen.add(timeMs);
      }
    },
  },
];
