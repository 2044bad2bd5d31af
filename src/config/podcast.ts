/** The `podcast` block of a feed: what directories ask of a show. */
import * as v from "valibot";
import { groupOf, knownGroup, roleOf } from "../articles/episodes/roles.ts";
import { categoryOf, type PodcastCategory, remedyOfCategory } from "./podcast-categories.ts";
import { emailAddress, listOf, webAddress, words } from "./values.ts";

const EXAMPLE_UUID = "9b024349-ccf0-5f69-a609-6b82873eab3c";

const category = v.pipe(
  words,
  v.check(
    (text) => categoryOf(text) !== undefined,
    ({ input }) => `is no category of Apple Podcasts; ${remedyOfCategory(input)}`,
  ),
  v.transform((text): PodcastCategory => categoryOf(text) ?? { name: text }),
);

const uuid = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    `is no UUID; write it like "${EXAMPLE_UUID}"`,
  ),
);

const shortWords = v.pipe(words, v.maxLength(128, "is too long; apps cut it after 128 characters"));

const funding = v.union([
  v.pipe(
    webAddress,
    v.transform((url) => ({ url, text: undefined })),
  ),
  v.strictObject({ url: webAddress, text: v.optional(shortWords) }),
]);

const person = v.pipe(
  v.strictObject({
    name: shortWords,
    role: v.optional(
      v.pipe(
        words,
        v.check(
          (name) => roleOf(name) !== undefined,
          'is no role of the podcast taxonomy; write one such as "host" or "producer"',
        ),
        v.transform((name) => roleOf(name) ?? name),
      ),
      "host",
    ),
    group: v.optional(
      v.pipe(
        words,
        v.check(
          (name) => knownGroup(name) !== undefined,
          'is no group of the podcast taxonomy; write one such as "cast" or "writing"',
        ),
        v.transform((name) => knownGroup(name) ?? name),
      ),
    ),
    img: v.optional(webAddress),
    href: v.optional(webAddress),
  }),
  v.transform(({ name, role, group, img, href }) => ({
    ...{ name, role, group: group ?? groupOf(role) ?? "cast" },
    ...(img === undefined ? {} : { imageUrl: img }),
    ...(href === undefined ? {} : { url: href }),
  })),
);

const remoteFeed = v.union([
  v.pipe(
    uuid,
    v.transform((guid) => ({ guid, url: undefined, title: undefined })),
  ),
  v.strictObject({ guid: uuid, url: v.optional(webAddress), title: v.optional(words) }),
]);

const txt = v.union([
  v.pipe(
    words,
    v.transform((value) => ({ purpose: undefined, value })),
  ),
  v.strictObject({ purpose: v.optional(shortWords), value: words }),
]);

const license = v.union([
  v.pipe(
    words,
    v.transform((name) => ({ name, url: undefined })),
  ),
  v.strictObject({ name: words, url: webAddress }),
]);

const social = v.strictObject({
  protocol: words,
  uri: v.optional(webAddress),
  accountId: v.optional(words),
  accountUrl: v.optional(webAddress),
});

/** What the feed is, as opposed to what it is about (Podcast namespace 1.0, "Medium"). */
const MEDIA = [
  ...["podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "course"],
] as const;

/** `kind: podcast` of a feed. */
export const podcastSchema = v.strictObject({
  /** The artwork: 1400 to 3000 pixels square, JPEG or PNG. Default: the site's image. */
  image: v.optional(words),
  /** Default: the site's author, or its title. */
  author: v.optional(words),
  /** Whom Apple writes to. Default: the site's author. */
  owner: v.optional(v.strictObject({ name: v.optional(words), email: emailAddress })),
  category: v.optional(listOf(category), []),
  explicit: v.optional(v.boolean(), false),
  type: v.optional(v.picklist(["episodic", "serial"]), "episodic"),
  copyright: v.optional(words),
  /** The show's page. Default: the site's. */
  link: v.optional(webAddress),
  /** There will be no more episodes. */
  complete: v.optional(v.boolean(), false),
  /** Not to be listed by directories. */
  block: v.optional(v.boolean(), false),
  /** Where the feed has moved to. */
  newFeedUrl: v.optional(webAddress),
  /** Other hosts may not import the feed. */
  locked: v.optional(v.boolean()),
  funding: v.optional(listOf(funding), []),
  persons: v.optional(listOf(person), []),
  medium: v.optional(v.picklist(MEDIA), "podcast"),
  /** Given once, kept for life. Default: made of the feed's address. */
  guid: v.optional(uuid),
  txt: v.optional(listOf(txt), []),
  podroll: v.optional(listOf(remoteFeed), []),
  license: v.optional(license),
  social: v.optional(listOf(social), []),
});

/** A podcast block with its defaults. */
export type PodcastConfig = v.InferOutput<typeof podcastSchema>;

interface FeedKind {
  readonly kind?: "podcast" | undefined;
  readonly podcast?: PodcastConfig | undefined;
}

/** Either key says so. */
export function isPodcast({ kind, podcast }: FeedKind): boolean {
  return kind === "podcast" || podcast !== undefined;
}

/** The block of a feed that is a podcast; undefined for every other feed. */
export function podcastOf(feed: FeedKind): PodcastConfig | undefined {
  return feed.podcast ?? (isPodcast(feed) ? v.parse(podcastSchema, {}) : undefined);
}
