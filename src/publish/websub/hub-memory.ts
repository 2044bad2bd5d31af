/**
 * What each hub has been told. A document is told of as long as its bytes differ from those that
 * the hub was last told of: a process that is killed in between tells it twice, and never not at
 * all.
 */
import path from "node:path";
import { openCacheFile } from "../../articles/pictures/cache-file.ts";
import { isPlainObject } from "../../articles/record.ts";

/** Whatever changes what is remembered makes it start anew. */
const VERSION = "1";

/** One document at one hub. */
interface Told {
  /** The SHA-256 of the bytes that it was told of. */
  readonly digest?: string;
  /** Why it was refused, and when it is tried again; milliseconds since 1970. */
  readonly refused?: { readonly reason: string; readonly untilMs: number };
}

/** A hub that did not answer well. */
interface Trouble {
  readonly reason: string;
  /** How often in a row. */
  readonly failures: number;
  /** When it is asked again; milliseconds since 1970. */
  readonly untilMs: number;
}

export interface HubMemory {
  readonly told: (hub: string, topic: string) => Told;
  readonly remember: (hub: string, topic: string, told: Told) => void;
  readonly trouble: (hub: string) => Trouble | undefined;
  readonly note: (hub: string, trouble: Trouble | undefined) => void;
  /** False where it cannot be written: after a restart, hubs are told again. */
  readonly save: () => boolean;
}

export function openHubMemory(cache: string): HubMemory {
  const file = openCacheFile(path.join(cache, "websub.json"), VERSION);
  const nameOf = (hub: string, topic: string) => `${hub} ${topic}`;
  return {
    told: (hub, topic) => toldOf(file.get(nameOf(hub, topic))),
    remember: (hub, topic, told) => file.set(nameOf(hub, topic), told),
    trouble: (hub) => troubleOf(file.get(hub)),
    note: (hub, trouble) => {
      if (trouble !== undefined || troubleOf(file.get(hub)) !== undefined) {
        file.set(hub, trouble ?? {});
      }
    },
    save: file.save,
  };
}

function toldOf(entry: unknown): Told {
  if (!isPlainObject(entry)) return {};
  const { digest, refused } = entry;
  return {
    ...(typeof digest === "string" ? { digest } : {}),
    ...(isPlainObject(refused) && isMoment(refused["untilMs"])
      ? { refused: { reason: String(refused["reason"]), untilMs: refused["untilMs"] } }
      : {}),
  };
}

function troubleOf(entry: unknown): Trouble | undefined {
  if (!isPlainObject(entry)) return undefined;
  const { reason, failures, untilMs } = entry;
  if (typeof reason !== "string" || !isMoment(untilMs) || !isMoment(failures)) return undefined;
  return { reason, failures, untilMs };
}

function isMoment(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
