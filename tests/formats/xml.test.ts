import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { fitText } from "../../src/formats/text.ts";
import {
  element,
  emptyElement,
  htmlElement,
  textElement,
  xmlDocument,
} from "../../src/formats/xml.ts";

describe("text", () => {
  it.each([
    ["plain", "plain"],
    ["a & b < c > d", "a &#x26; b &#x3C; c &#x3E; d"],
    ["&amp;", "&#x26;amp;"],
    ["]]>", "]]&#x3E;"],
    ["quotes \" and '", "quotes \" and '"],
    ["\u0000\u0008\u000b\u000c\u001f\u007f", ""],
    ["tab\tline\nline\r\nline\r", "tab\tline\nline\nline\n"],
    ["\u0093q\u0094 \u0085 \u0081", "“q” … "],
    ["\ud800a\udc00 🚢 \ufffe\uffff\ufffd", "a 🚢 "],
    ["\ud83f\udfff", ""],
  ])("%j becomes %j", (text, expected) => {
    expect(textElement("a", text)).toBe(`<a>${expected}</a>`);
  });

  it("is no element where there is none", () => {
    expect(textElement("a", undefined)).toBeUndefined();
    expect(textElement("a", "")).toBeUndefined();
    expect(htmlElement("a", undefined)).toBeUndefined();
    expect(htmlElement("a", fitText(""))).toBeUndefined();
  });
});

describe("attributes", () => {
  it("are escaped, keep line ends and leave out what is undefined", () => {
    expect(emptyElement("a", { b: 'x & "y" <z>\n\u0001', c: undefined, d: 0 })).toBe(
      '<a b="x &amp; &quot;y&quot; &lt;z&gt;&#xA;" d="0"/>',
    );
  });
});

describe("HTML", () => {
  it.each([
    ["<p>a &amp; b</p>", "<![CDATA[<p>a &amp; b</p>]]>"],
    ["x]]>y]]>z", "<![CDATA[x]]]]><![CDATA[>y]]]]><![CDATA[>z]]>"],
    ["]]]]>>", "<![CDATA[]]]]]]><![CDATA[>>]]>"],
    ["]]\u0000>", "<![CDATA[]]]]><![CDATA[>]]>"],
    ["a]]", "<![CDATA[a]]]]>"],
  ])("%j becomes %j", (html, expected) => {
    const xml = htmlElement("a", fitText(html));
    expect(xml).toBe(`<a>${expected}</a>`);
    expect(XMLValidator.validate(String(xml))).toBe(true);
  });
});

describe("elements and documents", () => {
  it("put each child on its line", () => {
    const root = element("a", [textElement("b", "1"), undefined, textElement("c", "2")], {
      d: "3",
    });
    expect(xmlDocument(root)).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a d="3">\n<b>1</b>\n<c>2</c>\n</a>\n',
    );
  });

  it("close an element without children", () => {
    expect(element("a", [undefined], { b: "1" })).toBe('<a b="1"/>');
  });
});
