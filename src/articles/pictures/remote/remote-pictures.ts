/**
 * Pictures on the web, looked at where the configuration wants it: the beginning of each file, from
 * public hosts and those that are allowed by name, remembered for as long as the server says.
 */
import type { Fault } from "../../../errors.ts";
import { version } from "../../../version.ts";
import { parseUrl } from "../../addresses.ts";
import type { CacheFile } from "../cache-file.ts";
import type { PictureRead } from "../picture-facts.ts";
import { hostOfUrl, readAllowedHosts } from "./allowed-hosts.ts";
import type { PictureAnswer } from "./answers.ts";
import {
  entryOfFailure,
  entryOfPicture,
  entryOfUnchanged,
  isFresh,
  isRemoteEntry,
  type RemoteEntry,
  readOfEntry,
} from "./entries.ts";
import { failureOfTimeout } from "./faults.ts";
import { type ResolveHost, resolveBySystem } from "./hosts.ts";
import { type Answer, type RequestRules, requestPicture } from "./requests.ts";
import { takeTurns } from "./turns.ts";

export interface ProbeOptions {
  /** Host names or IP addresses, with or without a port, that are asked although private. */
  readonly allowedHosts: readonly string[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly nowMs: number;
  /** Keyed by URL; holds a `RemoteEntry` each. The caller saves it. */
  readonly cache: CacheFile;
  /**
   * Reads the beginning of a picture.
   *
   * @param wholeBytes size of the whole; one more than was read where the server does not tell it.
   */
  readonly readPicture: (bytes: Buffer, wholeBytes: number) => PictureRead;
  readonly limits?: Partial<ProbeLimits>;
  /** Default: the system's. */
  readonly resolve?: ResolveHost;
}

interface ProbeLimits {
  /** Read of a file: what a picture tells of itself mostly stands at its beginning. */
  readonly maxBytes: number;
  /** For one picture, from the look-up of its host to its last byte, redirects included. */
  readonly timeoutMs: number;
  /** For all pictures of a run. */
  readonly runTimeoutMs: number;
  readonly maxRedirects: number;
  /** Pictures under way at a time, in all and of one host. */
  readonly concurrency: number;
  readonly perHost: number;
  /** Failures of a host, one after the other, until its other pictures are not asked for. */
  readonly hostFailures: number;
}

const DEFAULT_LIMITS: ProbeLimits = {
  maxBytes: 1_048_576,
  timeoutMs: 10_000,
  runTimeoutMs: 60_000,
  maxRedirects: 3,
  concurrency: 6,
  perHost: 2,
  hostFailures: 3,
};

const NOT_IN_TIME: Fault = {
  reason: "not asked in time",
  remedy: "run again: the next run goes on where this one stopped",
};

interface Question {
  readonly url: string;
  /** What an earlier run remembered, no longer fresh. */
  readonly known: RemoteEntry | undefined;
}

/** Facts or a fault for each of the URLs; never rejects. */
export async function probePictures(
  urls: readonly string[],
  options: ProbeOptions,
): Promise<ReadonlyMap<string, PictureRead>> {
  const reads = new Map<string, PictureRead>();
  const questions: Question[] = [];
  for (const url of new Set(urls)) {
    const entry = options.cache.get(url);
    const known = isRemoteEntry(entry) ? entry : undefined;
    const isAnswered = known !== undefined && isFresh(known, options.nowMs);
    reads.set(url, isAnswered ? readOfEntry(known) : { ...known?.read, fault: NOT_IN_TIME });
    if (!isAnswered) questions.push({ url, known });
  }
  // Where time is short, new pictures come before those that only might have changed.
  const isOld = ({ known }: Question) => Number(known?.read !== undefined);
  questions.sort((one, other) => isOld(one) - isOld(other));
  if (questions.length > 0) await askAll(questions, options, reads);
  return reads;
}

/** Puts an answer in the place of each `NOT_IN_TIME` that it comes to. */
async function askAll(
  questions: readonly Question[],
  options: ProbeOptions,
  reads: Map<string, PictureRead>,
): Promise<void> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const rules: RequestRules = {
    ...limits,
    allowed: readAllowedHosts(options.allowedHosts),
    resolve: options.resolve ?? resolveBySystem,
    userAgent: userAgent(),
  };
  const failuresOf = new Map<string, number>();
  await within(limits.runTimeoutMs, undefined, (run) =>
    takeTurns(questions, hostOf, limits, async (question) => {
      if (run.aborted) return;
      const host = hostOf(question);
      const failures = () => failuresOf.get(host) ?? 0;
      const isDown = failures() >= limits.hostFailures;
      const answer = isDown ? downAnswer(host) : await ask(question, rules, limits.timeoutMs, run);
      if (answer === undefined) return;
      const isOfHost = answer.kind === "failure" && answer.isOfHost;
      failuresOf.set(host, isOfHost ? failures() + 1 : 0);
      reads.set(question.url, readOfAnswer(question, answer, options));
    }),
  );
}

/** Undefined where the time of the run is over. */
async function ask(
  { url, known }: Question,
  rules: RequestRules,
  timeoutMs: number,
  run: AbortSignal,
): Promise<Answer | undefined> {
  // Without facts there is nothing that could be unchanged.
  const validators = known?.read === undefined ? undefined : known.validators;
  try {
    return await within(timeoutMs, run, (signal) => requestPicture(url, validators, rules, signal));
  } catch {
    return run.aborted ? undefined : failureOfTimeout(hostOf({ url }), timeoutMs);
  }
}

function readOfAnswer({ url, known }: Question, answer: Answer, options: ProbeOptions) {
  const { cache, nowMs } = options;
  // What depends on the configuration alone is judged anew by each run.
  if (answer.kind === "refusal") return { ...known?.read, fault: answer.fault };
  const remember = (entry: RemoteEntry): PictureRead => {
    cache.set(url, entry);
    return readOfEntry(entry);
  };
  if (answer.kind === "failure") return remember(entryOfFailure(known, answer.fault, nowMs));
  if (answer.kind === "picture") {
    return remember(entryOfPicture(known, readAnswer(answer, options), answer, nowMs));
  }
  // Only who remembers a picture asks whether it has changed.
  return known === undefined ? {} : remember(entryOfUnchanged(known, answer.headers, nowMs));
}

/** Without the size where it is not known. */
function readAnswer(answer: PictureAnswer, { readPicture }: ProbeOptions): PictureRead {
  try {
    const read = readPicture(answer.bytes, answer.wholeBytes ?? answer.bytes.length + 1);
    if (answer.wholeBytes !== undefined || read.facts === undefined) return read;
    const { bytes: _, ...facts } = read.facts;
    return { ...read, facts };
  } catch {
    return { fault: { reason: "the picture cannot be read", remedy: "save it anew" } };
  }
}

function downAnswer(host: string): Answer {
  const reason = `"${host}" has failed for other pictures, and was not asked`;
  const remedy = "look whether the site is up; a later run asks again";
  return { kind: "failure", fault: { reason, remedy }, isOfHost: true };
}

function hostOf({ url }: Pick<Question, "url">): string {
  const address = parseUrl(url);
  return address === undefined ? "" : hostOfUrl(address);
}

/** Runs `work` with a signal that is aborted after a time, or together with `outer`. */
async function within<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, timeoutMs);
  outer?.addEventListener("abort", stop);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", stop);
  }
}

function userAgent(): string {
  return `feedwright/${version()} (+picture credits)`;
}
