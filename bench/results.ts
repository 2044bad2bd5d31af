/** The table of results: medians, with the least and the most beside them, and ratios. */
import { FLOOR, type Run, scenarios } from "./rounds.ts";

export interface Results {
  readonly articles: number;
  readonly runs: readonly Run[];
}

const HEADINGS = [
  "",
  "wall, s (min–max)",
  "of feedwright",
  "of floor",
  "CPU, s",
  "peak, MiB",
  "written",
];

/** For each scenario a table in Markdown, whose columns are aligned for those who read it as text. */
export function describeResults({ articles, runs }: Results): string {
  return scenarios
    .map(({ name: scenario }) => {
      const title = `### ${articles.toLocaleString("en")} articles, ${scenario}`;
      const rows = rowsOf(runs.filter((run) => run.scenario === scenario));
      return `${title}\n\n${tableOf([HEADINGS, ...rows])}\n`;
    })
    .join("\n");
}

function rowsOf(runs: readonly Run[]): readonly (readonly string[])[] {
  const runsOf = (name: string) => runs.filter((run) => run.name === name);
  const wallOf = (name: string) => median(runsOf(name), "wallMs");
  return namesOf(runs).map((name) => {
    const own = runsOf(name);
    const wall = wallOf(name);
    return [
      name,
      `${seconds(wall)} (${rangeOf(own)})`,
      `${(wall / wallOf("feedwright")).toFixed(2)} ×`,
      `${(wall / wallOf(FLOOR)).toFixed(2)} ×`,
      seconds(median(own, "cpuMs")),
      median(own, "peakMiB").toFixed(0),
      writtenOf(own),
    ];
  });
}

function namesOf(runs: readonly Run[]): readonly string[] {
  const names = [...new Set(runs.map(({ name }) => name))];
  return names.sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other));
}

const ORDER = [FLOOR, "feedwright", "script on feed", "script on feedsmith", "Hugo", "Eleventy"];

function writtenOf(runs: readonly Run[]): string {
  const megabytes = median(runs, "writtenBytes") / 1e6;
  return `${median(runs, "writtenFiles")} files, ${megabytes.toFixed(1)} MB`;
}

function rangeOf(runs: readonly Run[]): string {
  const walls = runs.map(({ wallMs }) => wallMs);
  return `${seconds(Math.min(...walls))}–${seconds(Math.max(...walls))}`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 10_000 ? 3 : 1);
}

type Figure = "wallMs" | "cpuMs" | "peakMiB" | "writtenFiles" | "writtenBytes";

function median(runs: readonly Run[], figure: Figure): number {
  const sorted = runs.map((run) => run[figure]).sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** How the time of everybody grows with the number of articles. */
export function describeGrowth(all: readonly Results[]): string {
  const names = namesOf(all.flatMap(({ runs }) => runs));
  const sections = all.slice(1).map((larger, at) => {
    const smaller = all[at] ?? larger;
    const rows = names.map((name) => [
      name,
      ...scenarios.map(({ name: scenario }) => {
        const [before, after] = [smaller, larger].map(({ runs }) =>
          median(
            runs.filter((run) => run.name === name && run.scenario === scenario),
            "wallMs",
          ),
        );
        return `${((after ?? Number.NaN) / (before ?? Number.NaN)).toFixed(1)} ×`;
      }),
    ]);
    const [from, to] = [smaller.articles, larger.articles].map((count) =>
      count.toLocaleString("en"),
    );
    const table = tableOf([["", ...scenarios.map(({ name }) => name)], ...rows]);
    return `### Wall, from ${from} to ${to} articles\n\n${table}\n`;
  });
  return sections.join("\n");
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `| ${cells.join(" | ")} |`;
  });
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [lines[0], `| ${rule.join(" | ")} |`, ...lines.slice(1)].join("\n");
}
