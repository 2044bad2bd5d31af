import { expect, it } from "vitest";
import { killBuilds } from "../publish/kill-loop.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it("is whole at every moment of 500 builds that are killed at random", async () => {
  const loop = { builds: 500, documents: 150, killsBetween: 10 };
  expect(await killBuilds(temporaryFolder(), loop)).toBeGreaterThan(100);
});
