/** Items that outlive a run. */
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/feeds/feed.ts";
import { openHeldItems } from "../../src/feeds/held-items.ts";

const item = (title: string, characters: number): Item => {
  const date = new Date(0);
  return { title, link: "https://site.example/", date, content: "x".repeat(characters) };
};

describe("held items", () => {
  it("let go of what was asked for least lately, once there is too much", () => {
    const held = openHeldItems(40_000);
    for (const name of ["a", "b", "c"]) held.hold(name, item(name, 2_000));
    expect(held.get("a")?.title).toBe("a");
    held.hold("d", item("d", 2_000));
    held.hold("e", item("e", 2_000));
    const kept = ["a", "b", "c", "d", "e"].filter((name) => held.get(name) !== undefined);
    expect(kept).toEqual(["a", "c", "d", "e"]);
  });

  it("take the place of those with the same name, and hold none that is too large", () => {
    const held = openHeldItems(40_000);
    for (let times = 0; times < 100; times += 1) held.hold("a", item(`a${times}`, 2_000));
    held.hold("b", item("b", 2_000));
    expect(held.get("a")?.title).toBe("a99");
    held.hold("huge", item("huge", 1_000_000));
    expect(held.get("huge")).toBeUndefined();
  });
});
