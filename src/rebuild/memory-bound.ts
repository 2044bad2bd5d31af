/**
 * A bound on memory: the engine lets garbage pile up to several times what is alive before it
 * looks, and a build makes little else. On a small machine the site itself needs that memory.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How much garbage may lie about: less costs time, more costs memory. */
const GARBAGE_BYTES = 24 * 1024 * 1024;
/** And as a share of what is alive, which every look has to walk through. */
const GARBAGE_SHARE = 0.25;
/** A heap so small is left to the engine: it is that of a run in which little changed. */
const SMALL_BYTES = 80 * 1024 * 1024;

/** To be called between two pieces of work; nearly always it does nothing. */
export type KeepWithinBound = () => void;

/** Every thread has a heap of its own; `garbageBytes` is for one of which little is alive. */
export function openMemoryBound(
  garbageBytes = GARBAGE_BYTES,
  smallBytes = SMALL_BYTES,
): KeepWithinBound {
  const allowedNow = () => {
    const { used_heap_size: used } = getHeapStatistics();
    return Math.max(smallBytes, used + Math.max(garbageBytes, used * GARBAGE_SHARE));
  };
  let allowed = allowedNow();
  let collect: (() => void) | undefined;
  return () => {
    if (getHeapStatistics().used_heap_size < allowed) return;
    collect ??= collector();
    collect();
    allowed = allowedNow();
  };
}

/** The engine's own collector, which programs see only where they ask for it. */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => collect() : () => {};
}
