/** A simulated site whose process is killed again and again, and goes on until its days are over. */
import path from "node:path";
import { expect } from "vitest";
import { faultOfForm } from "../../publish/generation.ts";
import { expectAllReadable } from "../../publish/kill-loop.ts";
import { start } from "../../publish/processes/start.ts";
import { HOUR_MS } from "./calendar.ts";
import { type Figures, makeWorld, openMemory, type World } from "./world.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const CHILD = path.join(ROOT, "tests/soak/days-child.ts");

/** With room for what is soon thrown away. */
const FLAGS = ["--max-semi-space-size=64", "--import", "jiti/register"];

export interface Lived extends Figures {
  readonly days: number;
  readonly kills: number;
}

/**
 * @param folder is empty.
 * @param isOver resolves when a process is to be killed; asked once it has begun.
 */
export async function liveLane(
  folder: string,
  world: World,
  isOver: (kills: number, lived: AbortSignal) => Promise<void>,
): Promise<Lived> {
  makeWorld(folder, world);
  let awayMs = 0;
  for (let kills = 0; ; kills += 1) {
    const args = [CHILD, folder, path.join(ROOT, "dist"), `${awayMs}`];
    const child = start([process.execPath, ...FLAGS, ...args]);
    const lived = new AbortController();
    const killed = child.printed("begun").then(() => isOver(kills, lived.signal));
    killed.then(
      () => child.process.kill("SIGKILL"),
      () => undefined,
    );
    const ended = await child.ended;
    lived.abort();
    if (ended !== "SIGKILL") {
      expect(`${ended} ${child.output()}`).toMatch(/^0 begun\n\{/);
      return { ...JSON.parse(child.output().slice("begun\n".length)), days: world.days, kills };
    }
    expectAllReadable(path.join(folder, "feeds"), faultOfForm);
    awayMs = Math.random() < 0.5 ? 0 : Math.floor(Math.random() * 3 * HOUR_MS);
  }
}

/** The simulated day that it lives through; 0 also before. */
export function dayOf(folder: string): number {
  return openMemory(folder).recall().morning?.day ?? 0;
}
