/** Lists of chapters, as people and programs write them: objects, lines with a time, JSON. */
import { absoluteAddress } from "../addresses.ts";
import type { Chapter } from "../episode.ts";
import { exactSecondsOf, textOf } from "../field-values.ts";
import { isPlainObject } from "../record.ts";

const MOST_CHAPTERS = 1_000;
const MOST_LINES = 5_000;

/**
 * The chapters of a list, a block of lines, a map from time to title, or a JSON chapters document;
 * in order, one at a time. Undefined where there is none.
 *
 * @param baseUrl what addresses in it are relative to.
 */
export function readChapters(value: unknown, baseUrl: string): readonly Chapter[] | undefined {
  const chapters = partsOf(value)
    .flatMap((part) => chapterOf(part, baseUrl) ?? [])
    .sort((one, other) => one.startSeconds - other.startSeconds)
    .filter((chapter, at, all) => chapter.startSeconds !== all[at - 1]?.startSeconds);
  return chapters.length === 0 ? undefined : chapters;
}

function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, MOST_CHAPTERS);
  if (typeof value === "string") {
    return value.split(/\r?\n/, MOST_LINES).filter((line) => START_OF_LINE.test(line));
  }
  if (!isPlainObject(value)) return [];
  if (Array.isArray(value["chapters"])) return value["chapters"].slice(0, MOST_CHAPTERS);
  return Object.entries(value)
    .slice(0, MOST_CHAPTERS)
    .map(([start, title]) => ({ start, title }));
}

/** `00:01:30 News`, `[1:30] News`, `1:30 - News`, `00:01:30.500 News`. */
const START_OF_LINE = /^\s*[[(]?((?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?)[\])]?(?:\s|$)/;

function chapterOf(part: unknown, baseUrl: string): Chapter | undefined {
  const object = isPlainObject(part) ? timedObject(part) : objectOfLine(part);
  const startSeconds = exactSecondsOf(
    object["startTime"] ?? object["start"] ?? object["time"] ?? object["start_time"],
  );
  if (startSeconds === undefined) return undefined;
  const end = exactSecondsOf(object["endTime"] ?? object["end"] ?? object["end_time"]);
  const title = textOf(object["title"] ?? object["name"]);
  const url = addressOf(object["url"] ?? object["href"] ?? object["link"], baseUrl);
  const imageUrl = addressOf(object["img"] ?? object["image"], baseUrl);
  const isHidden = object["toc"] === false;
  // Without any of these there is nothing to show at that time.
  if (title === undefined && imageUrl === undefined && url === undefined) return undefined;
  return {
    startSeconds,
    ...(end === undefined || end <= startSeconds ? {} : { endSeconds: end }),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(isHidden ? { isHidden } : {}),
  };
}

/** YAML takes `- 1:30: News` for a map of one key. */
function timedObject(object: Record<string, unknown>): Record<string, unknown> {
  const [entry, ...rest] = Object.entries(object);
  if (entry === undefined || rest.length > 0 || exactSecondsOf(entry[0]) === undefined)
    return object;
  return { start: entry[0], title: entry[1] };
}

function objectOfLine(part: unknown): Record<string, unknown> {
  if (typeof part !== "string") return {};
  const found = START_OF_LINE.exec(part);
  if (found === null) return {};
  const title = part.slice(found[0].length).replace(/^\s*[-–—|:]\s*/, "");
  return { start: found[1], title };
}

function addressOf(value: unknown, baseUrl: string): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : absoluteAddress(text, baseUrl);
}
