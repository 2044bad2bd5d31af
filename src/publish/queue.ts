/** Work that goes on while the main thread renders: a few pieces at a time, bounded in memory. */
import { setImmediate as turn } from "node:timers/promises";

export interface Queue {
  /**
   * Resolves once the work has begun: as soon as there is room, and no other of its name under way.
   *
   * @param bytes what it holds in memory.
   * @throws the first failure of any work so far.
   */
  readonly enter: (name: string, bytes: number, work: () => Promise<unknown>) => Promise<void>;
  /** Resolves once nothing is under way; throws as `enter` does. */
  readonly settled: () => Promise<void>;
}

interface Limits {
  readonly pieces: number;
  /** One larger piece goes alone. */
  readonly bytes: number;
}

export function openQueue(limits: Limits): Queue {
  const underWay = new Map<string, Promise<void>>();
  let held = 0;
  let failure: { readonly error: unknown } | undefined;
  const isFull = (bytes: number) =>
    underWay.size > 0 && (underWay.size >= limits.pieces || held + bytes > limits.bytes);
  const refuseFailed = () => {
    if (failure !== undefined) throw failure.error;
  };
  const run = async (name: string, bytes: number, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      failure ??= { error };
    }
    held -= bytes;
    underWay.delete(name);
  };
  return {
    enter: async (name, bytes, work) => {
      while (underWay.has(name) || isFull(bytes)) await Promise.race(underWay.values());
      refuseFailed();
      held += bytes;
      underWay.set(name, run(name, bytes, work));
      // A caller that only computes would leave all others where they are.
      await turn();
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.race(underWay.values());
      refuseFailed();
    },
  };
}
