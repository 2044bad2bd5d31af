import fc from "fast-check";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { parseWellFormed } from "../../../src/articles/content/well-formed.ts";
import { anyText } from "../../any-text.ts";

type Nodes = readonly DefaultTreeAdapterTypes.ChildNode[];

/** Whatever a node tells, but for its place. */
function told(nodes: Nodes): unknown[] {
  return nodes.map((node) => {
    if (!("tagName" in node)) return "value" in node ? node.value : node.nodeName;
    const { tagName, attrs, namespaceURI, childNodes } = node;
    return [tagName, attrs, namespaceURI, told(childNodes)];
  });
}

function parsed(source: string): Nodes {
  const context = defaultTreeAdapter.createElement("div", html.NS.HTML, []);
  return parseFragment(context, source, { scriptingEnabled: false }).childNodes;
}

const NAMES = "a b blockquote br code div em h2 hr i img li mark ol p pre section span ul td".split(
  " ",
);
const ATTRIBUTES = ["", ' href="/a?b=1&amp;c"', ' id="x" class="y z"', ' title="&quot;&lt;"'];
const TEXTS = [
  "kata",
  " ",
  "\n",
  "&amp;",
  "&lt;b>",
  "a > b",
  '"',
  "é",
  "\f",
  "\ud800",
  "&copy;",
  "&",
];

const text = fc.oneof({ arbitrary: fc.constantFrom(...TEXTS), weight: 9 }, anyText);
const attributes = fc.constantFrom(...ATTRIBUTES);
const name = fc.constantFrom(...NAMES);

/** Every start tag with its end tag, nested in any way. */
const { nested } = fc.letrec<{ nested: string; element: string }>((tie) => ({
  nested: fc
    .array(fc.oneof({ maxDepth: 6 }, text, tie("element")), { maxLength: 4 })
    .map((parts) => parts.join("")),
  element: fc.tuple(name, attributes, tie("nested")).map(([tag, given, inner]) => {
    const isVoid = ["br", "hr", "img"].includes(tag);
    return isVoid ? `<${tag}${given}>` : `<${tag}${given}>${inner}</${tag}>`;
  }),
}));

/** Tags in any order. */
const jumbled = fc
  .array(
    fc.oneof(
      text,
      fc.tuple(name, attributes).map(([tag, given]) => `<${tag}${given}>`),
      name.map((tag) => `</${tag}>`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

describe("parseWellFormed", () => {
  it("reads what it reads as the parser does", () => {
    let count = 0;
    fc.assert(
      fc.property(fc.oneof(nested, jumbled), (source) => {
        const nodes = parseWellFormed(source);
        if (nodes === undefined) return;
        count += 1;
        expect(told(nodes)).toEqual(told(parsed(source)));
      }),
      { numRuns: 2_000 },
    );
    expect(count).toBeGreaterThan(400);
  });

  it.each([
    '<h2>Judul</h2>\n<p>Kata <em>miring</em>,<br>\nbaris &amp; <a href="/b">tautan</a>.</p>\n',
    '<ul>\n<li>satu</li>\n<li>\n<p>dua</p>\n<ol start="3">\n<li>a</li>\n</ol>\n</li>\n</ul>\n',
    '<blockquote>\n<p>Kutipan</p>\n</blockquote>\n<hr />\n<pre><code class="language-js">\n a</code></pre>',
    '<figure><img src="a.jpg" alt="&quot;A&quot;"><figcaption>B <small>© C</small></figcaption></figure>',
    "",
  ])("needs no parser for %j", (source) => {
    const nodes = parseWellFormed(source);
    expect(nodes).toBeDefined();
    expect(told(nodes ?? [])).toEqual(told(parsed(source)));
  });

  it.each([
    ...["<p>a<p>b", "<p>a</b></p>", "<p><div>a</div></p>", "<a><b><a>c</a></b></a>", "<em>a"],
    ...["<li>a</li>", "<ul><ul></ul></ul>", "<table></table>", "<P>a</P>", "<p id=a>b</p>", "</p>"],
    ...["<pre>\na</pre>", "<p/>", '<p id="a" id="b">c</p>', "a&nbsp;b", "a\0b", "a\rb", "a < b"],
    ...["<!-- a -->", "</br>", "<h2><h3>a</h3></h2>", "<script>1</script>", "<b><b>a</b></b>"],
    "<span>".repeat(100) + "</span>".repeat(100),
  ])("leaves %j to the parser", (source) => {
    expect(parseWellFormed(source)).toBeUndefined();
  });
});
