/** Front matter: YAML between `---`, TOML between `+++`, or a JSON object at the top (Hugo). */
import { boolCoreTag, FAILSAFE_SCHEMA, load, mergeTag, nullCoreTag, YAMLException } from "js-yaml";
import { parse as parseToml, TomlError } from "smol-toml";
import type { Fault } from "../../errors.ts";
import { isPlainObject, type RawFields } from "../record.ts";
import { endOfValue, jsonFault } from "./json-text.ts";

export interface FrontMatter {
  readonly fields: RawFields;
  readonly body: string;
  readonly lineOf: (field: string) => number | undefined;
}

type Syntax = "yaml" | "toml" | "json";

/** Numbers stay as they are written: the title `2.10` is not 2.1, nor is `007` 7. */
const YAML_SCHEMA = FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag, mergeTag);

const OPENING = /^(---|\+\+\+)[ \t]*([a-z]*)[ \t]*\n/i;
const SYNTAX_NAMES: ReadonlyMap<string, Syntax> = new Map([
  ["---", "yaml"],
  ["---yaml", "yaml"],
  ["---yml", "yaml"],
  ["---toml", "toml"],
  ["---json", "json"],
  ["+++", "toml"],
  ["+++toml", "toml"],
]);

/** Blank lines and comments, then something that looks like a field. */
const FIELD_AHEAD = /^(?:[ \t]*(?:#[^\n]*)?\n)*["']?[\w-]+["']?[ \t]*[:=]/;

/** Splits a file into fields and body; a file without front matter is all body. */
export function readFrontMatter(text: string): FrontMatter | Fault {
  const whole = { fields: {}, body: text, lineOf: () => undefined };
  // Hugo passes over blank lines above the front matter; overlooking it could publish a draft.
  const top = /^\s*/.exec(text)?.[0] ?? "";
  const source = text.slice(top.length);
  const linesAbove = top.split("\n").length - 1;
  if (/^\{\s*["}]/.test(source)) return readJsonBlock(source, linesAbove) ?? whole;
  const opening = OPENING.exec(source);
  if (opening === null) return whole;
  const [first, fence = "", name = ""] = opening;
  const syntax = SYNTAX_NAMES.get(fence + name.toLowerCase());
  if (syntax === undefined) {
    const reason = `front matter in "${name}" is not read, and never executed`;
    return { line: linesAbove + 1, reason, remedy: "write it in YAML, TOML or JSON" };
  }
  const rest = source.slice(first.length);
  const end = rest.search(fence === "+++" ? /^\+\+\+[ \t]*$/m : /^(?:---|\.\.\.)[ \t]*$/m);
  if (end < 0) {
    // A lone "---" may be a Markdown rule; with a field behind it, it is front matter left open.
    if (!FIELD_AHEAD.test(rest)) return whole;
    const reason = "front matter is not closed";
    return { line: linesAbove + 1, reason, remedy: `end it with a line "${fence}"` };
  }
  const lineEnd = rest.indexOf("\n", end);
  const body = lineEnd < 0 ? "" : rest.slice(lineEnd + 1);
  return parseBlock(rest.slice(0, end), syntax, linesAbove + 1, body) ?? whole;
}

/** JSON front matter has no fences: it ends with the brace that closes the object. */
function readJsonBlock(source: string, linesAbove: number): FrontMatter | Fault | undefined {
  const end = endOfValue(source);
  if (end !== undefined) {
    const body = source.slice(end).replace(/^[ \t]*\n/, "");
    return parseBlock(source.slice(0, end), "json", linesAbove, body);
  }
  if (!/^\{\s*"[^"\n]*"\s*:/.test(source)) return undefined;
  // Without its end nobody can tell fields from story: the fault is at the first bad token.
  const { line, reason } = jsonFault(source);
  return { line: line + linesAbove, reason: `bad JSON: ${reason}`, remedy: remedyFor("json") };
}

/** Undefined where the block holds prose: a text that only began with a rule. */
function parseBlock(
  block: string,
  syntax: Syntax,
  linesBefore: number,
  body: string,
): FrontMatter | Fault | undefined {
  const parsed = parseFields(block, syntax, linesBefore);
  if ("fault" in parsed) return parsed.fault;
  const fields = parsed.value ?? {};
  if (typeof fields === "string") return undefined;
  if (!isPlainObject(fields)) {
    const reason = "front matter is no list of fields";
    return { line: 1 + linesBefore, reason, remedy: 'write "name: value" lines' };
  }
  return { fields, body, lineOf: (field) => lineOfField(block, field, linesBefore) };
}

type Parsed = { readonly value: unknown } | { readonly fault: Fault };

function parseFields(block: string, syntax: Syntax, linesBefore: number): Parsed {
  // The YAML parser takes an empty document for a fault.
  if (block.split("\n").every((line) => /^\s*(?:#|$)/.test(line))) return { value: {} };
  try {
    if (syntax === "yaml") return { value: load(block, { schema: YAML_SCHEMA }) };
    if (syntax === "toml") return { value: parseToml(block) };
    return { value: JSON.parse(block) };
  } catch (error) {
    const remedy = remedyFor(syntax);
    if (error instanceof YAMLException) {
      const line = (error.mark?.line ?? 0) + 1 + linesBefore;
      return { fault: { line, reason: `bad YAML: ${error.reason}`, remedy } };
    }
    if (error instanceof TomlError) {
      const [said = ""] = error.message.split("\n", 1);
      const reason = `bad TOML: ${said.replace(/^Invalid TOML document: /, "")}`;
      return { fault: { line: error.line + linesBefore, reason, remedy } };
    }
    if (error instanceof SyntaxError) {
      const { line, reason } = jsonFault(block);
      return { fault: { line: line + linesBefore, reason: `bad JSON: ${reason}`, remedy } };
    }
    throw error;
  }
}

function remedyFor(syntax: Syntax): string {
  return `correct the ${syntax.toUpperCase()}; quote values that hold ":" or "#"`;
}

/** Only asked for when a message needs it, so a search costs less than keeping every position. */
function lineOfField(block: string, field: string, linesBefore: number): number | undefined {
  const escaped = field.replace(/[^\w\s]/g, "\\$&");
  const at = block.search(new RegExp(`^[ \\t]*["']?${escaped}["']?[ \\t]*[:=]`, "m"));
  return at < 0 ? undefined : block.slice(0, at).split("\n").length + linesBefore;
}
