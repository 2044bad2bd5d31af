import { describe, expect, it } from "vitest";
import { readTranscripts } from "../../../src/articles/episodes/transcripts.ts";
import { fieldsOf } from "../reading.ts";

const read = (transcript: unknown) =>
  readTranscripts(fieldsOf({ transcript }), "https://site.example/a/");
const VTT = { url: "https://site.example/a/t.vtt", type: "text/vtt", isCaptions: true };
const SRT = { url: "https://site.example/t.srt", type: "application/x-subrip", isCaptions: true };
const TEXT = { url: "https://cdn.example/t?id=7", type: "text/plain", isCaptions: false };

describe("readTranscripts", () => {
  it.each([
    ["t.vtt", [VTT]],
    [
      ["t.vtt", "/t.srt"],
      [VTT, SRT],
    ],
    [{ vtt: "t.vtt", srt: "/t.srt" }, [VTT, SRT]],
    [{ url: "https://cdn.example/t?id=7", type: "text/plain" }, [TEXT]],
    [[{ file: "t.vtt", lang: "pt_BR" }], [{ ...VTT, language: "pt-BR" }]],
    [{ src: "/t.srt", type: "application/srt", captions: false }, [{ ...SRT, isCaptions: false }]],
    [{ src: "t.json", rel: "captions" }, [{ type: "application/json", isCaptions: true }]],
    ["t.html", [{ type: "text/html", isCaptions: false }]],
    [["t.vtt", "t.vtt"], [VTT]],
    [undefined, []],
  ])("%j", (value, transcripts) => {
    const told = read(value);
    expect(told.transcripts).toHaveLength(transcripts.length);
    expect(told.transcripts).toMatchObject(transcripts);
    expect(told.faults).toEqual([]);
  });

  it("leaves out what is none, and keeps the rest", () => {
    const { transcripts, faults } = read(["t.vtt", "Selamat pagi, kata dia.", "t.doc", 7]);
    expect(transcripts).toMatchObject([VTT]);
    expect(faults.map(({ field }) => field)).toEqual(["transcript", "transcript", "transcript"]);
  });
});
