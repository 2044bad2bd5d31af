/**
 * The two kinds of trouble. A `Problem` is bad data: one record suffers, is reported, and the run
 * goes on. An `OperationalError` ends the run: it is thrown, and nothing is published.
 */

/** Where something was found: a path relative to the working directory, a line counted from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** Something wrong with one record, in words its editor can act on. */
export interface Problem extends Place {
  /** The field as the record spells it, or `body`. */
  readonly field?: string;
  /** What is wrong, without a full stop: `no date`. */
  readonly reason: string;
  /** What to do about it, an imperative: `add "date: 2024-05-31"`. */
  readonly remedy: string;
}

/** A problem whose file the caller knows. */
export type Fault = Omit<Problem, "file">;

/** A run that cannot go on; the command line prints message and remedy and leaves with 2. */
export class OperationalError extends Error {
  override readonly name = "OperationalError";
  /** A stable word for programs: `CONFIG_INVALID`, `OUTPUT_NOT_WRITABLE`, … */
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.remedy = remedy;
  }
}

/** `posts/a.md:3: date: no such day — write it as 2024-05-31` */
export function problemText(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === undefined ? "" : ` ${problem.field}:`;
  return `${place}:${field} ${problem.reason} — ${problem.remedy}`;
}

/** `ENOENT` and the like; undefined for what is no error of the system. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
