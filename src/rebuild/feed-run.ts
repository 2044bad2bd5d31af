/**
 * One run over the feeds: each is cut to what it may show, left alone where it would come out as it
 * did, and else composed and published. What feeds share is made once and let go after the last.
 */
import { digestOf } from "../articles/digests.ts";
import type { IndexedArticle } from "../articles/index/indexed-record.ts";
import { OperationalError, type Problem } from "../errors.ts";
import { type Archives, archiveFeed } from "../feeds/archives.ts";
import { composeFeed } from "../feeds/compose.ts";
import { fingerprintOf } from "../feeds/fingerprint.ts";
import type { FeedMedia } from "../feeds/media/feed-media.ts";
import { composePodcast, expectPodcast } from "../feeds/podcast.ts";
import { answersTo, noteQuestions } from "../feeds/questions.ts";
import type { Selection } from "../feeds/select.ts";
import { openPaths, ownPathsFirst } from "../feeds/separate-paths.ts";
import { findUncredited } from "../feeds/uncredited.ts";
import { openUses } from "../feeds/uses.ts";
import { formats } from "../formats/formats.ts";
import type { FeedMemory, PublishedFeed } from "../publish/feed-memory.ts";
import { type Destination, keepFeed, publishFeed, takenOf } from "../publish/publish-feed.ts";
import type { Site } from "../site.ts";
import { openWork, type Work, type WorkSources } from "./feed-work.ts";
import { type ItemNotes, shownItems } from "./item-changes.ts";
import { type Leaving, openLeaving } from "./left-feeds.ts";
import type { CopyMedia } from "./media-copies.ts";
import type { KeepWithinBound } from "./memory-bound.ts";

/** What became of all feeds. */
export interface FeedsPublished {
  /** In the order of the selections. */
  readonly feeds: readonly PublishedFeed[];
  /** By the path of each feed that has archive documents. */
  readonly archives: ReadonlyMap<string, Archives>;
  readonly unreadable: readonly Problem[];
  readonly blocked: readonly Problem[];
  /** Feeds that have no path of their own. */
  readonly clashes: readonly Problem[];
  readonly uncredited: readonly Problem[];
  /** Whether an article could not be had any more when a feed was to show it. */
  readonly hasLost: boolean;
  /** Feeds, by name, that the run is not for and that would come out otherwise. */
  readonly left: ReadonlySet<string>;
  /** Whether an article cannot be shown, or not everywhere. */
  readonly isRefused: (article: IndexedArticle) => boolean;
}

export interface FeedRunSources extends WorkSources {
  readonly feeds: FeedMemory;
  readonly destination: Destination;
  readonly media: FeedMedia;
  readonly copyMedia: CopyMedia;
  readonly keepWithinBound: KeepWithinBound;
  /** What earlier runs gave to the archive documents. */
  readonly archives: ReadonlyMap<string, Archives>;
  /** Is told what a feed shows before it is published. */
  readonly note: (articles: readonly IndexedArticle[]) => void;
  readonly notes: ItemNotes;
  /** Whether the run is for a feed of the configuration, by name. */
  readonly isDue: (name: string) => boolean;
}

export const endings = new Map(formats.map((format) => [format.name, format.extension]));

/** The documents are on their way when it resolves. */
export async function publishSelections(
  selections: readonly Selection[],
  sources: FeedRunSources,
): Promise<FeedsPublished> {
  const { site, config, destination } = sources;
  const ordered = ownPathsFirst(selections);
  const work = openWork(sources);
  const leaving = openLeaving(sources);
  const uses = openUses(ordered);
  const paths = openPaths(destination.shownAs);
  const archives = new Map<string, Archives>();
  const published = new Map<Selection, PublishedFeed[]>();
  const shown: Selection[] = [];
  if (config.images.probe) await askAtOnce(ordered, work, site.pictures);
  for (const selection of ordered) {
    if (!paths.take(selection)) continue;
    const archived = await prepare(selection, work, leaving, sources);
    if (archived.archives.length > 0) archives.set(selection.path, archived.archives);
    const isFree = ({ feed }: Prepared) => !feed.archive?.isArchive || paths.take(feed);
    const parts = archived.parts.filter(isFree);
    const documents: PublishedFeed[] = [];
    for (const part of parts) {
      sources.keepWithinBound();
      documents.push(await publishOne(part, work, sources));
      if (!work.hasMuch()) continue;
      for (const article of part.feed.articles) {
        if (uses.isLast(article, selection)) work.drop(article);
      }
    }
    published.set(selection, documents);
    shown.push(...parts.map(({ feed }) => feed));
  }
  const groups = leaving.leaveGroups(selections);
  return {
    feeds: [...selections.flatMap((one) => published.get(one) ?? []), ...groups.documents],
    archives: new Map([...archives, ...groups.archives]),
    ...{ clashes: paths.clashes(), left: leaving.left, isRefused: work.showable.isRefused },
    ...{ unreadable: work.showable.unreadable(), blocked: work.showable.blocked() },
    uncredited: findUncredited(shown, work.contents, site.recordAt),
    hasLost: work.showable.lost() > 0,
  };
}

/** A credit may be in a picture on the web: whoever waits for one is asked again. */
async function settle(
  selection: Selection,
  { showable, contents }: Work,
  { config, site: { pictures } }: FeedRunSources,
): Promise<Selection> {
  for (;;) {
    const cut = showable.cut(selection);
    expectPodcast(cut, { config, pictures });
    if (!(await pictures.fetch())) return cut;
    contents.reset();
  }
}

/** Pictures of all feeds together: hosts are asked side by side, and once. */
async function askAtOnce(
  selections: readonly Selection[],
  { showable, contents }: Work,
  pictures: Site["pictures"],
): Promise<void> {
  for (const selection of selections) showable.cut(selection);
  await pictures.fetch();
  contents.reset();
}

/** A feed, and what an earlier run has published of it where that would come out the same. */
interface Prepared {
  readonly feed: Selection;
  readonly fingerprint: string;
  readonly known?: PublishedFeed;
}

/** A feed with its archive documents, of articles that can all be shown. */
async function prepare(
  selection: Selection,
  work: Work,
  leaving: Leaving,
  sources: FeedRunSources,
): Promise<{ readonly parts: readonly Prepared[]; readonly archives: Archives }> {
  for (;;) {
    const cut = await settle(selection, work, sources);
    refuseVanished(work.showable.lost(), cut.articles.length);
    const earlier = sources.archives.get(selection.path) ?? [];
    const archived = archiveFeed(cut, earlier);
    const parts: Prepared[] = [];
    for (const feed of archived.selections) parts.push(await recall(feed, work, sources));
    const isAsItWas = parts.every(({ known }) => known !== undefined);
    const left = isAsItWas ? undefined : leaving.leave(selection);
    if (left !== undefined) return { parts: left, archives: earlier };
    const [current] = parts;
    // Whoever cannot be shown makes room for the next; in an archive document it leaves a gap.
    const isWhole = current === undefined || current.known !== undefined || allOf(current, work);
    if (isWhole) return { parts, archives: archived.archives };
  }
}

/** A folder that goes away while it is read must not empty the feeds. */
function refuseVanished(lost: number, left: number): void {
  if (lost < 5 || lost <= left) return;
  const message = `${lost} records went away or were changed while they were read. Nothing more is published.`;
  const remedy = "Check that the articles folder is mounted and at rest, and run again.";
  throw new OperationalError("ARTICLES_VANISHED", message, remedy);
}

function allOf({ feed }: Prepared, { canShow }: Work): boolean {
  return feed.articles.filter((article) => !canShow(article, feed)).length === 0;
}

async function recall(
  feed: Selection,
  { outsideOf }: Work,
  { site: { recordings }, config, feeds, destination }: FeedRunSources,
): Promise<Prepared> {
  await recordings.read(feed.articles);
  const taken = takenOf(feed, destination.nowMs);
  const fingerprint = digestOf([fingerprintOf(feed, config, outsideOf), taken]);
  const known = feeds.of(feed.path, fingerprint);
  return { feed, fingerprint, ...(known === undefined ? {} : { known }) };
}

/** One document in each of its formats, unless they are known to come out as they lie there. */
async function publishOne(
  { feed: whole, fingerprint, known }: Prepared,
  { items, canShow, outsideOf }: Work,
  sources: FeedRunSources,
): Promise<PublishedFeed> {
  if (known !== undefined) return known;
  const { site, config, destination, notes } = sources;
  const feed = { ...whole, articles: whole.articles.filter((one) => canShow(one, whole)) };
  sources.note(feed.articles);
  const shown = destination.shownAs(`${feed.path}.rss`);
  const noted = noteQuestions({ ...site, config, shown }, site.mayFind);
  const media = sources.media(noted.sources.findFile);
  const podcast = composePodcast(feed, composeFeed(feed, config, endings, items), {
    ...{ ...noted.sources, addressOf: media.addressOf },
  });
  const placed = media.place(podcast.feed, feed.articles, podcast.files);
  const copies = media.files();
  // In their places before anything names them.
  const changing = await sources.copyMedia(copies);
  for (const file of podcast.files) await destination.folder.publish(file);
  const { report, failed, cut } =
    changing.length === 0
      ? await publishFeed(feed, placed, destination)
      : keepFeed(feed, placed, changing, destination);
  const shows = shownItems(podcast.feed.items, feed.articles, outsideOf);
  notes.note(feed.path, podcast.feed.items, shows);
  const questions = noted.asked();
  const isWhole = feed.articles.length === whole.articles.length;
  return {
    // What misses an article for the time being is made again at the next run.
    ...{ fingerprint: isWhole ? fingerprint : "" },
    ...{ questions, answers: answersTo(questions, site.pictures.seenOf) },
    ...{ report, failed, shows, problems: [...podcast.problems, ...cut] },
    files: [...podcast.files, ...copies, ...report.files].map((file) => file.path),
  };
}
