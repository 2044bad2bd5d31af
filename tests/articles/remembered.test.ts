import { describe, expect, it, vi } from "vitest";
import { remembering } from "../../src/articles/remembered.ts";

describe("remembering", () => {
  it("asks once for each text, also where there is no answer", () => {
    const answerTo = vi.fn((text: string) => (text === "" ? undefined : text.toUpperCase()));
    const known = remembering(answerTo);
    expect(["a", "", "a", "", "b"].map(known)).toEqual(["A", undefined, "A", undefined, "B"]);
    expect(answerTo.mock.calls.flat()).toEqual(["a", "", "b"]);
  });

  it("keeps neither prose nor more than a bounded number", () => {
    const answerTo = vi.fn((text: string) => text.length);
    const known = remembering(answerTo);
    for (let round = 0; round < 2; round += 1) expect(known("x".repeat(121))).toBe(121);
    expect(answerTo).toHaveBeenCalledTimes(2);
    for (let at = 0; at <= 2_000; at += 1) known(`${at}`);
    known("2000");
    expect(answerTo).toHaveBeenCalledTimes(2_003);
    known("0");
    expect(answerTo).toHaveBeenCalledTimes(2_004);
  });
});
