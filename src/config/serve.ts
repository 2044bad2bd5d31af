/** The `serve` block: where `feedwright serve` listens, and what has moved. */
import * as v from "valibot";
import { webAddress, words } from "./values.ts";

const PORT = "is no port; write a whole number from 0 to 65535";
const SECONDS = "is no number of seconds; write a whole number from 0 to 31536000";

/** A path below the output folder, as it stands in an address but not escaped. */
const innerPath = v.pipe(
  words,
  v.transform((path) => path.replace(/^\/+/, "")),
  v.check(isInnerPath, 'is no path below the output folder; write it like "tag/old.rss"'),
);

const target = v.lazy<v.GenericSchema<unknown, string>>((given) => {
  return typeof given === "string" && /^\s*https?:/i.test(given) ? webAddress : innerPath;
});

export const serveSchema = v.strictObject({
  /** 127.0.0.1: only this machine, where a web server stands before it. */
  host: v.optional(words, "127.0.0.1"),
  /** 0: any that is free. */
  port: v.optional(
    v.pipe(v.number(), v.integer(PORT), v.minValue(0, PORT), v.maxValue(65_535, PORT)),
    8080,
  ),
  /** How long readers and caches may take what they have for fresh, in seconds. */
  maxAge: v.optional(
    v.pipe(v.number(), v.integer(SECONDS), v.minValue(0, SECONDS), v.maxValue(31_536_000, SECONDS)),
    300,
  ),
  /** Where feeds have moved: from a path to a path or an address. */
  redirects: v.optional(v.record(innerPath, target), {}),
});

function isInnerPath(path: string): boolean {
  if (/[\u0000-\u001f\\]|\p{Surrogate}/u.test(path)) return false;
  return path.split("/").every((part) => part !== "" && !part.startsWith("."));
}
