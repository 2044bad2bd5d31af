import { describe, expect, it } from "vitest";
import { faultOfTranscript } from "../../src/feeds/podcast-transcripts.ts";

const VTT = "WEBVTT\n\nNOTE isi\n\n1\n00:00.000 --> 01:00:05.000 align:start\n<v Maya>Halo\n";
const SRT = "1\r\n00:00:00,000 --> 00:00:02,760\r\nHalo\r\n";
const JSON_TEXT = JSON.stringify({ version: "1.0.0", segments: [{ startTime: 0, body: "Halo" }] });

describe("faultOfTranscript", () => {
  it.each([
    ["text/vtt", VTT],
    ["text/vtt", `\ufeff${VTT.replaceAll("\n", "\r\n")}`],
    ["application/x-subrip", SRT],
    ["application/json", JSON_TEXT],
    ["text/html", "<cite>Maya:</cite> <p>Halo</p>"],
    ["text/plain", "Maya: Halo"],
  ] as const)("takes good %s", (type, text) => {
    expect(faultOfTranscript(text, type)).toBeUndefined();
  });

  it.each([
    ["text/vtt", "", "is empty"],
    ["text/vtt", "WEBVTTX\n", 'does not begin with "WEBVTT"'],
    ["text/vtt", "WEBVTT\n\nHalo\n", "has no cue"],
    ["text/vtt", "WEBVTT\n\n00:00,000 --> 00:01,000\nHalo", "has a line 3 that is not like"],
    ["text/vtt", "WEBVTT\n\n00:09.000 --> 00:01.000\nHalo", "ends before it begins, in line 3"],
    ["text/vtt", "WEBVTT\n\n99:59.000 --> 01:00:01.000\nHalo", "has a line 3 that is not like"],
    ["application/x-subrip", VTT, "has a line 6 that is not like"],
    ["application/x-subrip", "Halo", "has no cue"],
    ["application/json", "{", "is no JSON"],
    ["application/json", "[]", "has no list of segments"],
    ["application/json", '{"segments":[]}', "names no version"],
    [
      ...(["application/json", '{"version":"1","segments":[{"start":0}]}'] as const),
      "has a segment 1 without startTime or body",
    ],
    ["text/html", "Halo", "is no HTML"],
    ["text/html", "<p>Halo<script>x()</script>", "holds a script"],
    ["text/plain", " \n", "is empty"],
  ] as const)("sees what is wrong with %s: %j", (type, text, fault) => {
    expect(faultOfTranscript(text, type)).toContain(fault);
  });

  it("takes hours of either length", () => {
    const text = "WEBVTT\n\n59:59.000 --> 01:00:01.000\nHalo\n";
    expect(faultOfTranscript(text, "text/vtt")).toBeUndefined();
  });

  it("is quick with a long one", () => {
    const before = performance.now();
    for (const line of [" ".repeat(400_000), "0".repeat(400_000), "00:".repeat(100_000)]) {
      faultOfTranscript(`WEBVTT\n\n${line} -->${line}`, "text/vtt");
      faultOfTranscript(`${line} -->${line}`, "application/x-subrip");
    }
    expect(performance.now() - before).toBeLessThan(500);
  });
});
