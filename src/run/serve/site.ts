/** The output folder as a site: from a path and headers to an answer. */
import type { Answer, Asked } from "./answer.ts";
import { choose } from "./choice.ts";
import type { FeedVersions } from "./feed-versions.ts";
import type { Published } from "./gone.ts";
import { type HotLimits, isPassing, openHotFiles } from "./hot-files.ts";
import { openInside } from "./open-file.ts";
import { listing, redirect, refusal } from "./pages.ts";
import type { HeaderPolicy } from "./prepared.ts";
import type { FindMoved } from "./redirects.ts";
import { type FromDisk, respond } from "./respond.ts";

export interface SiteOptions extends HeaderPolicy {
  /** The folder that is served. */
  readonly output: string;
  readonly findMoved: FindMoved;
  readonly published: Published;
  /** What readers may have; it outlives a configuration. */
  readonly versions: FeedVersions;
  readonly hot?: HotLimits;
}

/** Gives the answer at once where the file is in memory: a promise costs as much as the answer. */
export type AnswerFor = (asked: Asked) => Answer | Promise<Answer>;

/** A file that changes faster than it can be looked at is not there now. */
const ATTEMPTS = 10;
/** Nor can it be compressed in time. */
const PATIENT_ATTEMPTS = 5;

export function openSite(options: SiteOptions): AnswerFor {
  const { versions } = options;
  const files = openHotFiles(
    options.output,
    ({ path, tag, items }) => {
      if (items !== undefined)
        versions.remember(
          path,
          tag,
          items.map(({ digest }) => digest),
        );
    },
    options.hot,
  );

  /** Undefined where something had to be waited for first; what that is, is in `waits`. */
  const tryOnce = (asked: Asked, momentMs: number, waits: Promise<void>[]) => {
    const choice = choose(asked.path, asked.headers, (inner) => {
      const file = files.at(inner, momentMs);
      if (file === undefined) waits.push(files.load(inner));
      return file;
    });
    if (choice === undefined || choice === "absent") return choice;
    if ("redirect" in choice) return redirect(choice.redirect, options.maxAgeSeconds);
    const outcome = respond(choice, asked, options, versions);
    if (!("encode" in outcome)) return outcome;
    waits.push(files.encode(outcome.file, outcome.encode));
    return undefined;
  };

  const answerLater = async (
    wish: Asked,
    momentMs: number,
    waits: Promise<void>[],
  ): Promise<Answer> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await Promise.all(waits);
      waits = [];
      const asked = attempt < PATIENT_ATTEMPTS ? wish : uncompressed(wish);
      const outcome = tryOnce(asked, momentMs, waits);
      if (outcome === "absent") return await answerAbsent(asked.path, options);
      if (outcome === undefined) continue;
      if (!("file" in outcome)) return outcome;
      const answer = await openPart(options.output, outcome);
      if (answer !== undefined) return answer;
      files.forget(outcome.file.path);
    }
    return busy();
  };

  return (asked) => {
    const moved = options.findMoved(asked.path);
    if (moved !== undefined) return redirect(moved, options.maxAgeSeconds);
    const waits: Promise<void>[] = [];
    const momentMs = performance.now();
    const outcome = tryOnce(asked, momentMs, waits);
    if (outcome !== undefined && outcome !== "absent" && !("file" in outcome)) return outcome;
    return answerLater(asked, momentMs, waits).catch(answerToFault);
  };
}

function uncompressed({ headers, ...asked }: Asked): Asked {
  const { "accept-encoding": _, ...others } = headers;
  return { ...asked, headers: others };
}

async function answerAbsent(path: string, options: SiteOptions): Promise<Answer> {
  await options.published.refresh();
  if (path === "") return listing(options.published.documents(), options.maxAgeSeconds);
  if (options.published.isPublished(path)) return unreadable();
  if (options.published.isGone(path)) {
    return refusal(410, "This was published once and has been taken away for good.");
  }
  return refusal(404, "There is nothing here.");
}

/** The folder is being made anew, or its rights are wrong: no reader should give a feed up for it. */
function unreadable(): Answer {
  const words = "This is published, but cannot be read at the moment.";
  return refusal(503, words, ["Retry-After", "60"]);
}

/** Undefined where the file is another than the headers were made for. */
async function openPart(output: string, part: FromDisk): Promise<Answer | undefined> {
  const { file, first, last, status, headers } = part;
  const opened = await openInside(output, file.path);
  if (opened === undefined) return undefined;
  if (opened.version.stamp === file.version.stamp) {
    return { status, headers, body: { handle: opened.handle, first, last } };
  }
  await opened.handle.close();
  return undefined;
}

function busy(): Answer {
  return refusal(503, "Too much is going on here. Please try again soon.", ["Retry-After", "2"]);
}

function answerToFault(error: unknown): Answer {
  return isPassing(error) ? busy() : refusal(500, "The file cannot be read. The fault is ours.");
}
