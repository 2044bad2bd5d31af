/** The golden folders: `feed.json` is a feed as data, its dates written as ISO strings. */
import { readdirSync, readFileSync } from "node:fs";
import type { Feed } from "../../src/feeds/feed.ts";

const FOLDER = new URL("cases/", import.meta.url);
const DATE_FIELDS = new Set(["date", "published", "updated"]);

export const caseNames: readonly string[] = readdirSync(FOLDER).sort();

export function caseFile(name: string, file: string): URL {
  return new URL(`${name}/${file}`, FOLDER);
}

export function readCase(name: string): Feed {
  return JSON.parse(readFileSync(caseFile(name, "feed.json"), "utf8"), (key, value) =>
    DATE_FIELDS.has(key) && typeof value === "string" ? new Date(value) : value,
  ) as Feed;
}

/** Frozen all the way down: whoever writes to it throws. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freezeDeep(part);
  }
  return value;
}
