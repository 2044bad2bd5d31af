/** Tells the hubs what changed: each about each document that it has not been told of as it is. */
import { takeTurns } from "../../articles/pictures/remote/turns.ts";
import type { Told } from "../told.ts";
import type { HubMemory } from "./hub-memory.ts";
import { ping } from "./ping.ts";

/** A document that readers subscribe to. */
export interface Topic {
  /** Its address on the web. */
  readonly url: string;
  /** The SHA-256 of its bytes. */
  readonly digest: string;
}

export interface HubsTold {
  /** How many words were taken. */
  readonly told: number;
  /** How many are still to be said. */
  readonly pending: number;
  /** A line a hub that is not well, and a document that was refused. */
  readonly problems: readonly string[];
  /** When something is to be tried again; milliseconds since 1970. */
  readonly nextMs?: number;
}

export interface TellOptions {
  readonly hubs: readonly string[];
  readonly topics: readonly Topic[];
  readonly memory: HubMemory;
  readonly nowMs: number;
  /** Gives up early; what was not said is said the next time. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** How long one hub is told at one go: the others wait for their next turn meanwhile. */
  readonly turnMs?: number;
}

/** A hub may serve thousands of publishers: none of them at full speed. */
const TURNS = { concurrency: 4, perHost: 4 };
const TURN_MS = 20_000;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** Never rejects. Hubs are told side by side: one that hangs holds no other up. */
export async function tellHubs(options: TellOptions): Promise<HubsTold> {
  const each = await Promise.all(options.hubs.map((hub) => tellHub(hub, options)));
  options.memory.save();
  const next = each.flatMap(({ nextMs }) => nextMs ?? []);
  return {
    told: each.reduce((sum, { told }) => sum + told, 0),
    pending: each.reduce((sum, { pending }) => sum + pending, 0),
    problems: each.flatMap(({ problems }) => problems),
    ...(next.length === 0 ? {} : { nextMs: Math.min(...next) }),
  };
}

async function tellHub(hub: string, options: TellOptions): Promise<HubsTold> {
  const { topics, memory, nowMs, signal, turnMs = TURN_MS } = options;
  const startedMs = performance.now();
  const untold = topics.filter(({ url, digest }) => memory.told(hub, url).digest !== digest);
  const trouble = memory.trouble(hub);
  if (untold.length > 0 && trouble !== undefined && trouble.untilMs > nowMs) {
    const problems = [troubleText(hub, trouble.reason, untold.length)];
    return { told: 0, pending: untold.length, problems, nextMs: trouble.untilMs };
  }
  const due = untold.filter(({ url }) => (memory.told(hub, url).refused?.untilMs ?? 0) <= nowMs);
  let failure: (Told & { kind: "failed" }) | undefined;
  let told = 0;
  const tell = async ({ url, digest }: Topic): Promise<void> => {
    // Once it fails, it is left in peace.
    if (failure !== undefined || signal?.aborted) return;
    if (performance.now() - startedMs > turnMs) return;
    const outcome = await ping(hub, url, options);
    if (outcome.kind === "failed") failure ??= outcome;
    else if (outcome.kind === "told") memory.remember(hub, url, { digest });
    else memory.remember(hub, url, refusedNow(memory.told(hub, url), outcome.reason, nowMs));
    if (outcome.kind === "told") told += 1;
  };
  await takeTurns(due, () => hub, TURNS, tell);
  if (failure !== undefined && !signal?.aborted) {
    const failures = (trouble?.failures ?? 0) + 1;
    const waitMs = Math.max(waitAfter(failures), Math.min(failure.waitMs ?? 0, LONGEST_WAIT_MS));
    memory.note(hub, { reason: failure.reason, failures, untilMs: nowMs + waitMs });
  } else if (told > 0) memory.note(hub, undefined);
  return { told, ...whatIsLeft(hub, untold, options) };
}

/** 5 s, 10 s, 20 s … up to an hour. */
function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
}

/** What a hub does not take now, it may take when somebody has set it right. */
function refusedNow({ digest }: { readonly digest?: string }, reason: string, nowMs: number) {
  const refused = { reason, untilMs: nowMs + LONGEST_WAIT_MS };
  return { ...(digest === undefined ? {} : { digest }), refused };
}

function whatIsLeft(
  hub: string,
  untold: readonly Topic[],
  { memory, nowMs, signal }: TellOptions,
): Omit<HubsTold, "told"> {
  const left = untold.filter(({ url, digest }) => memory.told(hub, url).digest !== digest);
  const trouble = memory.trouble(hub);
  if (left.length === 0 || signal?.aborted) return { pending: left.length, problems: [] };
  if (trouble !== undefined) {
    const problems = [troubleText(hub, trouble.reason, left.length)];
    return { pending: left.length, problems, nextMs: trouble.untilMs };
  }
  const refusals = left.flatMap(({ url }) => {
    const { refused } = memory.told(hub, url);
    return refused === undefined ? [] : [{ url, ...refused }];
  });
  const [first] = refusals;
  const more = refusals.length > 1 ? ` and ${refusals.length - 1} more` : "";
  const problems = first === undefined ? [] : [`${hub} ${first.reason} for ${first.url}${more}`];
  // Of the others, its turn was too short to tell it.
  const isCutShort = refusals.length < left.length;
  const nextMs = isCutShort ? nowMs : Math.min(...refusals.map(({ untilMs }) => untilMs));
  return { pending: left.length, problems, nextMs };
}

function troubleText(hub: string, reason: string, untold: number): string {
  return `${hub} ${reason}; ${untold} changed documents are told of later`;
}
