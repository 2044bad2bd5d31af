/** What a sound or video file tells of itself. */
import * as v from "valibot";
import type { Fault } from "../../errors.ts";
import type { Chapter } from "../episode.ts";
import { faultShape } from "../pictures/remembered-reads.ts";

/** The cover inside a file; its bytes lie in the cache folder, under its digest. */
export interface EmbeddedArt {
  /** `image/jpeg` or `image/png`: what podcast apps show. */
  readonly type: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** SHA-256, hexadecimal. */
  readonly digest: string;
}

export interface RecordingFacts {
  /** MIME type by the bytes of the file, whatever its name says. */
  readonly type: string;
  /** Size of the whole file. */
  readonly bytes: number;
  /** Whole seconds, 1 at least. */
  readonly durationSeconds?: number;
  /** In their order; empty where the file has none. */
  readonly chapters: readonly Chapter[];
  readonly art?: EmbeddedArt;
}

/** `facts` where it can be played; `fault` where it cannot, or tells less than it should. */
export interface RecordingRead {
  readonly facts?: RecordingFacts;
  readonly fault?: Fault;
}

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const oneOrMore = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const chapter = v.object({
  startSeconds: seconds,
  endSeconds: v.exactOptional(seconds),
  title: v.exactOptional(text),
  url: v.exactOptional(text),
  imageUrl: v.exactOptional(text),
  isHidden: v.exactOptional(v.boolean()),
});
const embeddedArt = v.object({
  type: v.picklist(["image/jpeg", "image/png"]),
  width: v.exactOptional(oneOrMore),
  height: v.exactOptional(oneOrMore),
  // It becomes the name of a file.
  digest: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)),
});
const recordingRead: v.GenericSchema<unknown, RecordingRead> = v.object({
  facts: v.exactOptional(
    v.object({
      type: text,
      bytes: count,
      durationSeconds: v.exactOptional(oneOrMore),
      chapters: v.array(chapter),
      art: v.exactOptional(embeddedArt),
    }),
  ),
  fault: v.exactOptional(faultShape),
});

/** The cache is our own file, but nothing in it may break a run, or publish another file. */
export function isRecordingRead(value: unknown): value is RecordingRead {
  return v.is(recordingRead, value);
}
