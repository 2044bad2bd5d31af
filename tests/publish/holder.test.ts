import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import {
  type Holder,
  holderHere,
  holderText,
  isStale,
  parseHolder,
  type Seen,
  startOf,
} from "../../src/publish/holder.ts";

const here: Holder = {
  ...{ token: "t", pid: 7, host: "web1", machine: "m", boot: "b", space: "s", started: "100" },
  since: "2026-06-01T00:00:00.000Z",
};

const MINUTE = 60_000;

describe("a lock", () => {
  const seen: Seen = { ageMs: 0, self: { ...here, token: "self", pid: 8 }, started: "100" };
  const elsewhere: Holder = { ...here, host: "web2" };

  it.each<[string, Holder | undefined, Partial<Seen>, boolean]>([
    ["of a process that runs", here, {}, false],
    ["of one that runs for a day", here, { ageMs: 1440 * MINUTE }, false],
    ["of one that is no more", here, { started: undefined }, true],
    ["of one whose number another has by now", here, { started: "200" }, true],
    ["of one from before the machine was started", { ...here, boot: "a" }, {}, true],
    ["of another machine", elsewhere, { started: undefined }, false],
    ["of another machine, long ago", elsewhere, { ageMs: 11 * MINUTE }, true],
    ["of another machine, an hour ahead", elsewhere, { ageMs: -60 * MINUTE }, true],
    ["of another machine, a minute ahead", elsewhere, { ageMs: -MINUTE }, false],
    ["of another machine of this name", { ...here, machine: "n", boot: "a" }, {}, false],
    ["of another container of this name", { ...here, space: "z" }, { started: undefined }, false],
    ["of another container, long ago", { ...here, space: "z" }, { ageMs: 11 * MINUTE }, true],
    ["where nobody knows when processes started", here, { started: "" }, false],
    ["where nobody knows, long ago", { ...here, started: "" }, { ageMs: 11 * MINUTE }, true],
    ["that is being written", undefined, { ageMs: 10 }, false],
    ["that was never written", undefined, { ageMs: MINUTE }, true],
  ])("%s", (_what, holder, other, expected) => {
    expect(isStale(holder, { ...seen, ...other })).toBe(expected);
  });

  it("is read as it was written", () => {
    const holder = holderHere();
    expect(parseHolder(holderText(holder))).toEqual(holder);
    expect(holder).toMatchObject({ pid: process.pid, started: startOf(process.pid) });
    expect(holderHere().token).not.toBe(holder.token);
  });

  it.each([
    ...["", "{", "null\n", "[]\n", "{}\n", "\0\0\0\0"],
    holderText(here).trimEnd(),
    holderText(here).slice(0, 40),
    ...[0, -1, 1.5, "7", null].map((pid) => `${JSON.stringify({ ...here, pid })}\n`),
    `${JSON.stringify({ ...here, token: 7 })}\n`,
  ])("is not read from %j", (text) => expect(parseHolder(text)).toBeUndefined());
});

describe("the start of a process", () => {
  it("is known of one that runs, and of none that has ended", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
    const pid = child.pid ?? 0;
    expect(startOf(pid)).toBeDefined();
    expect(startOf(pid)).toBe(startOf(pid));
    child.kill("SIGKILL");
    await once(child, "close");
    expect(startOf(pid)).toBeUndefined();
  });

  it.skipIf(process.platform !== "linux")(
    "is not known of one that is dead and unburied",
    async () => {
      // The shell never waits for its child, once it has become another program.
      const script = "sh -c 'echo $$; exit' & exec sleep 60";
      const shell = spawn("sh", ["-c", script], { stdio: ["ignore", "pipe", "ignore"] });
      const [printed] = await once(shell.stdout, "data");
      const pid = Number(String(printed));
      await expect.poll(() => startOf(pid)).toBeUndefined();
      expect(process.kill(pid, 0)).toBe(true);
      shell.kill("SIGKILL");
    },
  );
});
