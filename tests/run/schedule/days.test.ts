/** A few of the simulated days that the soak lives through by thousands, without its kills. */
import { expect, it } from "vitest";
import { liveLane } from "../../soak/days/lane.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const DAYS = 4;

it("publishes in time through days of edits, embargoes, and clocks that are set", async () => {
  // Clocks go forward on the third day.
  const originMs = Date.parse("2027-03-12T00:00Z");
  const world = { zone: "America/New_York", seed: 7, originMs, days: DAYS };
  const lived = await liveLane(temporaryFolder(), world, () => new Promise(() => {}));
  expect(lived).toMatchObject({ days: DAYS, kills: 0, lateMs: 0 });
  expect(lived.releases).toBeGreaterThan(1);
  // Four of the site each day, and two of a feed.
  expect(lived.slots).toBeGreaterThan(DAYS * 4);
}, 60_000);
