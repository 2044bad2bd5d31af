import { describe, expect, it } from "vitest";
import type { Content, Image } from "../../../src/articles/article.ts";
import { readContent } from "../../../src/articles/content/content.ts";
import type { UncreditedPictures } from "../../../src/articles/content/uncredited-pictures.ts";

const WITHHOLD: UncreditedPictures = { kind: "withhold" };
const baseUrl = "https://site.example/a/";

function read(
  source: string,
  uncredited: UncreditedPictures,
  images: readonly Image[] = [],
): Content {
  return readContent({ form: "html", source }, { baseUrl, images, uncredited });
}

const CREDITED =
  '<figure><img src="/b.jpg"><figcaption>Air. (AP Photo/Ann Lee)</figcaption></figure>';

describe("a picture that names nobody, withheld", () => {
  it.each([
    [
      "a figure with a caption",
      '<figure><img src="/x.jpg"><figcaption>Sawah.</figcaption></figure>',
    ],
    ["a line of its own", '<p><img src="/x.jpg" srcset="/x-2.jpg 2x"></p>'],
    ["a link around it", '<p><a href="/x-full.jpg"><img src="/x.jpg"></a></p>'],
    ["among words", '<p>Kata <img src="/x.jpg"> kata.</p>'],
    [
      "twice, in two sizes",
      '<p><img src="/x-300x200.jpg"></p><p>Kata</p><p><img src="/x.jpg"></p>',
    ],
    ["in a table", '<table><tr><td>Satu</td><td><img src="/x.jpg"></td></tr></table>'],
    [
      "a poster of the same picture",
      '<p><img src="/x.jpg"></p><video src="/v.mp4" poster="/x.jpg"></video>',
    ],
    [
      "a gallery with one that is credited",
      `<figure><figure><img src="/x.jpg"></figure>${CREDITED}</figure>`,
    ],
    [
      "two in one figure",
      '<figure><img src="/x.jpg"><img src="/x2.jpg"><figcaption>Dua.</figcaption></figure>',
    ],
  ])("is nowhere: %s", (_, source) => {
    const content = read(`<p>Awal.</p>${source}<p>Akhir.</p>`, WITHHOLD);
    expect(JSON.stringify([content.html, content.images])).not.toMatch(/\/x/);
    expect(content.html).toMatch(/Awal\.[\s\S]*Akhir\./);
    expect(content.uncredited.map(({ url }) => url)).toContain(content.uncredited[0]?.url);
    expect(content.uncredited[0]?.url).toMatch(/\/x/);
  });

  it("is nowhere when the record names it", () => {
    const content = read("<p>Isi.</p>", WITHHOLD, [{ url: "https://site.example/x.jpg" }]);
    expect(content).toMatchObject({ html: "<p>Isi.</p>", images: [] });
  });

  it("leaves those that are credited, and credits without a picture", () => {
    const lost = "<figure><figcaption>Sawah. (AP Photo/Bo Ek)</figcaption></figure>";
    const content = read(`${CREDITED}<p>Isi.</p>${lost}`, WITHHOLD);
    expect(content.images.map(({ credit }) => credit?.creators)).toEqual([["Ann Lee"], ["Bo Ek"]]);
    expect(content.uncredited).toEqual([]);
  });

  it("counts a licence as no name, unless all is free", () => {
    const image = (license: string): Image => ({
      ...{ url: "https://site.example/x.jpg", credit: { creators: [], license } },
    });
    const images = (license: string) => read("<p>Isi.</p>", WITHHOLD, [image(license)]).images;
    expect(images("https://creativecommons.org/licenses/by/4.0/")).toEqual([]);
    expect(images("https://creativecommons.org/publicdomain/zero/1.0/")).toHaveLength(1);
  });
});

describe("a placeholder", () => {
  it("stands where the credit would, and is told to no machine", () => {
    const text = "Fotografer tidak diketahui";
    const source =
      '<figure><img src="/x.jpg"><figcaption>Sawah.</figcaption></figure><p>A <img src="/y.jpg"> b.</p>';
    const content = read(source, { kind: "placeholder", text });
    expect(content.html.match(/<small>Fotografer tidak diketahui<\/small>/g)).toHaveLength(2);
    expect(content.images.map(({ credit }) => credit)).toEqual([undefined, undefined]);
    expect(content.uncredited).toHaveLength(2);
  });

  it("is another picture where there is one, also for the lead", () => {
    const url = "https://site.example/none.png";
    const source = `<p><img src="/x-300x200.jpg" srcset="/x.jpg 2x" width="300"></p>${CREDITED}`;
    const content = read(source, { kind: "placeholder", url }, [
      { url: "https://site.example/x.jpg" },
    ]);
    expect(content.html).not.toMatch(/\/x|width/);
    expect(content.html).toContain(`<img src="${url}" alt="">`);
    expect(content.images.map((image) => image.url)).toEqual([url, "https://site.example/b.jpg"]);
  });

  it("leads nowhere, and nothing of the picture stays", () => {
    const url = "https://site.example/ph.png";
    const source =
      '<figure><a href="/up/secret.jpg"><img src="/up/secret-300x200.jpg" alt="Hill"></a>' +
      '<figcaption>Sawah.</figcaption></figure><p>As <a href="/up/secret.jpg">seen</a>.</p>' +
      '<video src="/v.mp4" poster="/up/secret.jpg"></video>' +
      '<p><a href="/page/"><img src="/up/secret-2.jpg"></a></p>';
    const content = read(source, { kind: "placeholder", url });
    expect(content.html).toBe(
      `<figure><img src="${url}" alt=""><figcaption>Sawah.</figcaption></figure>` +
        '<p>As seen.</p><video src="https://site.example/v.mp4"></video>' +
        `<figure><a href="https://site.example/page/"><img src="${url}" alt=""></a></figure>`,
    );
    expect(content.images).toEqual([{ url }]);
    expect(content.uncredited).toMatchObject([{ caption: "Sawah.", alt: "Hill" }, {}]);
  });

  it("shows the caption that the record has, and tells no machine", () => {
    const url = "https://site.example/ph.png";
    const image = { url: "https://site.example/x.jpg", caption: "Sawah.", alt: "Hill" };
    const content = read("<p>Isi.</p>", { kind: "placeholder", url, text: "Anon" }, [image]);
    expect(content.html).toBe(
      `<figure><img src="${url}" alt=""><figcaption>Sawah. <small>Anon</small></figcaption>` +
        "</figure>\n<p>Isi.</p>",
    );
    expect(content.images).toEqual([{ url }]);
  });
});
