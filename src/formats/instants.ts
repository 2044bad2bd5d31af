/** Dates as the formats write them. All are UTC; none is ever "now". */

/**
 * Where a date is required and there is none: an empty Atom feed, an entry without dates. Fixed, so
 * that the document stays the same; not 1970, which validators call implausible.
 */
export const UNKNOWN_INSTANT_MS = Date.UTC(2000, 0, 1);

/** RFC 3339 and RFC 822 write years with four digits. */
const FIRST_MS = Date.parse("0001-01-01T00:00:00Z");
const LAST_MS = Date.parse("9999-12-31T23:59:59.999Z");

/** Milliseconds since 1970, or undefined for a date that is missing, invalid or not writable. */
export function instantOf(date: Date | undefined): number | undefined {
  if (date === undefined || date === null) return undefined;
  const timeMs = new Date(date).getTime();
  return timeMs >= FIRST_MS && timeMs <= LAST_MS ? timeMs : undefined;
}

/** `Mon, 01 Jun 2026 10:00:00 GMT` (RFC 822 with a four-digit year). */
export function rfc822Date(timeMs: number): string {
  const day = dayOf(timeMs);
  return `${day.rfc822} ${timeOfDay(timeMs - day.startMs)} GMT`;
}

/** `2026-06-01T10:00:00Z`, with milliseconds only where there are any (RFC 3339). */
export function rfc3339Date(timeMs: number): string {
  if (timeMs % 1000 !== 0) return new Date(timeMs).toISOString();
  const day = dayOf(timeMs);
  return `${day.rfc3339}T${timeOfDay(timeMs - day.startMs)}Z`;
}

interface Day {
  readonly startMs: number;
  /** `Mon, 01 Jun 2026` */
  readonly rfc822: string;
  /** `2026-06-01` */
  readonly rfc3339: string;
}

const DAY_MS = 86_400_000;

/** Items of a feed share their days, and writing one takes the engine long. */
const days = new Map<number, Day>();
const MOST_DAYS = 1000;

function dayOf(timeMs: number): Day {
  const startMs = Math.floor(timeMs / DAY_MS) * DAY_MS;
  const known = days.get(startMs);
  if (known !== undefined) return known;
  const date = new Date(startMs);
  const rfc822 = date.toUTCString().slice(0, -" 00:00:00 GMT".length);
  const day = { startMs, rfc822, rfc3339: date.toISOString().slice(0, -"T00:00:00.000Z".length) };
  if (days.size >= MOST_DAYS) days.clear();
  days.set(startMs, day);
  return day;
}

/** `10:00:00` */
function timeOfDay(sinceMidnightMs: number): string {
  const seconds = Math.floor(sinceMidnightMs / 1000);
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : `${count}`;
}

/** The smallest room for tie-breaks: the milliseconds of a second, without its ends. */
const ROOM_MS = 998;

/**
 * The instants of entries such that no two are the same. Where several entries share one, each is
 * moved on by less than a second. By how much follows from its id alone, so that an entry keeps
 * its instant while its neighbours come and go; only if two ids ask for the same millisecond does
 * the greater id give way.
 */
export function distinctInstants(
  entries: readonly { readonly id: string; readonly timeMs: number }[],
): readonly number[] {
  const sharers = new Map<number, number>();
  for (const { timeMs } of entries) sharers.set(timeMs, (sharers.get(timeMs) ?? 0) + 1);
  if (sharers.size === entries.length) return entries.map((entry) => entry.timeMs);

  const taken = new Set(sharers.keys());
  // More room than entries, or looking for a free millisecond would become a long walk.
  const roomMs = Math.max(ROOM_MS, 2 * entries.length);
  const instants = entries.map((entry) => entry.timeMs);
  const tied = [...entries.keys()].filter((i) => (sharers.get(instants[i] ?? 0) ?? 0) > 1);
  for (const index of tied.sort((a, b) => compare(entries[a]?.id, entries[b]?.id))) {
    const entry = entries[index];
    if (entry === undefined) continue;
    let timeMs = entry.timeMs + 1 + (hashOf(entry.id) % roomMs);
    while (taken.has(timeMs)) timeMs += 1;
    taken.add(timeMs);
    instants[index] = timeMs;
  }
  return instants;
}

/** By code unit: the order must not depend on a locale. */
function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** FNV-1a, 32 bits: spreads ids that differ in one digit. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
