/** What every command is given. */

/** How processes that stay tell what goes on: for people, or a JSON object a line. */
export type LogFormat = "pretty" | "json";

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
  /** `serve` only: where to listen, in place of what the configuration says. */
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  /** `serve` only: publish by the schedule in the same process. */
  readonly schedule?: boolean;
  /** Commands that stay only: how they tell what goes on; left out: `pretty`. */
  readonly "log-format"?: LogFormat | undefined;
  /** `status` only: how old the last good run may be, such as `2h`. */
  readonly "max-age"?: string | undefined;
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
