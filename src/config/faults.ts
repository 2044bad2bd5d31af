/** What the schema refuses, in words an editor can act on: place, reason, remedy. */
import type { BaseIssue } from "valibot";
import type { Problem } from "../errors.ts";

interface FilePlace {
  /** As messages name it. */
  readonly file: string;
  /** The line of a key, given as its path; undefined where nobody knows. */
  readonly lineOf: (keys: readonly string[]) => number | undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text, in quotes where it looks like a number",
  number: "a number",
  Array: "a list",
  Object: "a block of keys",
};

/** One problem for each issue, and for unknown keys the known ones. */
export function problemsOfIssues(
  issues: readonly BaseIssue<unknown>[],
  schema: unknown,
  place: FilePlace,
): readonly Problem[] {
  return issues.map((issue) => problemOf(innermost(issue), schema, place));
}

/** Of a value that fits none of several shapes, the fault of the shape it is nearest to. */
function innermost(issue: BaseIssue<unknown>): BaseIssue<unknown> {
  const inner = issue.issues?.find((other) => other.path !== undefined || other.kind !== "schema");
  if (inner === undefined) return issue;
  const path = [...(issue.path ?? []), ...(inner.path ?? [])];
  const [first, ...rest] = path;
  return innermost(first === undefined ? inner : { ...inner, path: [first, ...rest] });
}

function problemOf(issue: BaseIssue<unknown>, schema: unknown, place: FilePlace): Problem {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const line = place.lineOf(keys);
  const field = keys.length === 0 ? {} : { field: keys.join(".") };
  const at = { file: place.file, ...(line === undefined ? {} : { line }), ...field };
  const [said = "", remedy] = issue.message.split("; ");
  // Our own messages give the remedy behind a semicolon.
  if (remedy !== undefined) return { ...at, reason: `${shown(issue)} ${said}`, remedy };
  if (issue.expected === "never") return { ...at, ...unknownKey(keys, schema) };
  if (keys.length === 0) {
    const reason = "holds no keys";
    return { ...at, reason, remedy: "write at least site: { title: …, url: … }" };
  }
  if (issue.received === "undefined") {
    return { ...at, reason: "is missing", remedy: `add ${keys.at(-1) ?? "it"}` };
  }
  const wanted = expectation(issue.expected);
  return { ...at, reason: `${shown(issue)} is not what is expected`, remedy: `write ${wanted}` };
}

function shown(issue: BaseIssue<unknown>): string {
  return issue.received.length > 60 ? `${issue.received.slice(0, 60)}…` : issue.received;
}

/** `("rss" | "atom")`, `string`, `Array` in the words of a person. */
function expectation(expected: string | null): string {
  const parts = (expected ?? "").replace(/[()]/g, "").split(" | ");
  return [...new Set(parts.map((part) => KINDS[part] ?? part))].join(", or ") || "something else";
}

function unknownKey(keys: readonly string[], schema: unknown): Pick<Problem, "reason" | "remedy"> {
  const known = knownKeys(schema, keys.slice(0, -1));
  const written = keys.at(-1) ?? "";
  const meant = known.find((key) => isNear(key.toLowerCase(), written.toLowerCase()));
  const list = known.length === 0 ? "" : `; known are ${known.join(", ")}`;
  const remedy = meant === undefined ? `take it away${list}` : `did you mean "${meant}"?`;
  return { reason: "no such key", remedy };
}

/** The keys that the schema knows at a path: through options, records and unions. */
function knownKeys(schema: unknown, path: readonly string[]): readonly string[] {
  const entries = partOf(schema, "entries");
  if (entries !== undefined) {
    const [first, ...rest] = path;
    if (first === undefined) return Object.keys(entries);
    return Object.hasOwn(entries, first) ? knownKeys(partOf(entries, first), rest) : [];
  }
  const wrapped = partOf(schema, "wrapped");
  if (wrapped !== undefined) return knownKeys(wrapped, path);
  const value = partOf(schema, "value");
  if (value !== undefined) return knownKeys(value, path.slice(1));
  const parts = [partOf(schema, "options") ?? [], partOf(schema, "pipe") ?? []].flat();
  return parts.flatMap((part) => knownKeys(part, path));
}

function partOf(value: unknown, name: string): object | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const part: unknown = Reflect.get(value, name);
  return typeof part === "object" && part !== null ? part : undefined;
}

/** One letter too many, too few, wrong, or two swapped; or the plural. */
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one.length < 3) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [
    one.slice(start, one.length - end),
    other.slice(start, other.length - end),
  ];
  const isSwapped = left.length === 2 && left === [...right].reverse().join("");
  return (left.length <= 1 && right.length <= 1) || isSwapped;
}
