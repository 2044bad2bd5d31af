/** Transcripts as files: a light look at whether they are what they are said to be. */
import type { TranscriptType } from "../articles/episode.ts";
import { isPlainObject } from "../articles/record.ts";

/** Hours, where there are any, minutes, seconds, thousandths: VTT has a dot, SRT a comma. */
const VTT_CUE =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;
const SRT_CUE =
  /^(\d{1,3}:[0-5]\d:[0-5]\d,\d{3})[ \t]+-->[ \t]+(\d{1,3}:[0-5]\d:[0-5]\d,\d{3})(?:[ \t].*)?$/;

/** What is wrong with it, without a full stop; undefined where nothing strikes the eye. */
export function faultOfTranscript(text: string, type: TranscriptType): string | undefined {
  if (text.trim() === "") return "is empty";
  if (type === "text/vtt") {
    if (!/^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'does not begin with "WEBVTT"';
    return faultOfCues(text, VTT_CUE, "00:01:02.000 --> 00:01:05.500");
  }
  if (type === "application/x-subrip") {
    return faultOfCues(text, SRT_CUE, "00:01:02,000 --> 00:01:05,500");
  }
  if (type === "application/json") return faultOfJson(text);
  if (type === "text/html" && !/<[a-z][^>]*>/i.test(text)) return "is no HTML";
  if (type === "text/html" && /<script\b/i.test(text)) return "holds a script";
  return undefined;
}

function faultOfCues(text: string, form: RegExp, example: string): string | undefined {
  let count = 0;
  let number = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    number += 1;
    if (!line.includes("-->")) continue;
    const [, start = "", end = ""] = form.exec(line.trim()) ?? [];
    if (start === "") return `has a line ${number} that is not like "${example}"`;
    if (!isBefore(start, end)) return `has a cue that ends before it begins, in line ${number}`;
    count += 1;
  }
  return count === 0 ? "has no cue" : undefined;
}

/** Both in the same form, so that letters compare as times, where hours are equally long. */
function isBefore(start: string, end: string): boolean {
  const long = Math.max(start.length, end.length);
  const padded = (time: string) => `${"00:00:00".slice(0, long - time.length)}${time}`;
  return start === end || padded(start) < padded(end);
}

/** Podcast namespace 1.0, "Transcripts": a version, and segments with a time and a text. */
function faultOfJson(text: string): string | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return "is no JSON";
  }
  const segments = isPlainObject(document) ? document["segments"] : undefined;
  if (!isPlainObject(document) || !Array.isArray(segments)) return "has no list of segments";
  if (typeof document["version"] !== "string") return "names no version";
  const broken = segments.findIndex((segment: unknown) => {
    if (!isPlainObject(segment)) return true;
    return typeof segment["startTime"] !== "number" || typeof segment["body"] !== "string";
  });
  return broken < 0 ? undefined : `has a segment ${broken + 1} without startTime or body`;
}
