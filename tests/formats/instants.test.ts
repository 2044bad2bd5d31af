import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  distinctInstants,
  instantOf,
  rfc822Date,
  rfc3339Date,
} from "../../src/formats/instants.ts";

const second = Date.UTC(2026, 5, 1, 10);

describe("dates as text", () => {
  it.each([
    [0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"],
    [second, "Mon, 01 Jun 2026 10:00:00 GMT", "2026-06-01T10:00:00Z"],
    [second + 7, "Mon, 01 Jun 2026 10:00:00 GMT", "2026-06-01T10:00:00.007Z"],
    [Date.UTC(2024, 1, 29, 23, 59, 59), "Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59Z"],
    [-1, "Wed, 31 Dec 1969 23:59:59 GMT", "1969-12-31T23:59:59.999Z"],
  ])("%d", (timeMs, rfc822, rfc3339) => {
    expect(rfc822Date(timeMs)).toBe(rfc822);
    expect(rfc3339Date(timeMs)).toBe(rfc3339);
  });

  it("are those of the engine", () => {
    const [min, max] = [new Date("0001-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59.999Z")];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
        const timeMs = date.getTime();
        expect(rfc822Date(timeMs)).toBe(date.toUTCString());
        expect(rfc3339Date(timeMs)).toBe(date.toISOString().replace(".000Z", "Z"));
      }),
    );
  });

  it("are not written where they cannot be", () => {
    expect(instantOf(undefined)).toBeUndefined();
    expect(instantOf(new Date(Number.NaN))).toBeUndefined();
    expect(instantOf(new Date(8.64e15))).toBeUndefined();
    expect(instantOf(new Date(-8.64e15))).toBeUndefined();
    expect(instantOf(new Date(second))).toBe(second);
  });
});

describe("entries that share an instant", () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 });
  const times = fc.constantFrom(second, second + 1, second + 500, second + 1000);
  const entries = ids.chain((unique) =>
    fc.tuple(...unique.map((id) => times.map((timeMs) => ({ id, timeMs })))),
  );

  it("are told apart by less than a second, and never go back", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const instants = distinctInstants(list);
        expect(new Set(instants).size).toBe(list.length);
        list.forEach(({ timeMs }, i) => {
          const moved = (instants[i] ?? 0) - timeMs;
          expect(moved).toBeGreaterThanOrEqual(0);
          expect(moved).toBeLessThan(1100);
        });
      }),
    );
  });

  it("are told apart in the same way in whatever order they come", () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect([...distinctInstants([...list].reverse())].reverse()).toEqual(
          distinctInstants(list),
        );
      }),
    );
  });

  it("keep their instant while others that share it come and go", () => {
    const all = ["a", "b", "c", "d"].map((id) => ({ id, timeMs: second }));
    const [a, b] = distinctInstants(all);
    expect(distinctInstants(all.slice(0, 2))).toEqual([a, b]);
  });

  it("leave the others alone", () => {
    const list = [second, second, second - 1].map((timeMs, i) => ({ id: `${i}`, timeMs }));
    expect(distinctInstants(list)[2]).toBe(second - 1);
    expect(distinctInstants(list.slice(1))).toEqual([second, second - 1]);
  });

  it("may be thousands", () => {
    const list = Array.from({ length: 20_000 }, (_, i) => ({ id: `${i}`, timeMs: second }));
    expect(new Set(distinctInstants(list)).size).toBe(list.length);
  });
});
