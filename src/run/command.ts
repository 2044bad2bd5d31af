/** What every command is given. */

/** How a command was called. */
export interface CommandOptions {
  readonly config?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** `build` only: publish although far fewer articles are there than at the last run. */
  readonly "accept-shrink": boolean;
  /** What stands behind the command: the files of `check`. */
  readonly files: readonly string[];
  /** `credits` only: comma-separated values instead of the table. */
  readonly csv: boolean;
  /** `credits` only: the pictures that name nobody, and no others. */
  readonly missing: boolean;
}

/** Where a command's words go; handed in, so that a test can listen. */
export interface Terminal {
  /** What was asked for: the table, the JSON document. */
  readonly out: (text: string) => void;
  /** Everything else: what was set aside, warnings. */
  readonly err: (text: string) => void;
  readonly hasColor: boolean;
  /** How many characters fit on a line; undefined where nobody looks at lines: a file, a pipe. */
  readonly columns?: number | undefined;
}
