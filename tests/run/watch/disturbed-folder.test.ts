import { expect, it } from "vitest";
import { temporaryFolder } from "../../temporary-folder.ts";
import { disturb } from "./disturbed-folder.ts";

it("tells of all that changes in a folder that is disturbed at random", async () => {
  const disturbance = { rounds: 60, seed: 7, hasLinks: false };
  const { missed, bursts, named } = await disturb(temporaryFolder(), disturbance);
  expect(missed).toEqual([]);
  expect(bursts).toBeGreaterThan(10);
  expect(named).toBeGreaterThan(3);
});
