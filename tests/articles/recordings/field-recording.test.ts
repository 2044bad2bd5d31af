import { describe, expect, it } from "vitest";
import { readRecording } from "../../../src/articles/recordings/field-recording.ts";
import { fieldsOf } from "../reading.ts";

const context = { articleUrl: "https://site.example/a/" };
const read = (fields: Record<string, unknown>) => readRecording(fieldsOf(fields), context);
const A = "https://site.example/a/a.mp3";
const C = "https://cdn.example/e?id=7";

describe("readRecording", () => {
  it.each([
    [{ audio: "a.mp3" }, { url: A, type: "audio/mpeg" }],
    [{ audio: "/here.mp3" }, { url: "https://site.example/here.mp3" }],
    [{ audio: "a.m4a" }, { type: "audio/x-m4a" }],
    [{ audio: "a.opus" }, { type: "audio/ogg" }],
    [{ video: "a.mp4" }, { type: "video/mp4" }],
    [
      { audio: { url: "a.mp3", length: "12", duration: "1:05" } },
      { bytes: 12, durationSeconds: 65 },
    ],
    [
      { audio: C, audio_type: "audio/mp3", audio_length: 12 },
      { url: C, type: "audio/mpeg", bytes: 12 },
    ],
    [{ audio: { url: C, type: "audio/mp4; codecs=x" } }, { url: C, type: "audio/x-m4a" }],
    [{ audio: "a.mp3", itunes_duration: "01:00:01" }, { durationSeconds: 3_601 }],
    [{ enclosure: `${A}\n12\naudio/mpeg\na:1:{}` }, { url: A, type: "audio/mpeg", bytes: 12 }],
    [{ enclosures: [{ url: "a.jpg" }, { url: "a.mp3" }] }, { url: A }],
    [{ audio: "a.mp3", bytes: -1 }, { url: A }],
  ])("%j", (fields, recording) => {
    expect(read(fields)).toMatchObject(recording);
  });

  it("keeps the picture that is made for it, with its credit", () => {
    const fields = { itunes_image: "/k.png", itunes_image_credit: "Foto: Maya Hendrawan" };
    const { artwork } = read({ audio: "a.mp3", image: "/lead.jpg", ...fields }) ?? {};
    expect(artwork).toMatchObject({
      url: "https://site.example/k.png",
      credit: { creators: ["Maya Hendrawan"] },
    });
    expect(read({ audio: "a.mp3", image: "/lead.jpg" })).not.toHaveProperty("artwork");
  });

  it.each([
    ...[{}, { audio: true }, { audio: "javascript:x" }, { audio: "a.jpg" }, { audio: "kata kata" }],
    ...[{ audio: "/e?id=7" }, { audio: { url: "a.mp3", type: "text/html" } }, { audio: [[]] }],
  ])("%j names none", (fields) => {
    expect(read(fields)).toBeUndefined();
  });
});
