import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { killBuilds } from "./kill-loop.ts";

it("is whole at every moment, whenever builds are killed", { timeout: 120_000 }, async () => {
  const loop = { builds: 25, documents: 70, killsBetween: 6 };
  expect(await killBuilds(temporaryFolder(), loop)).toBeGreaterThan(4);
});
