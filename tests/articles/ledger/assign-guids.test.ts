import { describe, expect, it } from "vitest";
import { assignGuids } from "../../../src/articles/ledger/assign-guids.ts";
import { writeLedgerLines } from "../../../src/articles/ledger/ledger-lines.ts";
import { articleOf, asRebuilt, run, site } from "./folders.ts";

const FLOOD = "news/flood.md | /news/flood/ | Flood in town | 5 | The river rose";
const FERRY = "news/ferry.md | /news/ferry/ | The ferry is back | 6 | It sails at noon";

interface Case {
  readonly what: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** From a record after to the one before whose guid it has; `new` where it has its own. */
  readonly guids: Readonly<Record<string, string>>;
  /** Records that are set aside, and who holds what they claim. */
  readonly setAside?: Readonly<Record<string, string>>;
}

const CASES: readonly Case[] = [
  {
    what: "nothing changes",
    before: [FLOOD, FERRY],
    after: [FLOOD, FERRY],
    guids: { "news/flood.md": "news/flood.md", "news/ferry.md": "news/ferry.md" },
  },
  {
    what: "a title is edited",
    before: [FLOOD, FERRY],
    after: ["news/flood.md | /news/flood/ | Worst flood in years | 5 | The river rose", FERRY],
    guids: { "news/flood.md": "news/flood.md", "news/ferry.md": "news/ferry.md" },
  },
  {
    what: "a title is edited of which the address is made",
    before: [FLOOD],
    after: ["news/flood.md | /news/worst-flood/ | Worst flood | 5 | The river rose"],
    guids: { "news/flood.md": "news/flood.md" },
  },
  {
    what: "title, body and address change, but neither file nor date",
    before: [FLOOD],
    after: ["news/flood.md | /news/worst-flood/ | Worst flood | 5 | Rivers rose again"],
    guids: { "news/flood.md": "news/flood.md" },
  },
  {
    what: "a file is renamed, and its address with it",
    before: [FLOOD, FERRY],
    after: ["news/river.md | /news/river/ | Flood in town | 5 | The river rose", FERRY],
    guids: { "news/river.md": "news/flood.md", "news/ferry.md": "news/ferry.md" },
  },
  {
    what: "a file is renamed and its title edited",
    before: [FLOOD],
    after: ["news/river.md | /news/river/ | River | 5 | The river rose"],
    guids: { "news/river.md": "news/flood.md" },
  },
  {
    what: "a file is renamed and its body corrected",
    before: [FLOOD],
    after: ["news/river.md | /news/river/ | Flood in town | 5 | Two rivers rose"],
    guids: { "news/river.md": "news/flood.md" },
  },
  {
    what: "the section changes, with title and body",
    before: [FLOOD],
    after: ["town/flood.md | /town/flood/ | After the flood | 5 | The river fell"],
    guids: { "town/flood.md": "news/flood.md" },
  },
  {
    what: "a file without a date moves and is corrected",
    before: ["news/flood.md | /news/flood/ | Flood | -5 | The river rose"],
    after: ["town/flood.md | /town/flood/ | Flood | -9 | The rivers rose"],
    guids: { "town/flood.md": "news/flood.md" },
  },
  {
    what: "a file without a date is renamed on a clean checkout",
    before: ["flood.md | /flood/ | Flood | -5 | The river rose", "b.md | /b/ | B | -5 | Bees"],
    after: ["river.md | /river/ | Flood | -9 | The river rose", "b.md | /b/ | B | -9 | Bees"],
    guids: { "river.md": "flood.md", "b.md": "b.md" },
  },
  {
    what: "the date is corrected, and the address has it",
    before: ["a.md | /2026/05/05/flood/ | Flood | 5 | The river rose"],
    after: ["a.md | /2026/05/04/flood/ | Flood | 4 | The river rose"],
    guids: { "a.md": "a.md" },
  },
  {
    what: "http becomes https, and records move within their file",
    before: [
      "all.json#1 | http://post.example/a/ | A | 1 | Ants",
      "all.json#2 | /b/ | B | 2 | Bees",
    ],
    after: [
      "all.json#1 | /new/ | New | 9 | Newts",
      "all.json#2 | /a/ | A, again | 1 | Many ants",
      "all.json#3 | /b/ | B | 2 | Many bees",
    ],
    guids: { "all.json#1": "new", "all.json#2": "all.json#1", "all.json#3": "all.json#2" },
  },
  {
    what: "the domain moves",
    before: [FLOOD, FERRY],
    after: [
      "news/flood.md | https://news.example/news/flood/ | Flood in town | 5 | The river rose",
      "news/ferry.md | https://news.example/news/ferry/ | The ferry is back | 6 | It sails at noon",
    ],
    guids: { "news/flood.md": "news/flood.md", "news/ferry.md": "news/ferry.md" },
  },
  {
    what: "the domain moves, and everything that is in one file is reworded and without dates",
    before: ["all.json#1 | /a/ | A | -1 | Ants", "all.json#2 | /b/ | B | -2 | Bees"],
    after: [
      "all.json#2 | https://www.news.example/a.html | Aa | -9 | Many ants",
      "all.json#1 | https://www.news.example/b.html | Bb | -9 | Many bees",
    ],
    guids: { "all.json#2": "all.json#1", "all.json#1": "all.json#2" },
  },
  {
    what: "addresses get another style",
    before: ["all.json#1 | /a.html | A | -1 | Ants", "all.json#2 | /b/index.html | B | -2 | Bees"],
    after: [
      "all.json#1 | https://www.post.example/b | Bb | -9 | Many bees",
      "all.json#2 | https://post.example:443/a/ | Aa | -9 | Many ants",
    ],
    guids: { "all.json#2": "all.json#1", "all.json#1": "all.json#2" },
  },
  {
    what: "two addresses differ in style alone, and both stay",
    before: ["all.json#1 | /a.html | A | -1 | Ants", "all.json#2 | /a/ | B | -2 | Bees"],
    after: ["all.json#1 | /a/ | Bb | -9 | Many bees", "all.json#2 | /a.html | Aa | -9 | More ants"],
    guids: { "all.json#2": "all.json#1", "all.json#1": "all.json#2" },
  },
  {
    what: "the record's id is taken out",
    before: [`${FLOOD} | id 4711`],
    after: [FLOOD],
    guids: { "news/flood.md": "news/flood.md" },
  },
  {
    what: "a record gets an id",
    before: [FLOOD],
    after: ["news/flood.md | /news/flood/ | Flood! | 5 | The rivers rose | id 4711"],
    guids: { "news/flood.md": "news/flood.md" },
  },
  {
    what: "a record's id changes",
    before: [`${FLOOD} | id 4711`],
    after: [`${FLOOD} | id 4712`],
    guids: { "news/flood.md": "news/flood.md" },
  },
  {
    what: "all changes but the id",
    before: [`${FLOOD} | id 4711`],
    after: ["b.md | /b/ | Bees | 9 | They hum | id 4711"],
    guids: { "b.md": "news/flood.md" },
  },
  {
    what: "a file is copied while the original stays",
    before: [FLOOD],
    after: ["a-copy.md | /a-copy/ | Flood in town | 5 | The river rose", FLOOD],
    guids: { "a-copy.md": "new", "news/flood.md": "news/flood.md" },
  },
  {
    what: "a file is copied with its id",
    before: [`${FLOOD} | id 4711`],
    after: ["a.md | /a/ | Flood in town | 5 | The river rose | id 4711", `${FLOOD} | id 4711`],
    guids: { "news/flood.md": "news/flood.md" },
    setAside: { "a.md": "news/flood.md" },
  },
  {
    what: "two new files claim one id",
    before: [FERRY],
    after: [FERRY, "b.md | /b/ | B | 2 | Bees | id 7", "a.md | /a/ | A | 1 | Ants | id 7"],
    guids: { "news/ferry.md": "news/ferry.md", "a.md": "new" },
    setAside: { "b.md": "a.md" },
  },
  {
    what: "a new file claims the id of one that moved and has lost its own",
    before: [`${FLOOD} | id 4711`],
    after: ["river.md | /river/ | Flood in town | 5 | The river rose", `${FERRY} | id 4711`],
    guids: { "news/ferry.md": "news/flood.md", "river.md": "new" },
  },
  {
    what: "a new file claims the address of an old one for its id",
    before: [FLOOD],
    after: [FLOOD, `a.md | /a/ | A | 1 | Ants | id ${site}/news/flood/`],
    guids: { "news/flood.md": "news/flood.md" },
    setAside: { "a.md": "news/flood.md" },
  },
  {
    what: "two files have one address: the ledger knows the second",
    before: [FLOOD],
    after: ["a.md | /news/flood/ | A | 1 | Ants", FLOOD],
    guids: { "news/flood.md": "news/flood.md" },
    setAside: { "a.md": "news/flood.md" },
  },
  {
    what: "an article moves, and a new one takes its address",
    before: [FLOOD],
    after: [
      "news/flood.md | /news/flood/ | Flood, part two | 9 | It rose again",
      "old/flood.md | /old/flood/ | Flood in town | 5 | The river rose",
    ],
    guids: { "old/flood.md": "news/flood.md", "news/flood.md": "new" },
  },
  {
    what: "a column of one title moves to the archive, and the next takes its file",
    before: ["latest.md | /latest/ | Weekly notes | 1 | Ants"],
    after: [
      "latest.md | /latest/ | Weekly notes | 8 | Bees",
      "2026-05-01.md | /2026/05/01/ | Weekly notes | 1 | Ants",
    ],
    guids: { "2026-05-01.md": "latest.md", "latest.md": "new" },
  },
  {
    what: "a file is overwritten by an article with an id of its own",
    before: ["latest.md | /latest/ | Weekly notes | 1 | Ants | id 1"],
    after: ["latest.md | /latest/ | Weekly notes | 8 | Bees | id 2"],
    guids: { "latest.md": "new" },
  },
  {
    what: "an article comes back under another name, long after it was taken away",
    before: [FLOOD, FERRY],
    after: [FERRY, "archive/flood.md | /archive/the-flood/ | The flood | 20 | The river rose"],
    guids: { "news/ferry.md": "news/ferry.md", "archive/flood.md": "news/flood.md" },
  },
  {
    what: "many articles say the same, and one is new",
    before: [
      "1.md | /1/ | Photo, Monday | 1 | See the picture",
      "2.md | /2/ | Photo, Tuesday | 2 | See the picture",
    ],
    after: [
      "2.md | /2/ | Photo, Tuesday | 2 | See the picture",
      "3.md | /3/ | Photo, Friday | 5 | See the picture",
    ],
    guids: { "2.md": "2.md", "3.md": "new" },
  },
  {
    what: "two articles of one title and day move, and nothing tells them apart",
    before: ["a.md | /a/ | Corrections | 1 | In A", "b.md | /b/ | Corrections | 1 | In B"],
    after: ["c.md | /c/ | Corrections | 1 | In C", "d.md | /d/ | Corrections | 1 | In D"],
    guids: { "c.md": "new", "d.md": "new" },
  },
  {
    what: "two articles swap their addresses",
    before: [FLOOD, FERRY],
    after: [
      "news/flood.md | /news/ferry/ | Flood in town | 5 | The river rose",
      "news/ferry.md | /news/flood/ | The ferry is back | 6 | It sails at noon",
    ],
    guids: { "news/flood.md": "news/flood.md", "news/ferry.md": "news/ferry.md" },
  },
  {
    what: "two records swap their ids",
    before: [`${FLOOD} | id 1`, `${FERRY} | id 2`],
    after: [`${FLOOD} | id 2`, `${FERRY} | id 1`],
    guids: { "news/flood.md": "news/ferry.md", "news/ferry.md": "news/flood.md" },
  },
  {
    what: "a file name is spelt in other code points",
    before: ["caf\u00e9.md | /caf%C3%A9/ | Coffee | -1 | Beans"],
    after: ["cafe\u0301.md | /cafe/ | Tea | -2 | Leaves"],
    guids: { "cafe\u0301.md": "caf\u00e9.md" },
  },
];

describe("an article keeps its guid where", () => {
  it.each(CASES)("$what", ({ before, after, guids, setAside = {} }) => {
    const first = run([], before.map(articleOf));
    expect(first.setAside).toEqual([]);
    const subjects = after.map(articleOf);
    const second = run(first.lines, subjects);
    const old = new Set(first.lines.map(({ guid }) => guid));
    const found = [...second.identities].map(([key, { guid }]) => {
      const from = [...first.identities].find(([, identity]) => identity.guid === guid);
      return [key, from?.[0] ?? (old.has(guid) ? "of somebody" : "new")];
    });
    expect(Object.fromEntries(found)).toEqual(guids);
    const aside = second.setAside.map(({ key, holder }) => [key, holder]);
    expect(Object.fromEntries(aside)).toEqual(setAside);
    // In whatever order the records come, and once more.
    const reversed = assignGuids(first.lines.toReversed(), subjects.toReversed());
    expect(Object.fromEntries(reversed.identities)).toEqual(Object.fromEntries(second.identities));
    const again = run(second.lines, subjects).lines;
    expect(writeLedgerLines(again)).toBe(writeLedgerLines(second.lines));
  });
});

const REBUILT: readonly (readonly [what: string, after: string])[] = [
  ["nothing changes", FLOOD],
  ["the file is renamed", "b.md | /news/flood/ | Flood in town | 5 | The river rose"],
  ["the body is edited", "news/flood.md | /news/flood/ | Flood in town | 5 | More"],
  ["the title is edited", "news/flood.md | /news/flood/ | The flood | 5 | The river rose"],
  ["the section changes", "t/flood.md | /t/flood/ | The flood | 5 | The river rose"],
  ["the address changes", "t/a.md | /t/a/ | Flood in town | 5 | The river rose"],
  ["the domain moves", "a.md | https://b.example/news/flood/ | The flood | -9 | More"],
  ["the record gets an id", `${FLOOD} | id 4711`],
];

describe("an article of a ledger that was rebuilt from feeds keeps its guid where", () => {
  it.each(REBUILT)("%s", (_what, after) => {
    const lines = asRebuilt(run([], [articleOf(FLOOD)]).lines);
    const { identities } = run(lines, [articleOf(after)]);
    expect([...identities.values()].map(({ guid }) => guid)).toEqual([`${site}/news/flood/`]);
  });
});

describe("a guid", () => {
  it("is the record's id, else its address", () => {
    const { identities } = run([], [articleOf(FLOOD), articleOf(`${FERRY} | id 4711`)]);
    expect([...identities.values()].map(({ guid }) => guid).sort()).toEqual([
      "4711",
      `${site}/news/flood/`,
    ]);
  });

  it("of an article at a reused address begins with it, and stays when it is edited", () => {
    const moved = articleOf("old.md | /old/ | Flood in town | 5 | The river rose");
    const { lines } = run([], [articleOf(FLOOD)]);
    const next = "news/flood.md | /news/flood/ | Part two | 9 | It rose again";
    const second = run(lines, [moved, articleOf(next)]);
    const guid = second.identities.get("news/flood.md")?.guid ?? "";
    expect(guid).toMatch(/^https:\/\/post\.example\/news\/flood\/#[\da-f]{8}$/);
    // Even where the ledger of that run was never kept.
    const edited = articleOf("news/flood.md | /news/flood/ | Part 2 | 9 | And again");
    expect(run(lines, [moved, edited]).identities.get("news/flood.md")?.guid).toBe(guid);
    expect(run(second.lines, [edited]).identities.get("news/flood.md")?.guid).toBe(guid);
  });

  it("is not given away while the article that has it is away", () => {
    const { lines } = run([], [articleOf(FLOOD)]);
    const moved = articleOf("old.md | /old/ | Flood in town | 5 | The river rose");
    const away = run(run(lines, [moved]).lines, []);
    const next = articleOf("b.md | /news/flood/ | Part two | 9 | It rose again");
    const { identities } = run(away.lines, [next]);
    expect(identities.get("b.md")?.guid).not.toBe(`${site}/news/flood/`);
  });

  it("is kept by words for it: what is refused names the holder and what to do", () => {
    const first = run([], [articleOf(`${FLOOD} | id 4711`)]);
    const copy = articleOf("a.md | /a/ | Copy | 5 | The river rose | id 4711");
    expect(run(first.lines, [articleOf(`${FLOOD} | id 4711`), copy]).setAside).toEqual([
      {
        key: "a.md",
        claim: "id 4711",
        holder: "news/flood.md",
        remedy: "give it an id of its own",
      },
    ]);
  });
});

describe("the published date", () => {
  const undated = "flood.md | /flood/ | Flood | -5 | The river rose";

  it("of a record that states none stays that of the ledger", () => {
    const { lines } = run([], [articleOf(undated)]);
    const checkout = articleOf("river.md | /river/ | Flood | -20 | The river rose");
    const { identities } = run(lines, [checkout]);
    expect(identities.get("river.md")?.publishedMs).toBe(Date.UTC(2026, 4, 5));
  });

  it("of a record that states one is the record's, and the ledger learns it", () => {
    const { lines } = run([], [articleOf(undated)]);
    const dated = run(lines, [articleOf("flood.md | /flood/ | Flood | 3 | The river rose")]);
    expect(dated.identities.get("flood.md")?.publishedMs).toBe(Date.UTC(2026, 4, 3));
    const again = run(dated.lines, [articleOf(undated)]);
    expect(again.identities.get("flood.md")?.publishedMs).toBe(Date.UTC(2026, 4, 3));
  });

  it("that nobody knows is the time of the file", () => {
    const [line] = run([], [articleOf(undated)]).lines;
    const lines = line === undefined ? [] : [{ ...line, publishedMs: undefined }];
    const { identities } = run(lines, [articleOf(undated)]);
    expect(identities.get("flood.md")?.publishedMs).toBe(Date.UTC(2026, 4, 5));
  });
});

describe("lines of both sides of a merge", () => {
  const ours = run([], [articleOf("flood.md | /flood/ | Flood | -5 | The river rose")]).lines;
  const moved = articleOf("town/river.md | /river/ | River | -3 | It fell | id 1");
  const theirs = ours.map((line) => ({
    ...line,
    publishedMs: moved.publishedMs,
    key: moved.key,
    url: moved.url,
    titleDigest: moved.titleDigest,
    bodyDigest: moved.bodyDigest,
  }));

  it.each([
    ["ours", "flood.md | /flood/ | Flood | -9 | The river rose"],
    ["theirs", "town/river.md | /river/ | River | -9 | It fell"],
  ])("become one again: the article is where %s has it", (_side, row) => {
    const { identities, lines } = run([...ours, ...theirs], [articleOf(row)]);
    expect([...identities.values()]).toEqual([
      { guid: `${site}/flood/`, publishedMs: Date.UTC(2026, 4, 3) },
    ]);
    expect(lines).toHaveLength(1);
  });

  it("both stay while the article is away", () => {
    expect(run([...ours, ...theirs], []).lines).toHaveLength(2);
  });
});

describe("lines", () => {
  it("are there for what feeds have shown, and follow it when they no longer do", () => {
    const flood = articleOf(FLOOD);
    const ferry = articleOf(FERRY);
    const first = run([], [flood, ferry], ["news/flood.md"]);
    expect(first.lines.map(({ key }) => key)).toEqual(["news/flood.md"]);
    const renamed = { ...flood, key: "river.md", url: `${site}/river/` };
    const second = run(first.lines, [renamed, ferry], ["news/ferry.md"]);
    expect(second.lines.map(({ key }) => key).sort()).toEqual(["news/ferry.md", "river.md"]);
    const edited = articleOf("river.md | /river/ | River | 5 | It fell");
    const third = run(second.lines, [edited], []);
    expect(third.identities.get("river.md")?.guid).toBe(`${site}/news/flood/`);
    expect(third.lines).toHaveLength(2);
  });
});
