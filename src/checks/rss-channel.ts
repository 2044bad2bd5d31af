/** What RSS 2.0 and its Best Practices Profile demand of a channel. */
import { type Complaint, quoted, type Rule } from "./rule.ts";
import type { FeedSubject } from "./subjects.ts";
import { isPositiveInteger } from "./values.ts";
import { about, childOf, childrenOf, textOf, type XmlElement } from "./xml-document.ts";

const DOCS = "http://www.rssboard.org/rss-specification";
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const CHANNEL_ELEMENTS = new Set(
  "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item".split(
    " ",
  ),
);

const SINGLES = [...CHANNEL_ELEMENTS].filter((name) => name !== "item" && name !== "category");

/** The children of a channel by what they say about it: an element that must be there. */
function demand(key: "title" | "link" | "description", w3c: string): Rule<FeedSubject> {
  return {
    name: `rss/channel-${key}`,
    level: "error",
    spec: "RSS 2.0",
    section: "Required channel elements",
    w3c,
    demands: `A channel has a ${key}`,
    *find({ feed }) {
      const remedy = `add a <${key}>`;
      if (textOf(childOf(feed, key)) === "") yield about(feed, `there is no ${key}`, remedy);
    },
  };
}

/** Every child but the first of each name. */
export function* repeated(parent: XmlElement, names: readonly string[]): Generator<Complaint> {
  const seen = new Set<string>();
  for (const child of childrenOf(parent)) {
    if (!names.includes(child.key)) continue;
    if (seen.has(child.key)) yield about(child, `a second ${child.name}`, "keep one");
    seen.add(child.key);
  }
}

/** Children of no namespace that are not in the list. */
export function* unknown(parent: XmlElement, names: ReadonlySet<string>): Generator<Complaint> {
  for (const child of childrenOf(parent)) {
    if (child.namespace !== "" || names.has(child.key)) continue;
    const remedy = "take it away, or give it a namespace";
    yield about(child, `RSS knows no <${child.name.slice(0, 60)}> here`, remedy);
  }
}

const hours = (feed: XmlElement) => childrenOf(feed, "skipHours").flatMap((e) => childrenOf(e));
const days = (feed: XmlElement) => childrenOf(feed, "skipDays").flatMap((e) => childrenOf(e));

export const rssChannelRules: readonly Rule<FeedSubject>[] = [
  {
    name: "rss/version",
    level: "error",
    spec: "RSS 2.0",
    section: "What is RSS?",
    w3c: "InvalidRSSVersion",
    demands: 'The root says `version="2.0"`, or one of the versions before it',
    *find({ root }) {
      const version = root.attributes.get("version") ?? "";
      if (/^(?:0\.9[0-4]|2\.0(?:\.\d+)?)$/.test(version)) return;
      yield about(root, `there is no RSS ${quoted(version)}`, 'write version="2.0"');
    },
  },
  {
    name: "rss/one-channel",
    level: "error",
    spec: "RSS 2.0",
    section: "What is RSS?",
    w3c: "MissingElement",
    demands: "A document has one channel",
    *find({ root }) {
      const channels = childrenOf(root, "channel");
      if (channels.length !== 1) yield about(root, `${channels.length} channels`, "keep one");
    },
  },
  demand("title", "MissingTitle"),
  demand("link", "MissingLink"),
  demand("description", "MissingDescription"),
  {
    name: "rss/one-of-each",
    level: "error",
    spec: "RSS 2.0",
    section: "Optional channel elements",
    w3c: "DuplicateElement",
    demands: "A channel has each element once, `category` and `item` apart",
    find: ({ feed }) => repeated(feed, SINGLES),
  },
  {
    name: "rss/known-elements",
    level: "error",
    spec: "RSS 2.0",
    section: "Extending RSS",
    w3c: "UndefinedElement",
    demands: "A channel holds elements of RSS, and others only in a namespace",
    find: ({ feed }) => (feed.key === "channel" ? unknown(feed, CHANNEL_ELEMENTS) : []),
  },
  {
    name: "rss/metadata-first",
    level: "warning",
    spec: "RSS Profile",
    section: "item",
    w3c: "MisplacedItem",
    demands: "What a channel says about itself stands before its first item",
    *find({ feed }) {
      let hasItem = false;
      for (const child of childrenOf(feed)) {
        if (child.key === "item") hasItem = true;
        else if (hasItem && (child.namespace === "" || child.key === "atom:link")) {
          yield about(
            child,
            `${child.name} stands behind an item`,
            "move it before the first item",
          );
        }
      }
    },
  },
  {
    name: "rss/docs",
    level: "warning",
    spec: "RSS Profile",
    section: "docs",
    demands: `\`docs\` is exactly \`${DOCS}\``,
    *find({ feed }) {
      for (const docs of childrenOf(feed, "docs")) {
        if (textOf(docs) !== DOCS)
          yield about(docs, `docs is ${quoted(textOf(docs))}`, `write ${DOCS}`);
      }
    },
  },
  {
    name: "rss/ttl",
    level: "error",
    spec: "RSS 2.0",
    section: "<ttl>",
    w3c: "InvalidPositiveInteger",
    demands: "`ttl` is a positive number of minutes",
    *find({ feed }) {
      for (const ttl of childrenOf(feed, "ttl")) {
        if (isPositiveInteger(textOf(ttl))) continue;
        yield about(ttl, `${quoted(textOf(ttl))} is no number of minutes`, "write 60, for example");
      }
    },
  },
  {
    name: "rss/skip-hours",
    level: "error",
    spec: "RSS 2.0",
    section: "<skipHours>",
    w3c: "InvalidHour",
    demands: "`skipHours` holds at most 24 hours from 0 to 23 GMT, each once",
    *find({ feed }) {
      const seen = new Set<string>();
      for (const hour of hours(feed)) {
        const text = textOf(hour);
        const isHour = hour.key === "hour" && /^(?:[01]?\d|2[0-3])$/.test(text);
        if (isHour && !seen.has(String(Number(text)))) seen.add(String(Number(text)));
        else
          yield about(hour, `${quoted(text)} is no hour, or a second time`, "write 0 to 23, once");
      }
    },
  },
  {
    name: "rss/skip-days",
    level: "error",
    spec: "RSS 2.0",
    section: "<skipDays>",
    w3c: "InvalidDay",
    demands: "`skipDays` holds days of the week in English, each once",
    *find({ feed }) {
      const seen = new Set<string>();
      for (const day of days(feed)) {
        const text = textOf(day);
        if (day.key === "day" && DAYS.includes(text) && !seen.has(text)) seen.add(text);
        else
          yield about(day, `${quoted(text)} is no day, or a second time`, "write Monday to Sunday");
      }
    },
  },
  {
    name: "rss/image-complete",
    level: "error",
    spec: "RSS 2.0",
    section: "<image>",
    w3c: "MissingElement",
    demands: "An image of a channel has a url, a title and a link",
    *find({ feed }) {
      for (const image of childrenOf(feed, "image")) {
        for (const key of ["url", "title", "link"]) {
          if (textOf(childOf(image, key)) !== "") continue;
          yield about(image, `the image has no ${key}`, `add a <${key}>`);
        }
      }
    },
  },
  {
    name: "rss/image-matches-channel",
    level: "warning",
    spec: "RSS Profile",
    section: "image",
    w3c: "ImageTitleDoesntMatch",
    demands: "Title and link of the image are those of the channel",
    *find({ feed }) {
      for (const image of childrenOf(feed, "image")) {
        for (const key of ["title", "link"]) {
          const own = childOf(image, key);
          const wanted = textOf(childOf(feed, key));
          if (own === undefined || textOf(own) === "" || textOf(own) === wanted) continue;
          yield about(own, `the channel's ${key} is another`, `write ${quoted(wanted)}`);
        }
      }
    },
  },
  {
    name: "rss/image-size",
    level: "error",
    spec: "RSS 2.0",
    section: "<image>",
    w3c: "InvalidWidth",
    demands: "An image of a channel is at most 144 wide and 400 high",
    *find({ feed }) {
      for (const image of childrenOf(feed, "image")) {
        for (const [key, most] of [
          ["width", 144],
          ["height", 400],
        ] as const) {
          for (const side of childrenOf(image, key)) {
            const text = textOf(side);
            if (isPositiveInteger(text) && Number(text) <= most) continue;
            yield about(side, `${quoted(text)} is no ${key}`, `give a picture of at most ${most}`);
          }
        }
      }
    },
  },
  {
    name: "rss/image-format",
    level: "warning",
    spec: "RSS 2.0",
    section: "<image>",
    w3c: "ImageUrlFormat",
    demands: "An image of a channel is a GIF, JPEG or PNG",
    *find({ feed }) {
      for (const image of childrenOf(feed, "image")) {
        const url = childOf(image, "url");
        const ending = /\.(\w{1,8})(?:[?#]|$)/.exec(textOf(url).replace(/^.*\//, ""))?.[1];
        if (url === undefined || ending === undefined) continue;
        if (/^(?:gif|jpe?g|png|php|aspx?|cgi)$/i.test(ending)) continue;
        yield about(url, `.${ending} is no GIF, JPEG or PNG`, "give one of these");
      }
    },
  },
];
