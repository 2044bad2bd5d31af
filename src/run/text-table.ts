/** Tables of plain text, as wide as a terminal. */
import stringWidth from "string-width";

export interface Column {
  readonly heading: string;
  /** Numbers end where their heading ends. */
  readonly isNumber?: boolean;
  /** What is left out where the terminal is too narrow; the end of an address tells most. */
  readonly cut?: "end" | "middle";
}

const GAP = "  ";

/** A cell that is cut still tells something; below this the lines may rather wrap. */
const LEAST_WIDTH = 10;

/**
 * The headings, and a line for each row.
 *
 * @param cells plain lines, a cell for each column, without escape sequences.
 * @param columns how many the terminal shows; columns with a `cut` are shortened to fit.
 */
export function tableLines(
  table: readonly Column[],
  cells: readonly (readonly string[])[],
  columns = Number.POSITIVE_INFINITY,
): readonly string[] {
  const rows = [table.map(({ heading }) => heading), ...cells].map((row) =>
    table.map((_, at): Cell => ({ text: row[at] ?? "", width: widthOf(row[at] ?? "") })),
  );
  const wanted = table.map((_, at) =>
    rows.reduce((widest, row) => Math.max(widest, row[at]?.width ?? 0), 0),
  );
  const widths = fitWidths(table, wanted, columns);
  return rows.map((row) => {
    const line = row.map((cell, at) => fillCell(cell, widths[at] ?? 0, table[at]));
    return line.join(GAP).trimEnd();
  });
}

/** Measured once: that costs more than all the rest. */
interface Cell {
  readonly text: string;
  readonly width: number;
}

function widthOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** The widest columns give way first, each to the same width. */
function fitWidths(
  table: readonly Column[],
  wanted: readonly number[],
  columns: number,
): readonly number[] {
  const gaps = GAP.length * (table.length - 1);
  const within = (most: number): readonly number[] =>
    wanted.map((width, at) => (table[at]?.cut === undefined ? width : Math.min(width, most)));
  const total = (most: number): number => within(most).reduce((sum, width) => sum + width, gaps);
  let most = Math.max(...wanted, LEAST_WIDTH);
  if (total(most) <= columns) return wanted;
  most = Math.min(most, columns);
  while (most > LEAST_WIDTH && total(most) > columns) most -= 1;
  return within(most);
}

function fillCell(cell: Cell, width: number, column: Column | undefined): string {
  const { text, width: taken } =
    cell.width <= width ? cell : shorten(cell.text, width, column?.cut);
  const blanks = " ".repeat(Math.max(0, width - taken));
  return column?.isNumber ? blanks + text : text + blanks;
}

/** `a long cr…`, `media.ex…ges/boat.jpg`: in the middle, two thirds of what is left are the end. */
function shorten(text: string, width: number, cut: Column["cut"]): Cell {
  const all = characters(text);
  const start = take(all, cut === "middle" ? Math.floor((width - 1) / 3) : width - 1);
  if (cut !== "middle") return { text: `${start.text}…`, width: start.width + 1 };
  const end = take(all.reverse(), width - 1 - start.width);
  const reversed = all.slice(0, end.count).reverse().join("");
  return { text: `${start.text}…${reversed}`, width: start.width + 1 + end.width };
}

/** As many characters as fit into the width. */
function take(all: readonly string[], width: number): Cell & { readonly count: number } {
  let taken = 0;
  let count = 0;
  for (const character of all) {
    const next = taken + widthOf(character);
    if (next > width) break;
    taken = next;
    count += 1;
  }
  return { text: all.slice(0, count).join(""), width: taken, count };
}

const segmenter = new Intl.Segmenter();

/** As readers count them: a letter with its accents is one. */
function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
