/** Whatever happens between builds: what comes out is what a build from nothing would make. */
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { openProject, runAWhileLater, withoutOutcomes } from "./built-again.ts";
import { apply, config, edit, FEEDS, FILES } from "./random-edits.ts";

runAWhileLater();

const step = fc.record({
  edits: fc.array(edit, { maxLength: 3 }),
  config: fc.option(config, { freq: 4 }),
  /** Clocks are put back, too. */
  hours: fc.integer({ min: -4, max: 12 }),
  /** Whether the files were written so lately that their times do not tell much. */
  isSoon: fc.boolean(),
});

describe("builds one after the other", () => {
  it("give what a build from nothing gives: the same documents, and the same words", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const project = openProject(FILES, { acceptShrink: true });
        let keys: Record<string, unknown> = { feeds: FEEDS };
        let hours = 0;
        for (const [count, made] of steps.entries()) {
          for (const one of made.edits) apply(project, one);
          const clockMs = performance.timeOrigin + performance.now();
          vi.setSystemTime(clockMs + (made.isSoon ? 0 : 60_000));
          keys = { ...keys, ...made.config };
          hours += made.hours;
          const now = new Date(Date.parse("2026-06-01T00:00:00Z") + hours * 3_600_000);
          const report = await project.run(keys, now);
          const fresh = { cache: `cache-${count}`, output: `feeds-${count}` };
          const anew = await project.run({ ...keys, ...fresh }, now);
          expect(project.documents()).toEqual(project.documents(fresh.output));
          expect(withoutOutcomes(report)).toEqual(withoutOutcomes(anew));
        }
      }),
      { numRuns: 5 },
    );
  });
});
