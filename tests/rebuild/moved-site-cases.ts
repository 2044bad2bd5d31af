/** The cases: nothing may be unread again, and nothing may stand there twice, unless it says so. */
import {
  type Case,
  edit,
  LEDGER,
  ledgerRows,
  readLedger,
  removeAll,
  rename,
  type Site,
  siteAt,
  storyInList,
  storyText,
  touchAll,
} from "./moved-sites.ts";

type Change = (site: Site) => void;

const BANJIR = "articles/dunia/banjir.md";
const PASAR = "articles/dunia/pasar.md";

const editTitle: Change = ({ project }) => edit(project, BANJIR, "Kabar banjir", "Banjir surut");
const renameFile: Change = ({ project }) =>
  rename(project, "dunia/banjir.md", "dunia/banjir-besar.md");
const moveFile: Change = ({ project }) => rename(project, "dunia/banjir.md", "kota/banjir.md");
const dropId: Change = ({ project }) => edit(project, PASAR, /^id: .*\n/m, "");
const dropCache: Change = ({ project }) => removeAll(project, [".feedwright"]);
const checkOut: Change = ({ project }) => touchAll(project, "2026-05-20T00:00:00Z");
const loseLedger: Change = ({ project }) => removeAll(project, [LEDGER, ".feedwright"]);

const all =
  (...changes: readonly Change[]): Change =>
  (site) => {
    for (const change of changes) change(site);
  };

/** As git leaves it where one side has renamed a file, and nobody has looked at it since. */
const leaveConflict: Change = ({ project }) => {
  const rows = ledgerRows(project);
  const [header] = readLedger(project).split("\n");
  // Guid and date stay.
  const theirs = rows.map((row) => row.replace(/\tdunia\/banjir\.md.*banjir(?=\/\t)/, "$&-besar"));
  const renamed = theirs.map((row) => row.replace("\tdunia/banjir.md", "\tdunia/banjir-besar.md"));
  const text = [header, "<<<<<<< HEAD", ...rows, "=======", ...renamed, ">>>>>>> cabang", ""];
  project.write({ [LEDGER]: text.join("\n") });
};

const BY_SECTION = { permalink: "/{section}/{slug}/" };

const EDITED: readonly Case[] = [
  { what: "a title is edited", steps: [{ change: editTitle }] },
  {
    what: "title, body and date are edited one after the other",
    steps: [
      { change: editTitle },
      { change: ({ project }) => edit(project, BANJIR, "orang di", "banyak orang di") },
      { change: ({ project }) => edit(project, BANJIR, "2026-05-01", "2026-05-01T00:00:00Z") },
    ],
  },
  { what: "a file is renamed", steps: [{ change: renameFile }] },
  { what: "a file is moved to another folder", steps: [{ change: moveFile }] },
  {
    what: "a file is renamed, and then its title is edited",
    steps: [
      { change: renameFile },
      { change: ({ project }) => edit(project, "articles/dunia/banjir-besar.md", "Kabar", "Air") },
    ],
  },
  {
    what: "the section changes, and the address with it",
    keys: () => BY_SECTION,
    steps: [{ change: ({ project }) => edit(project, BANJIR, "date:", "section: Kota\ndate:") }],
  },
  {
    what: "records change places in a file, and one goes",
    steps: [
      {
        change: ({ project, name }) =>
          project.write({
            "articles/kota/arsip.json": JSON.stringify([
              storyInList("cumi", 5, { id: `${name}-9` }),
              storyInList("gurita", 7),
              storyInList("teri", 4),
            ]),
          }),
      },
      {
        change: ({ project }) =>
          project.write({ "articles/kota/arsip.json": JSON.stringify([storyInList("teri", 4)]) }),
      },
    ],
    fresh: ["gurita"],
  },
];

const IDS: readonly Case[] = [
  { what: "an id is taken out of its record", steps: [{ change: dropId }] },
  {
    what: "an id is taken out, and then the file is moved",
    steps: [
      { change: dropId },
      { change: ({ project }) => rename(project, "dunia/pasar.md", "kota/pasar-malam.md") },
    ],
  },
  {
    what: "an id comes into a record that had none",
    steps: [
      { change: ({ project, name }) => edit(project, BANJIR, "date:", `id: ${name}-1\ndate:`) },
    ],
  },
  {
    what: "an id is changed",
    steps: [{ change: ({ project }) => edit(project, PASAR, "-4711", "-4712") }],
  },
  {
    what: "two files claim one id",
    steps: [
      {
        change: ({ project, name }) =>
          project.write({ "articles/baru/lain.md": storyText("lain", 6, `id: ${name}-4711`) }),
      },
    ],
    setAside: [/has the id \S+-4711 of .*dunia\/pasar\.md/],
  },
];

const ADDRESSES: readonly Case[] = [
  {
    what: "http becomes https",
    keys: (name) => ({ site: siteAt(`http://${name}.example/`) }),
    steps: [{ keys: (name) => ({ site: siteAt(`https://${name}.example/`) }) }],
  },
  {
    what: "the domain moves",
    steps: [{ keys: (name) => ({ site: siteAt(`https://${name}-baru.example/`) }) }],
  },
  {
    what: "the pattern of addresses changes",
    steps: [{ keys: () => ({ permalink: "/{year}/{month}/{slug}.html" }) }],
  },
  {
    what: "a new article takes the file and the address of one that has moved",
    steps: [
      {
        change: all(renameFile, ({ project }) =>
          project.write({ [BANJIR]: storyText("longsor", 8) }),
        ),
      },
      // The newcomer keeps what it was given.
      { change: ({ project }) => edit(project, BANJIR, "Kabar", "Tanah") },
    ],
    fresh: ["longsor"],
  },
  {
    what: "a new article takes the address of one that is gone, and that one comes back",
    steps: [
      { change: ({ project }) => removeAll(project, [BANJIR]) },
      {
        change: ({ project }) => project.write({ [BANJIR]: storyText("longsor", 8) }),
      },
      { change: ({ project }) => project.write({ "articles/kota/y.md": storyText("banjir", 1) }) },
    ],
    fresh: ["longsor"],
  },
  {
    what: "much changes at once",
    keys: (name) => ({ site: siteAt(`http://${name}.example/`) }),
    steps: [
      {
        change: all(moveFile, dropId, dropCache, checkOut, ({ project }) => {
          edit(project, "articles/kota/kapal.md", "Kabar kapal", "Kapal tiba");
          edit(project, "articles/kota/arsip.json", "Kabar teri", "Teri melimpah");
        }),
        keys: (name) => ({
          ...{ site: siteAt(`https://www.${name}-baru.example/`), permalink: "/b/{slug}.html" },
        }),
      },
    ],
  },
];

const AWAY: readonly Case[] = [
  {
    what: "an article is withdrawn and comes back",
    steps: [
      { change: ({ project }) => edit(project, BANJIR, "date:", "status: withdrawn\ndate:") },
      { change: ({ project }) => edit(project, BANJIR, "status: withdrawn\n", "") },
    ],
  },
  {
    what: "a file is taken away and comes back elsewhere",
    steps: [
      { change: ({ project }) => removeAll(project, [BANJIR]) },
      { change: dropCache },
      { change: ({ project }) => project.write({ "articles/kota/y.md": storyText("banjir", 1) }) },
    ],
  },
];

const LEDGERS: readonly Case[] = [
  { what: "a ledger is merged, and its conflict left", steps: [{ change: leaveConflict }] },
  {
    what: "a ledger is merged with its conflict while the file is renamed and the domain moves",
    steps: [
      {
        change: all(leaveConflict, renameFile),
        keys: (name) => ({ site: siteAt(`https://${name}-baru.example/`) }),
      },
    ],
  },
  { what: "the ledger is lost", steps: [{ change: loseLedger }] },
  {
    what: "the ledger is lost while a file is renamed and an id taken out",
    steps: [{ change: all(loseLedger, moveFile, dropId, checkOut) }],
  },
  {
    what: "the ledger is lost while the domain moves, and then a title is edited",
    steps: [
      {
        change: loseLedger,
        keys: (name) => ({ site: siteAt(`https://${name}-baru.example/`) }),
      },
      {
        change: editTitle,
        keys: (name) => ({ site: siteAt(`https://${name}-baru.example/`) }),
      },
    ],
  },
];

const CHECKOUTS: readonly Case[] = [
  { what: "the cache is lost", steps: [{ change: all(dropCache, checkOut) }] },
  {
    what: "a clean checkout has only articles and ledger",
    steps: [
      {
        change: all(dropCache, checkOut, ({ project }) => removeAll(project, ["feeds"])),
      },
    ],
  },
  {
    what: "a clean checkout has only articles and ledger, and a file was renamed",
    steps: [
      {
        change: all(dropCache, checkOut, renameFile, ({ project }) =>
          removeAll(project, ["feeds"]),
        ),
      },
    ],
  },
];

/** Nobody could know them: a reader that does not see them here would see nothing anywhere. */
const LOST: readonly Case[] = [
  {
    what: "ledger and feeds are lost while a file is renamed",
    steps: [
      { change: all(loseLedger, renameFile, ({ project }) => removeAll(project, ["feeds"])) },
    ],
    fresh: ["banjir"],
    twice: ["banjir"],
  },
  {
    what: "the line of an article is struck out while its file is moved",
    steps: [
      {
        change: all(moveFile, ({ project }) => edit(project, LEDGER, /^.*dunia\/banjir.*\n/m, "")),
      },
    ],
    fresh: ["banjir"],
    twice: ["banjir"],
  },
];

export const CASES: readonly Case[] = [
  ...[EDITED, IDS, ADDRESSES, AWAY, LEDGERS, CHECKOUTS, LOST].flat(),
];
