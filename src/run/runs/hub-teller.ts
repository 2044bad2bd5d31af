/**
 * Tells the hubs after each run, beside whatever goes on. What a hub did not take is told again in
 * time by a process that stays, and by the next run of one that leaves.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Config } from "../../config/config.ts";
import type { FeedReport } from "../../publish/publish-feed.ts";
import { openHubMemory } from "../../publish/websub/hub-memory.ts";
import { type HubsTold, tellHubs } from "../../publish/websub/tell-hubs.ts";
import { topicsOf } from "../../publish/websub/topics.ts";

export interface HubTeller {
  /** To be called after each run, with the feeds as it reported them. Returns at once. */
  readonly tell: (feeds: readonly FeedReport[]) => void;
  /** Resolves when all has been said, or nothing more can be said before `withinMs` have gone. */
  readonly settle: (withinMs: number) => Promise<void>;
  /** Gives up what is under way; the next process tells it. */
  readonly close: () => Promise<void>;
}

const NO_HUBS: HubTeller = { tell: () => {}, settle: async () => {}, close: async () => {} };

/** Hubs are asked again no sooner, whatever they said. */
const SHORTEST_WAIT_MS = 1_000;
/** Timers cannot wait longer than some 24 days, and nothing here should. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** @param onTold is called after each round in which something was to be said. */
export function openHubTeller(config: Config, onTold: (told: HubsTold) => void): HubTeller {
  const hubs = config.websub?.hubs ?? [];
  if (hubs.length === 0) return NO_HUBS;
  const memory = openHubMemory(config.cache);
  const leaving = new AbortController();
  const { signal } = leaving;
  let known: readonly FeedReport[] = [];
  let rounds = Promise.resolve();
  let nextMs: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  const round = async (): Promise<void> => {
    if (signal.aborted) return;
    clearTimeout(timer);
    const topics = topicsOf(known, config);
    const told = await tellHubs({ hubs, topics, memory, nowMs: Date.now(), signal });
    nextMs = told.nextMs;
    if (told.told + told.pending > 0 && !signal.aborted) onTold(told);
    if (nextMs === undefined || signal.aborted) return;
    const waitMs = Math.min(Math.max(nextMs - Date.now(), SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    timer = setTimeout(start, waitMs).unref();
  };
  const start = (): void => {
    rounds = rounds.then(round);
  };
  return {
    tell: (feeds) => {
      known = feeds;
      start();
    },
    settle: async (withinMs) => {
      const endMs = Date.now() + withinMs;
      for (;;) {
        // A hub that takes its time for each of thousands of documents is left in their midst.
        const late = delay(Math.max(endMs - Date.now(), 0), true, { ref: false });
        const isLate = await Promise.race([rounds.then(() => false), late]);
        if (isLate) return;
        if (nextMs === undefined || nextMs > endMs) return;
        const waitMs = Math.max(nextMs - Date.now(), SHORTEST_WAIT_MS);
        await delay(waitMs);
        start();
      }
    },
    close: async () => {
      leaving.abort();
      clearTimeout(timer);
      await rounds;
    },
  };
}
