/** A module that was read before is read as it is now, with what it imports. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { importAgain } from "../../src/config/import-again.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it.each([
  ["a.mjs", "dep.mjs", 'import { x } from "./dep.mjs"; await 0; export default { n: N, x };'],
  ["b.cjs", "dep.cjs", 'module.exports = { n: N, x: require("./dep.cjs").x };'],
  ["c.ts", "dep.ts", 'import { x } from "./dep.ts"; const n: number = N; export default { n, x };'],
])("%s", async (name, dependency, text) => {
  const folder = temporaryFolder();
  for (const n of [1, 2]) {
    const write = (file: string, to: string) => writeFileSync(path.join(folder, file), to);
    write(name, text.replace("N", String(n)));
    write(dependency, dependency.endsWith(".cjs") ? `exports.x = ${n};` : `export const x = ${n};`);
    expect(await importAgain(path.join(folder, name))).toEqual({ n, x: n });
  }
});

it.each([
  ["throws", 'throw new Error("no such desk");', "no such desk"],
  ["is cut short", "export default {", "Unexpected end of input"],
  ["exports a function", "export default () => ({});", "it exports what is no data"],
  ["leaves", "process.exit(3);", "it exported nothing"],
])("refuses one that %s", async (_, text, words) => {
  const folder = temporaryFolder({ "a.mjs": text });
  await expect(importAgain(path.join(folder, "a.mjs"))).rejects.toThrow(words);
});

it("gives nothing where nothing is exported, and does not wait for timers", async () => {
  const folder = temporaryFolder({ "a.mjs": "setInterval(() => undefined, 1000);" });
  expect(await importAgain(path.join(folder, "a.mjs"))).toBeUndefined();
});
