/**
 * The files that go with an episode: transcripts, chapters, the cover of its recording. Those of
 * this project are published below the feed's own path; those that are on the web stay there.
 */
import { readFileSync } from "node:fs";
import { percentDecoded } from "../articles/addresses.ts";
import type { ArticleHead } from "../articles/article.ts";
import type { Chapter, Transcript, TranscriptType } from "../articles/episode.ts";
import { readChapters } from "../articles/episodes/chapters.ts";
import type { FindFile } from "../articles/local-files.ts";
import type { Recordings } from "../articles/recordings/recordings.ts";
import { shortDigest, slugOf } from "../articles/slugs.ts";
import type { Fault } from "../errors.ts";
import type { FeedFile } from "./podcast-facts.ts";
import type { PodcastSources } from "./podcast-sources.ts";
import { faultOfTranscript } from "./podcast-transcripts.ts";

export interface EpisodeFiles {
  readonly files: readonly FeedFile[];
  readonly transcripts: readonly Transcript[];
  readonly chaptersUrl?: string;
  readonly artUrl?: string;
  readonly faults: readonly Fault[];
}

export interface EpisodeFilesOptions {
  /** Where they go, without ending: `podcast/a-talk`. */
  readonly path: string;
  /** The address of that path: `https://example.org/feeds/podcast/a-talk`. */
  readonly address: string;
  readonly showTitle: string;
  readonly findFile: FindFile;
  readonly addressOf: PodcastSources["addressOf"];
  readonly recordings: Recordings;
  /** Whether the recording's cover is wanted. */
  readonly wantsArt: boolean;
}

const MOST_BYTES = 5_000_000;
const ENDINGS: Readonly<Record<TranscriptType, string>> = {
  "text/vtt": "vtt",
  "application/x-subrip": "srt",
  // A JSON document of that name may be the feed's own.
  "application/json": "transcript.json",
  "text/html": "transcript.html",
  "text/plain": "transcript.txt",
};

export function filesOfEpisode(article: ArticleHead, options: EpisodeFilesOptions): EpisodeFiles {
  const files: FeedFile[] = [];
  const faults: Fault[] = [];
  const publish = (ending: string, bytes: Buffer): string => {
    files.push({ path: `${options.path}.${ending}`, bytes });
    return `${options.address}.${ending}`;
  };
  const given = article.episode?.transcripts ?? [];
  const transcripts = given.flatMap((transcript, at) => {
    const read = readLocal(transcript.url, article, options.findFile);
    if (read === undefined) return [transcript];
    const reason = "fault" in read ? read.fault : faultOfTranscript(read.text, transcript.type);
    if (reason !== undefined || "fault" in read) {
      faults.push(faultOf("transcript", transcript.url, reason ?? ""));
      return [];
    }
    const isShared = given.some((other, index) => index !== at && other.type === transcript.type);
    const mark = isShared ? `${transcript.language ?? at + 1}.` : "";
    const url = publish(`${mark}${ENDINGS[transcript.type]}`, read.bytes);
    return [{ ...transcript, url }];
  });
  const chapters = chaptersOf(article, options);
  if (chapters.fault !== undefined) faults.push(chapters.fault);
  const document = chapters.list && documentOf(chapters.list, article, options);
  const chaptersUrl = document ? publish("chapters.json", document) : chapters.url;
  const art = options.wantsArt ? options.recordings.artOf(article) : undefined;
  const artType = options.recordings.factsOf(article)?.art?.type;
  const artEnding = artType === "image/png" ? "png" : "jpg";
  const artUrl = art && artType ? publish(artEnding, art) : undefined;
  return {
    ...{ files, transcripts, faults },
    ...(chaptersUrl === undefined ? {} : { chaptersUrl }),
    ...(artUrl === undefined ? {} : { artUrl }),
  };
}

function faultOf(field: string, url: string, reason: string): Fault {
  const name = percentDecoded(new URL(url).pathname);
  return { field, reason: `${name} ${reason}; it is left out`, remedy: "correct the file" };
}

type LocalText = { readonly bytes: Buffer; readonly text: string } | { readonly fault: string };

/** Undefined where the file is not of this project: then it has an address of its own. */
function readLocal(url: string, article: ArticleHead, findFile: FindFile): LocalText | undefined {
  const found = findFile(url, article);
  if (found === undefined) return undefined;
  // What is hidden is not meant for the world, whatever a record says.
  const address = percentDecoded(new URL(url).pathname);
  if (/\/(?:\.|_drafts\/)/.test(address)) return { fault: "is hidden" };
  if (found.bytes > MOST_BYTES) return { fault: `is larger than ${MOST_BYTES} bytes` };
  try {
    const bytes = readFileSync(found.file);
    return { bytes, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    return { fault: error instanceof TypeError ? "is not in UTF-8" : "cannot be read" };
  }
}

interface ChaptersFound {
  readonly list?: readonly Chapter[];
  /** Of a file that is on the web already. */
  readonly url?: string;
  readonly fault?: Fault;
}

/** The record's own, or those inside the recording; without what lies behind its end. */
function chaptersOf(article: ArticleHead, options: EpisodeFilesOptions): ChaptersFound {
  const facts = options.recordings.factsOf(article);
  const inside = facts?.chapters.length ? facts.chapters : undefined;
  const own = article.episode?.chapters;
  if (own === undefined) return inside === undefined ? {} : { list: inside };
  let list: readonly Chapter[] | undefined;
  if ("list" in own) list = own.list;
  else {
    const read = readLocal(own.url, article, options.findFile);
    if (read === undefined) return { url: own.url };
    list = "fault" in read ? undefined : readChapters(parsed(read.text), article.url);
    if (list === undefined) {
      const reason = "fault" in read ? read.fault : "holds no chapter";
      const fault = faultOf("chapters", own.url, reason);
      return inside === undefined ? { fault } : { list: inside, fault };
    }
  }
  const end = options.recordings.recordingOf(article)?.durationSeconds;
  const within = list.filter(({ startSeconds }) => end === undefined || startSeconds < end);
  if (within.length === list.length) return { list };
  const reason = `${list.length - within.length} begin after the recording ends, at ${end} seconds`;
  const fault = { field: "chapters", reason, remedy: "correct their times" };
  return within.length === 0 ? { fault } : { list: within, fault };
}

/** JSON, or lines with times. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return text;
  }
}

/** JSON chapters 1.2, as the Podcast namespace has them. */
function documentOf(
  list: readonly Chapter[],
  article: ArticleHead,
  { addressOf, showTitle: podcastName }: EpisodeFilesOptions,
): Buffer {
  const chapters = list.map(({ startSeconds, endSeconds, title, imageUrl, ...rest }) => ({
    startTime: startSeconds,
    endTime: endSeconds,
    title,
    img: imageUrl === undefined ? undefined : addressOf(imageUrl, article),
    url: rest.url,
    toc: rest.isHidden ? false : undefined,
  }));
  const document = { version: "1.2.0", title: article.title, podcastName, chapters };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

/**
 * A name for each article's files: ASCII, as players and players' caches want it, made of the
 * article's own address; two that would be the same are told apart by their guids.
 *
 * @param mayHaveOthers there are articles in other documents of the feed, which share its folder.
 */
export function fileNames(
  articles: readonly ArticleHead[],
  mayHaveOthers: boolean,
): readonly string[] {
  const names = articles.map(({ url, guid }) => {
    const parts = new URL(url).pathname.split("/").filter((part) => part !== "");
    const last = percentDecoded(parts.at(-1) ?? "").replace(/\.html?$/i, "");
    const slug = slugOf(last.normalize("NFKD").replace(/\p{M}/gu, ""));
    return last !== "" && /^[\w-]+$/.test(slug) ? slug : shortDigest(guid);
  });
  const holders = new Map<string, number>();
  for (const name of names) holders.set(name, (holders.get(name) ?? 0) + 1);
  return names.map((name, at) => {
    const isAlone = holders.get(name) === 1 && !mayHaveOthers;
    return isAlone ? name : `${name}-${shortDigest(articles[at]?.guid ?? name)}`;
  });
}
