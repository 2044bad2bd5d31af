/** Whatever stands in a feed, a page shows it as text and runs none of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainLine } from "../../../src/articles/plain-text.ts";
import { renderHtmlIndex } from "../../../src/formats/html-index.ts";
import { renderHtmlPage } from "../../../src/formats/html-page.ts";
import { faultOfDocument } from "../../../src/publish/check.ts";
import { feedOf, home, itemOf } from "../documents.ts";
import { pageOf } from "./pages.ts";
import { parsePage } from "./parsed.ts";

const ATTACKS = [
  "</title><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</script><!--<script>",
  "<!--",
  "]]>",
  "{{main}} {{head}} $& $1",
  "&lt;script&gt; &amp;quot; &#x22;",
  "<svg/onload=alert(1)>",
  "\u0000\u2028\ud800\u202e",
];
const ADDRESSES = [
  "javascript:alert(1)",
  " jAvAsCrIpT:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  'https://x.example/"><script>',
  "https://user:pass@x.example/",
  "//other.example/a",
  "/own?a=1&b=2#c",
  "file:///etc/passwd",
];

const text = fc.oneof(
  fc.constantFrom(...ATTACKS),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.tuple(fc.constantFrom(...ATTACKS), fc.string({ maxLength: 8 })).map((parts) => parts.join("")),
);
const address = fc.oneof(fc.constantFrom(...ADDRESSES), fc.webUrl());
const html = fc
  .array(
    fc.oneof(
      text,
      fc.tuple(address, text).map(([href, words]) => `<a href="${href}" id="a">${words}</a>`),
      fc.tuple(address, text).map(([src, alt]) => `<img src="${src}" alt="${alt}" onload="x()">`),
      fc.constantFrom("<h4>a</h4>", "<h1>b</h1>", "<main><nav>c</nav></main>", "<iframe src=a>"),
      fc.constantFrom("<ul>x<li>y</ul>", "<dl><p>z</dl>", "<style>*{}</style>", "<form><input>"),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const image = fc.record({
  url: address,
  alt: text,
  caption: text,
  credit: fc.record({ creators: fc.array(text, { maxLength: 2 }), license: address, raw: text }),
});
const item = fc.record({
  title: text,
  id: fc.uuid(),
  link: address,
  summary: text,
  content: html,
  author: fc.array(fc.record({ name: text, link: address }), { maxLength: 2 }),
  category: fc.array(fc.record({ name: text }), { maxLength: 2 }),
  images: fc.array(image, { maxLength: 2 }),
  audio: fc.record({ url: address, type: fc.constantFrom("audio/mpeg", "text/html") }),
  language: fc.oneof(text, fc.constantFrom("ar", "en", "zh-Hant")),
});
const options = fc.record({
  title: text,
  description: text,
  copyright: text,
  image: address,
  language: fc.oneof(text, fc.constantFrom("he", "de", "sw")),
  podcast: fc.boolean(),
});

const SAFE = /^(?:https?:\/\/|\.{0,2}\/|#|[\w-][\w./%-]*$)/;
const SCRIPTS = new Set(["src,defer", "type"]);

function expectHarmless(document: string): void {
  const page = parsePage(document);
  expect(page.errors).toEqual([]);
  expect(faultOfDocument(Buffer.from(document), "text/html")).toBeUndefined();
  for (const { name, attributes } of page.elements) {
    const keys = Object.keys(attributes);
    expect(keys.filter((key) => /^on|^style$|^srcdoc$/.test(key))).toEqual([]);
    expect(["style", "iframe", "object", "embed", "base", "svg", "form "]).not.toContain(name);
    if (name === "script") expect(SCRIPTS.has(keys.join(","))).toBe(true);
    for (const key of ["href", "src", "poster", "action"]) {
      const value = attributes[key];
      if (value !== undefined) expect(value).toMatch(SAFE);
    }
  }
  const ids = page.elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { text: data, attributes } of page.all("script")) {
    if (attributes["type"] !== undefined) expect(() => JSON.parse(data)).not.toThrow();
  }
}

describe("a page of hostile items", () => {
  it("is whole, runs nothing, and shows titles as they are", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 3 }), options, text, (items, told, words) => {
        const page = pageOf({ siteTitle: words, siteDescription: words });
        const given = items.map((one) => itemOf({ ...one, audio: one.audio }));
        const feed = feedOf(given, { ...told, page });
        const document = renderHtmlPage(feed);
        expectHarmless(document);
        expectHarmless(renderHtmlIndex([feed, feed], words));
        const shown = parsePage(document)
          .all("article", "story")
          .map(({ elements }) => elements.find(({ name }) => name === "h2")?.text);
        const titled = items.filter(({ title }) => plainLine(title) !== "");
        for (const { title } of titled) expect(shown).toContain(plainLine(title));
      }),
      { numRuns: 60 },
    );
  });

  it("names no address that is no http(s) address", () => {
    const link = ADDRESSES[0] ?? "";
    const document = renderHtmlPage(feedOf([itemOf({ link, image: link, audio: link })]));
    expect(document).not.toContain("alert");
    expect(document).toContain(home);
  });
});
