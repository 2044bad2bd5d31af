/** `status` for people: how it stands, in one line, and what there is to know below it. */
import { styleText } from "node:util";
import { counted, problemLines } from "../report.ts";
import type { Upcoming } from "../schedule/upcoming.ts";
import { escapedCommands } from "../terminal-text.ts";
import type { Present } from "./presence.ts";
import type { RunRecord } from "./run-record.ts";
import type { RunsSoFar } from "./run-store.ts";
import { ageWords, durationWords, runWords } from "./run-words.ts";
import type { Staleness } from "./staleness.ts";

/** All that `status` finds out. */
export interface Standing {
  readonly nowMs: number;
  readonly staleness: Staleness;
  readonly runs: RunsSoFar;
  readonly upcoming: readonly Upcoming[];
  /** The run in hand. */
  readonly running: Present | undefined;
  readonly processes: readonly Present[];
}

const LABEL_WIDTH = 13;

/** @param isWhole also where many records were set aside. */
export function standingText(standing: Standing, isWhole: boolean, hasColor: boolean): string {
  const head = fitForTerminal(headOf(standing));
  const color = standing.staleness.state === "ok" ? "green" : "red";
  const rows = rowsOf(standing).map(([label, words]) => `${label.padEnd(LABEL_WIDTH)}${words}\n`);
  const rest = fitForTerminal(`${rows.join("")}${problemsOf(standing, isWhole)}`);
  return `${hasColor ? styleText(["bold", color], head) : head}\n\n${rest}`;
}

function fitForTerminal(text: string): string {
  return escapedCommands(text).replace(/[\0-\x09\x0b-\x1f]/g, " ");
}

function headOf({ staleness, runs, nowMs }: Standing): string {
  const { last, failing } = runs;
  const missed = staleness.overdue;
  if (last === undefined) return "never: nothing has been published here yet";
  const agoMs = nowMs - Date.parse(last.finished);
  if (staleness.state === "failed") {
    const many = failing !== undefined && failing.count > 1;
    const since = many ? `; ${failing.count} runs in a row since ${momentText(failing.since)}` : "";
    return `failed: the last run, ${ageWords(agoMs)} ago${since}`;
  }
  if (missed !== undefined) {
    const feed = missed.feed === undefined ? "" : ` for the feed ${missed.feed}`;
    const due = momentText(new Date(missed.dueMs).toISOString());
    return `overdue: a run was due${feed} at ${due}; the last was ${ageWords(agoMs)} ago`;
  }
  return `ok: the last run was ${ageWords(agoMs)} ago`;
}

type Row = readonly [label: string, words: string];

function rowsOf(standing: Standing): readonly Row[] {
  const { last, lastGood } = standing.runs;
  const { overdue, state } = standing.staleness;
  return [
    ...(last === undefined ? [] : [["last run", lastWords(last)] as const]),
    ...(last?.error === undefined ? [] : [["", last.error.remedy] as const]),
    ...(last?.result === "failed" ? [["last good", goodWords(standing)] as const] : []),
    ...(overdue !== undefined && state === "failed"
      ? [["overdue", `since ${momentText(new Date(overdue.dueMs).toISOString())}`] as const]
      : []),
    ...hookRows(standing.runs),
    ...standing.upcoming.map(upcomingRow),
    ...(standing.running ? [["running", presentWords(standing.running)] as const] : []),
    ...processRows(standing),
    ...(lastGood === undefined ? [] : countRows(lastGood)),
  ];
}

function lastWords(record: RunRecord): string {
  const why = `(${record.reason}, ${durationWords(record.durationMs)})`;
  return `${momentText(record.started)}  ${runWords(record).replace(/\s*\n\s*/g, " | ")} ${why}`;
}

function goodWords({ runs, staleness }: Standing): string {
  if (runs.lastGood === undefined) return "none";
  return `${momentText(runs.lastGood.started)}, ${ageWords(staleness.ageMs ?? 0)} ago`;
}

function hookRows({ hooks }: RunsSoFar): readonly Row[] {
  if (hooks === undefined) return [];
  const of = `(run of ${momentText(hooks.started)})`;
  return hooks.outcomes
    .filter(({ ok }) => !ok)
    .map(({ hook, reason = "" }): Row => ["hook failed", `${hook} ${reason} ${of}`]);
}

function upcomingRow({ feed, cron, timezone, next }: Upcoming): Row {
  const times = next.map((time, at) => {
    const [day = "", clock = ""] = time.split("T");
    const isSameDay = at > 0 && next[at - 1]?.startsWith(day);
    // The offset may change between two runs of one day.
    return isSameDay ? clock : `${day} ${clock}`;
  });
  const words = times.length === 0 ? "none" : times.join(", ");
  const whose = feed === undefined ? "" : `, feed ${feed}`;
  return ["next runs", `${words}  (${cron} ${timezone}${whose})`];
}

function processRows({ processes, upcoming }: Standing): readonly Row[] {
  if (processes.length > 0) return processes.map((one) => ["waiting", presentWords(one)]);
  return upcoming.length === 0 ? [] : [["waiting", "no process: feedwright schedule is not up"]];
}

function presentWords({ pid, host, since }: Present): string {
  return `process ${pid} on ${host}, since ${momentText(since)}`;
}

function countRows({ next, articles, feeds, held, setAside, failed }: RunRecord): readonly Row[] {
  const reasons = Object.entries(held.counts).map(([reason, count]) => `${count} ${reason}`);
  const embargo = held.nextEmbargo;
  return [
    ...(embargo === undefined ? [] : [["next embargo", momentText(embargo)] as const]),
    ...(next === undefined || next === embargo ? [] : [["next change", momentText(next)] as const]),
    ["articles", `${articles} in ${counted(feeds.count, "feed")}`],
    ["held back", reasons.join(", ") || "none"],
    ["set aside", String(setAside.count || "none")],
    ...(failed.count > 0
      ? [["kept", `${counted(failed.count, "last good document")}`] as const]
      : []),
  ];
}

function problemsOf({ runs }: Standing, isWhole: boolean): string {
  const { setAside, failed } = runs.lastGood ?? {};
  const most = isWhole ? Number.POSITIVE_INFINITY : 10;
  const lists = [
    ["set aside", setAside?.first ?? []],
    ["kept the last good document", failed?.first ?? []],
  ] as const;
  return lists.map(([heading, problems]) => problemLines(heading, problems, most)).join("");
}

/** `2026-11-23 16:10:05 UTC` */
function momentText(moment: string): string {
  return moment.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, "$1 $2 UTC");
}
