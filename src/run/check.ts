/** `feedwright check`: what is wrong with documents, ours or anybody's. */
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { encodedPath } from "../articles/addresses.ts";
import { checkDocument } from "../checks/check-document.ts";
import { type Finding, MAX_DOCUMENT_BYTES, tooLarge } from "../checks/rule.ts";
import type { Config } from "../config/config.ts";
import { readConfig } from "../config/config-file.ts";
import { OperationalError } from "../errors.ts";
import { formats } from "../formats/formats.ts";
import type { CommandOptions, Terminal } from "./command.ts";
import { counted } from "./report.ts";
import { escapedCommands, jsonText } from "./terminal-text.ts";

/** A document to be checked. */
interface Candidate {
  /** As messages name it. */
  readonly name: string;
  readonly file: string;
  /** Where the document is published; known for our own. */
  readonly address?: string;
}

interface CheckedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** Files beyond this are not even read: only their size is told. */
const MOST_BYTES = 4 * MAX_DOCUMENT_BYTES;

/**
 * @param options `files`: documents, and folders with documents; none: the output folder.
 * @returns 0, or 1 where there are errors; warnings alone give 0.
 * @throws OperationalError where a file cannot be read, or there is none.
 */
export async function runCheck(options: CommandOptions, terminal: Terminal): Promise<number> {
  const folder = process.cwd();
  const candidates =
    options.files.length > 0
      ? options.files.flatMap((name) => candidatesOf(name, path.resolve(folder, name)))
      : ownDocuments(await readConfig(options.config, folder), folder);
  if (candidates.length === 0) {
    const message = "There is no document to check.";
    throw new OperationalError("NOTHING_TO_CHECK", message, "Run feedwright build, or name files.");
  }
  const nowMs = Date.now();
  const checked = candidates.map((candidate) => checkFile(candidate, nowMs));
  printChecks(checked, options, terminal);
  return checked.some(({ findings }) => findings.some(isError)) ? 1 : 0;
}

function isError({ level }: Finding): boolean {
  return level === "error";
}

function candidatesOf(name: string, file: string): readonly Candidate[] {
  const stats = statsOf(file, name);
  if (stats.isFile()) return [{ name, file }];
  if (!stats.isDirectory()) {
    const message = `${name} is neither a file nor a folder.`;
    throw new OperationalError("FILE_UNREADABLE", message, "Name files that are there.");
  }
  return documentsBelow(file).map((below) => ({
    name: path.join(name, below),
    file: path.join(file, below),
  }));
}

function ownDocuments(config: Config, folder: string): readonly Candidate[] {
  const shown = path.relative(folder, config.output) || ".";
  statsOf(config.output, shown);
  return documentsBelow(config.output).map((below) => {
    const file = path.join(config.output, below);
    const address = new URL(encodedPath(below.replaceAll(path.sep, "/")), config.feedsUrl).href;
    return { name: path.join(shown, below), file, address };
  });
}

/** They stand beside feeds, and are none. */
const NO_FEEDS = /\.(?:chapters\.json|transcript\.json|news\.xml)$/;

/** Files with the endings of our formats; hidden ones are our own book-keeping. */
function documentsBelow(folder: string): readonly string[] {
  const feeds = formats.filter(({ mediaType }) => mediaType !== "text/html");
  const endings = new Set(feeds.map(({ extension }) => `.${extension}`)).add(".xml");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => endings.has(path.extname(file).toLowerCase()) && !NO_FEEDS.test(file))
    .sort();
}

function statsOf(file: string, name: string): Stats {
  return orRefuse(name, () => statSync(file));
}

function orRefuse<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const { code = "" } = cause as NodeJS.ErrnoException;
    const message = `${name} cannot be read (${code}).`;
    throw new OperationalError("FILE_UNREADABLE", message, "Name files that are there.", cause);
  }
}

function checkFile({ name, file, address }: Candidate, nowMs: number): CheckedFile {
  const { size } = statsOf(file, name);
  if (size > MOST_BYTES) {
    const rule = /\.json$/i.test(file) ? "json/size" : "xml/size";
    return { file: name, findings: [{ rule, level: "error", ...tooLarge(size) }] };
  }
  const bytes = orRefuse(name, () => readFileSync(file));
  const known = address === undefined ? {} : { address };
  return { file: name, findings: checkDocument(bytes, { nowMs, ...known }) };
}

/** `feeds/all.rss:12 rss/guid-unique error an earlier item has "x" — give each item its own` */
function printChecks(
  checked: readonly CheckedFile[],
  options: CommandOptions,
  terminal: Terminal,
): void {
  const all = checked.flatMap(({ findings }) => findings);
  const errors = all.filter(isError).length;
  const warnings = all.length - errors;
  if (options.json) {
    terminal.out(jsonText({ files: checked, errors, warnings }));
    return;
  }
  for (const { file, findings } of checked) {
    for (const finding of findings) {
      if (!options.quiet || isError(finding)) terminal.out(`${lineOf(file, finding)}\n`);
    }
  }
  if (options.quiet) return;
  const counts = `${counted(errors, "error")}, ${counted(warnings, "warning")}`;
  terminal.out(`${counted(checked.length, "document")}: ${counts}\n`);
}

function lineOf(file: string, { rule, level, line, path: place, reason, remedy }: Finding): string {
  const where = line === undefined ? file : `${file}:${line}`;
  const what = line === undefined && place !== undefined ? `${place}: ${reason}` : reason;
  const text = `${where} ${rule} ${level} ${what} — ${remedy}`;
  return escapedCommands(text).replace(/[\0-\x1f]/g, " ");
}
