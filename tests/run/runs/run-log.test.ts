/** Lines of a process that stays, for people and for programs. */
import { describe, expect, it } from "vitest";
import { openRunLog } from "../../../src/run/runs/run-log.ts";

function heard(format: "json" | "pretty" | undefined, isQuiet = false) {
  const lines: string[] = [];
  return { log: openRunLog(format, { err: (text) => lines.push(text) }, { isQuiet }), lines };
}

const ERROR = { code: "LOCKED", message: "Another run.", remedy: "Wait." };

describe("a log for people", () => {
  it.each<[string, Record<string, unknown> | undefined, string]>([
    ["leaving", undefined, "leaving"],
    ["run", { message: "nothing changed", articles: 3 }, "nothing changed"],
    [
      "slots",
      { cron: "@hourly", next: ["a", "b"], jitter: 0 },
      "slots: cron=@hourly, next=a b, jitter=0",
    ],
    [
      "failed",
      { ...ERROR, retry: "10:00" },
      "failed: Another run. Wait., code=LOCKED, retry=10:00",
    ],
    [
      "x",
      { message: "one\n  two\tthree \u001b[31mred\u009b \u202eevil" },
      "one | two three  [31mred\\u009b \\u202eevil",
    ],
    ["x", { none: undefined, empty: "" }, "x"],
  ])("%s %j", (event, fields, words) => {
    const { log, lines } = heard("pretty");
    log.info(event, fields);
    expect(lines).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ .*\n$/)]);
    expect(lines[0]?.slice(21)).toBe(`${words}\n`);
  });

  it("survives what JSON cannot hold", () => {
    const { log, lines } = heard("pretty");
    log.info("x", { big: 3n, list: [1n] });
    expect(lines[0]).toMatch(/Z x: big=3, list=1\n$/);
  });

  it("marks what is wrong, and is bounded", () => {
    const { log, lines } = heard(undefined);
    log.warn("hub", { message: "hub: gone" });
    log.error("x", { message: "y".repeat(1_000_000) });
    expect(lines[0]).toMatch(/Z warning: hub: gone\n$/);
    expect(lines[1]?.length).toBeLessThan(20_000);
  });
});

describe("a log for programs", () => {
  it("is a JSON object a line", () => {
    const { log, lines } = heard("json");
    log.info("run", {
      message: "nothing\nchanged\u009b\u202e",
      articles: 3,
      level: "mine",
      pid: 1,
    });
    log.error("failed", ERROR);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\{[^\n\u0080-\u009f\u202a-\u202e]*\}\n$/);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      ...{ level: "info", time: expect.stringMatching(/Z$/), event: "run", articles: 3 },
      ...{ message: "nothing\nchanged\u009b\u202e", level_: "mine", pid: process.pid, pid_: 1 },
    });
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ level: "error", event: "failed", ...ERROR });
  });

  it("survives what JSON cannot hold", () => {
    const { log, lines } = heard("json");
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    log.warn("x", { circle, big: 3n, set: new Set([1]) });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ event: "x" });
  });
});

it("says only what is wrong where it is quiet", () => {
  const { log, lines } = heard("pretty", true);
  log.info("run");
  log.warn("hub");
  expect(lines).toHaveLength(1);
});
