/** Tells a command of a run: its JSON on stdin, the gist of it in the environment. */
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { Told } from "../../../publish/told.ts";

export interface Call {
  /** A line for the shell, or a program and its arguments, which no shell sees. */
  readonly command: string | readonly string[];
  readonly stdin: string;
  /** Beside this process's own. */
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** Its last words are enough; characters. */
const MOST_WORDS = 2_000;
const MOST_REASON = 300;
/** Between asking a command to end, and ending it. */
const KILL_MS = 2_000;
/** What it left behind in the background may hold its stderr open. */
const LAST_WORDS_MS = 200;
/** sysexits.h, EX_TEMPFAIL: the command itself asks to be tried again. */
const TRY_AGAIN = 75;

/** Never rejects. */
export async function call(command: Call, signal: AbortSignal): Promise<Told> {
  if (signal.aborted) return { kind: "refused", reason: "there was no time left" };
  try {
    return await ended(start(command), command.stdin, signal);
  } catch (error) {
    return notStarted(error);
  }
}

function start({ command, variables, folder }: Call): ChildProcess {
  const [program = "", ...words] = typeof command === "string" ? [command] : command;
  return spawn(program, words, {
    shell: typeof command === "string",
    cwd: folder,
    env: { ...process.env, ...variables },
    // Of its stdout nobody would know what to do; ours is for what --json asks for.
    stdio: ["pipe", "ignore", "pipe"],
    // A group of its own: what a shell has started ends with it.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

async function ended(child: ChildProcess, stdin: string, signal: AbortSignal): Promise<Told> {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    words = (words + piece).slice(-MOST_WORDS);
  });
  const closed = new Promise((resolve) => child.once("close", resolve));
  const exited = new Promise<Told>((resolve) => {
    child.once("error", (error) => resolve(notStarted(error)));
    child.once("exit", (code, killer) => {
      // A command that could not be started has no exit, and one that has, has its last words.
      void Promise.race([closed, delay(LAST_WORDS_MS, undefined, { ref: false })]).then(() => {
        child.stderr?.destroy();
        resolve(outcomeOf(code, killer, words));
      });
    });
  });
  // Who does not want to read closes: that is no fault.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(stdin);
  let killing: NodeJS.Timeout | undefined;
  const end = () => {
    killGroup(child, "SIGTERM");
    killing = setTimeout(() => killGroup(child, "SIGKILL"), KILL_MS);
  };
  signal.addEventListener("abort", end, { once: true });
  try {
    return await exited;
  } finally {
    signal.removeEventListener("abort", end);
    clearTimeout(killing);
    // The shell has ended; what it started may not care to.
    if (signal.aborted) killGroup(child, "SIGKILL");
  }
}

function killGroup(child: ChildProcess, how: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(how);
    else process.kill(-child.pid, how);
  } catch {
    // It has ended meanwhile.
  }
}

function outcomeOf(code: number | null, killer: string | null, words: string): Told {
  if (code === 0) return { kind: "told" };
  const how = code === null ? `was ended by ${killer}` : `leaves with ${code}`;
  const said = words.trim().split("\n").at(-1)?.trim().slice(0, MOST_REASON);
  const reason = said ? `${how}: ${said}` : how;
  return { kind: code === TRY_AGAIN ? "failed" : "refused", reason };
}

function notStarted(error: unknown): Told {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return { kind: "refused", reason: `cannot be started (${code})` };
}
