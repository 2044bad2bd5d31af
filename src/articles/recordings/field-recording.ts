/** The recording that a record's fields name, with whatever the fields tell of it. */
import mime from "mime";
import { absoluteAddress } from "../addresses.ts";
import type { Recording } from "../article.ts";
import { readArtwork } from "../field-images.ts";
import { referenceIn, secondsOf, textOf } from "../field-values.ts";
import type { Fields } from "../fields.ts";
import { plainLine } from "../plain-text.ts";
import { isPlainObject } from "../record.ts";

interface RecordingContext {
  /** The article's own address. */
  readonly articleUrl: string;
}

const SOURCES = ["src", "url", "path", "file", "href", "contentUrl", "source_url", "filename"];

/** Names that the registry does not know, or that podcast directories do not. */
const TYPES: Readonly<Record<string, string>> = {
  "audio/mp3": "audio/mpeg",
  "audio/mpeg3": "audio/mpeg",
  "audio/x-mp3": "audio/mpeg",
  "audio/x-mpeg": "audio/mpeg",
  "audio/mpg": "audio/mpeg",
  "audio/mp4": "audio/x-m4a",
  "audio/m4a": "audio/x-m4a",
  "audio/x-m4b": "audio/x-m4a",
  "audio/x-flac": "audio/flac",
  "audio/x-wav": "audio/wav",
  "video/m4v": "video/x-m4v",
};

/** Undefined where the record names none that can be played. */
export function readRecording(fields: Fields, context: RecordingContext): Recording | undefined {
  for (const value of fields.all("recording").flatMap((field) => [field.value].flat())) {
    const object = isPlainObject(value) ? value : objectOfLines(value);
    const source = referenceIn(object, SOURCES);
    const url = source === undefined ? undefined : absoluteAddress(source, context.articleUrl);
    if (url === undefined) continue;
    const type = typeOf({ type: fields.get("recording_type")?.value, ...object }, url);
    if (type === undefined || !/^(?:audio|video)\//.test(type)) continue;
    const bytes = bytesOf(object) ?? countOf(fields.get("recording_bytes")?.value);
    const durationSeconds = secondsOf(
      object["duration"] ?? object["duration_in_seconds"] ?? fields.get("duration")?.value,
    );
    const artwork = readArtwork(fields, context);
    return {
      ...{ url, type },
      ...(bytes === undefined ? {} : { bytes }),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
      ...(artwork === undefined ? {} : { artwork }),
    };
  }
  return undefined;
}

/** WordPress keeps an enclosure as three lines: address, length, type. */
function objectOfLines(value: unknown): Record<string, unknown> {
  if (typeof value !== "string" || !value.includes("\n")) return { src: value };
  const [src, length, type] = value.split("\n", 4).map((line) => line.trim());
  return { src, length, ...(type ? { type } : {}) };
}

function typeOf(object: Record<string, unknown>, url: string): string | undefined {
  const given = textOf(object["type"] ?? object["mime_type"] ?? object["mimeType"]);
  const [path = ""] = url.split(/[?#]/, 1);
  const [bare = ""] = (given ?? "").toLowerCase().split(";", 1);
  const type = bare.includes("/") ? bare.trim() : mime.getType(plainLine(path));
  return type === null ? undefined : (TYPES[type] ?? type);
}

function bytesOf(object: Record<string, unknown>): number | undefined {
  return countOf(object["length"] ?? object["bytes"] ?? object["size"] ?? object["size_in_bytes"]);
}

function countOf(value: unknown): number | undefined {
  const count = Number(value);
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}
