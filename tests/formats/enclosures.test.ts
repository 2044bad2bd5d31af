import { describe, expect, it } from "vitest";
import { enclosuresOf, mediaTypeOf, positiveInteger } from "../../src/formats/enclosures.ts";
import { itemOf } from "./documents.ts";

describe("MIME types", () => {
  it.each([
    ["image/jpg", "https://a.example/b", "image/jpeg"],
    ["IMAGE/PNG; q=1", "https://a.example/b", "image/png"],
    ["audio/mp3", "https://a.example/b", "audio/mpeg"],
    [undefined, "https://a.example/b.JPG?x=1.png#y.gif", "image/jpeg"],
    [undefined, "https://a.example/b.mp3", "audio/mpeg"],
    [undefined, "https://a.example/b.m4v", "video/x-m4v"],
    [undefined, "https://a.example/b.php", undefined],
    [undefined, "https://a.example/b.html", undefined],
    [undefined, "https://a.example/b", undefined],
    [undefined, "https://a.example", undefined],
    ["", "https://a.example/", undefined],
    ["nonsense", "https://a.example/b.webp", "image/webp"],
    ["audio/x-unheard-of", "https://a.example/b", "audio/x-unheard-of"],
    ["audio/ x", "https://a.example/b", undefined],
  ])("%s of %s is %s", (given, url, expected) => {
    expect(mediaTypeOf(given, url, [])).toBe(expected);
  });

  it("fit what they are asked for", () => {
    expect(mediaTypeOf("text/html", "https://a.example/b.jpg", ["image"])).toBe("image/jpeg");
    expect(mediaTypeOf(undefined, "https://a.example/b.mp3", ["image"])).toBeUndefined();
  });
});

describe("counts", () => {
  it.each([
    [12, 12],
    [12.9, 12],
    [0, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [undefined, undefined],
  ])("%s is %s", (value, expected) => {
    expect(positiveInteger(value)).toBe(expected);
  });
});

describe("the files of an item", () => {
  it("come in the order of audio, video, enclosure, picture, each address once", () => {
    const files = enclosuresOf(
      itemOf({
        video: "/v.mp4",
        enclosure: { url: "https://site.example/plan.pdf", length: 5 },
        audio: { url: "/a.mp3", length: -1, duration: 61.5 },
      }),
      { url: "https://site.example/v.mp4", type: "image/png" },
      "https://site.example/",
    );
    expect(files.map(({ url, type, length }) => [url, type, length])).toEqual([
      ["https://site.example/a.mp3", "audio/mpeg", 0],
      ["https://site.example/v.mp4", "video/mp4", 0],
      ["https://site.example/plan.pdf", "application/pdf", 5],
    ]);
    expect(files[0]?.durationSeconds).toBe(61);
  });

  it("are none where no type is known", () => {
    const item = itemOf({ audio: "https://site.example/stream", video: "https://site.example/v" });
    expect(enclosuresOf(item, { url: "https://site.example/picture" }, undefined)).toEqual([]);
  });
});
