// What no program can do without: node floor.mjs ARTICLES OUTPUT PLAN
// It lists the articles' folders and asks the size and time of each file; where the plan says so, it
// reads the named files once, and writes as many bytes as named into each named file. It renders nothing.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const [articlesFolder, output, planFile] = process.argv.slice(2);
let newestMs = 0;
for (const section of readdirSync(articlesFolder)) {
  const folder = path.join(articlesFolder, section);
  for (const name of readdirSync(folder)) {
    newestMs = Math.max(newestMs, statSync(path.join(folder, name)).mtimeMs);
  }
}
if (planFile !== undefined) {
  const { reads, writes } = JSON.parse(readFileSync(planFile, "utf8"));
  for (const file of reads) readFileSync(file);
  const bytes = Buffer.alloc(
    writes.reduce((most, { size }) => Math.max(most, size), 0),
    "text ",
  );
  for (const folder of new Set(writes.map(({ name }) => path.dirname(name)))) {
    mkdirSync(path.join(output, folder), { recursive: true });
  }
  for (const { name, size } of writes) {
    writeFileSync(path.join(output, name), bytes.subarray(0, size));
  }
}
