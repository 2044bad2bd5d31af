import path from "node:path";
import { defineConfig } from "vitest/config";

/** What takes too long for every change; `npm run test:soak`. */
// biome-ignore lint/style/noDefaultExport: vitest asks for one.
export default defineConfig({
  test: {
    root: path.resolve(import.meta.dirname, "../.."),
    include: ["tests/soak/*.soak.ts"],
    globalSetup: ["tests/compile.ts"],
    testTimeout: 3_600_000,
    env: { TZ: "UTC" },
  },
});
