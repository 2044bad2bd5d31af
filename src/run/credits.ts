/** `feedwright credits`: whom every picture is credited to, as a table, CSV or JSON. */
import { readConfig } from "../config/config-file.ts";
import { type CreditReport, type PictureReport, reportCredits } from "../report-credits.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { creditSummary, creditTable, isUncredited, spellingLines } from "./credit-table.ts";
import { type CsvField, csvText } from "./csv.ts";
import { problemLines } from "./report.ts";
import { jsonText } from "./terminal-text.ts";

/** @returns 0, or 1 where pictures name nobody and the policy of a feed minds. */
export async function runCredits(options: CommandOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options.config, process.cwd());
  const report = await reportCredits(config, new Date());
  printCredits(report, options, terminal);
  return isMinded(report) ? 1 : 0;
}

function isMinded({ minds, pictures }: CreditReport): boolean {
  return minds && pictures.some(isUncredited);
}

/**
 * With `--missing` only the pictures that name nobody: those that two places credit differently do
 * name somebody, and readers see whom.
 */
export function printCredits(
  report: CreditReport,
  options: CommandOptions,
  terminal: Terminal,
): void {
  const pictures = options.missing ? report.pictures.filter(isUncredited) : report.pictures;
  if (options.json) terminal.out(jsonText({ ...report, pictures }));
  else if (options.csv) terminal.out(csvText(HEADINGS, pictures.map(fieldsOf)));
  else if (!options.quiet) {
    const table = creditTable(pictures, terminal);
    terminal.out(`${table}${table && "\n"}${creditSummary(report.pictures)}`);
    if (!options.missing) terminal.out(spellingLines(report.spellings));
  }
  if (options.quiet && isMinded(report)) terminal.err(creditSummary(report.pictures));
  const most = options.verbose ? Number.POSITIVE_INFINITY : 10;
  terminal.err(problemLines("problems", report.problems, most));
}

const HEADINGS = [
  "article",
  "title",
  "address",
  "picture",
  "credit",
  "creators",
  "agencies",
  "license",
  "read from",
  "missing",
  "contradiction",
];

function fieldsOf(one: PictureReport): readonly CsvField[] {
  return [
    one.file,
    one.title,
    one.url,
    one.picture ?? "",
    one.credit ?? "",
    one.creators,
    one.agencies,
    one.license ?? "",
    one.origins,
    one.isMissing ? "yes" : "no",
    one.contradiction ?? "",
  ];
}
