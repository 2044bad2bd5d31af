import { expect, it } from "vitest";
import { disturb } from "../run/watch/disturbed-folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it.each([
  [1, false],
  [2, true],
  [3, false],
  [4, true],
])(
  "a watched folder, disturbed at random with seed %i, keeps nothing back",
  async (seed, hasLinks) => {
    const disturbance = { rounds: 500, seed, hasLinks };
    const { missed, bursts, named, operations } = await disturb(temporaryFolder(), disturbance);
    console.info(`${operations} operations, ${bursts} bursts, ${named} of them of named files`);
    expect(missed).toEqual([]);
  },
);
