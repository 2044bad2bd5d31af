/** What goes on in a process that stays, told on stderr: for people, or a JSON object a line. */
import { pino } from "pino";
import type { LogFormat, Terminal } from "../command.ts";
import { escapedCommands } from "../terminal-text.ts";

interface LogFields {
  /** The whole of it in words for people, who are then spared the other fields. */
  readonly message?: string | undefined;
  readonly [name: string]: unknown;
}

export interface RunLog {
  /** @param event a few words that are always the same for the same thing, for programs. */
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
}

export interface RunLogOptions {
  /** Leaves out what is only information. */
  readonly isQuiet?: boolean;
}

/** A line that never ends is no line; characters. */
const MOST_CHARACTERS = 16_384;

/**
 * @param format default: `pretty`.
 * @param terminal its `err` is what is written to: stdout is for what `--json` asks for.
 */
export function openRunLog(
  format: LogFormat | undefined,
  terminal: Pick<Terminal, "err">,
  { isQuiet = false }: RunLogOptions = {},
): RunLog {
  const log = format === "json" ? openJsonLog(terminal) : openPrettyLog(terminal);
  return isQuiet ? { ...log, info: () => {} } : log;
}

function openJsonLog({ err }: Pick<Terminal, "err">): RunLog {
  const lines = pino(
    {
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      messageKey: "message",
    },
    { write: (line) => err(escapedCommands(line)) },
  );
  const at =
    (level: "info" | "warn" | "error") =>
    (event: string, fields: LogFields = {}) => {
      const { message, ...others } = fields;
      lines[level](
        { event, ...boundedFields(others) },
        message?.slice(0, MOST_CHARACTERS) ?? event,
      );
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/** Its own words for a line, which a field of the same name would make ambiguous. */
const OWN = new Set(["level", "time", "pid", "hostname", "event", "message"]);

function boundedFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const bounded = typeof value === "string" ? value.slice(0, MOST_CHARACTERS) : value;
      return [OWN.has(name) ? `${name}_` : name, bounded];
    }),
  );
}

function openPrettyLog({ err }: Pick<Terminal, "err">): RunLog {
  const at =
    (mark: string) =>
    (event: string, fields: LogFields = {}) => {
      const time = new Date().toISOString().replace(/\.\d+Z$/, "Z");
      const line = oneLine(`${time} ${mark}${wordsOf(event, fields)}`);
      err(`${line.slice(0, MOST_CHARACTERS)}\n`);
    };
  return { info: at(""), warn: at("warning: "), error: at("error: ") };
}

/** `published: 3 files`, or `schedule: cron=@hourly, next=2026-11-23T17:00:00Z` */
function wordsOf(event: string, { message, ...fields }: LogFields): string {
  const facts = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  // Of an error, the remedy belongs to the words, and the rest tells what becomes of it.
  const isError = ["code", "remedy"].every((name) => typeof fields[name] === "string");
  if (message !== undefined && !isError) return message;
  const told = facts.filter(([name]) => !isError || name !== "remedy");
  const words = [
    ...(message === undefined ? [] : [`${message} ${fields["remedy"]}`]),
    ...told.map(([name, value]) => `${name}=${factText(value)}`),
  ];
  return words.length === 0 ? event : `${event}: ${words.join(", ")}`;
}

function factText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    if (Array.isArray(value)) return value.map(String).join(" ");
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** Words of records and of other machines command no terminal, and begin no line. */
function oneLine(text: string): string {
  return escapedCommands(text.replace(/\s*\n\s*/g, " | ")).replace(/[\0-\x1f]/g, " ");
}
