/** What disks, systems and people do to a run: each time the last good documents stay. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { errorCode } from "../../src/errors.ts";
import { openFolder } from "../../src/publish/folder.ts";
import { lockFolder } from "../../src/publish/lock.ts";
import { outputRefused } from "../../src/publish/refusals.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { documentsOf } from "./generation.ts";
import { errorOf, filesIn, publishOnce } from "./one-run.ts";
import { startProgram } from "./processes/start.ts";

const text = (bytes: number) => "x".repeat(bytes);
const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");

function mount(...args: readonly string[]): void {
  execFileSync("mount", args, { stdio: "ignore" });
}

/** A disk of a megabyte; gone with the test. */
function smallDisk(): string {
  const folder = temporaryFolder();
  mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}

function mayMount(): boolean {
  const folder = path.join(tmpdir(), `feedwright-mount-${process.pid}`);
  try {
    mkdirSync(folder);
    mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!mayMount())("a disk (needs leave to mount one)", () => {
  it("that gets full leaves the last documents, and takes the next once there is room", async () => {
    const folder = smallDisk();
    await publishOnce(folder, { "a.rss": "old", "b.rss": "old" });
    const filler = path.join(folder, "filler");
    writeFileSync(filler, text(400_000));
    const documents = { "a.rss": "new", "b.rss": text(500_000), "c.rss": text(500_000) };
    const error = await errorOf(() => publishOnce(folder, documents));
    expect(error).toMatchObject({ code: "OUTPUT_NOT_WRITABLE", remedy: /room/ });
    expect(error?.message).toMatch(/\.rss cannot be written: the disk is full/);
    expect(["old", "new"]).toContain(read(folder, "a.rss"));
    for (const name of filesIn(folder)) expect(name).not.toContain(".tmp");
    rmSync(filler);
    rmSync(path.join(folder, "b.rss"), { force: true });
    await publishOnce(folder, { "a.rss": "new", "b.rss": text(300_000) });
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss", "b.rss"]);
  });

  it("that is full has no room for a lock, and keeps no half of one", async () => {
    const folder = smallDisk();
    expect(() => writeFileSync(path.join(folder, "filler"), text(2_000_000))).toThrow("ENOSPC");
    const error = await errorOf(() => lockFolder(folder, { waitMs: 0 }));
    expect(error?.message).toMatch(/the disk is full/);
    expect(filesIn(folder)).toEqual(["filler"]);
  });

  it("that may only be read is refused, unless there is nothing to write", async () => {
    const folder = smallDisk();
    await publishOnce(folder, { "a.rss": "old" });
    mount("-o", "remount,ro", folder);
    const error = await errorOf(() => publishOnce(folder, { "a.rss": "new" }));
    expect(error).toMatchObject({ code: "OUTPUT_NOT_WRITABLE", remedy: /Mount it for writing/ });
    expect(await errorOf(() => lockFolder(folder))).toMatchObject({ code: "OUTPUT_NOT_WRITABLE" });
    expect((await publishOnce(folder, { "a.rss": "old" })).written).toEqual([]);
    expect(read(folder, "a.rss")).toBe("old");
  });
});

describe("a folder that is taken away while a run publishes", () => {
  const nothing = { archives: new Map(), articles: undefined };
  const document = (name: string) => ({ path: name, bytes: Buffer.from("1") });

  it.each([
    ["is not made again", (folder: string) => rmSync(folder, { recursive: true })],
    [
      "is not taken for the same when another has its name",
      (folder: string) => {
        renameSync(folder, `${folder}-old`);
        mkdirSync(folder);
      },
    ],
  ])("%s", async (_what, takeAway) => {
    const folder = path.join(temporaryFolder(), "feeds");
    const output = openFolder(folder);
    await output.publish(document("a.rss"));
    await output.close();
    takeAway(folder);
    const error = await errorOf(async () => {
      await output.publish(document("b.rss"));
      await output.finish(nothing);
    });
    expect(error).toMatchObject({ code: "OUTPUT_NOT_WRITABLE", remedy: /run again/ });
    expect(error?.message).toMatch(/taken away or replaced/);
    expect(existsSync(folder) ? filesIn(folder) : []).toEqual([]);
    await publishOnce(folder, { "a.rss": "1", "b.rss": "1" });
    expect(filesIn(folder)).toEqual([".feedwright.json", "a.rss", "b.rss"]);
  });

  it("is told of after the last document, too", async () => {
    const folder = path.join(temporaryFolder(), "feeds");
    await publishOnce(folder, { "a.rss": "1" });
    const output = openFolder(folder);
    output.keep("a.rss");
    rmSync(folder, { recursive: true });
    expect(await errorOf(() => output.finish(nothing))).toMatchObject({
      code: "OUTPUT_NOT_WRITABLE",
    });
  });

  it("is made again where it is one inside, and what it held is told", async () => {
    const folder = temporaryFolder();
    const output = openFolder(folder);
    await output.publish(document("tag/a.rss"));
    await output.close();
    rmSync(path.join(folder, "tag"), { recursive: true });
    await output.publish(document("tag/b.rss"));
    const error = await errorOf(() => output.finish(nothing));
    expect(error?.message).toContain(path.join(folder, "tag/a.rss"));
    await output.close();
    expect(read(folder, "tag/b.rss")).toBe("1");
    await publishOnce(folder, { "tag/a.rss": "1" });
    expect(filesIn(folder)).toEqual([".feedwright.json", "tag/a.rss"]);
  });
});

describe("a name", () => {
  it("may be as long as the file system takes it", async () => {
    const folder = temporaryFolder();
    const name = `${text(251)}.rss`;
    await publishOnce(folder, { [name]: "1" });
    expect(filesIn(folder)).toEqual([".feedwright.json", name]);
  });

  it("that is longer is refused with what to do", async () => {
    const error = await errorOf(() => publishOnce(temporaryFolder(), { [text(256)]: "1" }));
    expect(error?.message).toContain("the name is too long");
    expect(error?.remedy).toContain("shorter path");
  });
});

describe.skipIf(process.platform === "win32")("too many open files", () => {
  /** A run that may open only so many more. */
  async function runWith(free: number, folder: string) {
    const through = ["sh", "-c", 'ulimit -n 200 && exec "$@"', "sh"];
    const args = [folder, "1", "1", "40", `${free}`];
    const run = startProgram("publish-documents.ts", args, through);
    return `${await run.ended} ${run.output()}`;
  }

  it("make a run slower: one for the folder, journal and document each will do", async () => {
    const folder = temporaryFolder();
    expect(await runWith(3, folder)).toBe("0 begun 1\n");
    const names = [...documentsOf(1, 40).keys()];
    expect(filesIn(folder).length).toBe(2 * names.length + 1);
  });

  it("end it with what to do where there are fewer", async () => {
    const folder = temporaryFolder();
    expect(await runWith(2, folder)).toMatch(
      /^2 begun 1\nOUTPUT_NOT_WRITABLE: .*too many files open.* Raise the limit \(ulimit -n/,
    );
    expect(filesIn(folder)).toEqual([]);
  });
});

describe("a refusal", () => {
  const failure = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

  it.each([
    ["ENOSPC", /disk is full/, /Make room/],
    ["EDQUOT", /quota/, /Make room/],
    ["EROFS", /only be read/, /Mount it for writing/],
    ["EACCES", /not permitted/, /leave to write/],
    ["EPERM", /not permitted/, /leave to write/],
    ["ENAMETOOLONG", /name is too long/, /shorter path/],
    ["EMFILE", /too many files open/, /ulimit -n/],
    ["ENFILE", /too many files open/, /ulimit -n/],
    ["ENOENT", /not there any more/, /run again/],
    ["ENOTDIR", /a file stands/, /another path/],
    ["EISDIR", /a folder stands/, /another path/],
    ["EIO", /the disk fails/, /log of the system/],
    ["EWHATEVER", /EWHATEVER: it failed/, /has room/],
  ])("for %s says what to do", (code, message, remedy) => {
    const error = outputRefused("/srv/feeds/all.rss", failure(code));
    expect(error).toMatchObject({ code: "OUTPUT_NOT_WRITABLE", cause: failure(code) });
    expect(error.message).toMatch(/^\/srv\/feeds\/all\.rss cannot be written: .*feeds stay\.$/);
    expect([error.message, error.remedy]).toEqual([
      expect.stringMatching(message),
      expect.stringMatching(remedy),
    ]);
    expect(errorCode(failure(code))).toBe(code);
    expect(outputRefused("/elsewhere", error)).toBe(error);
  });
});
