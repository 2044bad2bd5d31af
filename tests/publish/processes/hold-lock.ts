/**
 * Locks a folder as runs do: `hold-lock.ts FOLDER HOLD_MS WAIT_MS TIMES [abandon]`. Once `go` is
 * beside the folder it begins, and writes there into `told` when it holds the lock and when no more:
 * in between no other process may. Instead of releasing, it can leave its lock as a machine does that
 * is switched off. Prints `held`, or the code of a refusal.
 */
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { OperationalError } from "../../../src/errors.ts";
import { holderHere, holderText } from "../../../src/publish/holder.ts";
import { lockFolder } from "../../../src/publish/lock.ts";

const [folder = "", holdMs, waitMs, times, abandon] = process.argv.slice(2);
const around = path.dirname(folder);
const tell = (word: string) =>
  appendFileSync(path.join(around, "told"), `${word} ${process.pid}\n`);

process.stdout.write("ready\n");
while (!existsSync(path.join(around, "go"))) await delay(1);
try {
  for (let turn = 0; turn < Number(times); turn++) {
    const lock = await lockFolder(folder, { waitMs: Number(waitMs) });
    tell("held");
    process.stdout.write("held\n");
    await delay(Number(holdMs));
    lock.refresh();
    tell("released");
    if (abandon === undefined) lock.release();
    else {
      const file = path.join(folder, ".feedwright.lock");
      writeFileSync(file, holderText({ ...holderHere(), boot: "another" }));
    }
  }
} catch (error) {
  if (!(error instanceof OperationalError)) throw error;
  process.stdout.write(`${error.code}\n`);
}
