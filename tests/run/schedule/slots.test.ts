/** Slots of a configuration, the runs before and after now, and how they are shown. */
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../../src/config/config.ts";
import { lastRunBefore, nextRuns, slotsOf } from "../../../src/run/schedule/slots.ts";
import { upcomingRuns } from "../../../src/run/schedule/upcoming.ts";

const SITE = { title: "T", url: "https://x.example/", timezone: "Asia/Jakarta" };

const slotsFor = (raw: Readonly<Record<string, unknown>>) =>
  slotsOf(checkConfig({ site: SITE, ...raw }, "/x/feedwright.config.yaml"));

describe("slotsOf", () => {
  it("has the site's, for all feeds, in its zone", () => {
    expect(slotsFor({ schedule: "@hourly" })).toEqual([
      {
        ...{ name: "", feeds: undefined, expressions: ["@hourly"] },
        ...{ timeZone: "Asia/Jakarta", jitterMs: 0 },
      },
    ]);
    expect(slotsFor({})).toEqual([]);
  });

  it("leaves a feed to its own slots", () => {
    const schedule = { cron: ["0 6 * * *", "0 6 * * *"], timezone: "Europe/Berlin", jitter: 30 };
    const slots = slotsFor({
      schedule: ["*/10 * * * *", "5 0 * * *"],
      feeds: { all: {}, tags: { each: "tag" }, digest: { schedule } },
    });
    expect(slots).toMatchObject([
      { name: "", feeds: new Set(["all", "tags"]), expressions: ["*/10 * * * *", "5 0 * * *"] },
      { name: "digest", feeds: new Set(["digest"]), expressions: ["0 6 * * *"], jitterMs: 30_000 },
    ]);
    expect(slots[1]?.timeZone).toBe("Europe/Berlin");
  });

  it("has none for a site whose feeds all have their own", () => {
    const slots = slotsFor({ schedule: "@daily", feeds: { all: { schedule: "@hourly" } } });
    expect(slots.map(({ name }) => name)).toEqual(["all"]);
  });
});

describe("nextRuns and lastRunBefore", () => {
  const at = (text: string) => Date.parse(text);
  const [slots] = slotsFor({ schedule: ["0 6 * * *", "0 12 * * *", "0 6,18 * * *"] });

  it("are those of all expressions, each once", () => {
    if (slots === undefined) throw new Error("no slots");
    expect(nextRuns(slots, at("2026-06-01T00:00Z"), 4)).toEqual([
      ...[at("2026-06-01T05:00Z"), at("2026-06-01T11:00Z")],
      ...[at("2026-06-01T23:00Z"), at("2026-06-02T05:00Z")],
    ]);
    expect(lastRunBefore(slots, at("2026-06-01T00:00Z"))).toBe(at("2026-05-31T23:00Z"));
    expect(lastRunBefore(slots, at("2026-06-01T05:00Z"))).toBe(at("2026-06-01T05:00Z"));
  });

  it.each([
    ["* * * * * *", "2026-06-01T00:00:00Z"],
    ["0 0 1 1 *", "2025-12-31T17:00:00Z"],
    ["0 0 29 2 *", "2024-02-28T17:00:00Z"],
  ])("looks back as far as it takes: %s", (schedule, expected) => {
    const [one] = slotsFor({ schedule });
    expect(one && lastRunBefore(one, at("2026-06-01T00:00:00Z"))).toBe(at(expected));
  });

  it("knows of none where there is none", () => {
    const [never] = slotsFor({ schedule: "0 0 L 2 mon#1" });
    expect(never && [nextRuns(never, 0, 3), lastRunBefore(never, 0)]).toEqual([[], undefined]);
  });
});

it("shows the next three runs of each expression in its zone", () => {
  const digest = { schedule: { cron: "30 2 * * *", timezone: "Europe/Berlin" } };
  const slots = slotsFor({ schedule: "0 0 1 * *", feeds: { all: {}, digest } });
  expect(upcomingRuns(slots, Date.parse("2026-10-24T12:00Z"))).toEqual([
    {
      ...{ cron: "0 0 1 * *", timezone: "Asia/Jakarta" },
      next: [
        ...["2026-11-01T00:00:00+07:00", "2026-12-01T00:00:00+07:00", "2027-01-01T00:00:00+07:00"],
      ],
    },
    {
      ...{ feed: "digest", cron: "30 2 * * *", timezone: "Europe/Berlin" },
      next: [
        ...["2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00", "2026-10-27T02:30:00+01:00"],
      ],
    },
  ]);
});
