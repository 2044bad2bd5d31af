// Preloaded into a measured process: when it ends, it says what it used, worker threads included,
// in the form that GNU time is asked for as well: seconds of user and system, and KiB at the peak.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env["BENCH_MEASURED"];
if (isMainThread && file !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(file, `${userCPUTime / 1e6} ${systemCPUTime / 1e6} ${maxRSS}\n`);
  });
}
