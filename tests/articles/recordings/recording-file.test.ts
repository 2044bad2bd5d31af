import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readRecording,
  readRecordingOnce,
} from "../../../src/articles/recordings/recording-file.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { writePng } from "../pictures/write-picture.ts";
import { box, id3Tag, writeMp3, writeMp4, writeWav } from "./write-recording.ts";

const CHAPTERS = [
  { startMs: 0, endMs: 1_500, title: "Pembuka" },
  { startMs: 1_500, endMs: 4_000, title: "Berita — dunia 日本" },
];
const AS_READ = [
  { startSeconds: 0, title: "Pembuka" },
  { startSeconds: 1.5, title: "Berita — dunia 日本" },
];

async function readFile(file: string) {
  const { read, artBytes } = await readRecordingOnce(file, () => undefined);
  return { ...read, artBytes };
}

async function read(bytes: Uint8Array, name = "a.bin") {
  return readFile(path.join(temporaryFolder({ [name]: bytes }), name));
}

describe("a recording tells its kind, size and duration by its bytes", () => {
  const withTag = id3Tag([]);
  const ogg = Buffer.concat([Buffer.from("OggS\0\x02"), Buffer.alloc(300)]);
  it.each([
    ["MP3", writeMp3(4), { type: "audio/mpeg", durationSeconds: 4 }],
    ["MP3 behind a tag", writeMp3(4, { tag: withTag }), { type: "audio/mpeg" }],
    ["MP3 with a header", writeMp3(4, { hasInfo: true }), { durationSeconds: 4 }],
    ["MP3 behind zeros", Buffer.concat([Buffer.alloc(999), writeMp3(3)]), { type: "audio/mpeg" }],
    ["WAV", writeWav(2), { type: "audio/wav", durationSeconds: 2 }],
    ["M4A", writeMp4({ seconds: 75 }), { type: "audio/x-m4a", durationSeconds: 75 }],
    ["M4B", writeMp4({ brand: "M4B " }), { type: "audio/x-m4a", durationSeconds: 60 }],
    ["MP4 of sound alone", writeMp4({ brand: "isom" }), { type: "audio/x-m4a" }],
    ["MP4", writeMp4({ brand: "isom", hasVideo: true }), { type: "video/mp4" }],
    ["M4V", writeMp4({ brand: "M4V ", hasVideo: true }), { type: "video/x-m4v" }],
    ["QuickTime", writeMp4({ brand: "qt  ", hasVideo: true }), { type: "video/quicktime" }],
    ["Ogg", ogg, { type: "audio/ogg" }],
    ["FLAC", Buffer.concat([Buffer.from("fLaC"), Buffer.alloc(300)]), { type: "audio/flac" }],
  ])("%s", async (_name, bytes, facts) => {
    const { facts: told } = await read(bytes, "misnamed.pdf");
    expect(told).toMatchObject({ bytes: bytes.length, ...facts });
  });
});

describe("an MP3 whose beginning does not tell how long it lasts", () => {
  const loud = Buffer.alloc(208);
  loud.writeUInt32BE(0xfffb50c0);
  const quiet = writeMp3(5);
  const changing = Buffer.concat([quiet, ...Array.from({ length: 383 }, () => loud)]);
  const tag = id3Tag([{ startMs: 0, endMs: 9, title: "Iklan" }]);
  it.each([
    ["has another bitrate later", changing, 15],
    [
      "is two files in one",
      Buffer.concat([writeMp3(3, { hasInfo: true }), writeMp3(9, { tag })]),
      12,
    ],
    ["has a long tag behind it", Buffer.concat([writeMp3(20), Buffer.alloc(1_500)]), 20],
  ])("is counted: it %s", async (_name, bytes, seconds) => {
    expect((await read(bytes)).facts?.durationSeconds).toBe(seconds);
  });

  it("is counted once: by us, and not by the parser as well", async () => {
    // Another bitrate among the first frames: the parser would then walk to the end.
    const pair = Buffer.concat([loud, writeMp3(0.06)]);
    const pairs = 2_000;
    const bytes = Buffer.concat(Array.from({ length: pairs }, () => pair));
    let reads = 0;
    const counted = (position: number, length: number) => {
      reads += 1;
      return bytes.subarray(position, position + length);
    };
    const { facts } = await readRecording({ size: bytes.length, read: counted });
    const frames = pairs * (1 + Math.round(0.06 / (1_152 / 44_100)));
    expect(facts?.durationSeconds).toBe(Math.round((frames * 1_152) / 44_100));
    expect(reads).toBeGreaterThan(frames);
    expect(reads).toBeLessThan(frames * 1.1);
  });
});

describe("chapters", () => {
  it.each([
    ["ID3", writeMp3(4, { tag: id3Tag(CHAPTERS) })],
    ["a text track", writeMp4({ chapters: CHAPTERS })],
    ["Nero's list", writeMp4({ list: CHAPTERS })],
    ["both", writeMp4({ chapters: CHAPTERS, list: CHAPTERS.slice(1) })],
  ])("are read from %s", async (_name, bytes) => {
    expect((await read(bytes)).facts?.chapters).toEqual(AS_READ);
  });

  it("are none where there are none", async () => {
    expect((await read(writeMp3(1))).facts?.chapters).toEqual([]);
    expect((await read(writeMp4({}))).facts?.chapters).toEqual([]);
  });
});

describe("the cover", () => {
  it("is given with its kind and size", async () => {
    const cover = writePng([], 1_400, 1_400);
    const { facts, artBytes } = await read(writeMp3(1, { tag: id3Tag([], cover) }));
    expect(facts?.art).toMatchObject({ type: "image/png", width: 1_400, height: 1_400 });
    expect(facts?.art?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(artBytes?.equals(cover)).toBe(true);
  });

  it("is none where it is no picture", async () => {
    const { facts } = await read(writeMp3(1, { tag: id3Tag([], Buffer.from("<html>")) }));
    expect(facts?.type).toBe("audio/mpeg");
    expect(facts).not.toHaveProperty("art");
  });
});

describe("what is no recording, or a broken one", () => {
  const m4a = writeMp4({ chapters: CHAPTERS });
  it.each([
    ["empty", Buffer.alloc(0), "an empty file"],
    ["a zip", Buffer.from("PK\x03\x04aaaaaaaaaaaaaaaaaaaa"), "a zip archive"],
    ["a page", Buffer.from("<!doctype html><p>404"), "an HTML page"],
    ["a text", Buffer.from("Halo, dunia."), "a text"],
    ["a picture", writePng([]), "a picture"],
    ["a PDF", Buffer.from("%PDF-1.7 aaaaaaaaaaaaaa"), "a PDF"],
    ["zeros", Buffer.alloc(5_000), "no kind of recording that is known"],
  ])("%s is refused", async (_name, bytes, kind) => {
    const { facts, fault } = await read(bytes, "a.mp3");
    expect(facts).toBeUndefined();
    expect(fault?.reason).toBe(`is no recording (${kind})`);
  });

  it.each([
    ["an MP3 with a header", writeMp3(4, { hasInfo: true }).subarray(0, 9_000)],
    ["a tag without its sound", id3Tag(CHAPTERS, writePng([])).subarray(0, 100)],
    ["an M4A without its tables", m4a.subarray(0, 60)],
    ["an M4A within its tables", m4a.subarray(0, m4a.length - 90)],
    ["a WAV", writeWav(3).subarray(0, 9_000)],
  ])("%s that ends early is told", async (_name, bytes) => {
    expect((await read(bytes)).fault?.reason).toBe("is a broken recording (it ends early)");
  });

  it("says so where nobody knows how long it lasts", async () => {
    const { facts, fault } = await read(Buffer.concat([Buffer.from("fLaC"), Buffer.alloc(300)]));
    expect(facts).not.toHaveProperty("durationSeconds");
    expect(fault?.reason).toBe("does not tell how long it lasts");
  });

  it.each([
    ["a folder", "", "is a folder"],
    ["a missing file", "nowhere.mp3", "is not there"],
    ["a name that is none", "\0", "cannot be read (ERR_INVALID_ARG_VALUE)"],
  ])("%s is a fault", async (_name, name, reason) => {
    const { facts, fault } = await readFile(path.join(temporaryFolder(), name));
    expect(facts).toBeUndefined();
    expect(fault?.reason).toBe(reason);
  });

  it("never throws, whatever the bytes", async () => {
    const folder = temporaryFolder();
    const starts = [writeMp3(1, { tag: id3Tag(CHAPTERS) }), m4a, writeWav(1)];
    const damaged = fc
      .record({
        start: fc.constantFrom(...starts),
        at: fc.nat(2_000),
        noise: fc.uint8Array({ maxLength: 40 }),
        end: fc.nat(4_000),
      })
      .map(({ start, at, noise, end }) => {
        const bytes = Buffer.from(start.subarray(0, Math.max(20, end)));
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
        return bytes;
      });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        count += 1;
        const file = path.join(folder, `${count}.bin`);
        writeFileSync(file, bytes);
        const { facts, fault } = await readFile(file);
        expect(facts !== undefined || fault !== undefined).toBe(true);
        for (const chapter of facts?.chapters ?? []) {
          expect(chapter.startSeconds).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is not led into reading without end", async () => {
    const claims = Buffer.alloc(16);
    claims.writeUInt32BE(0xffff_ffff, 4);
    const stts = box("stts", claims);
    const tables = box("stbl", stts, box("stsz", claims), box("stsc", claims), box("stco", claims));
    const media = box(
      "mdia",
      box("hdlr", Buffer.from("\0\0\0\0\0\0\0\0text")),
      box("minf", tables),
    );
    const trak = box("trak", media, box("tref", box("chap", Buffer.alloc(4))));
    const bytes = Buffer.concat([
      box("ftyp", Buffer.from("M4A \0\0\0\0")),
      box("moov", ...Array.from({ length: 90 }, () => trak)),
    ]);
    const before = performance.now();
    expect((await read(bytes)).facts?.type).toBe("audio/x-m4a");
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe("readRecordingOnce", () => {
  const once = (file: string) => readRecordingOnce(file, () => undefined);

  it("has one digest for a copy, and another for another size, beginning or end", async () => {
    const bytes = writeMp3(2);
    const changed = (at: number) => Buffer.from(bytes).fill(1, at, at + 1);
    const folder = temporaryFolder({
      ...{ "a.mp3": bytes, "b.mp3": bytes, "c.mp3": changed(50) },
      ...{ "d.mp3": changed(bytes.length - 1), "e.mp3": bytes.subarray(1) },
    });
    const digests = ["a", "b", "c", "d", "e"].map(async (name) => {
      return (await once(path.join(folder, `${name}.mp3`))).digest;
    });
    const [first, ...others] = await Promise.all(digests);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(first).toBe(others[0]);
    expect(new Set(others).size).toBe(4);
    expect((await once(folder)).digest).toBeUndefined();
  });

  it("takes what is remembered of the same bytes as it is", async () => {
    const file = path.join(temporaryFolder({ "a.mp3": writeMp3(2) }), "a.mp3");
    const known = { fault: { reason: "is known", remedy: "none" } };
    const { digest } = await once(file);
    const asked: string[] = [];
    const recall = (one: string) => {
      asked.push(one);
      return known;
    };
    expect(await readRecordingOnce(file, recall)).toEqual({ read: known, digest });
    expect(asked).toEqual([digest]);
  });
});
