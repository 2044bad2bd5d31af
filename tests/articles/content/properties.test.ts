import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Image } from "../../../src/articles/article.ts";
import { readContent } from "../../../src/articles/content/content.ts";
import { faultsOf, reparsed } from "./tree.ts";

const BASE = "https://kabar.example/a/";
const UNFIT =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const TAGS =
  "a abbr audio b blockquote body br button caption center cite code col dd details div dl dt em embed figcaption figure font form frameset h1 h2 hr i iframe image img input li listing math marquee menu mi nobr noscript object ol option p picture plaintext pre q rp rt ruby script section select small source span style svg table tbody td template textarea th title tr track u ul video x-y xmp";

const tag = fc.constantFrom(...TAGS.split(" "));
const attribute = fc.constantFrom(
  ...[
    "",
    ' src="a.jpg"',
    ' href="/x"',
    ' href="#n"',
    ' id="n"',
    ' class="caption"',
    ' class="photo-credit"',
    ' data-credit="Foto: A B/dpa"',
    ' data-src="b.jpg"',
    ' srcset="a.jpg 1x, ,b,c.jpg 2x"',
    ' lang="id"',
    " hidden",
    " onclick=x",
    ' src="javascript:x"',
    ' title="T"',
    ' alt="Hill. (Foto: A B/dpa)"',
    ' title="Foto: C D/AP" alt="x"',
    ' class="gallery photo"',
    ' class="kg-bookmark-card"',
    ' class="sr-only"',
    ' size="1"',
    ' data-author="E F"',
    ' itemscope itemtype="https://schema.org/ImageObject"',
    ' itemprop="creator" content="G H"',
    ' rel="license" href="https://creativecommons.org/licenses/by/4.0/"',
    ' property="cc:attributionName"',
  ],
);
const words = fc.constantFrom(
  "x",
  " ",
  "\n",
  "\n\n",
  "Foto: A B/dpa",
  "©C D/TASS",
  "Credit",
  "Photo:",
  "Boats wait. ",
  "A B (CC BY 2.0)",
  "Enlarge",
  "by ",
  "&lt;",
  "&#0;",
  "—",
  "(",
);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(tag, attribute).map(([name, more]) => `<${name}${more}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  { weight: 3, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<?x"),
  },
);
const html = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

const markdownPiece = fc.constantFrom(
  ..."![a](b.jpg) |![a](b.jpg 'Foto: A B/dpa') |*c* |**|_|[x](y)|[^1]|[^1]: n|\n|\n\n|- [ ] |> |    |```|`|# |{{< figure src='a.jpg' attr='A B' >}}|![[a.jpg]]|![A. Foto: B C/AP](a.jpg){#fig-a credit='D E'}|{: .caption}|<figure markdown>|</figure>|<Image src='a.jpg' credit='F G' />|{{ image(src='a.jpg') }}|{% x %}|{{ 'a' }}|{: .x}|<div>|</div>|a | b |".split(
    "|",
  ),
  "|",
  "\n|-|-|\n",
);
const markdown = fc.array(markdownPiece, { maxLength: 30 }).map((pieces) => pieces.join(""));

const contentOf = (form: "html" | "markdown", source: string, images: readonly Image[] = []) => {
  return readContent({ form, source }, { baseUrl: BASE, images });
};

describe("any body", () => {
  it.each([
    ["html", html],
    ["html", fc.string({ unit: "binary", maxLength: 200 })],
    ["markdown", markdown],
    ["markdown", fc.string({ unit: "grapheme", maxLength: 200 })],
  ] as const)("%s becomes safe HTML that a parser reads as it was meant", (form, bodies) => {
    fc.assert(
      fc.property(bodies, (source) => {
        const content = contentOf(form, source);
        expect(faultsOf(content.html)).toEqual([]);
        expect(content.html).not.toMatch(UNFIT);
        expect(content.summary).not.toMatch(UNFIT);
        expect(reparsed(content.html).replaceAll("&nbsp;", "\u00a0")).toBe(
          content.html.replaceAll("&quot;", '"'),
        );
        expect(contentOf("html", content.html).html).toBe(content.html);
      }),
      { numRuns: 400 },
    );
  });

  it("shows every name that its list of pictures tells", () => {
    const credit = { creators: ["Ann Bee"], source: "AP", creditLine: "Ann Bee/AP" };
    const image = fc.record(
      {
        url: fc.constantFrom("https://kabar.example/a/a.jpg", "https://kabar.example/a/z.jpg"),
        caption: fc.constantFrom("Cap", "Other"),
        credit: fc.constant(credit),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(html, fc.array(image, { maxLength: 3 }), (source, images) => {
        const content = contentOf("html", source, images);
        for (const shown of content.images) {
          for (const name of shown.credit?.creators ?? []) expect(content.html).toContain(name);
          if (shown.url !== undefined) expect(faultsOf(`<img src="${shown.url}">`)).toEqual([]);
        }
        if (images.some((given) => given.credit)) expect(content.html).toContain("Ann Bee");
      }),
      { numRuns: 200 },
    );
  });
});
