/** What the people of a newsroom do on a day, at random: the state of all articles after each step. */
import { DAY_MS, HOUR_MS } from "./calendar.ts";
import { type Piece, wholeSecond } from "./pieces.ts";
import type { Random } from "./randomness.ts";
import { stateAhead, stateAt, stateDay } from "./statements.ts";

/** All articles that are there, and some that were. */
export interface Newsroom {
  readonly pieces: readonly Piece[];
  readonly gone: readonly Piece[];
  readonly count: number;
}

export interface Edit {
  readonly atMs: number;
  /** Undefined: there was none, or there is none any more. */
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
}

export interface Desk {
  readonly zone: string;
  readonly day: number;
  readonly random: Random;
  /** Articles without a date of which is known when they were shown first, by number. */
  readonly isDated: (piece: Piece) => boolean;
}

const USUAL = 30;
const MOST_GONE = 8;
const SECTIONS = ["Harbour", "City", "Sport", "Weather"];
const WORDS = ["Ferry", "Bridge", "Storm", "Vote", "Match", "Court", "Market", "Strike", "Fog"];

export function openNewsroom(atMs: number, desk: Desk): Newsroom {
  let room: Newsroom = { pieces: [], gone: [], count: 0 };
  for (let count = 0; count < USUAL; count += 1) {
    const piece = newPiece(room.count, atMs - desk.random.below(12 * DAY_MS), room, desk);
    room = afterEdit(room, { atMs, before: undefined, after: piece });
  }
  return room;
}

/** What is done at an instant, if anything. */
export function editAt(atMs: number, room: Newsroom, desk: Desk): Edit | undefined {
  const { random, day } = desk;
  const surplus = room.pieces.length - USUAL;
  if (random.chance(0.22 - surplus * 0.02)) {
    return { atMs, before: undefined, after: newOrBack(atMs, room, desk) };
  }
  // All that an article is known by is never changed at once: it rests for a day between.
  const free = room.pieces.filter((piece) => piece.editedDay < day - 1);
  if (free.length === 0) return undefined;
  const before = random.pick(free);
  if (random.chance(0.2 + surplus * 0.02)) return { atMs, before, after: undefined };
  return { atMs, before, after: changed(before, atMs, room, desk) };
}

export function afterEdit(room: Newsroom, { before, after }: Edit): Newsroom {
  const rest = room.pieces.filter((piece) => piece.number !== (before ?? after)?.number);
  const gone = room.gone.filter((piece) => piece.number !== after?.number);
  return {
    pieces: after === undefined ? rest : [...rest, after],
    gone: before !== undefined && after === undefined ? [...gone, before].slice(-MOST_GONE) : gone,
    count: Math.max(room.count, (after?.number ?? 0) + 1),
  };
}

function newOrBack(atMs: number, room: Newsroom, desk: Desk): Piece {
  const { random, day } = desk;
  if (room.gone.length > 0 && random.chance(0.15)) {
    return { ...random.pick(room.gone), editedDay: day };
  }
  return newPiece(room.count, atMs, room, desk);
}

function newPiece(number: number, atMs: number, room: Newsroom, desk: Desk): Piece {
  const { random, zone, day } = desk;
  const ahead = () => stateAhead(atMs, zone, takenBy(room), random);
  const past = () => stateAt(atMs - random.next() * 30 * HOUR_MS, zone, random);
  const piece: Piece = {
    ...{ number, file: `${slug(random)}-${number}.md`, title: titleOf(number, random) },
    ...{ section: random.pick(SECTIONS), version: 0, isWithdrawn: false },
    ...{ fileTimeMs: wholeSecond(atMs) + 500, editedDay: day },
  };
  if (random.chance(0.12)) return piece;
  if (random.chance(0.08)) return { ...piece, date: stateDay(atMs, zone) };
  if (random.chance(0.45)) return { ...piece, date: ahead() };
  if (random.chance(0.3)) return { ...piece, date: past(), embargo: ahead() };
  return { ...piece, date: past() };
}

/** One thing that it is known by, or any of what only the clock and the reader care for. */
function changed(piece: Piece, atMs: number, room: Newsroom, desk: Desk): Piece {
  const { random, zone, day } = desk;
  const { expires: _, embargo: __, ...open } = piece;
  const ahead = () => stateAhead(atMs, zone, takenBy(room), random);
  // A new time of its file is a new date of one that was never shown under another.
  const isSure = piece.date !== undefined || desk.isDated(piece);
  const fileTimeMs = isSure ? wholeSecond(atMs) + 500 : piece.fileTimeMs;
  const base: Piece = { ...piece, fileTimeMs, editedDay: day };
  const { version, number } = piece;
  const ways: readonly (() => Piece)[] = [
    () => ({ ...base, version: version + 1 }),
    () => ({ ...base, version: version + 1 }),
    () => ({ ...base, title: titleOf(number, random, version) }),
    () => ({ ...base, file: `${slug(random)}-${number}-${day}.md` }),
    () => ({ ...base, section: random.pick(SECTIONS) }),
    () => ({ ...base, isWithdrawn: !piece.isWithdrawn }),
    () => ({ ...base, expires: ahead() }),
    () => ({ ...base, embargo: ahead() }),
    () => ({ ...open, fileTimeMs, editedDay: day }),
    () => (piece.date === undefined ? base : { ...base, date: ahead() }),
  ];
  return random.pick(ways)();
}

function takenBy({ pieces }: Newsroom): readonly number[] {
  return pieces.flatMap(({ date, embargo, expires }) =>
    [date, embargo, expires].flatMap((stated) => (stated === undefined ? [] : [stated.ms])),
  );
}

function titleOf(number: number, random: Random, version = 0): string {
  return `${random.pick(WORDS)} and ${random.pick(WORDS)} ${number}.${version}`;
}

function slug(random: Random): string {
  return `${random.pick(WORDS)}-${random.pick(WORDS)}`.toLowerCase();
}
