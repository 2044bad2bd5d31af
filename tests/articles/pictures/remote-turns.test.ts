import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeTurns } from "../../../src/articles/pictures/remote/turns.ts";

interface Task {
  readonly host: string;
  readonly waits: number;
}

const hostOf = (task: Task) => task.host;
const task = (host: string, waits = 1): Task => ({ host, waits });

/** Does the tasks, and tells their order and how many were under way at most. */
async function run(tasks: readonly Task[], limits: { concurrency: number; perHost: number }) {
  const begun: Task[] = [];
  const underWay = new Map<string, number>();
  let most = 0;
  let mostOfHost = 0;
  await takeTurns(tasks, hostOf, limits, async ({ host, waits }) => {
    begun.push({ host, waits });
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    most = Math.max(
      most,
      [...underWay.values()].reduce((sum, one) => sum + one, 0),
    );
    mostOfHost = Math.max(mostOfHost, underWay.get(host) ?? 0);
    for (let turn = 0; turn < waits; turn++) await Promise.resolve();
    underWay.set(host, (underWay.get(host) ?? 0) - 1);
  });
  return { begun: begun.map(hostOf), most, mostOfHost };
}

describe("takeTurns", () => {
  it("does nothing of nothing", async () => {
    expect(await run([], { concurrency: 6, perHost: 2 })).toMatchObject({ begun: [], most: 0 });
  });

  it("lets each host have its turn", async () => {
    const tasks = [task("a"), task("a"), task("a"), task("b"), task("c")];
    const { begun } = await run(tasks, { concurrency: 1, perHost: 1 });
    expect(begun).toEqual(["a", "b", "c", "a", "a"]);
  });

  it("is not held up by a slow host", async () => {
    const slow = Array.from({ length: 4 }, () => task("slow", 200));
    const quick = Array.from({ length: 6 }, () => task("quick", 1));
    const { begun } = await run([...slow, ...quick], { concurrency: 3, perHost: 2 });
    expect(begun.slice(0, 8).filter((host) => host === "quick")).toHaveLength(6);
  });

  it("does everything once, and never more at a time than allowed", async () => {
    const tasks = fc.array(
      fc.record({ host: fc.constantFrom("a", "b", "c", "d"), waits: fc.nat(5) }),
    );
    const limits = fc.record({
      concurrency: fc.integer({ min: 1, max: 7 }),
      perHost: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(tasks, limits, async (todo, allowed) => {
        const { begun, most, mostOfHost } = await run(todo, allowed);
        expect(begun.toSorted()).toEqual(todo.map(hostOf).toSorted());
        expect(most).toBeLessThanOrEqual(allowed.concurrency);
        expect(mostOfHost).toBeLessThanOrEqual(allowed.perHost);
      }),
    );
  });

  it("uses what is allowed", async () => {
    const tasks = ["a", "b", "c"].flatMap((host) => Array.from({ length: 9 }, () => task(host, 9)));
    const { most, mostOfHost } = await run(tasks, { concurrency: 6, perHost: 2 });
    expect([most, mostOfHost]).toEqual([6, 2]);
  });
});
