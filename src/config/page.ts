/** The `page` block: what a site owner changes about the HTML pages of feeds. */
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";
import { errorCode, OperationalError } from "../errors.ts";
import { words } from "./values.ts";

const COLOUR = 'is no colour; write it like "#8c1d18"';

export const pageSchema = v.strictObject({
  /** Of links, labels and rules: `#rgb` or `#rrggbb`. */
  accent: v.optional(
    v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^#(?:[\da-f]{3}){1,2}$/, COLOUR)),
  ),
  /** Of the site, in the first line of each page: a path on the site, or an address. */
  logo: v.optional(words),
  /** A file with rules that come after ours. */
  css: v.optional(words),
  /** A file with the frame of every page. */
  template: v.optional(words),
});

/** The block, and once `readPageFiles` has seen it, what stands in the files that it names. */
export interface PageConfig extends v.InferOutput<typeof pageSchema> {
  readonly cssText?: string;
  readonly templateText?: string;
}

interface Paged {
  readonly folder: string;
  readonly page?: PageConfig | undefined;
}

/** The files that the block names, absolute: whoever watches a site watches them, too. */
export function pageFiles({ folder, page }: Paged): readonly string[] {
  const named = [page?.css, page?.template].filter((name) => name !== undefined);
  return named.map((name) => path.resolve(folder, name));
}

/** What a template is made of; `{{head}}` and `{{main}}` have to be there. */
const TEMPLATE_SLOTS = ["lang", "dir", "title", "head", "header", "main", "footer"] as const;

const PARTS = ["head", "header", "main", "footer"];

/** A page is read by phones on bad lines. */
const MOST_BYTES = 256 * 1024;

/**
 * Puts the texts of the files beside their names, so that a change of one is a change of the
 * configuration.
 *
 * @throws OperationalError CONFIG_INVALID where one cannot be read, or is no template.
 */
export function readPageFiles<Config extends Paged>(config: Config): Config {
  const { page, folder } = config;
  if (page?.css === undefined && page?.template === undefined) return config;
  const textOf = (key: "css" | "template") => {
    const name = page[key];
    return name === undefined ? undefined : readText(path.resolve(folder, name), key, name);
  };
  const cssText = textOf("css");
  const templateText = textOf("template");
  const fault = templateText === undefined ? undefined : faultOfTemplate(templateText);
  if (fault !== undefined) throw invalid("template", page.template ?? "", fault);
  const texts = {
    ...(cssText === undefined ? {} : { cssText }),
    ...(templateText === undefined ? {} : { templateText }),
  };
  return { ...config, page: { ...page, ...texts } };
}

function readText(file: string, key: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw invalid(key, name, `cannot be read (${errorCode(cause) ?? "unknown"})`);
  }
  if (bytes.length > MOST_BYTES) throw invalid(key, name, `is larger than ${MOST_BYTES} bytes`);
  if (!isUtf8(bytes)) throw invalid(key, name, "is not valid UTF-8");
  return bytes.toString().replace(/^\ufeff/, "");
}

/** Why a text cannot be the frame of a page, or undefined. */
export function faultOfTemplate(text: string): string | undefined {
  const slots: readonly string[] = TEMPLATE_SLOTS;
  const used = [...text.matchAll(/\{\{([^{}]{0,40})\}\}/g)].map(([, name = ""]) => name.trim());
  const unknown = used.find((name) => !slots.includes(name));
  if (unknown !== undefined) return `holds {{${unknown}}}, which stands for nothing`;
  const missing = ["head", "main"].find((name) => !used.includes(name));
  if (missing !== undefined) return `lacks {{${missing}}}`;
  // They hold what a page may have once: a title, places to lead to.
  const repeated = PARTS.find((name) => used.indexOf(name) !== used.lastIndexOf(name));
  if (repeated !== undefined) return `holds {{${repeated}}} more than once`;
  if (!/^\s*<!doctype html>/i.test(text)) return "does not begin with <!doctype html>";
  return /<\/html>\s*$/i.test(text) ? undefined : "does not end with </html>";
}

function invalid(key: string, name: string, reason: string): OperationalError {
  const slots = TEMPLATE_SLOTS.map((slot) => `{{${slot}}}`).join(", ");
  const remedy =
    key === "template"
      ? `A template is an HTML page with ${slots}: see docs/pages.md.`
      : "Check the path, and who may read it.";
  return new OperationalError("CONFIG_INVALID", `page.${key}: ${name} ${reason}.`, remedy);
}
