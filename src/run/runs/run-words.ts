/** What a run did, in one line. */
import { counted } from "../report.ts";
import type { RunRecord } from "./run-record.ts";

/** `published: 3 files in 1 feed; 1 new, 2 updated items; 1 set aside` */
export function runWords(record: RunRecord): string {
  if (record.result === "failed") return `failed: ${record.error?.message ?? ""}`;
  const { feeds, items, setAside, failed } = record;
  const files = feeds.filesWritten + feeds.filesRemoved + feeds.filesEmptied;
  const changes = (["new", "updated", "withdrawn"] as const)
    .filter((kind) => items[kind] > 0)
    .map((kind) => `${items[kind]} ${kind}`)
    .join(", ");
  const written = `${counted(feeds.filesWritten, "file")} in ${counted(feeds.changed, "feed")}`;
  const parts = [
    ...(files === 0 ? ["nothing changed"] : []),
    ...(feeds.filesWritten > 0 ? [`published: ${written}`] : []),
    ...(feeds.filesRemoved > 0 ? [`removed: ${counted(feeds.filesRemoved, "old file")}`] : []),
    ...(feeds.filesEmptied > 0 ? [`emptied: ${counted(feeds.filesEmptied, "old file")}`] : []),
    ...(changes === "" ? [] : [`items: ${changes}`]),
    ...(setAside.count > 0 ? [`set aside: ${setAside.count}`] : []),
    ...(failed.count > 0 ? [`kept the last good document: ${failed.count}`] : []),
  ];
  return parts.join("; ");
}

/** `40 ms`, `0.3 s`, `2 min 5 s` */
export function durationWords(durationMs: number): string {
  if (durationMs < 95) return `${durationMs} ms`;
  return durationMs < 9_950 ? `${(durationMs / 1000).toFixed(1)} s` : ageWords(durationMs);
}

const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
] as const;

/** The two largest units: `2 h 5 min`. */
export function ageWords(ageMs: number): string {
  let seconds = Math.max(0, Math.round(ageMs / 1000));
  const at = UNITS.findIndex(([, size]) => seconds >= size);
  if (at < 0) return "0 s";
  const parts: string[] = [];
  for (const [unit, size] of UNITS.slice(at, at + 2)) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.join(" ");
}
