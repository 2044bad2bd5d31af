// Preloaded into a measured process: prints what it used when it ends, as one line of JSON.
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const used = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: maxRSS / 1024 };
  process.stderr.write(`\nmeasured ${JSON.stringify(used)}\n`);
});
