#!/usr/bin/env node
/** The command line: words to options, a command to its function, an outcome to an exit code. */
import { inspect, parseArgs } from "node:util";
import { OperationalError } from "../errors.ts";
import { version } from "../version.ts";
import type { CommandOptions, LogFormat, Terminal } from "./command.ts";
import { jsonText } from "./terminal-text.ts";

/** Gives the exit code: 0 all went well, 1 with losses, 2 nothing could be done. */
type Command = (options: CommandOptions, terminal: Terminal) => Promise<number>;

/** Loaded when called: help needs no parsers, and one build no scheduler. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./build.ts")).runBuild,
  schedule: async () => (await import("./schedule.ts")).runSchedule,
  watch: async () => (await import("./schedule.ts")).runWatch,
  serve: async () => (await import("./serve.ts")).runServe,
  check: async () => (await import("./check.ts")).runCheck,
  credits: async () => (await import("./credits.ts")).runCredits,
  status: async () => (await import("./status.ts")).runStatus,
};

/** Options of some commands; all others belong to every command. */
const OPTIONS_OF: Readonly<Record<string, readonly string[]>> = {
  csv: ["credits"],
  missing: ["credits"],
  "accept-shrink": ["build"],
  "log-format": ["schedule", "watch", "serve"],
  "max-age": ["status"],
  host: ["serve"],
  port: ["serve"],
  schedule: ["serve"],
};

const LOG_FORMATS: readonly (LogFormat | undefined)[] = [undefined, "pretty", "json"];

const HELP = `Usage: feedwright [build|schedule|watch|serve|status|credits|check] [options]

  build      publish the feeds once (the default)
  schedule   publish now, and then whenever \`schedule\` in the configuration says
  watch      publish now, and then whatever changes, as it changes
  serve      put the output folder on the web, until told to leave
  status     tell how the last run went, and what comes next
  credits    list every picture, whom it is credited to, and where that was read
  check [FILE…]  judge the feeds in the output folder, or these files and folders

  --config FILE   default: feedwright.config.{ts,js,mjs,json,yaml,yml} here
  --json          one JSON document on stdout (schedule, watch: a line a run), the rest on stderr
  --quiet         only what went wrong
  --verbose       every warning, and every file
  --version       the version
  --help          this text

Of schedule, watch and serve only:
  --log-format json|pretty   how stderr tells what goes on; default: pretty

Of serve only:
  --host ADDRESS, --port NUMBER   where to listen; default: 127.0.0.1 8080
  --schedule      publish by the schedule, in the same process

Of status only:
  --max-age AGE   how old the last good run may be, such as 90m, 2h or 1d

Of build only:
  --accept-shrink publish although far fewer articles are there than at the last run

Of credits only:
  --missing       only the pictures that name nobody
  --csv           comma-separated values on stdout, one line a picture

Exit codes: 0 all went well; 1 published, but records were set aside or documents failed their
check (credits: pictures name nobody, and credits.missing is not "publish"; check: errors;
status: the last run failed, or the next is overdue);
2 nothing could be published, listed or checked, and the last good feeds are untouched.
`;

async function main(terminal: Terminal): Promise<number> {
  const called = parse(process.argv.slice(2));
  if (called.help) return print(terminal, HELP);
  if (called.version) return print(terminal, `${version()}\n`);
  const load = Object.hasOwn(commands, called.command) ? commands[called.command] : undefined;
  if (load === undefined) throw usage(`There is no command "${called.command}".`);
  refuseStrayOptions(called);
  const command = await load();
  return await command(called, terminal);
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        config: { type: "string" },
        json: { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
        csv: { type: "boolean", default: false },
        missing: { type: "boolean", default: false },
        "accept-shrink": { type: "boolean", default: false },
        host: { type: "string" },
        port: { type: "string" },
        schedule: { type: "boolean", default: false },
        "log-format": { type: "string" },
        "max-age": { type: "string" },
        version: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [command = "build", ...files] = positionals;
    if (files.length > 0 && command !== "check") throw new Error(`What is "${files[0]}"?`);
    const format = LOG_FORMATS.find((one) => one === values["log-format"]);
    if (format !== values["log-format"]) throw new Error("--log-format is json or pretty.");
    return { ...values, "log-format": format, command, files };
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function refuseStrayOptions(called: ReturnType<typeof parse>): void {
  for (const [option, value] of Object.entries(called)) {
    const owners = OPTIONS_OF[option] ?? [called.command];
    if (value === undefined || value === false || owners.includes(called.command)) continue;
    const whose = owners.join(", ");
    throw usage(`--${option} belongs to "feedwright ${whose}", not to "${called.command}".`);
  }
  if (called.csv && called.json) throw usage("--csv and --json cannot go together: choose one.");
}

function usage(message: string, cause?: unknown): OperationalError {
  return new OperationalError("USAGE", message, "Run feedwright --help.", cause);
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  // Words of records stand in messages: none of them may command the terminal.
  err: (text) => process.stderr.write(text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, "")),
  hasColor: process.stdout.isTTY === true && !process.env["NO_COLOR"],
  columns: process.stdout.columns,
};

// A reader that has seen enough (`feedwright build | head`) is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (stream === process.stdout) terminal.err(`The report cannot be written: ${error.message}\n`);
  });
}

/** A failure in words on stderr; programs that asked for JSON are given it as JSON too. */
function tellFailure(error: unknown): void {
  const failure =
    error instanceof OperationalError
      ? error
      : new OperationalError(
          "UNEXPECTED",
          `Something went wrong that feedwright did not foresee:\n${inspect(error)}`,
          "Run again; if it fails again, report this, with the record or setting that causes it.",
        );
  const { code, message, remedy } = failure;
  if (process.argv.includes("--json")) {
    terminal.out(jsonText({ error: { code, message, remedy } }));
  }
  terminal.err(`${message}\n${remedy}\n`);
}

try {
  process.exitCode = await main(terminal);
} catch (error) {
  tellFailure(error);
  process.exitCode = 2;
}
