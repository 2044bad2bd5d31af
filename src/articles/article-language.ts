/** The language of an article: its field, its path, or that of the site. */
import type { Fault } from "../errors.ts";
import { textOf } from "./field-values.ts";
import type { Fields } from "./fields.ts";
import type { PathFacts } from "./record-path.ts";

/** @param site where the record says nothing that can be read. */
export function readLanguage(
  fields: Fields,
  path: PathFacts,
  site: { readonly language: string },
): { readonly tag: string; readonly warnings: readonly Fault[] } {
  const field = fields.get("language");
  const fallback = path.language ?? site.language;
  if (field === undefined) return { tag: fallback, warnings: [] };
  const tag = (textOf(field.value) ?? "").replace(/_/g, "-").replace(/\..*$/, "");
  try {
    return { tag: new Intl.Locale(tag).baseName, warnings: [] };
  } catch {
    const line = fields.lineOf(field.name);
    const fault = {
      field: field.name,
      reason: `"${tag.slice(0, 60)}" is no language`,
      remedy: 'write a tag like "id"',
    };
    return { tag: fallback, warnings: [{ ...fault, ...(line === undefined ? {} : { line }) }] };
  }
}
