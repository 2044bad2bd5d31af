/** Records and reports of runs, with nothing in them but what a test names. */

import { OperationalError } from "../../../src/errors.ts";
import type { PublishReport } from "../../../src/rebuild/publish-report.ts";
import {
  type RunFacts,
  type RunRecord,
  recordOfFailure,
  recordOfReport,
} from "../../../src/run/runs/run-record.ts";

const NOTHING: PublishReport = {
  ...{ feeds: [], articles: 0, held: [], setAside: [], warnings: [], failed: [] },
  ...{ removed: [], emptied: [], changes: { new: [], updated: [], withdrawn: [] } },
};

export function reportOf(report: Partial<PublishReport> = {}): PublishReport {
  return { ...NOTHING, ...report };
}

export function factsAt(started: string, facts: Partial<RunFacts> = {}): RunFacts {
  return {
    ...{ started: new Date(started), durationMs: 300, reason: "slot", host: "here", pid: 7 },
    ...facts,
  };
}

export function goodRun(
  started: string,
  report: Partial<PublishReport> = {},
  only?: readonly string[],
): RunRecord {
  const facts = only === undefined ? {} : { only: new Set(only) };
  return recordOfReport(reportOf(report), factsAt(started, facts));
}

export function failedRun(started: string, durationMs = 300): RunRecord {
  const error = new OperationalError("OUTPUT_NOT_WRITABLE", "The disk is full.", "Make room.");
  return recordOfFailure(error, factsAt(started, { durationMs }));
}
