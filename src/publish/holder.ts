/** Who holds a lock, and whether that run is still alive. */

import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isPlainObject } from "../articles/record.ts";
import { errorCode } from "../errors.ts";

/** Written into a lock by the process that holds it. */
export interface Holder {
  /** Of this lock alone. */
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** What else tells one machine from another of its name; empty where nothing does. */
  readonly machine: string;
  /** Other after each start of the machine; empty where the system does not tell. */
  readonly boot: string;
  /** The processes that see each other's numbers: those of one container; empty where not told. */
  readonly space: string;
  /** When the process was started, in the system's own count; empty where it does not tell. */
  readonly started: string;
  /** RFC 3339, for people. */
  readonly since: string;
}

/** What of a holder can be found out here and now. */
export interface Seen {
  /** How long the lock has not been refreshed, by the clock of its file system. */
  readonly ageMs: number;
  /** This process. */
  readonly self: Holder;
  /** The process of the holder's number on this machine: its start, or undefined: there is none. */
  readonly started: string | undefined;
}

/** Between the making of a lock and its being filled lies less than this. */
const EMPTY_MS = 5_000;
/** A holder refreshes its lock far more often. */
const ABANDONED_MS = 600_000;

/**
 * Whether a lock holds nobody back any more. Pure.
 *
 * @param holder undefined where the lock cannot be read as one of ours.
 */
export function isStale(holder: Holder | undefined, { self, started, ...seen }: Seen): boolean {
  // What is dated in the future was dated by a clock that was wrong, and will not get older.
  const ageMs = Math.abs(seen.ageMs);
  if (holder === undefined) return ageMs > EMPTY_MS;
  const isHere = holder.host === self.host && holder.machine === self.machine;
  if (isHere && holder.boot !== self.boot) return true;
  // Nothing is known of processes elsewhere.
  if (!isHere || holder.space !== self.space) return ageMs > ABANDONED_MS;
  if (started === undefined) return true;
  if (holder.started !== "" && started !== "") return started !== holder.started;
  return ageMs > ABANDONED_MS;
}

export function holderText(holder: Holder): string {
  return `${JSON.stringify(holder)}\n`;
}

/** Undefined for a text that is not, or not yet wholly, written by a holder. */
export function parseHolder(text: string): Holder | undefined {
  if (!text.endsWith("}\n")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const WORDS = ["token", "host", "machine", "boot", "space", "started", "since"] as const;

function isHolder(value: unknown): value is Holder {
  if (!isPlainObject(value)) return false;
  const { pid } = value;
  // Other numbers mean groups of processes to the system.
  if (typeof pid !== "number" || !Number.isSafeInteger(pid) || pid <= 0) return false;
  return WORDS.every((word) => typeof value[word] === "string");
}

/** This process, with a lock of its own. */
export function holderHere(): Holder {
  return {
    token: randomBytes(16).toString("hex"),
    pid: process.pid,
    host: hostname(),
    ...systemHere(),
    space: spaceHere(),
    started: startOf(process.pid) ?? "",
    since: new Date().toISOString(),
  };
}

/** Stays as long as a process lives. */
let system: Pick<Holder, "machine" | "boot"> | undefined;

function systemHere(): Pick<Holder, "machine" | "boot"> {
  system ??= { machine: machineHere(), boot: textOf("/proc/sys/kernel/random/boot_id") };
  return system;
}

/** Its identity is confidential (machine-id(5)): a digest will do. */
function machineHere(): string {
  const id = textOf("/etc/machine-id");
  return id === ""
    ? ""
    : createHash("sha256").update(`feedwright ${id}`).digest("hex").slice(0, 16);
}

function spaceHere(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/**
 * When a process was started, "" where the system does not tell, undefined where there is none. One
 * that is dead and only waits for its parent to notice is none.
 */
export function startOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  // proc(5): the name in parentheses may hold anything; the state follows, and the start as 22nd.
  const stat = textOf(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state = ""] = fields;
  return /^[ZXx]$/.test(state) ? undefined : (fields[19] ?? "");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's.
    return errorCode(error) === "EPERM";
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}
