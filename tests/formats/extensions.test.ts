import fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { Extension } from "../../src/feeds/feed.ts";
import { namespacesOf, withExtensions } from "../../src/formats/extensions.ts";
import { textElement } from "../../src/formats/xml.ts";

const written = (extensions: readonly Extension[]) => withExtensions([], extensions).join("\n");
const extension = (name: string, objects: unknown): Extension => ({
  name,
  objects: objects as Extension["objects"],
});

describe("extensions as elements", () => {
  it.each([
    ["text", "a & b", "<itunes:x>a &#x26; b</itunes:x>"],
    ["a number", 3, "<itunes:x>3</itunes:x>"],
    ["false", false, "<itunes:x>false</itunes:x>"],
    ["_text", { _text: "a" }, "<itunes:x>a</itunes:x>"],
    ["_cdata", { _cdata: "<b>" }, "<itunes:x>&#x3C;b&#x3E;</itunes:x>"],
    ["attributes", { _attributes: { href: 'a"b', "": 1 } }, '<itunes:x href="a&quot;b"/>'],
    ["a namespace of its own", { _attributes: { "xmlns:y": "z" } }, "<itunes:x/>"],
    ["children", { "itunes:y": { _text: "b" } }, "<itunes:x>\n<itunes:y>b</itunes:y>\n</itunes:x>"],
    ["a list", ["a", { _text: "b" }], "<itunes:x>a</itunes:x>\n<itunes:x>b</itunes:x>"],
    ["nothing", undefined, ""],
    ["null", null, ""],
    ["children without a namespace", { about: "b" }, "<itunes:x/>"],
  ])("of %s", (_what, objects, expected) => {
    expect(written([extension("itunes:x", objects)])).toBe(expected);
  });

  it.each(["x", "_x", "unknown:x", "xmlns:x", "itunes:", "itunes:a b", "itunes:x:y", ""])(
    "are none where nobody knows the namespace: %j",
    (name) => {
      expect(written([extension(name, { _text: "a" })])).toBe("");
    },
  );

  it("stay out where the element is there already", () => {
    const elements = [textElement("dc:rights", "ours")];
    const extensions = [extension("dc:rights", "theirs"), extension("dc:source", "more")];
    expect(withExtensions(elements, extensions)).toEqual([
      "<dc:rights>ours</dc:rights>",
      "<dc:source>more</dc:source>",
    ]);
  });

  it("end, however deep or round they are", () => {
    const round: Record<string, unknown> = {};
    round["itunes:x"] = round;
    expect(XMLValidator.validate(written([extension("itunes:x", round)]))).toBe(true);
    expect(namespacesOf([extension("itunes:x", round)])).toHaveProperty("xmlns:itunes");
  });

  it("are well-formed, with every prefix declared, whatever they hold", () => {
    const name = fc.constantFrom("itunes:x", "media:y", "dc:z", "_attributes", "_text", "_cdata");
    const objects = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: "binary" }),
        fc.integer(),
        fc.dictionary(fc.oneof(name, fc.string()), tie("node"), { maxKeys: 3 }),
        fc.array(tie("node"), { maxLength: 2 }),
      ),
    })).node;
    fc.assert(
      fc.property(objects, (value) => {
        const extensions = [extension("podcast:a", value)];
        const root = Object.entries(namespacesOf(extensions)).map(
          ([key, uri]) => `${key}="${uri}"`,
        );
        const document = `<rss ${root.join(" ")}>${written(extensions)}</rss>`;
        expect(XMLValidator.validate(document)).toBe(true);
        for (const [, prefix] of document.matchAll(/<([a-z]+):/gi)) {
          expect(document).toContain(`xmlns:${prefix}=`);
        }
      }),
    );
  });
});
