/** Judges what stands in the feeds after each run. */
import type { PublishReport } from "../../../src/rebuild/publish-report.ts";
import type { Shown } from "./documents.ts";
import { type Duties, timeOf } from "./duties.ts";
import { expectedOf, type Group, marksOf, type Stock } from "./oracle.ts";
import { isVisible, type Piece, releaseOf, wholeSecond } from "./pieces.ts";
import type { Figures, Memory } from "./world.ts";

export interface Judge {
  /** @throws Error saying what is wrong. */
  readonly run: (report: PublishReport, reason: string, nowMs: number) => void;
  /** Forgets what stood there: another process begins. */
  readonly begin: () => void;
}

export interface JudgeContext {
  readonly read: () => ReadonlyMap<string, Shown>;
  readonly stock: () => Stock & { readonly firsts: Map<number, number> };
  readonly duties: Duties;
  readonly memory: Memory;
  readonly figures: Figures;
}

const GROUPS = ["site", "own"] as const;

const groupOf = (path: string): Group => (path === "own" ? "own" : "site");

export function openJudge(context: JudgeContext): Judge {
  const { read, stock, duties, figures } = context;
  let last: { readonly atMs: number; readonly shown: ReadonlyMap<string, Shown> } | undefined;
  return {
    begin: () => {
      last = undefined;
    },
    run: (report, reason, nowMs) => {
      figures.runs += 1;
      for (const problem of [...report.setAside, ...report.failed, ...report.warnings]) {
        throw new Error(`${reason}: ${problem.file}: ${problem.reason}`);
      }
      const shown = new Map(read());
      const { pieces, firsts } = stock();
      const byNumber = new Map(pieces.map((piece) => [piece.number, piece]));
      judgeItems(shown, byNumber, nowMs, context.memory);
      for (const { number } of shown.get("all")?.items ?? []) {
        const piece = byNumber.get(number);
        const hasFirst = piece === undefined || piece.date !== undefined || firsts.has(number);
        if (!hasFirst) firsts.set(number, wholeSecond(piece.fileTimeMs));
      }
      const isSlot = reason === "slot";
      const isDue = GROUPS.some((group) => duties.isDue(group, nowMs));
      // Two groups of feeds may have been slept through, and are run one after the other.
      if (isSlot && !isDue && last?.atMs !== nowMs) throw new Error("no slot is due");
      for (const group of GROUPS) {
        const expected = expectedOf(stock(), group, nowMs);
        const fault = faultOf(group, shown, expected);
        if (fault !== undefined && !isSlot) throw new Error(`${reason}: ${fault}`);
        const mayChange =
          !isSlot ||
          last === undefined ||
          duties.isDue(group, nowMs) ||
          mustLeave(group, last.shown, byNumber, nowMs);
        const changed = changedSince(last?.shown, shown).filter((path) => groupOf(path) === group);
        if (!mayChange && changed.length > 0) throw new Error(`${changed} changed out of turn`);
        if (fault === undefined) figures.slots += duties.met(group, nowMs, isSlot);
      }
      judgeNext(report.next, stock(), nowMs, context);
      figures.releases += releasedSince(last?.atMs ?? nowMs, nowMs, shown, byNumber);
      last = { atMs: nowMs, shown };
    },
  };
}

/** What may not be seen is in no feed, and what was seen once keeps its guid for ever. */
function judgeItems(
  shown: ReadonlyMap<string, Shown>,
  pieces: ReadonlyMap<number, Piece>,
  nowMs: number,
  { guids, noteGuid }: Memory,
): void {
  for (const [path, { items }] of shown) {
    for (const { number, guid } of items) {
      const piece = pieces.get(number);
      if (piece === undefined) throw new Error(`${path} shows uid-${number}, which is gone`);
      if (!isVisible(piece, nowMs)) {
        const until = timeOf(releaseOf(piece));
        throw new Error(`${path} shows uid-${number} (${until}) at ${timeOf(nowMs)}`);
      }
      const known = guids.get(number);
      if (known === undefined) noteGuid(number, guid);
      else if (known !== guid) throw new Error(`uid-${number} was ${known} and is ${guid}`);
    }
  }
  const all = (shown.get("all")?.items ?? []).map(({ guid }) => guid);
  if (new Set(all).size < all.length) throw new Error(`two articles have one guid: ${all.join()}`);
}

function faultOf(
  group: Group,
  shown: ReadonlyMap<string, Shown>,
  expected: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const paths = [...shown.keys()].filter((path) => groupOf(path) === group);
  for (const path of new Set([...paths, ...expected.keys()])) {
    const seen = shown
      .get(path)
      ?.items.map((item) => item.seen)
      .sort();
    const wanted = expected.get(path);
    if (seen?.join("; ") === wanted?.join("; ")) continue;
    const missing = wanted?.filter((one) => !seen?.includes(one)).join("; ");
    const surplus = seen?.filter((one) => !wanted?.includes(one)).join("; ");
    return `${path} lacks [${missing ?? "all"}] and has [${surplus ?? "all"}] too many`;
  }
  return undefined;
}

/** Whether the group showed what may be seen no more. */
function mustLeave(
  group: Group,
  shown: ReadonlyMap<string, Shown>,
  pieces: ReadonlyMap<number, Piece>,
  nowMs: number,
): boolean {
  return [...shown].some(([path, { items }]) => {
    if (groupOf(path) !== group) return false;
    return items.some(({ number }) => {
      const piece = pieces.get(number);
      return piece === undefined || !isVisible(piece, nowMs);
    });
  });
}

/** A feed that is new may come with any run. */
function changedSince(
  before: ReadonlyMap<string, Shown> | undefined,
  shown: ReadonlyMap<string, Shown>,
): readonly string[] {
  const known = [...(before ?? [])];
  return known.flatMap(([path, { stamp }]) => (shown.get(path)?.stamp === stamp ? [] : [path]));
}

/** The run knows when the clock changes something next; what it named before is done. */
function judgeNext(
  next: string | undefined,
  stock: Stock,
  nowMs: number,
  { duties, figures }: JudgeContext,
): void {
  const marks = marksOf(stock, nowMs);
  const toldMs = next === undefined ? Number.POSITIVE_INFINITY : Date.parse(next);
  const isKnown = next === undefined || marks.all.has(toldMs);
  if (toldMs > marks.nextMs || !isKnown) {
    throw new Error(`next is ${timeOf(toldMs)}, and should be ${timeOf(marks.nextMs)}`);
  }
  const late = duties.noteNext(toldMs, nowMs);
  if (late === undefined) return;
  figures.dues += 1;
  if (late.isWoken) figures.wokenLateMs = Math.max(figures.wokenLateMs, late.ms);
  else figures.lateMs = Math.max(figures.lateMs, late.ms);
}

function releasedSince(
  fromMs: number,
  nowMs: number,
  shown: ReadonlyMap<string, Shown>,
  pieces: ReadonlyMap<number, Piece>,
): number {
  const released = (shown.get("all")?.items ?? []).filter(({ number }) => {
    const piece = pieces.get(number);
    return piece !== undefined && releaseOf(piece) > fromMs && releaseOf(piece) <= nowMs;
  });
  return released.length;
}
