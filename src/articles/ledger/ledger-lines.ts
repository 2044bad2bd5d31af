/**
 * The ledger as text: a line a guid, sorted, so that people can commit, read and merge it. Whatever
 * a merge or an editor leaves behind is read as far as it goes, and nothing of it is lost.
 */
import type { Fault } from "../../errors.ts";

/** One published article, as it was when it was last seen. */
export interface LedgerLine {
  /** Never empty. */
  readonly guid: string;
  /** Milliseconds since 1970. */
  readonly publishedMs: number | undefined;
  /** Where it is stored: `dunia/banjir.md`, `all.json#3`. Empty where nobody knows. */
  readonly key: string;
  /** Its own address. Empty where nobody knows. */
  readonly url: string;
  /** See `digestOfText`. Empty where nobody knows. */
  readonly titleDigest: string;
  /** Empty where it has no body, or nobody knows. */
  readonly bodyDigest: string;
  /** Fields of a later release, kept as they are. */
  readonly further: readonly string[];
}

export interface LedgerText {
  /** As they stand. After a merge two may hold one guid: what both sides knew of one article. */
  readonly lines: readonly LedgerLine[];
  /** Comments, and lines that nobody can read, as they stand. */
  readonly kept: readonly string[];
  readonly faults: readonly Fault[];
  /** Whether the marks of a merge conflict were passed over. */
  readonly hasConflict: boolean;
}

const TITLE = "# feedwright ledger:";
const HEADER = `${TITLE} guid, published, record, address, title, body of each article. Commit it.`;

/** What stands where a date is not known. */
const NO_DATE = "-";
const DATE = /^[+-]?\d{4,6}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** As git writes them, with or without the name of a side. */
const CONFLICT_MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** A report of every line would bury all others. */
const MOST_FAULTS = 20;

/** Never throws. */
export function readLedgerLines(text: string): LedgerText {
  const rows = text.replace(/^\ufeff/, "").split("\n");
  const lines: LedgerLine[] = [];
  const kept: string[] = [];
  const broken: Fault[] = [];
  let firstMark: number | undefined;
  for (let at = 0; at < rows.length; at += 1) {
    const row = withoutReturn(rows[at] ?? "");
    if (CONFLICT_MARK.test(row)) {
      firstMark ??= at + 1;
      if (row.startsWith("|")) at = endOfBase(rows, at);
      continue;
    }
    if (row.startsWith(TITLE) || /^\s*$/.test(row)) continue;
    const line = row.startsWith("#") ? undefined : readLine(row);
    if (line !== undefined) lines.push(line);
    else kept.push(row);
    if (line === undefined && !row.startsWith("#")) broken.push({ line: at + 1, ...BROKEN });
  }
  const hasConflict = firstMark !== undefined;
  const conflicts = firstMark === undefined ? [] : [{ line: firstMark, ...CONFLICT }];
  return { lines, kept, faults: [...conflicts, ...bounded(broken)], hasConflict };
}

const BROKEN = {
  reason: "is no line of a ledger",
  remedy: "write guid, date (2024-05-31T10:00:00Z) and record with tabs between, or delete it",
};

const CONFLICT = {
  reason: "holds a merge conflict; the lines of both sides are taken",
  remedy: "commit the ledger as this run writes it",
};

/**
 * What both sides had before (`merge.conflictStyle=diff3`) neither of them wanted to keep; the last
 * row of it. Where it has no end, it is no such part, and its rows are read.
 */
function endOfBase(rows: readonly string[], start: number): number {
  for (let at = start + 1; at < rows.length; at += 1) {
    const row = withoutReturn(rows[at] ?? "");
    if (CONFLICT_MARK.test(row)) return row.startsWith("=") ? at - 1 : start;
  }
  return start;
}

function withoutReturn(row: string): string {
  return row.endsWith("\r") ? row.slice(0, -1) : row;
}

function bounded(faults: readonly Fault[]): readonly Fault[] {
  const more = faults.length - MOST_FAULTS;
  if (more <= 0) return faults;
  const reason = `holds ${more} more lines that are none of a ledger`;
  return [...faults.slice(0, MOST_FAULTS), { reason, remedy: BROKEN.remedy }];
}

function readLine(row: string): LedgerLine | undefined {
  const fields = row.split("\t");
  while (fields.length > 2 && fields.at(-1) === "") fields.pop();
  const [guid = "", date, key = "", url = "", titleDigest = "", bodyDigest = "", ...further] =
    row.includes("\\") ? fields.map(unescapeField) : fields;
  if (guid === "" || date === undefined) return undefined;
  const publishedMs = date !== NO_DATE && DATE.test(date) ? Date.parse(date) : undefined;
  if (date !== NO_DATE && (publishedMs === undefined || Number.isNaN(publishedMs))) {
    return undefined;
  }
  const line = { guid, publishedMs, key, url, titleDigest, bodyDigest, further };
  if (PLAIN_ROW.test(row) && !row.endsWith("\t")) rowsOfLines.set(line, row);
  return line;
}

/**
 * The same lines give the same text, in whatever order they come.
 *
 * @param kept what `readLedgerLines` kept.
 */
export function writeLedgerLines(
  lines: readonly LedgerLine[],
  kept: readonly string[] = [],
): string {
  const comments = kept.filter((row) => row.startsWith("#"));
  const unread = kept.filter((row) => !row.startsWith("#"));
  const rows = inOrder(lines).map(rowOf);
  return [HEADER, ...new Set(comments), ...rows, ...new Set(unread)].join("\n").concat("\n");
}

/**
 * The lines that reading what was written of these would give.
 *
 * @param read those of them that were read.
 */
export function linesAsRead(
  lines: readonly LedgerLine[],
  read: ReadonlySet<LedgerLine>,
): readonly LedgerLine[] {
  return inOrder(lines).map((line) => {
    return read.has(line) ? line : (readLine(rowOf(line)) ?? line);
  });
}

/** As they stand in the file: sorted, and each once. */
function inOrder(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  // A tab sorts before all that a guid may hold, so the order of lines is that of guids.
  const isRising = lines.every((line, at) => {
    const before = lines[at - 1];
    return before === undefined || rowOf(before) < rowOf(line);
  });
  if (isRising) return lines;
  const byRow = new Map(lines.map((line) => [rowOf(line), line]));
  return [...byRow].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}

/** Nearly all lines are written as they were read, or written before. */
const rowsOfLines = new WeakMap<LedgerLine, string>();

function rowOf(line: LedgerLine): string {
  const known = rowsOfLines.get(line);
  if (known !== undefined) return known;
  const row = writeLine(line);
  rowsOfLines.set(line, row);
  return row;
}

/** A row that `writeLine` gives for what is read from it: plain characters, and a day of any month. */
const PLAIN_ROW =
  /^[!"$-;?-[\]-{}~][!-[\]-~]*\t\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ(?:\t[!-[\]-~]*)*$/;

function writeLine({ guid, publishedMs, further, ...rest }: LedgerLine): string {
  const date = publishedMs === undefined ? NO_DATE : isoDate(publishedMs);
  const { key, url, titleDigest, bodyDigest } = rest;
  const fields = [date, key, url, titleDigest, bodyDigest, ...further].map(escapeField);
  // Editors and commit hooks cut white space off the ends of lines.
  while (fields.at(-1) === "") fields.pop();
  // A comment or a mark of a conflict begins so.
  const start = /^[#<|=>]/.test(guid) ? escapeCharacter(guid.slice(0, 1)) : "";
  return [start + escapeField(guid.slice(start === "" ? 0 : 1)), ...fields].join("\t");
}

function isoDate(timeMs: number): string {
  const date = new Date(timeMs);
  return Number.isNaN(date.getTime()) ? NO_DATE : date.toISOString().replace(".000Z", "Z");
}

// What ends a field or a line for somebody, cannot be seen, or is no Unicode text; and the escape.
const UNFIT = /[\\\p{Cc}\p{Cs}\u2028\u2029\ufeff]|\s$/gu;

function escapeField(field: string): string {
  return field.replace(UNFIT, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function unescapeField(field: string): string {
  return field.replace(/\\u([\da-f]{4})/gi, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
