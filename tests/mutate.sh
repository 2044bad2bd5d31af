#!/usr/bin/env bash
# Mutation tests of the credit reader, in a folder of their own: the mutator wants another vitest
# configuration than ours, and is too large for a dependency of every install.
# Usage: npm run mutate -- credit-line.ts credit-parts.ts (files of src/articles/credits)
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

mkdir -p "$folder/src/articles" "$folder/tests/articles"
cp -r "$root/src/articles/credits" "$folder/src/articles/"
cp "$root"/src/articles/{article,episode,plain-text}.ts "$folder/src/articles/"
cp -r "$root/tests/articles/credits" "$folder/tests/articles/"
cp "$root/tests/seed.ts" "$folder/tests/"
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --silent --no-audit --no-fund @stryker-mutator/core@9.6.1 @stryker-mutator/vitest-runner@9.6.1 \
  vitest@4.1.12 fast-check@4 entities@9
cat >vitest.config.ts <<'CONFIG'
export default {
  test: {
    setupFiles: ["tests/seed.ts"],
    include: ["tests/articles/credits/{credit-line,credit}.test.ts"],
  },
};
CONFIG
mutated=""
for file in "${@:-credit-sureness.ts}"; do mutated="$mutated\"src/articles/credits/$file\","; done
cat >stryker.config.json <<CONFIG
{
  "testRunner": "vitest",
  "vitest": { "configFile": "vitest.config.ts", "related": false },
  "coverageAnalysis": "perTest",
  "mutate": [${mutated%,}],
  "reporters": ["clear-text", "progress-append-only"],
  "clearTextReporter": { "reportTests": false, "logTests": false },
  "concurrency": 2,
  "timeoutMS": 10000,
  "tsconfigFile": "none.json",
  "disableTypeChecks": "src/**/*.ts"
}
CONFIG
npx stryker run
