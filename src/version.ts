/** The version of this program. */
import { readFileSync } from "node:fs";

/** As `package.json` has it, which lies above `src/` and above `dist/` alike. */
export function version(): string {
  const file = new URL("../package.json", import.meta.url);
  const manifest: { version: string } = JSON.parse(readFileSync(file, "utf8"));
  return manifest.version;
}
