import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Content } from "../../../src/articles/article.ts";
import { readContent } from "../../../src/articles/content/content.ts";
import type { UncreditedPictures } from "../../../src/articles/content/uncredited-pictures.ts";
import { faultsOf, reparsed } from "./tree.ts";

const WITHHOLD: UncreditedPictures = { kind: "withhold" };
const baseUrl = "https://site.example/a/";

function read(source: string, uncredited: UncreditedPictures): Content {
  return readContent({ form: "html", source }, { baseUrl, images: [], uncredited });
}

const CREDITED =
  '<figure><img src="/b.jpg"><figcaption>Air. (AP Photo/Ann Lee)</figcaption></figure>';

describe("what a withheld picture leaves in the text", () => {
  const img = '<img src="/secret.jpg" srcset="/secret-big.jpg 2x">';
  const link = '<a href="/secret-1024x768.jpg">';
  const shown = (srcset: string) =>
    `<figure><img src="https://site.example/b.jpg"${srcset} alt=""><figcaption>Air. ` +
    "<small>AP Photo/Ann Lee</small></figcaption></figure>";
  const credited = (more: string) => CREDITED.replace('src="', `${more} src="`);
  const B = "https://site.example/b.jpg";

  it.each([
    ["a link with words", `<p>See ${link}${img} the picture</a></p>`, "<p>See the picture</p>"],
    [
      "a link to another edition around it",
      `<p>A ${link.replace("1024x768", "original")}${img} b</a></p>`,
      "<p>A b</p>",
    ],
    ["a link elsewhere", `<p>${img}</p><p>As ${link}seen</a>.</p>`, "<p>As seen.</p>"],
    ["a link in a heading", `<h2>Head ${link}${img}</a></h2>`, "<h2>Head</h2>"],
    ["a link around a box", `<p>A ${link}<span>${img}</span></a> b</p>`, "<p>A b</p>"],
    [
      "a link that others lead to",
      `<p><a href="#n">1</a> ${img}</p><p>${link.replace("<a", '<a id="n"')}x</a></p>`,
      '<p><a href="https://site.example/a/#n">1</a></p><p><span id="n">x</span></p>',
    ],
    ["a link without words", `<p>${img}</p>${link}</a><p>Kata</p>`, "<p>Kata</p>"],
    [
      "a link of its address",
      `<p>${img}</p><p>https: ${link}https://site.example/secret-1024x768.jpg</a></p>`,
      "<p>https:</p>",
    ],
    ["breaks on both sides", `<p>A<br>${img}<br>b</p>`, "<p>A<br>b</p>"],
    ["blanks in verse", `<p>${img}</p><pre>a  ${img}  b</pre>`, "<pre>a    b</pre>"],
    [
      "a quotation",
      `${img}<blockquote cite="/secret.jpg"><p>A</p></blockquote>`,
      "<blockquote><p>A</p></blockquote>",
    ],
    ["a frame", `${img}<p>A</p><iframe src="/secret.jpg"></iframe>`, "<p>A</p>"],
    ["a frame with a title", `${img}<iframe src="/secret.jpg" title="T"></iframe>`, "<p>T</p>"],
    ["a video that is none", `${img}<video src="/secret.jpg"><p>Words</p></video>`, "<p>Words</p>"],
    [
      "sources and posters",
      `${img}<video poster="/secret.jpg"><source src="/v.mp4"><source src="/secret.jpg"></video>`,
      '<video><source src="https://site.example/v.mp4"></video>',
    ],
    ["a list", `<p>A</p><ul><li>${img}</li><li>${img}</li></ul>`, "<p>A</p>"],
    ["an item", `<ul><li>A</li><li>${img}</li></ul>`, "<ul><li>A</li></ul>"],
    [
      "a cell",
      `<table><tr><td>A</td><td> ${img}</td></tr></table>`,
      "<table><tbody><tr><td>A</td><td></td></tr></tbody></table>",
    ],
    ["a table", `<p>A</p><table><tr><td>${img}</td><td>${img}</td></tr></table>`, "<p>A</p>"],
    [
      "a gallery",
      `<p>A</p><figure><figure>${img}<figcaption>One</figcaption></figure><figcaption>Gallery words</figcaption></figure>`,
      "<p>A</p>",
    ],
    ["a summary", `<p>A</p><details><summary>${img}</summary></details>`, "<p>A</p>"],
    [
      "sizes of another",
      `${img}${credited('srcset="/secret.jpg 1x, /b.jpg 2x"')}`,
      shown(` srcset="${B} 2x"`),
    ],
    ["all sizes of another", `${img}${credited('srcset="/secret.jpg" sizes="9px"')}`, shown("")],
    ["a description of another", `${img}${credited('longdesc="/secret.jpg"')}`, shown("")],
    [
      "a link around another",
      `${img}${CREDITED.replace("<img", `${link}<img`).replace("<figc", "</a><figc")}`,
      shown(""),
    ],
    [
      "a link in the caption of another",
      `${img}${CREDITED.replace("Air.", `${link}Air</a>.`)}`,
      shown(""),
    ],
  ])("is nothing: %s", (_, source, html) => {
    const content = read(source, WITHHOLD);
    expect(content.html.replace(/>\n+</g, "><")).toBe(html);
    expect(read(content.html, WITHHOLD).html).toBe(content.html);
    expect(JSON.stringify(content.images)).not.toContain("secret");
  });

  it("is what the text has of other pictures, empty boxes and videos", () => {
    const html =
      '<p>A <a href="https://site.example/other.jpg">b</a></p><ul><li></li></ul>' +
      '<video src="https://site.example/v.mp4" poster="https://site.example/frame.jpg"></video>';
    expect(read(`${html}<p>${img}</p>`, WITHHOLD).html).toBe(html);
  });

  it("is found in linear time", () => {
    const part = `<p>A ${img} b ${link}c</a></p><p><img src="/b.jpg" data-credit="Foto: A B/AP"></p>`;
    const many = (count: number) => `<figure>${img.repeat(count)}</figure>${part.repeat(count)}`;
    const seconds = (source: string, policy: UncreditedPictures) => {
      const start = performance.now();
      expect(read(source, policy).html).not.toContain("secret");
      return (performance.now() - start) / 1000;
    };
    const url = "https://site.example/none.png";
    for (const policy of [WITHHOLD, { kind: "placeholder", url } as const]) {
      expect(seconds(many(500), policy)).toBeLessThan(2);
    }
  });
});

describe("any body with a picture that names nobody", () => {
  const words = ["Air. ", " ", "\n", "x", "<br>", "Foto: A B/AP", "Kata kata. "];
  const address = "/secret-300x200.jpg";
  const pieces = [
    '<img src="/secret.jpg">',
    '<img src="/secret.jpg" srcset="/secret.jpg 1x, /secret-big.jpg 2x" alt="x">',
    '<figure><a href="/secret.jpg"><img src="/secret-300x200.jpg"></a></figure>',
    `<a href="${address}">`,
    `<blockquote cite="${address}">`,
    `<q cite="${address}">`,
    `<video src="/v.mp4" poster="${address}">`,
    `<iframe src="${address}" title="T"></iframe>`,
  ];
  const tags = "p h2 ul li table tr td th caption details summary div b span a pre dl dd".split(
    " ",
  );
  const opened = (name: string) => `<${name}>`;
  const closed = (name: string) => `</${name}>`;
  const bodyOf = (more: readonly string[]) => {
    const close = [...tags, "video", "q", "blockquote"].map(closed);
    const kinds = [words, [...pieces, ...more], tags.map(opened), close];
    const part = fc.oneof(...kinds.map((kind) => fc.constantFrom(...kind)));
    return fc.array(part, { maxLength: 25 }).map((parts) => parts.join(""));
  };
  const loose = ["figure", "figcaption"].flatMap((name) => [opened(name), closed(name)]);
  const credited =
    '<img src="/b.jpg" data-credit="Foto: C D/AP" srcset="/b.jpg 1x, /secret.jpg 2x">';
  const body = bodyOf([...loose, credited, `<video src="${address}">`]);
  // A loose caption may come to stand beside another picture than the one it is read with.
  const captioned = '<figure><img src="/secret.jpg"><figcaption>Air.</figcaption></figure>';
  const whole = bodyOf([captioned, `<figure>${credited}</figure>`]);

  it("never shows it where it is withheld", () => {
    fc.assert(
      fc.property(body, (source) => {
        const { html, images, uncredited } = read(source, WITHHOLD);
        fc.pre(uncredited.some(({ url }) => url?.includes("secret")));
        expect(html + JSON.stringify(images)).not.toContain("secret");
        expect(faultsOf(html)).toEqual([]);
        expect(reparsed(html)).toBe(html);
      }),
      { numRuns: 300 },
    );
  });

  it("reads the same again without it", () => {
    fc.assert(
      fc.property(whole, (source) => {
        const { html, uncredited } = read(source, WITHHOLD);
        fc.pre(uncredited.some(({ url }) => url?.includes("secret")));
        expect(read(html, { kind: "show" }).html).toBe(html);
      }),
      { numRuns: 300 },
    );
  });

  it("never shows it where another stands in its place", () => {
    const url = "https://site.example/none.png";
    fc.assert(
      fc.property(body, (source) => {
        const { html, images, uncredited } = read(source, { kind: "placeholder", url });
        fc.pre(uncredited.some((image) => image.url?.includes("secret")));
        expect(html + JSON.stringify(images)).not.toContain("secret");
        expect(images.filter((image) => image.url === url)).toEqual([{ url }]);
        expect(faultsOf(html)).toEqual([]);
        expect(reparsed(html)).toBe(html);
      }),
      { numRuns: 300 },
    );
  });
});
