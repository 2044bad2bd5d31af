/** The committed feeds are what the sample articles give, to the byte, in any time zone. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../src/config/config-file.ts";
import { publishFeeds } from "../src/publish-feeds.ts";
import type { PublishReport } from "../src/rebuild/publish-report.ts";
import { sharedFolder } from "./temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "..");

const base = sharedFolder();
const folder = path.join(base, "feeds");
let report: PublishReport;

beforeAll(async () => {
  const config = await readConfig(undefined, root);
  report = await publishFeeds(
    { ...config, output: folder, cache: path.join(base, "cache") },
    new Date(),
  );
}, 60_000);

function filesBelow(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .sort();
}

describe("the sample site", () => {
  it("runs in the time zone that the project names", () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env["TZ"]);
  });

  it("sets nothing aside, and holds back a draft, an embargo, an expired and a withdrawn one", () => {
    expect(report.setAside).toEqual([]);
    expect(report.failed).toEqual([]);
    expect(report.articles).toBeGreaterThanOrEqual(14);
    const reasons = report.held.map((held) => held.reason).sort();
    expect(reasons).toEqual(["draft", "embargoed", "expired", "withdrawn"]);
  });

  it("gives the committed feeds, byte for byte", () => {
    const committed = path.join(root, "feeds");
    expect(filesBelow(folder)).toEqual(filesBelow(committed));
    for (const file of filesBelow(folder)) {
      const made = readFileSync(path.join(folder, file));
      expect(made.equals(readFileSync(path.join(committed, file))), `${file}: npm start`).toBe(
        true,
      );
    }
  });

  it("shows nothing of what is held back", () => {
    const all = filesBelow(folder).map((file) => readFileSync(path.join(folder, file), "utf8"));
    for (const { key } of report.held) {
      const name = path.basename(key).replace(/\.\w+$/, "");
      for (const text of all) expect(text).not.toContain(name);
    }
  });
});
