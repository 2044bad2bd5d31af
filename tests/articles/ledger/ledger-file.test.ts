import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openLedger } from "../../../src/articles/ledger/ledger-file.ts";
import { type LedgerLine, writeLedgerLines } from "../../../src/articles/ledger/ledger-lines.ts";
import { temporaryFolder } from "../../temporary-folder.ts";

const NAME = "feedwright.ledger";

function lineOf(guid: string): LedgerLine {
  const unknown = { key: "", url: "", titleDigest: "", bodyDigest: "" };
  return { guid, publishedMs: 0, ...unknown, further: [] };
}

const text = (...guids: readonly string[]) => writeLedgerLines(guids.map(lineOf));
const read = (file: string) => readFileSync(file, "utf8");

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("openLedger", () => {
  it("takes a ledger that is not there for empty, and makes none where there is nothing to say", () => {
    const folder = temporaryFolder();
    const ledger = openLedger(path.join(folder, NAME), NAME);
    expect(ledger).toMatchObject({ lines: [], isEmpty: true, problems: [] });
    expect(ledger.save([])).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("takes an empty file, or one of comments, for empty", () => {
    const folder = temporaryFolder({ a: "", b: "# to be filled\n" });
    expect(openLedger(path.join(folder, "a"), "a").isEmpty).toBe(true);
    expect(openLedger(path.join(folder, "b"), "b").isEmpty).toBe(true);
  });

  it("names the place of what it cannot read, and keeps it", () => {
    const folder = temporaryFolder({ [NAME]: `${text("a")}broken\n` });
    const ledger = openLedger(path.join(folder, NAME), `site/${NAME}`);
    expect(ledger.problems).toMatchObject([{ file: `site/${NAME}`, line: 3 }]);
    expect(ledger.save([...ledger.lines, lineOf("b")])).toBe(true);
    expect(read(path.join(folder, NAME))).toBe(`${text("a", "b")}broken\n`);
  });

  it.each([
    ["a folder", "is a folder", (file: string) => mkdirSync(file)],
    ["a pipe", "is no regular file", (file: string) => execFileSync("mkfifo", [file])],
    ["a link that leads nowhere", "leads nowhere", (file: string) => symlinkSync("gone", file)],
    ["a link to itself", "ELOOP", (file: string) => symlinkSync(NAME, file)],
    ["no UTF-8", "not UTF-8", (file: string) => writeFileSync(file, Buffer.from([0xff, 0xfe]))],
  ])("refuses %s and says what to do", (_what, reason, make) => {
    const file = path.join(temporaryFolder(), NAME);
    make(file);
    const error = refusal(() => openLedger(file, NAME));
    expect(error).toMatchObject({
      code: "LEDGER_UNREADABLE",
      message: expect.stringContaining(reason),
      remedy: expect.stringContaining("rebuilt from the feeds"),
    });
  });
});

describe("save", () => {
  it("writes what has changed, and leaves nothing else in the folder", () => {
    const folder = temporaryFolder({ [NAME]: text("a"), [`.${NAME}.tmp`]: "of a killed run" });
    const file = path.join(folder, NAME);
    const ledger = openLedger(file, NAME);
    expect(ledger.save([...ledger.lines, lineOf("b")])).toBe(true);
    expect(read(file)).toBe(text("a", "b"));
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  it("leaves the file alone where nothing has changed", () => {
    const file = path.join(
      temporaryFolder({ [NAME]: text("a", "b").replaceAll("\n", "\r\n") }),
      NAME,
    );
    const before = statSync(file).ino;
    const ledger = openLedger(file, NAME);
    expect(ledger.save(ledger.lines)).toBe(false);
    expect(statSync(file).ino).toBe(before);
  });

  it("takes the marks of a merge conflict out, even where nothing else has changed", () => {
    const [title = "", one = "", other = ""] = text("a", "b").split("\n");
    const rows = [title, "<<<<<<< ours", one, "=======", other, ">>>>>>> theirs", ""];
    const file = path.join(temporaryFolder({ [NAME]: rows.join("\n") }), NAME);
    const ledger = openLedger(file, NAME);
    expect(ledger.problems).toHaveLength(1);
    expect(ledger.save(ledger.lines)).toBe(true);
    expect(read(file)).toBe(text("a", "b"));
  });

  it("keeps what came in during the run", () => {
    const file = path.join(temporaryFolder({ [NAME]: text("a") }), NAME);
    const ledger = openLedger(file, NAME);
    writeFileSync(file, text("a", "pulled"));
    ledger.save([...ledger.lines, lineOf("b")]);
    expect(read(file)).toBe(text("a", "b", "pulled"));
  });

  it("may be asked again and again in one run", () => {
    const file = path.join(temporaryFolder(), NAME);
    const ledger = openLedger(file, NAME);
    expect(ledger.save([lineOf("a"), lineOf("b")])).toBe(true);
    expect(ledger.save([lineOf("a"), lineOf("b")])).toBe(false);
    writeFileSync(file, text("a", "b", "pulled"));
    expect(ledger.save([lineOf("a"), lineOf("b"), lineOf("c")])).toBe(true);
    expect(ledger.save([lineOf("a"), lineOf("b"), lineOf("d")])).toBe(true);
    expect(read(file)).toBe(text("a", "b", "d", "pulled"));
  });

  it("keeps a link, and the mode of the file", () => {
    const folder = temporaryFolder({ "shared/ledger": text("a") });
    const file = path.join(folder, NAME);
    chmodSync(path.join(folder, "shared/ledger"), 0o664);
    symlinkSync("shared/ledger", file);
    openLedger(file, NAME).save([lineOf("a"), lineOf("b")]);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(read(path.join(folder, "shared/ledger"))).toBe(text("a", "b"));
    expect(statSync(file).mode & 0o777).toBe(0o664);
    expect(readdirSync(path.join(folder, "shared"))).toEqual(["ledger"]);
  });

  it("says what to do where it cannot write, and the old ledger stays", () => {
    const folder = temporaryFolder({ [NAME]: text("a"), [`.${NAME}.tmp/in-the-way`]: "" });
    const ledger = openLedger(path.join(folder, NAME), NAME);
    expect(refusal(() => ledger.save([lineOf("b")]))).toMatchObject({
      code: "LEDGER_NOT_WRITABLE",
      remedy: expect.stringContaining("nothing was published"),
    });
    expect(read(path.join(folder, NAME))).toBe(text("a"));
    const nowhere = openLedger(path.join(folder, "no-folder", NAME), NAME);
    expect(refusal(() => nowhere.save([lineOf("b")]))).toMatchObject({
      code: "LEDGER_NOT_WRITABLE",
    });
  });
});
