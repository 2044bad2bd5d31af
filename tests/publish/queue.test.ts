import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openQueue } from "../../src/publish/queue.ts";

describe("a queue", () => {
  it("never holds more pieces or bytes than it may, and loses none", async () => {
    const work = fc.record({ bytes: fc.nat({ max: 12 }), ticks: fc.nat({ max: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 30 }), fc.boolean(), async (all, inTurn) => {
        const queue = openQueue({ pieces: 3, bytes: 10 });
        const held: number[] = [];
        let done = 0;
        const entered = all.map(({ bytes, ticks }, at) => async () => {
          await queue.enter(`${at}`, bytes, async () => {
            held.push(bytes);
            const sum = held.reduce((one, other) => one + other, 0);
            expect(held.length === 1 || (held.length <= 3 && sum <= 10)).toBe(true);
            for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
            held.splice(held.indexOf(bytes), 1);
            done++;
          });
        });
        if (inTurn) for (const enter of entered) await enter();
        else await Promise.all(entered.map((enter) => enter()));
        await queue.settled();
        expect(done).toBe(all.length);
      }),
      { numRuns: 60 },
    );
  });

  it("does one work of a name after the other", async () => {
    const queue = openQueue({ pieces: 8, bytes: 8 });
    const told: string[] = [];
    for (const turn of ["first", "second"]) {
      await queue.enter("a.rss", 1, async () => {
        told.push(`${turn} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        told.push(`${turn} ends`);
      });
    }
    await queue.settled();
    expect(told).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  it("lets others get on while its caller computes", async () => {
    const queue = openQueue({ pieces: 8, bytes: 8 });
    let steps = 0;
    await queue.enter("a", 1, async () => {
      for (; steps < 3; steps++) await new Promise(setImmediate);
    });
    for (const name of ["b", "c", "d", "e"]) await queue.enter(name, 1, async () => {});
    expect(steps).toBe(3);
  });

  it("ends with the first failure, once all others are done", async () => {
    const queue = openQueue({ pieces: 8, bytes: 8 });
    let done = 0;
    const fail = (after: number, word: string) => async () => {
      for (let tick = 0; tick < after; tick++) await new Promise(setImmediate);
      done++;
      throw new Error(word);
    };
    await queue.enter("a", 1, fail(9, "late"));
    await queue.enter("b", 1, fail(0, "first"));
    await expect(queue.enter("c", 1, fail(0, "never"))).rejects.toThrow("first");
    await expect(queue.settled()).rejects.toThrow("first");
    expect(done).toBe(2);
  });
});
