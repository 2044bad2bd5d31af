/** The transcripts that a record names: by path or address, alone, in a list, or by their form. */
import type { Fault } from "../../errors.ts";
import { absoluteAddress } from "../addresses.ts";
import type { Transcript, TranscriptType } from "../episode.ts";
import { flagOf, textOf } from "../field-values.ts";
import type { Fields } from "../fields.ts";
import { isPlainObject } from "../record.ts";

const MOST_TRANSCRIPTS = 20;

const TYPES: Readonly<Record<string, TranscriptType>> = {
  vtt: "text/vtt",
  srt: "application/x-subrip",
  json: "application/json",
  html: "text/html",
  htm: "text/html",
  txt: "text/plain",
  text: "text/plain",
  plain: "text/plain",
  "text/vtt": "text/vtt",
  "text/srt": "application/x-subrip",
  "application/srt": "application/x-subrip",
  "application/x-subrip": "application/x-subrip",
  "application/json": "application/json",
  "text/html": "text/html",
  "text/plain": "text/plain",
};

/** Their cues have times, which is what makes captions. */
const TIMED: readonly TranscriptType[] = ["text/vtt", "application/x-subrip"];

export interface TranscriptsRead {
  readonly transcripts: readonly Transcript[];
  readonly faults: readonly Fault[];
}

/** @param baseUrl the article's own address. */
export function readTranscripts(fields: Fields, baseUrl: string): TranscriptsRead {
  const field = fields.get("transcripts");
  if (field === undefined) return { transcripts: [], faults: [] };
  const line = fields.lineOf(field.name);
  const at = { ...(line === undefined ? {} : { line }), field: field.name };
  const faults: Fault[] = [];
  const transcripts = partsOf(field.value).flatMap((part) => {
    const read = transcriptOf(part, baseUrl);
    if ("url" in read) return [read];
    faults.push({ ...at, ...read });
    return [];
  });
  const isFirst = ({ url }: Transcript, index: number) =>
    transcripts.findIndex((other) => other.url === url) === index;
  return { transcripts: transcripts.filter(isFirst), faults };
}

/** `{ vtt: talk.vtt, srt: talk.srt }` is a list, too. */
function partsOf(value: unknown): readonly unknown[] {
  if (isPlainObject(value) && SOURCES.every((name) => value[name] === undefined)) {
    return Object.entries(value)
      .slice(0, MOST_TRANSCRIPTS)
      .map(([type, src]) => ({ type, src }));
  }
  return [value].flat().slice(0, MOST_TRANSCRIPTS);
}

const SOURCES = ["url", "src", "file", "path", "href"];

function transcriptOf(part: unknown, baseUrl: string): Transcript | Omit<Fault, "field" | "line"> {
  const object = isPlainObject(part) ? part : { src: part };
  const source = SOURCES.map((name) => object[name]).find((given) => typeof given === "string");
  const isAddress = typeof source === "string" && !/[\s<>]/.test(source.trim());
  const url = isAddress ? absoluteAddress(source, baseUrl) : undefined;
  if (url === undefined) {
    const reason = "is no address of a file";
    return { reason, remedy: 'write it like "talk.vtt" or "https://example.org/talk.vtt"' };
  }
  const given = textOf(object["type"] ?? object["format"] ?? object["mime_type"]) ?? "";
  const ending = /\.([a-z]{3,4})$/i.exec(new URL(url).pathname)?.[1] ?? "";
  const type = TYPES[given.toLowerCase()] ?? TYPES[ending.toLowerCase()];
  if (type === undefined) {
    const reason = `"${url.slice(0, 100)}" is of no known form`;
    return { reason, remedy: "name a .vtt, .srt, .json, .html or .txt file, or add its type" };
  }
  const language = languageOf(textOf(object["language"] ?? object["lang"]));
  const isCaptions =
    object["rel"] === "captions" || (flagOf(object["captions"]) ?? TIMED.includes(type));
  return { url, type, ...(language === undefined ? {} : { language }), isCaptions };
}

function languageOf(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return new Intl.Locale(tag.replace(/_/g, "-")).baseName;
  } catch {
    return undefined;
  }
}
