import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { detached } from "../../src/articles/detached.ts";

const MEGABYTE = 1024 * 1024;

describe("a detached value", () => {
  it.each<[unknown]>([
    [{ url: "https://x.example/ç?a=1&b=2", tags: ["a", ""], at: 1.5, isNew: false, none: null }],
    ["\u2028 \ud83d\ude00 \ud800"],
    [[]],
  ])("is the same: %j", (value) => {
    expect(detached(value)).toEqual(value);
  });

  it("shares nothing with what it was made of", () => {
    const value = { tags: ["a"] };
    const made = detached(value);
    value.tags.push("b");
    expect(made).toEqual({ tags: ["a"] });
  });

  it("does not keep the text alive that it was cut out of", () => {
    const cut = (at: number) => `${at} `.repeat(MEGABYTE / 2).slice(100, 200);
    const collect = collector();
    collect();
    const { heapUsed: before } = process.memoryUsage();
    const kept = Array.from({ length: 32 }, (_, at) => detached({ url: cut(at) }));
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(8 * MEGABYTE);
    expect(kept).toHaveLength(32);
  });
});

/** The engine's own collector, which programs see only where they ask for it. */
function collector(): () => unknown {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
