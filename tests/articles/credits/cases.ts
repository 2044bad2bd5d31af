/** Reads the tables of cases: one case a line, `#` comments, `## xx` the language. */
import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "cases");

export interface CaseLine {
  readonly language: string;
  readonly text: string;
}

export function readCaseLines(file: string): readonly CaseLine[] {
  const cases: CaseLine[] = [];
  let language = "";
  for (const text of readFileSync(path.join(folder, file), "utf8").split("\n")) {
    if (text.startsWith("## ")) language = text.slice(3);
    else if (text !== "" && !text.startsWith("# ")) cases.push({ language, text });
  }
  return cases;
}

/** `by A + B | from X` as an object of its fields, in the words of the table. */
export function readFields(text: string): Readonly<Record<string, string>> {
  const fields = text.split(/ \| (?=(?:by|from|notice|caption|role|line) )/).map((field) => {
    const [name = "", ...words] = field.split(" ");
    return [name, words.join(" ")] as const;
  });
  return Object.fromEntries(fields);
}
