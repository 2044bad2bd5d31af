/** Finds and reads the configuration file: YAML, JSON, or a module. */
import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { load, YAMLException } from "js-yaml";
import { jsonFault } from "../articles/records/json-text.ts";
import { errorCode, OperationalError } from "../errors.ts";
import { type Config, type ConfigFault, checkConfig } from "./config.ts";
import { readPageFiles } from "./page.ts";

const BASE_NAME = "feedwright.config";
const ENDINGS = [".ts", ".js", ".mjs", ".json", ".yaml", ".yml"];

export interface ReadOptions {
  /** Faults that only some commands look for. */
  readonly furtherFaults?: (config: Config) => readonly ConfigFault[];
  /** A module that was read before may have changed, and so may what it imports. */
  readonly isAgain?: boolean;
}

/**
 * Reads the configuration.
 *
 * @param file the file named with `--config`; otherwise `feedwright.config.*` in `folder`.
 * @throws OperationalError CONFIG_MISSING, CONFIG_UNREADABLE or CONFIG_INVALID.
 */
export async function readConfig(
  file: string | undefined,
  folder: string,
  { furtherFaults, isAgain = false }: ReadOptions = {},
): Promise<Config> {
  const found = configPath(file, folder);
  const shown = path.relative(folder, found) || found;
  if (/\.(?:[cm]?ts|[cm]?js)$/.test(found)) {
    const raw = await importModule(found, shown, isAgain);
    return readPageFiles(checkConfig(raw, found, () => undefined, shown, furtherFaults));
  }
  const text = readText(found, shown);
  const raw = found.endsWith(".json") ? parseJson(text, shown) : parseYaml(text, shown);
  const lineOf = (keys: readonly string[]) => lineOfKeys(text, keys);
  return readPageFiles(checkConfig(raw, found, lineOf, shown, furtherFaults));
}

/**
 * The absolute path of the configuration file.
 *
 * @throws OperationalError CONFIG_MISSING where none is named and none is found.
 */
export function configPath(file: string | undefined, folder: string): string {
  return file === undefined ? findConfig(folder) : path.resolve(folder, file);
}

function findConfig(folder: string): string {
  for (const ending of ENDINGS) {
    const candidate = path.join(folder, BASE_NAME + ending);
    if (existsSync(candidate)) return candidate;
  }
  throw new OperationalError(
    "CONFIG_MISSING",
    `There is no ${BASE_NAME}.{${ENDINGS.map((ending) => ending.slice(1)).join(",")}} here.`,
    "Write one (README.md shows the shortest), or name yours with --config FILE.",
  );
}

function readText(file: string, shown: string): string {
  const bytes = readBytes(file, shown);
  if (isUtf8(bytes)) return bytes.toString("utf8").replace(/^\ufeff/, "");
  const message = `${shown} is not valid UTF-8.`;
  throw new OperationalError("CONFIG_UNREADABLE", message, "Save the file as UTF-8.");
}

const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file"],
  ["EACCES", "this user may not read it"],
  ["EISDIR", "it is a folder"],
]);

function readBytes(file: string, shown: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const code = errorCode(cause) ?? "";
    const reason = UNREADABLE.get(code) ?? code;
    const message = `${shown} cannot be read: ${reason}.`;
    const remedy = "Check the path, and who may read it.";
    throw new OperationalError("CONFIG_UNREADABLE", message, remedy, cause);
  }
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { line, reason } = jsonFault(text);
    const message = `${shown}:${line}: bad JSON: ${reason}`;
    throw new OperationalError("CONFIG_INVALID", message, "Correct the file.", cause);
  }
}

function parseYaml(text: string, shown: string): unknown {
  // The parser takes an empty document for a fault; the schema says better what is missing.
  if (text.split("\n").every((line) => /^\s*(?:#|$)/.test(line))) return undefined;
  try {
    return load(text);
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const line = cause.mark === undefined ? "" : `:${cause.mark.line + 1}`;
    const message = `${shown}${line}: bad YAML: ${cause.reason}`;
    throw new OperationalError("CONFIG_INVALID", message, "Correct the file.", cause);
  }
}

async function importModule(file: string, shown: string, isAgain: boolean): Promise<unknown> {
  try {
    if (isAgain) return await (await import("./import-again.ts")).importAgain(file);
    if (/\.[cm]?ts$/.test(file)) {
      // Loaded late: only a TypeScript configuration needs a TypeScript loader on Node 20.
      const { createJiti } = await import("jiti");
      return await createJiti(import.meta.url).import(file, { default: true });
    }
    const module: { default?: unknown } = await import(pathToFileURL(file).href);
    return module.default;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const message = `${shown} cannot be loaded: ${detail}`;
    throw new OperationalError("CONFIG_UNREADABLE", message, "Correct the module.", cause);
  }
}

/** The line of a key: each key of the path is looked for behind the one before it. */
function lineOfKeys(text: string, keys: readonly string[]): number | undefined {
  let at = 0;
  for (const key of keys) {
    const escaped = key.replace(/[^\w\s]/g, "\\$&");
    const found = text.slice(at).search(new RegExp(`(?:^|[\\s{,])["']?${escaped}["']?\\s*:`, "m"));
    if (found < 0) break;
    // The match may begin with the line end before the key.
    at += found + 1;
  }
  return at === 0 && keys.length > 0 ? undefined : text.slice(0, at).split("\n").length;
}
