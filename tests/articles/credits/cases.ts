/** Reads the tables of cases: one case a line, `#` comments, `## xx` the language. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type CreditWhere, readCreditLine } from "../../../src/articles/credits/credit-line.ts";

const folder = path.resolve(import.meta.dirname, "cases");

interface CaseLine {
  readonly language: string;
  readonly text: string;
}

interface CreditLineCase {
  readonly language: string;
  readonly where: CreditWhere;
  readonly line: string;
  /** In the words of the table. */
  readonly expected: Readonly<Record<string, string>>;
}

function readCaseLines(file: string): readonly CaseLine[] {
  const cases: CaseLine[] = [];
  let language = "";
  for (const text of readFileSync(path.join(folder, file), "utf8").split("\n")) {
    if (text.startsWith("## ")) language = text.slice(3);
    else if (text !== "" && !text.startsWith("# ")) cases.push({ language, text });
  }
  return cases;
}

/** `by A + B | from X` as an object of its fields, in the words of the table. */
function readFields(text: string): Readonly<Record<string, string>> {
  const fields = text
    .split(/ \| (?=(?:by|from|notice|caption|role|line|licence) )/)
    .map((field) => {
      const [name = "", ...words] = field.split(" ");
      return [name, words.join(" ")] as const;
    });
  return Object.fromEntries(fields);
}

const PLACES: Readonly<Record<string, CreditWhere>> = {
  L: "lone-line",
  C: "caption",
  E: "credit-element",
};
export const WHERES = Object.values(PLACES);

/** Lines that hold a credit. */
export const creditCases: readonly CreditLineCase[] = readCaseLines("credits.txt").map(
  ({ language, text }) => {
    const at = text.lastIndexOf(" => ");
    const where = PLACES[text.charAt(0)];
    if (where === undefined || at < 0) throw new Error(`not a case: ${text}`);
    return { language, where, line: text.slice(2, at), expected: readFields(text.slice(at + 4)) };
  },
);

/** Lines that hold none. */
export const proseCases = readCaseLines("prose.txt").map((line) => ({
  ...line,
  where: "lone-line" as const,
}));
export const captionCases = readCaseLines("captions.txt").map((line) => ({
  ...line,
  where: "caption" as const,
}));

/** What was read, in the words of the table; the last three only where a case gives them. */
export function readCase({ line, where, expected }: CreditLineCase): Record<string, unknown> {
  const reading = readCreditLine(line, where);
  if (reading === undefined) return { none: "" };
  const { credit, caption } = reading;
  return {
    ...(credit.creators.length === 0 ? {} : { by: credit.creators.join(" + ") }),
    ...(credit.source === undefined ? {} : { from: credit.source }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit.role === undefined ? {} : { role: credit.role }),
    ...(expected["notice"] === undefined ? {} : { notice: credit.copyrightNotice }),
    ...(expected["line"] === undefined ? {} : { line: credit.creditLine }),
    ...(expected["licence"] === undefined ? {} : { licence: termsOf(credit.license) }),
  };
}

/** `by-sa/4.0` of the address of a licence. */
function termsOf(license: string | undefined): string | undefined {
  return license?.split("/").slice(-3, -1).join("/");
}
