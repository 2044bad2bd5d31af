/** One run at a time, and one for all that was asked for meanwhile. */
import { describe, expect, it } from "vitest";
import { OperationalError } from "../../../src/errors.ts";
import type { RunRequest } from "../../../src/run/job.ts";
import { openRunQueue, type RunResult } from "../../../src/run/schedule/run-queue.ts";

function open() {
  const ran: RunRequest[] = [];
  const results: RunResult[] = [];
  const ends: ((error?: unknown) => void)[] = [];
  const queue = openRunQueue(
    (request) => {
      ran.push(request);
      const started = request.now.toISOString();
      return new Promise((resolve, reject) => {
        ends.push((error) => {
          if (error !== undefined) reject(error);
          resolve({ started, finished: started, reason: request.reason, result: "published" });
        });
      });
    },
    (result) => results.push(result),
  );
  return { queue, ran, results, ends, wait: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe("runs", () => {
  it("are one at a time, and what comes meanwhile is one", async () => {
    const { queue, ran, ends, wait } = open();
    const first = queue.request({ reason: "start" });
    await wait();
    const others = [
      queue.request({ reason: "change", changed: new Set(["a"]), feeds: new Set(["x"]) }),
      queue.request({ reason: "slot", changed: new Set(["b"]), feeds: new Set(["y"]) }),
    ];
    await wait();
    expect(ran.map(({ reason }) => reason)).toEqual(["start"]);
    ends[0]?.();
    expect((await first)?.reason).toBe("start");
    await wait();
    expect(ran[1]).toMatchObject({
      ...{ reason: "slot", changed: new Set(["a", "b"]), feeds: new Set(["x", "y"]) },
    });
    ends[1]?.();
    const results = await Promise.all(others);
    expect(results[0]).toBe(results[1]);
    expect(ran.length).toBe(2);
  });

  it("look at everything where one of them is to", async () => {
    const { queue, ran, ends, wait } = open();
    void queue.request({ reason: "change", changed: new Set(["a"]), feeds: new Set(["x"]) });
    void queue.request({ reason: "due" });
    await wait();
    expect(ran).toMatchObject([{ reason: "due" }]);
    expect(ran[0]).not.toHaveProperty("changed");
    expect(ran[0]).not.toHaveProperty("feeds");
    ends[0]?.();
    await queue.settled();
  });

  it.each([
    ["foreseen", new OperationalError("LOCKED", "Another run.", "Wait."), "LOCKED", "Another run."],
    ["not foreseen", new TypeError("x is not"), "UNEXPECTED", "x is not"],
    ["no error at all", "gone", "UNEXPECTED", "gone"],
  ])("that reject are failed runs, and the next one is made: %s", async (_, error, code, words) => {
    const { queue, results, ends, wait } = open();
    const first = queue.request({ reason: "slot" });
    await wait();
    ends[0]?.(error);
    expect(await first).toMatchObject({ result: "failed", error: { code } });
    expect(results[0]?.error?.message).toContain(words);
    const second = queue.request({ reason: "retry" });
    await wait();
    ends[1]?.();
    expect(await second).toMatchObject({ result: "published" });
  });

  it("are begun no more once the queue is closed; the one in hand is ended", async () => {
    const { queue, ran, ends, wait } = open();
    const first = queue.request({ reason: "start" });
    await wait();
    const second = queue.request({ reason: "slot" });
    queue.close();
    expect(await second).toBeUndefined();
    expect(await queue.request({ reason: "slot" })).toBeUndefined();
    let isSettled = false;
    const settled = queue.settled().then(() => {
      isSettled = true;
    });
    await wait();
    expect(isSettled).toBe(false);
    ends[0]?.();
    await settled;
    expect((await first)?.result).toBe("published");
    expect(ran.length).toBe(1);
  });
});
