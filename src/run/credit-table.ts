/** Who is credited for every picture, as an editor reads it on a terminal. */

import { styleText } from "node:util";
import { parseUrl } from "../articles/addresses.ts";
import { plainLine } from "../articles/plain-text.ts";
import type { CreditReport, PictureReport } from "../report-credits.ts";
import type { Terminal } from "./command.ts";
import { counted } from "./report.ts";
import { type Column, tableLines } from "./text-table.ts";

const COLUMNS: readonly Column[] = [
  { heading: "picture", cut: "middle" },
  { heading: "credited to", cut: "end" },
  { heading: "read from", cut: "end" },
];

/** The most useful first: what to add, what to decide, and then what is well. */
const RANKS: readonly ((picture: PictureReport) => boolean)[] = [
  isUncredited,
  isContradictory,
  () => true,
];

/**
 * A row a picture: the record to mend, the picture, the credit as readers see it, where it was
 * read. Pictures that name nobody come first, then those that two places credit differently, with
 * both names below the row; all others follow, each in the order of the records.
 */
export function creditTable(
  pictures: readonly PictureReport[],
  { hasColor, columns }: Pick<Terminal, "hasColor" | "columns">,
): string {
  if (pictures.length === 0) return "";
  const ranked = RANKS.map((): PictureReport[] => []);
  for (const one of pictures) ranked[RANKS.findIndex((isOfRank) => isOfRank(one))]?.push(one);
  const sorted = ranked.flat();
  const paint = (style: "bold" | "red" | "yellow", text: string): string =>
    hasColor ? styleText(style, text, { validateStream: false }) : text;
  // A program finds whole paths in a pipe; an editor knows the folder, and sees more of the rest.
  const folder = columns === undefined ? "" : sharedFolder(sorted);
  const heading = folder === "" ? "article" : `article in ${plainLine(folder)}`;
  const cells = sorted.map((one) => [plainLine(one.file.slice(folder.length)), ...cellsOf(one)]);
  const table: readonly Column[] = [{ heading, cut: "middle" }, ...COLUMNS];
  // A terminal that says 0 does not know its width.
  const [head = "", ...rows] = tableLines(table, cells, columns || undefined);
  const lines = sorted.flatMap((picture, at) => {
    const row = rows[at] ?? "";
    const line = picture.isMissing ? paint("red", row) : row;
    if (picture.contradiction === undefined) return [line];
    return [line, paint("yellow", `  ! ${plainLine(picture.contradiction)}`)];
  });
  return `${[paint("bold", head), ...lines].join("\n")}\n`;
}

export function isUncredited(picture: PictureReport): boolean {
  return picture.isMissing;
}

function isContradictory(picture: PictureReport): boolean {
  return picture.contradiction !== undefined;
}

/** `articles/`: the folder in which all records lie. */
function sharedFolder(pictures: readonly PictureReport[]): string {
  let shared = pictures[0]?.file ?? "";
  for (const { file } of pictures) {
    const length = Math.min(shared.length, file.length);
    let same = 0;
    while (same < length && shared[same] === file[same]) same += 1;
    shared = shared.slice(0, same);
  }
  return shared.slice(0, shared.lastIndexOf("/") + 1);
}

function cellsOf(picture: PictureReport): readonly string[] {
  const origins = new Set(picture.origins.map((origin) => ORIGINS[origin]));
  return [
    picture.picture === undefined ? "(picture lost)" : shownAddress(picture.picture, picture.url),
    creditCell(picture),
    [...origins].join(", ") || "–",
  ];
}

/** Where a credit was read, as editors say it. */
const ORIGINS: Readonly<Record<PictureReport["origins"][number], string>> = {
  record: "record",
  caption: "caption",
  attribute: "attribute",
  text: "text",
  file: "file",
};

/** A licence or a year can be known where nobody is named. */
function creditCell({ isMissing, credit, creators, agencies }: PictureReport): string {
  const shown = plainLine(credit ?? [...creators, ...agencies].join(", "));
  if (!isMissing) return shown;
  return shown === "" ? "NOBODY" : `NOBODY (${shown})`;
}

/** As people read it: letters for percent signs, no scheme, no host where it is the article's. */
function shownAddress(address: string, articleUrl: string): string {
  const origin = parseUrl(articleUrl)?.origin;
  const isOwn = origin !== undefined && address.startsWith(`${origin}/`);
  const short = isOwn ? address.slice(origin.length) : address.replace(/^https?:\/\//, "");
  try {
    return plainLine(decodeURI(short));
  } catch {
    return plainLine(short);
  }
}

/** `8 of 31 pictures name nobody, 2 are credited differently in two places` */
export function creditSummary(pictures: readonly PictureReport[]): string {
  const all = pictures.length;
  const missing = pictures.filter(isUncredited).length;
  const contradictory = pictures.filter(isContradictory).length;
  if (all === 0) return "The articles show no picture.\n";
  const first =
    missing === 0
      ? all === 1
        ? "The one picture is credited"
        : `All ${all} pictures are credited`
      : `${missing} of ${counted(all, "picture")} ${missing === 1 ? "names" : "name"} nobody`;
  const second = `${contradictory} ${contradictory === 1 ? "is" : "are"} credited differently`;
  return `${first}${contradictory === 0 ? "" : `; ${second} in two places`}.\n`;
}

/** A line for each person who is spelt in several ways; nothing where nobody is. */
export function spellingLines(spellings: CreditReport["spellings"]): string {
  if (spellings.length === 0) return "";
  const lines = spellings.map((names) => `  ${names.map(plainLine).join(" · ")}`);
  const [example = ""] = spellings[0] ?? [];
  const alias = JSON.stringify(plainLine(example));
  return [
    "\nProbably one person each:",
    ...lines,
    `To mend the first for good: credits: { aliases: { ${alias}: ${alias} } }\n`,
  ].join("\n");
}
