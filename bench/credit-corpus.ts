/** Reads the tables of credit lines and says how many are read right, and how fast. */
import { type CreditWhere, readCreditLine } from "../src/articles/credits/credit-line.ts";
import {
  captionCases,
  creditCases,
  proseCases,
  readCase,
} from "../tests/articles/credits/cases.ts";

const PLACES: readonly (readonly [CreditWhere, string])[] = [
  ["lone-line", "lines of text"],
  ["caption", "captions"],
  ["credit-element", "elements for credits"],
];
const ROUNDS = 5;

const right = creditCases.filter((one) => {
  const read = readCase(one);
  // A credit left in its caption on purpose is one that was not found.
  return one.expected["none"] === undefined && sameFields(read, one.expected);
});
// The headings that name no language: lines of the field, lines alike.
const languages = new Set(
  creditCases.map(({ language }) => language).filter((name) => /^[a-z]{2}(?:-|$)/.test(name)),
);

print(`${creditCases.length} credits in ${languages.size} languages`);
for (const [where, name] of PLACES) {
  const all = creditCases.filter((one) => one.where === where);
  print(`  ${name}: ${share(right.filter((one) => one.where === where).length, all.length)}`);
}
print(`  all: ${share(right.length, creditCases.length)} read in every field`);

const innocent = [...proseCases, ...captionCases];
const accused = innocent.filter(({ text, where }) => readCreditLine(text, where) !== undefined);
print(`${innocent.length} lines and captions without a credit`);
print(`  left alone: ${share(innocent.length - accused.length, innocent.length)}`);
for (const { language, text } of accused) print(`  taken for a credit (${language}): ${text}`);
print(`${Math.round(microsecondsALine())} µs a line`);

if (accused.length > 0) process.exitCode = 1;

function sameFields(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

/** Of all tables together, the fastest of a few rounds. */
function microsecondsALine(): number {
  const lines = [...creditCases, ...innocent.map(({ text, where }) => ({ line: text, where }))];
  const rounds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (const { line, where } of lines) readCreditLine(line, where);
    return performance.now() - started;
  });
  return (Math.min(...rounds) * 1000) / lines.length;
}

function share(count: number, all: number): string {
  const percent = (count * 100) / all;
  const shown = count < all ? Math.min(percent, 99.9) : percent;
  return `${count} of ${all}, ${shown.toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
