import path from "node:path";
import { describe, expect, it } from "vitest";
import { openMediaPlaces } from "../../../src/feeds/media/media-places.ts";

const ARTICLE = { url: "https://x.example/news/flood/", recordPath: "news/flood.md" };
const DIGEST = "3f9c0a1b2c4d5e6f".padEnd(64, "0");

/** Every address of the site is a file of the project, at the path that it names. */
function placesWith(media: "auto" | "copy" | "site") {
  const config = {
    ...{
      feedsUrl: "https://x.example/feeds/",
      folder: "/project",
      output: "/project/feeds",
      media,
    },
    images: { probe: false, allow: [], folders: { "https://dam.example/": "dam" } },
  };
  const findFile = (address: string) => {
    const { host, pathname } = new URL(address);
    if (host === "elsewhere.example") return undefined;
    const inner = host === "dam.example" ? `dam${pathname}` : pathname;
    return { file: path.join("/project", decodeURI(inner)), bytes: 5, version: "1" };
  };
  return openMediaPlaces({ config, findFile, digestOf: () => DIGEST });
}

describe("a file of the project", () => {
  it("goes out under its name and what it holds", () => {
    expect(placesWith("auto").of("https://x.example/foto/Banjir%20Besar.JPG", ARTICLE)).toEqual({
      url: "https://x.example/feeds/media/banjir-besar-3f9c0a1b2c4d5e6f.jpg",
      file: {
        path: "media/banjir-besar-3f9c0a1b2c4d5e6f.jpg",
        source: "/project/foto/Banjir Besar.JPG",
        ...{ digest: DIGEST, bytes: 5 },
      },
    });
  });

  it.each([
    ["https://x.example/foto/%E5%8C%97%E4%BA%AC.jpg", "media/3f9c0a1b2c4d5e6f.jpg"],
    ["https://x.example/foto/S%C3%A3o%20Paulo.webp", "media/sao-paulo-3f9c0a1b2c4d5e6f.webp"],
  ])("%s has a name in ASCII", (url, name) => {
    expect(placesWith("auto").of(url, ARTICLE)?.file.path).toBe(name);
  });

  it.each([
    ["auto", "https://x.example/static/a.jpg", false],
    ["auto", "https://x.example/public/a.jpg", false],
    ["auto", "https://dam.example/a.jpg", false],
    ["auto", "https://x.example/staticfoto/a.jpg", true],
    ["copy", "https://x.example/static/a.jpg", true],
    ["copy", "https://dam.example/a.jpg", true],
    ["site", "https://x.example/foto/a.jpg", false],
    ["copy", "https://x.example/feeds/podcast/a.png", false],
  ] as const)("with media: %s, %s moves: %s", (media, url, isMoved) => {
    expect(placesWith(media).of(url, ARTICLE) !== undefined).toBe(isMoved);
  });

  it.each([
    "https://elsewhere.example/a.jpg",
    "https://x.example/feedwright.config.yaml",
    "https://x.example/news/flood.md",
    "https://x.example/.secret/a.jpg",
    "https://x.example/%2Esecret/a.jpg",
    "https://x.example/_drafts/a.jpg",
    "https://x.example/page.html",
    "https://x.example/a.jpg.txt",
  ])("%s stays where it is", (url) => {
    expect(placesWith("copy").of(url, ARTICLE, true)).toBeUndefined();
  });

  it("is a paper only where a link leads to it", () => {
    const places = placesWith("auto");
    expect(places.of("https://x.example/report.pdf", ARTICLE)).toBeUndefined();
    expect(places.of("https://x.example/report.pdf", ARTICLE, true)).toBeDefined();
  });
});
