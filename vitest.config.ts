import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["tests/compile.ts"],
    include: ["tests/**/*.test.ts"],
    // Two cores: more workers than that only wait for each other.
    maxWorkers: 2,
    testTimeout: 20_000,
    coverage: { provider: "v8", include: ["src/**/*.ts"], reporter: ["text-summary"] },
  },
});
