/** What is remembered of an article's content: enough to know whether it may be shown unchanged. */
import { LostArticle } from "../articles/stories.ts";
import type { Fault } from "../errors.ts";

export interface ContentFacts {
  /** Why there is no content. */
  readonly fault?: Fault;
  /** The article itself could not be had: the next run may have better luck. */
  readonly isLost?: true;
  /** The addresses of pictures that name nobody. */
  readonly uncredited: readonly string[];
  /** Changes whenever something may have that the content depends on besides its record. */
  readonly outside: string;
}

/** As it is kept between runs. */
export interface RememberedContent extends ContentFacts {
  /** Of the record that it was read from. */
  readonly digest: string;
  /** The addresses of pictures whose files were asked. */
  readonly asked: readonly string[];
  /** Those of them that tell less than they should: that is said at every run. */
  readonly faulty: readonly string[];
}

/** Why a body could not be made into content. */
export function bodyFault(error: unknown): Fault {
  if (error instanceof LostArticle) {
    const reason = "was changed or taken away while feedwright ran";
    return { reason, remedy: "nothing: the next run reads it again" };
  }
  // The engine's word for a document nested so deeply that its stack ends.
  const isTooDeep = error instanceof RangeError;
  const reason = isTooDeep
    ? "is nested too deeply or too large"
    : `cannot be read (${String(error)})`;
  return { field: "body", reason, remedy: "simplify it" };
}

/** Entries that have been looked at: a process that runs again and again meets the same ones. */
const sound = new WeakSet<object>();

/** A cache may have been edited, or be of another time. */
export function isRememberedContent(value: unknown): value is RememberedContent {
  if (typeof value !== "object" || value === null) return false;
  if (sound.has(value)) return true;
  const isSound = isSoundContent(value);
  if (isSound) sound.add(value);
  return isSound;
}

function isSoundContent(value: object): boolean {
  const { digest, asked, faulty, uncredited, outside, fault } = value as Record<string, unknown>;
  const areTexts = [asked, faulty, uncredited].every(
    (list) => Array.isArray(list) && list.every((one) => typeof one === "string"),
  );
  const isFault = fault === undefined || (typeof fault === "object" && fault !== null);
  return areTexts && isFault && typeof digest === "string" && typeof outside === "string";
}
