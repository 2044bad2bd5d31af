import { defineConfig } from "vitest/config";

/** Zones east, west and beyond the date line; none of them may change what comes out. */
const ZONES = ["Asia/Jakarta", "America/New_York", "Pacific/Apia"];

/** Whatever reads or writes a date; whole sites are built in other zones by `npm run test:zones`. */
const DATED = [
  "tests/articles/article-dates.test.ts",
  "tests/articles/dates/*.test.ts",
  "tests/articles/read-article*.test.ts",
  "tests/articles/record-path.test.ts",
  "tests/feeds/{archives,compose,fingerprint,select}.test.ts",
  "tests/formats/{atom,formats,instants,json-feed,rss}.test.ts",
  "tests/generators/*.test.ts",
];

/** Put something else in a module's place: they must not share their modules with others. */
const ALONE = [
  "tests/articles/stories.test.ts",
  "tests/articles/index/reading-again.test.ts",
  "tests/rebuild/{changed-builds,disk-faults,ledger-runs,unchanged-builds,warm-runs}.test.ts",
  "tests/run/schedule/foreground.test.ts",
  "tests/run/watch/{poll,refused}.test.ts",
];

export default defineConfig({
  test: {
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    // Loading the parsers anew for each of some 200 files took longer than all of the tests.
    isolate: false,
    // Machines of others are slower, and busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ["tests/seed.ts"],
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary"] },
    projects: [
      {
        extends: true,
        test: {
          name: "all",
          include: ["tests/**/*.test.ts"],
          exclude: ALONE,
          globalSetup: ["tests/compile.ts"],
          env: { TZ: process.env["TZ"] ?? "UTC" },
        },
      },
      {
        extends: true,
        test: {
          ...{ name: "alone", include: ALONE, isolate: true },
          env: { TZ: process.env["TZ"] ?? "UTC" },
        },
      },
      ...ZONES.map((zone) => ({
        extends: true as const,
        test: { name: zone, include: DATED, env: { TZ: zone } },
      })),
    ],
  },
});
