/** Content of an item, fit to stand among others. */
import { describe, expect, it } from "vitest";
import { readStoryContent } from "../../../src/formats/page/story-content.ts";
import { parsePage } from "./parsed.ts";

const link = "https://site.example/a";
const written = (html: string) => readStoryContent(html, { id: "1", link }).html;

const HEADINGS: readonly (readonly [string, string])[] = [
  ["h1 h2 h3", "h3 h4 h5"],
  ["h4 h4", "h3 h3"],
  ["h2 h4 h3 h2", "h3 h4 h4 h3"],
  ["h3 h2 h3", "h3 h3 h4"],
  ["h1 h2 h3 h4 h5 h6", "h3 h4 h5 h6 h6 h6"],
];

describe("headings", () => {
  it.each(HEADINGS)("of %s stand below the item's as %s", (given, expected) => {
    const html = given.split(" ").map((name) => `<${name}>x</${name}>`);
    const names = parsePage(written(html.join("<p>y</p>"))).elements.map(({ name }) => name);
    expect(names.filter((name) => /^h\d/.test(name)).join(" ")).toBe(expected);
  });

  it("of nothing are left out", () =>
    expect(written("<h2> <b></b></h2><p>x</p>")).toBe("<p>x</p>"));
});

const MENDED: readonly (readonly [string, string])[] = [
  ["<main><nav>a</nav></main><footer>b</footer>", "<div><div>a</div></div><div>b</div>"],
  ["<ul><li>a</li></ul>", "<ul><li>a</li></ul>"],
  ["<ul>x<li>a</li></ul>", "<div>x<div>a</div></div>"],
  ["<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"],
  ["<dl>x<dt>a</dt></dl>", "<div>x<div>a</div></div>"],
  ['<p>a <a href="/b"></a></p>', "<p>a </p>"],
  ["<div><summary>a</summary></div>", "<div><div>a</div></div>"],
  ["<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"],
  ["<pre>a</pre>", '<pre tabindex="0">a</pre>'],
  [
    "<table><tr><th></th><th>a</th></tr></table>",
    '<div class="wide" tabindex="0"><table><tbody><tr><td></td><th>a</th></tr></tbody></table></div>',
  ],
  ['<script>x</script><p style="a" onclick="b">c</p>', "<p>c</p>"],
];

describe("elements", () => {
  it.each(MENDED)("%s", (given, expected) => expect(written(given)).toBe(expected));

  it("that are pictures load late, and videos can be played", () => {
    expect(written('<p>a <img src="/b.jpg"></p>')).toBe(
      '<p>a <img src="https://site.example/b.jpg" alt="" loading="lazy" decoding="async"></p>',
    );
    expect(written('<video src="/b.mp4"></video>')).toContain('controls="" preload="none"');
  });

  it("that link by a picture keep their link only where the picture has words", () => {
    expect(written('<p><a href="/b"><img src="/c.jpg" alt="C"></a></p>')).toContain("<a ");
    const bare = written('<p><a href="/b"><img src="/c.jpg"></a></p>');
    expect(bare).not.toContain("<a ");
    expect(bare).toContain('loading="lazy"');
  });
});

describe("places within an item", () => {
  const html = '<p><a href="#n1" id="r1">1</a></p><p id="n1">Note <a href="#r1">up</a></p>';
  const ids = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

  it("are its own, and are led to within the page", () => {
    const one = written(html);
    const other = readStoryContent(html, { id: "2", link }).html;
    expect(new Set([...ids(one), ...ids(other)]).size).toBe(4);
    for (const id of ids(one)) expect(one).toContain(`href="#${id}"`);
  });

  it("have one name each", () => {
    expect(ids(written('<p id="a">a</p><p id="a">b</p><a href="#a">c</a>'))).toHaveLength(1);
  });
});

describe("the figure at the beginning", () => {
  const figure = '<figure><img src="/a.jpg" alt=""><figcaption>c</figcaption></figure>';

  it("is told apart, also within a box from right to left", () => {
    for (const given of [`${figure}<p>x</p>`, `<div dir="rtl">\n${figure}<p>x</p></div>`]) {
      const { lead, html, text } = readStoryContent(given, { id: "1", link });
      expect([lead?.includes("<img"), html, text]).toEqual([true, "<p>x</p>", "x"]);
    }
  });

  it("is none where words come first", () => {
    expect(readStoryContent(`<p>x</p>${figure}`, { id: "1", link }).lead).toBeUndefined();
  });
});
