/** Copies of files, of which documents tell: in their places before these are. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Copy } from "../../src/publish/copies.ts";
import { type Folder, openFolder } from "../../src/publish/folder.ts";
import { MANIFEST } from "../../src/publish/manifest.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const NOTHING = { archives: new Map(), articles: undefined };
const untouched = () => true;

function openOutput() {
  const folder = temporaryFolder({ "source/": "" });
  const output = path.join(folder, "feeds");
  const at = (name: string) => path.join(output, name);
  return {
    ...{ folder, output, at },
    source: (name: string, content: string | Buffer): Copy => {
      const source = path.join(folder, "source", name);
      writeFileSync(source, content);
      const digest = createHash("sha256").update(content).digest("hex");
      const { name: slug, ext } = path.parse(name);
      const bytes = Buffer.byteLength(content);
      return { path: `media/${slug}-${digest.slice(0, 16)}${ext}`, source, digest, bytes };
    },
    within: async <Result>(work: (folder: Folder) => Promise<Result>, options = {}) => {
      const opened = openFolder(output, options);
      try {
        const result = await work(opened);
        await opened.finish(NOTHING);
        return result;
      } finally {
        await opened.close();
      }
    },
  };
}

const document = (name: string, text: string) => ({ path: name, bytes: Buffer.from(text) });

describe("copies", () => {
  it("are whole and in their places when the call resolves, however many", async () => {
    const { at, source, within } = openOutput();
    const copies = Array.from({ length: 40 }, (_, count) =>
      source(`p${count}.jpg`, Buffer.alloc(count * 20_000 + 1, count)),
    );
    await within(async (folder) => {
      expect(await folder.copy(copies, untouched)).toEqual([]);
      for (const copy of copies) {
        expect(readFileSync(at(copy.path)).equals(readFileSync(copy.source))).toBe(true);
      }
    });
    expect(readdirSync(at("media"))).toHaveLength(copies.length);
  });

  it.each<[string, (copy: Copy) => void]>([
    ["longer", ({ source }) => writeFileSync(source, "one and more")],
    ["shorter", ({ source }) => writeFileSync(source, "")],
    ["another", ({ source }) => writeFileSync(source, "two")],
  ])("of a file that is %s by now are not made, and the others are", async (_, change) => {
    const { at, source, within } = openOutput();
    const copies = [source("a.jpg", "one"), source("b.jpg", "other")] as const;
    change(copies[0]);
    const changed = await within((folder) => folder.copy(copies, untouched));
    expect(changed).toEqual([copies[0]]);
    expect(readdirSync(at("media"))).toEqual([path.basename(copies[1].path)]);
  });

  it("that cannot be made end the run before anything names them", async () => {
    const { output, at, source, within } = openOutput();
    mkdirSync(output, { recursive: true });
    writeFileSync(at("media"), "no folder");
    const copy = source("a.jpg", "one");
    const run = within(async (folder) => {
      await folder.copy([copy], untouched);
      await folder.publish(document("all.rss", copy.path));
    });
    await expect(run).rejects.toMatchObject({ code: "OUTPUT_NOT_WRITABLE" });
    expect(existsSync(at("all.rss"))).toBe(false);
    expect(readdirSync(output)).toEqual(["media"]);
  });

  it("are not made again where the manifest is lost", async () => {
    const { at, source, within } = openOutput();
    const copy = source("a.jpg", "one");
    const run = () => within((folder) => folder.copy([copy], () => false));
    await run();
    const { ino } = statSync(at(copy.path));
    const text = readFileSync(at(MANIFEST), "utf8");
    writeFileSync(at(MANIFEST), "");
    await run();
    expect(readFileSync(at(MANIFEST), "utf8")).toBe(text);
    expect(statSync(at(copy.path)).ino).toBe(ino);
  });
});

describe("a document that stays as it was", () => {
  it("keeps the copies that it names, and no others", async () => {
    const { at, source, within } = openOutput();
    const [named, other] = [source("a.jpg", "one"), source("b.jpg", "two")] as const;
    await within(async (folder) => {
      await folder.copy([named, other], untouched);
      await folder.publish(document("all.rss", `<a href="https://x.example/${named.path}"/>`));
    });
    await within(async (folder) => folder.keepLast("all.rss"));
    expect(readdirSync(at("media"))).toEqual([path.basename(named.path)]);
  });
});
