/** A system that lets nothing be watched: the words for it, and that changes are found all the same. */
import { watch, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { checkConfig } from "../../../src/config/config.ts";
import type { Fault } from "../../../src/errors.ts";
import { openChanges } from "../../../src/run/watch/changes.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

vi.mock(import("node:fs"), async (original) => ({ ...(await original()), watch: vi.fn() }));

it.each([
  ["ENOSPC", "fs.inotify.max_user_watches"],
  ["EMFILE", "fs.inotify.max_user_instances"],
])("%s is told once, with a remedy, and changes are looked for", async (code, remedy) => {
  vi.mocked(watch).mockImplementation(() => {
    throw Object.assign(new Error("refused"), { code });
  });
  const folder = temporaryFolder({ "articles/a.md": "1", "articles/deep/b.md": "1" });
  const site = { title: "T", url: "https://news.example/" };
  const config = checkConfig({ site }, path.join(folder, "feedwright.config.yaml"));
  const faults: Fault[] = [];
  const onBurst = vi.fn();
  const changes = await openChanges(config, onBurst, {
    ...{ quietMs: 10, stillMs: 10, mostMs: 50, rootMs: 20, pollMs: 30 },
    onFault: (fault) => faults.push(fault),
  });
  onTestFinished(changes.close);
  expect(faults).toHaveLength(1);
  expect(faults[0]?.reason).toContain(code);
  expect(faults[0]?.remedy).toContain(remedy);

  writeFileSync(path.join(folder, "articles/a.md"), "other");
  await vi.waitFor(() => expect(onBurst).toHaveBeenCalledExactlyOnceWith(undefined), 3_000);
  expect(faults).toHaveLength(1);
});
