import { describe, expect, it } from "vitest";
import type { Credit, Image } from "../../src/articles/article.ts";
import { renderAtom } from "../../src/formats/atom.ts";
import { renderRss } from "../../src/formats/rss.ts";
import type { Element } from "./documents.ts";
import { childrenOf, feedOf, home, itemOf, readXml, textsOf } from "./documents.ts";

const url = `${home}a.jpg`;
const byAnn: Credit = { creators: ["Ann"] };

describe.each([
  ["RSS", renderRss, "item"],
  ["Atom", renderAtom, "entry"],
] as const)("pictures in %s", (_format, render, name) => {
  const read = (images: readonly Image[], image?: string): Element | undefined =>
    childrenOf(readXml(render(feedOf([itemOf({ images, ...(image && { image }) })]))), name)[0];

  it("say what is known of the file, and nothing else", () => {
    const images = [
      { url, type: "image/jpg", bytes: 12, width: 3, height: 4 },
      { url: `${home}b`, bytes: 0, width: -1 },
    ];
    expect(childrenOf(read(images), "media:content")).toMatchObject([
      {
        "@url": url,
        "@fileSize": "12",
        "@type": "image/jpeg",
        "@medium": "image",
        "@width": "3",
        "@height": "4",
      },
      { "@url": `${home}b`, "@medium": "image" },
    ]);
    expect(Object.keys(childrenOf(read(images), "media:content")[1] ?? {})).not.toContain("@type");
  });

  it("carry caption, credits, notice and licence", () => {
    const credit: Credit = {
      creators: ["Ann", "Bob"],
      source: "DOCKPIX",
      copyrightNotice: "© DOCKPIX",
      license: "https://dockpix.example/licence",
    };
    const [content] = childrenOf(read([{ url, caption: "A < B", credit }]), "media:content");
    expect(childrenOf(content, "media:description")).toMatchObject([
      { "@type": "plain", "#": "A < B" },
    ]);
    expect(childrenOf(content, "media:credit")).toMatchObject([
      { "@role": "photographer", "@scheme": "urn:ebu", "#": "Ann" },
      { "@role": "photographer", "@scheme": "urn:ebu", "#": "Bob" },
      { "@role": "distribution company", "@scheme": "urn:ebu", "#": "DOCKPIX" },
    ]);
    expect(textsOf(content, "media:copyright")).toEqual(["© DOCKPIX"]);
    expect(textsOf(content, "dcterms:license")).toEqual(["https://dockpix.example/licence"]);
  });

  it("keep the role of whoever made them", () => {
    const credit: Credit = { creators: ["Ann"], role: "illustrator" };
    const [content] = childrenOf(read([{ url, credit }]), "media:content");
    expect(childrenOf(content, "media:credit")[0]?.["@role"]).toBe("illustrator");
  });

  it("are shown once each, the lead first, with what is known of them", () => {
    const lead = `${home}lead.jpg`;
    const images = [{ url, credit: byAnn }, { url: lead, caption: "Lead", credit: byAnn }, { url }];
    const contents = childrenOf(read(images, lead), "media:content");
    expect(contents.map((content) => content["@url"])).toEqual([lead, url]);
    expect(contents.map((content) => textsOf(content, "media:credit"))).toEqual([["Ann"], ["Ann"]]);
    expect(textsOf(contents[0], "media:description")).toEqual(["Lead"]);
  });

  it("that are lost are still credited, each name once", () => {
    const item = read([{ credit: byAnn }, { url }, { url: "data:x", credit: byAnn }]);
    expect(childrenOf(item, "media:content")).toHaveLength(1);
    expect(childrenOf(item, "media:credit")).toMatchObject([
      { "@role": "photographer", "#": "Ann" },
    ]);
  });

  it("that are all lost keep their notice", () => {
    const credit: Credit = { creators: [], copyrightNotice: "© Ann" };
    expect(textsOf(read([{ credit }]), "media:copyright")).toEqual(["© Ann"]);
    expect(textsOf(read([{ credit }, { url }]), "media:copyright")).toEqual([]);
  });
});
