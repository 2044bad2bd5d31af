/** One run that publishes into a folder, and what there is afterwards. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { OperationalError } from "../../src/errors.ts";
import { type FolderOptions, openFolder } from "../../src/publish/folder.ts";

export interface OneRun extends FolderOptions {
  readonly kept?: readonly string[];
  readonly articles?: number;
}

/** Publishes these documents, texts by path; gives what was written and what was taken away. */
export async function publishOnce(
  folder: string,
  documents: Readonly<Record<string, string>>,
  { kept = [], articles, ...options }: OneRun = {},
) {
  const output = openFolder(folder, options);
  try {
    for (const [name, text] of Object.entries(documents)) {
      await output.publish({ path: name, bytes: Buffer.from(text) });
    }
    for (const name of kept) output.keep(name);
    const finished = await output.finish({ archives: new Map(), articles });
    return { ...finished, written: [...finished.written].sort() };
  } finally {
    await output.close();
  }
}

/** Every file below a folder, sorted. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !statSync(path.join(folder, name)).isDirectory())
    .sort();
}

/** The code of the operational error that an act ends with. */
export async function refusalOf(act: () => unknown): Promise<string | undefined> {
  return (await errorOf(act))?.code;
}

export async function errorOf(act: () => unknown): Promise<OperationalError | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(OperationalError);
    return error instanceof OperationalError ? error : undefined;
  }
}
