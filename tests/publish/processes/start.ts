/** Programs started as processes of their own, from their source. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { onTestFinished } from "vitest";

export interface Started {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Resolves once it has printed this; rejects where it ends without. */
  readonly printed: (text: string) => Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** One of this folder. */
export function startProgram(
  name: string,
  args: readonly string[],
  through: readonly string[] = [],
): Started {
  const script = path.join(import.meta.dirname, name);
  return start([...through, process.execPath, "--import", "jiti/register", script, ...args]);
}

export function start([command = "", ...args]: readonly string[]): Started {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (piece) => {
      text += piece;
    });
  }
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    process: child,
    output: () => text,
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => text.includes(wanted) && resolve();
        look();
        child.stdout?.on("data", look);
        void ended.then(() => reject(new Error(`It ended without "${wanted}": ${text}`)));
      }),
    ended,
  };
}
