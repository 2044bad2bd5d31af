/** The forms of records by the endings of their files' names; `records/` reads them. */

export type FormName = "markdown" | "html" | "text" | "json" | "ndjson";

export interface RecordForm {
  readonly name: FormName;
  readonly endings: readonly string[];
  /** Larger files are set aside: no single article is so long, and nobody's memory is without end. */
  readonly maxBytes: number;
}

const MIB = 1024 * 1024;

const forms: readonly RecordForm[] = [
  {
    ...{ name: "markdown", maxBytes: 4 * MIB },
    endings: ["md", "markdown", "mdx", "mdown", "mkd", "mkdn"],
  },
  { name: "html", endings: ["html", "htm", "xhtml"], maxBytes: 4 * MIB },
  { name: "text", endings: ["txt", "text"], maxBytes: 4 * MIB },
  { name: "json", endings: ["json"], maxBytes: 32 * MIB },
  { name: "ndjson", endings: ["ndjson", "jsonl"], maxBytes: 256 * MIB },
];

const byEnding = new Map(forms.flatMap((form) => form.endings.map((ending) => [ending, form])));

/** The form of a file by its name, or undefined where it is none of ours (a picture, a template). */
export function formOf(path: string): RecordForm | undefined {
  return byEnding.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}
