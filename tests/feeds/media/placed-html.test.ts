import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { escapeMarkup } from "../../../src/articles/content/markup.ts";
import { placeInHtml } from "../../../src/feeds/media/placed-html.ts";

const MOVED: Readonly<Record<string, string>> = {
  "https://x.example/a.jpg": "https://x.example/feeds/media/a-1.jpg",
  "https://x.example/b.jpg": "https://x.example/feeds/media/b-2.jpg",
  "https://x.example/q.jpg?a=1&b=2": "https://x.example/feeds/media/q-3.jpg",
  "https://x.example/talk.mp3": "https://x.example/feeds/media/talk-4.mp3",
};
const move = (url: string) => MOVED[url];

describe("addresses in HTML", () => {
  it.each([
    ['<img src="https://x.example/a.jpg" alt="A">', "a-1.jpg"],
    ['<img src="https://x.example/q.jpg?a=1&amp;b=2" alt="">', "q-3.jpg"],
    ['<a href="https://x.example/talk.mp3">Listen</a>', "talk-4.mp3"],
    ['<video src="https://x.example/v.mp4" poster="https://x.example/b.jpg"></video>', "b-2.jpg"],
    [
      '<img srcset="https://x.example/a.jpg 320w, https://x.example/c.jpg 640w" src="https://x.example/c.jpg" alt="">',
      "a-1.jpg 320w, https://x.example/c.jpg 640w",
    ],
  ])("move in %s", (html, moved) => {
    const placed = placeInHtml(html, move);
    expect(placed).toContain(`https://x.example/feeds/media/${moved}`);
    expect(Object.keys(MOVED).filter((url) => placed.includes(`"${escapeMarkup(url)}"`))).toEqual(
      [],
    );
  });

  it.each([
    'a text that says src="https://x.example/a.jpg" stays',
    '<p title="src=&quot;https://x.example/a.jpg&quot;">stays</p>',
    '<img alt=" src=&quot;https://x.example/a.jpg&quot;" src="https://x.example/c.jpg">',
    '<blockquote cite="https://x.example/a.jpg">stays</blockquote>',
    '<img src="https://elsewhere.example/a.jpg" alt="">',
  ])("stay in %s", (html) => {
    expect(placeInHtml(html, move)).toBe(html);
  });

  it("tell links from pictures", () => {
    const asked: (readonly [string, boolean])[] = [];
    placeInHtml(
      '<a href="https://x.example/p.pdf"><img src="https://x.example/a.jpg"></a>',
      (...all) => {
        asked.push(all);
        return undefined;
      },
    );
    expect(asked).toEqual([
      ["https://x.example/p.pdf", true],
      ["https://x.example/a.jpg", false],
    ]);
  });

  it("is the same document else, whatever the values hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.webUrl(), (alt, to) => {
        const html = `<p>x</p><img src="https://x.example/a.jpg" alt="${escapeMarkup(alt)}">`;
        const placed = placeInHtml(html, () => to);
        const [, before] = parseFragment(html).childNodes as { attrs?: unknown[] }[];
        const [, after] = parseFragment(placed).childNodes as { attrs?: { value: string }[] }[];
        expect(after?.attrs?.map(({ value }) => value)[0]).toBe(to);
        expect(after?.attrs?.slice(1)).toEqual(before?.attrs?.slice(1));
      }),
      { numRuns: 200 },
    );
  });
});
