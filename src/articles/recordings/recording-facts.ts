/** What a sound or video file tells of itself. */
import type { Fault } from "../../errors.ts";
import type { Chapter } from "../episode.ts";
import { isPlainObject } from "../record.ts";

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

/** The cache is our own file, but nothing in it may break a run. */
export function isRecordingRead(value: unknown): value is RecordingRead {
  if (!isPlainObject(value)) return false;
  const { facts, fault } = value;
  if (fault !== undefined && !isPlainObject(fault)) return false;
  if (facts === undefined) return true;
  if (!isPlainObject(facts)) return false;
  const { type, bytes, chapters, art } = facts;
  const isArt = art === undefined || (isPlainObject(art) && typeof art["digest"] === "string");
  const isList = Array.isArray(chapters) && chapters.every(isPlainObject);
  return typeof type === "string" && typeof bytes === "number" && isList && isArt;
}
