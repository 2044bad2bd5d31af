/** An article of the soak: what its file says, and when it may be seen. */
import { rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SECOND_MS } from "./calendar.ts";

/** An instant, and the words in which the record states it. */
export interface Stated {
  readonly ms: number;
  readonly text: string;
}

export interface Piece {
  /** Stands in its text, and never changes. */
  readonly number: number;
  readonly file: string;
  readonly title: string;
  readonly section: string;
  readonly version: number;
  /** Left out: its date is the time of its file. */
  readonly date?: Stated;
  readonly embargo?: Stated;
  readonly expires?: Stated;
  readonly isWithdrawn: boolean;
  readonly fileTimeMs: number;
  /** The last day on which something was changed by which it is known. */
  readonly editedDay: number;
}

/** Where the clock counts: when it may be seen, from and until. */
export function releaseOf({ date, embargo, fileTimeMs }: Piece): number {
  return Math.max(date?.ms ?? wholeSecond(fileTimeMs), embargo?.ms ?? 0);
}

export function isVisible(piece: Piece, nowMs: number): boolean {
  if (piece.isWithdrawn || releaseOf(piece) > nowMs) return false;
  return piece.expires === undefined || piece.expires.ms > nowMs;
}

/**
 * The date that readers are told.
 *
 * @param firstMs of one that states none: under which it was shown first.
 */
export function publishedOf({ date, fileTimeMs }: Piece, firstMs: number | undefined): number {
  return date?.ms ?? firstMs ?? wholeSecond(fileTimeMs);
}

/** What a reader sees of it: story, title, section, address, date. */
export function seenOf(piece: Piece, firstMs: number | undefined): string {
  const { number, version, title, section, file } = piece;
  const date = new Date(publishedOf(piece, firstMs)).toISOString().replace(".000Z", "Z");
  return `uid-${number}-v${version} ${title} ${section} ${file.replace(/\.md$/, "")} ${date}`;
}

/** Does the same where it is done twice. */
export function writePiece(folder: string, piece: Piece): void {
  const file = path.join(folder, piece.file);
  const { number, title, section, version, date, embargo, expires, isWithdrawn } = piece;
  // Alone, "publishDate" is the date itself.
  const until = date === undefined ? "embargo_until" : "publishDate";
  const fields = [
    ...[`title: ${title}`, `section: ${section}`],
    ...(date === undefined ? [] : [`date: ${date.text}`]),
    ...(embargo === undefined ? [] : [`${until}: ${embargo.text}`]),
    ...(expires === undefined ? [] : [`expires: ${expires.text}`]),
    ...(isWithdrawn ? ["status: withdrawn"] : []),
  ];
  const body = `This is uid-${number}-v${version}, which tells of ${number * 7919 + version} ships.`;
  writeFileSync(file, `---\n${fields.join("\n")}\n---\n${body}\n`);
  utimesSync(file, piece.fileTimeMs / SECOND_MS, piece.fileTimeMs / SECOND_MS);
}

export function removePiece(folder: string, { file }: Piece): void {
  rmSync(path.join(folder, file), { force: true });
}

export function wholeSecond(ms: number): number {
  return Math.floor(ms / SECOND_MS) * SECOND_MS;
}
