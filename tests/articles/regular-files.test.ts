import { execFileSync } from "node:child_process";
import { truncateSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileFault, openRegularFile } from "../../src/articles/regular-files.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const withCode = (code: string) => Object.assign(new Error("no"), { code });

describe("openRegularFile", () => {
  it("reads from any place, and no further than the file goes", () => {
    const file = path.join(temporaryFolder({ "a.mp3": "abcdef" }), "a.mp3");
    const opened = openRegularFile(file, "recording");
    if ("fault" in opened) throw new Error(opened.fault.reason);
    expect(opened.size).toBe(6);
    expect(opened.read(2, 3).toString()).toBe("cde");
    expect(opened.read(4, 100).toString()).toBe("ef");
    expect(opened.read(6, 1)).toHaveLength(0);
    truncateSync(file, 3);
    expect(opened.read(0, opened.size).toString()).toBe("abc");
    opened.close();
    expect(() => opened.read(0, 1)).toThrow();
  });

  it.each([
    ["", "is a folder", "name a recording file"],
    ["none.mp3", "is not there", "add the recording, or take its name out"],
    ["a.mp3/b.mp3", "is not there", "add the recording, or take its name out"],
    ["\0", "cannot be read (ERR_INVALID_ARG_VALUE)", "check the file"],
  ])("has words for %j", (name, reason, remedy) => {
    const folder = temporaryFolder({ "a.mp3": "" });
    const opened = openRegularFile(path.join(folder, name), "recording");
    expect(opened).toEqual({ fault: { reason, remedy } });
  });

  it.skipIf(process.platform === "win32")("does not wait for a FIFO", () => {
    const file = path.join(temporaryFolder(), "fifo.jpg");
    execFileSync("mkfifo", [file]);
    const fault = { reason: "is no regular file", remedy: "name a picture file" };
    expect(openRegularFile(file, "picture")).toEqual({ fault });
  });
});

describe("fileFault", () => {
  it.each([
    [withCode("EACCES"), "may not be read"],
    [withCode("EPERM"), "may not be read"],
    [withCode("EIO"), "cannot be read (EIO)"],
    [new Error("no"), "cannot be read (unknown error)"],
    ["no", "cannot be read (unknown error)"],
  ])("%s", (error, reason) => {
    expect(fileFault(error, "picture").reason).toBe(reason);
  });
});
