/**
 * Which of several processes, on one machine or on many, runs a slot. Over the shared output folder
 * for now; what implements `SlotClaims` over a database can stand in for it.
 */
import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../../errors.ts";
import { holderHere, holderText, isStale, parseHolder, startOf } from "../../publish/holder.ts";

/** What a run of a slot came to, for the processes that left it to another. */
export interface SlotOutcome {
  /** When the clock changes something next, in milliseconds. */
  readonly nextMs?: number | undefined;
}

/** What all processes know a slot by. */
export interface Slot {
  readonly name: string;
  /** When it is, in milliseconds. */
  readonly atMs: number;
}

export interface SlotClaims {
  /**
   * Whether this process runs the slot: where none does or did. Where one failed, or is no more,
   * another may. Never rejects: rather twice than never.
   */
  readonly claim: (slot: Slot) => Promise<boolean>;
  /** To be called by who ran it. Undefined: that failed. Never rejects. */
  readonly complete: (slot: Slot, outcome?: SlotOutcome) => Promise<void>;
  /** Undefined where it has not ended well, or nobody knows. Never rejects. */
  readonly outcomeOf: (slot: Slot) => Promise<SlotOutcome | undefined>;
  /** Forgets what was claimed long ago, or by a clock that was wrong. Never rejects. */
  readonly sweep: (nowMs: number) => Promise<void>;
  /** Leaves what it has not completed to others. */
  readonly close: () => Promise<void>;
}

const FOLDER = ".feedwright.slots";
const KEPT_MS = 86_400_000;
/** Clocks of machines differ by less. */
const AHEAD_MS = 60_000;
const REFRESH_MS = 10_000;
/** How many processes may fail at a slot. */
const TURNS = 8;

/** @param warn told once, where the folder cannot be used. */
export function openFolderClaims(output: string, warn: (reason: string) => void): SlotClaims {
  const folder = path.join(output, FOLDER);
  const held = new Map<string, HeldClaim>();
  let isWarned = false;
  const orElse = async <Value>(fallback: Value, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      // Before the first run there is no output folder.
      if (!isWarned && errorCode(error) !== "ENOENT") {
        isWarned = true;
        warn(error instanceof Error ? error.message : String(error));
      }
      return fallback;
    }
  };
  const end = async (key: string, state: ClaimState) => {
    const claim = held.get(key);
    held.delete(key);
    if (claim !== undefined) await orElse(undefined, () => claim.end(state));
  };
  return {
    claim: (slot) =>
      orElse(true, async () => {
        await makeOneFolder(folder);
        const file = await takeTurn((turn) => fileOf(folder, slot, turn));
        if (file === undefined) return false;
        held.set(keyOf(slot), holdClaim(file));
        return true;
      }),
    complete: (slot, outcome) => {
      return end(keyOf(slot), outcome === undefined ? { failed: true } : { done: outcome });
    },
    outcomeOf: (slot) =>
      orElse(undefined, async () => {
        for (let turn = 1; turn <= TURNS; turn += 1) {
          const found = await look(fileOf(folder, slot, turn));
          if (found?.state?.done !== undefined) return found.state.done;
        }
        return undefined;
      }),
    sweep: (nowMs) => orElse(undefined, () => sweepFolder(folder, nowMs)),
    close: async () => {
      for (const key of [...held.keys()]) await end(key, { failed: true });
    },
  };
}

interface HeldClaim {
  readonly end: (state: ClaimState) => Promise<void>;
}

/** Shows others, by the file's time, that its run goes on. */
function holdClaim(file: string): HeldClaim {
  let writing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // A sign of life that is not given may be given the next time.
    writing = writeFile(file, holderText(holderHere()), { flag: "r+" }).catch(() => undefined);
  }, REFRESH_MS);
  timer.unref();
  return {
    end: async (state) => {
      clearInterval(timer);
      await writing;
      await writeFile(file, stateText(state));
    },
  };
}

/** The claim's file, if it is ours now. */
async function takeTurn(fileOfTurn: (turn: number) => string): Promise<string | undefined> {
  let before: Found | undefined;
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const file = fileOfTurn(turn);
    if (await create(file)) {
      const own = await look(file);
      // The clock of the folder may differ from ours; both claims were dated by it.
      if (before === undefined || own === undefined || isLeft(before, own.changedMs)) return file;
      await rm(file, { force: true });
      return undefined;
    }
    before = await look(file);
    if (before !== undefined && !isLeft(before, Date.now())) return undefined;
  }
  return undefined;
}

async function create(file: string): Promise<boolean> {
  try {
    // Exclusive on network file systems, too (open(2), O_EXCL).
    const handle = await open(file, "wx");
    await handle.writeFile(holderText(holderHere())).finally(() => handle.close());
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

interface ClaimState {
  readonly done?: SlotOutcome;
  readonly failed?: boolean;
}

interface Found {
  readonly text: string;
  readonly changedMs: number;
  /** Undefined while it is under way. */
  readonly state: ClaimState | undefined;
}

async function look(file: string): Promise<Found | undefined> {
  try {
    const [text, { mtimeMs }] = [await readFile(file, "utf8"), await stat(file)];
    return { text, changedMs: mtimeMs, state: parseState(text) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether the slot is another's to run: the claimer failed, or died. */
function isLeft({ text, changedMs, state }: Found, nowMs: number): boolean {
  if (state !== undefined) return state.failed === true;
  const holder = parseHolder(text);
  const started = holder === undefined ? undefined : startOf(holder.pid);
  return isStale(holder, { ageMs: nowMs - changedMs, self: holderHere(), started });
}

function stateText(state: ClaimState): string {
  return `${JSON.stringify(state)}\n`;
}

function parseState(text: string): ClaimState | undefined {
  if (!text.endsWith("}\n")) return undefined;
  try {
    const { done, failed } = JSON.parse(text);
    if (failed === true) return { failed };
    if (typeof done !== "object" || done === null) return undefined;
    return { done: typeof done.nextMs === "number" ? { nextMs: done.nextMs } : {} };
  } catch {
    return undefined;
  }
}

async function makeOneFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  }
}

/** `1795500000-3f2a….1`: the slot's second, what it is of, and whose turn. */
function fileOf(folder: string, slot: Slot, turn: number): string {
  const digest = createHash("sha256").update(keyOf(slot)).digest("hex").slice(0, 16);
  return path.join(folder, `${Math.floor(slot.atMs / 1000)}-${digest}.${turn}`);
}

function keyOf({ name, atMs }: Slot): string {
  return `${atMs} ${name}`;
}

async function sweepFolder(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, second] = /^(\d{1,12})-[\da-f]{16}\.\d$/.exec(name) ?? [];
    if (second === undefined) continue;
    const ageMs = nowMs - Number(second) * 1000;
    if (ageMs > KEPT_MS || ageMs < -AHEAD_MS) await rm(path.join(folder, name), { force: true });
  }
}
