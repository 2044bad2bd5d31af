import { statfsSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listingAt, versionAt } from "../../../src/articles/looked.ts";
import { checkConfig } from "../../../src/config/config.ts";
import { isRemote, openPoll, type Poll } from "../../../src/run/watch/poll.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  return { ...real, statfsSync: vi.fn(real.statfsSync) };
});

describe("looking from time to time", () => {
  let folder: string;
  let poll: Poll;
  let changes = 0;
  const at = (inner: string) => path.join(folder, inner);
  const wait = () => vi.advanceTimersByTime(5_000);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    folder = temporaryFolder({ "articles/a.md": "1", "static/photo.jpg": "1" });
    const site = { title: "T", url: "https://news.example/" };
    const config = checkConfig({ site }, at("feedwright.config.yaml"));
    changes = 0;
    poll = openPoll(config, 1_000, () => {
      changes += 1;
    });
  });
  afterEach(() => {
    poll.close();
    vi.useRealTimers();
  });

  it("finds each change of a record once", () => {
    wait();
    expect(changes).toBe(0);
    writeFileSync(at("articles/a.md"), "longer");
    wait();
    expect(changes).toBe(1);
    writeFileSync(at("articles/new.md"), "1");
    wait();
    expect(changes).toBe(2);
  });

  it("looks again soon after a change", () => {
    writeFileSync(at("articles/a.md"), "longer");
    vi.advanceTimersByTime(1_000);
    writeFileSync(at("articles/a.md"), "longer yet");
    vi.advanceTimersByTime(500);
    expect(changes).toBe(2);
  });

  it("finds a picture that is other than the run saw it", () => {
    const photo = at("static/photo.jpg");
    const seen = versionAt(photo);
    writeFileSync(photo, "longer");
    poll.follow(new Map([[photo, seen]]));
    wait();
    expect(changes).toBe(1);
  });

  it("finds what comes into a folder, and not that its times change", () => {
    poll.follow(new Map([[at("static"), listingAt(at("static")).seen]]));
    utimesSync(at("static"), 1, 1);
    writeFileSync(at("static/.feedwright.lock"), "ours");
    wait();
    expect(changes).toBe(0);
    writeFileSync(at("static/new.jpg"), "1");
    wait();
    expect(changes).toBe(1);
  });

  it("forgets what a run is about to read", () => {
    writeFileSync(at("articles/a.md"), "longer");
    poll.rest();
    wait();
    expect(changes).toBe(0);
  });
});

describe("a file system that tells nothing", () => {
  const types = [
    ["NFS", 0x6969, true],
    ["SMB, with its sign", 0xfe534d42 | 0, true],
    ["FUSE", 0x65735546, true],
    ["ext4", 0xef53, false],
    ["btrfs", 0x9123683e | 0, false],
    ["overlay", 0x794c7630, false],
  ] as const;
  it.runIf(process.platform === "linux").each(types)("%s: %s", (_name, type, expected) => {
    const real = statfsSync(".");
    vi.mocked(statfsSync).mockReturnValueOnce({ ...real, type });
    expect(isRemote(".")).toBe(expected);
  });

  it("is none that is not there", () => {
    expect(isRemote("/no/such/folder")).toBe(false);
  });
});
