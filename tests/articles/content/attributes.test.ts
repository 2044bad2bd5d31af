import { parseFragment } from "parse5";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  licenceOf,
  nodesBelow,
  type ParsedElement,
} from "../../../src/articles/content/attributes.ts";

const BASE = "https://kabar.example/a/";

function elementOf(html: string): ParsedElement {
  const [element] = parseFragment(html).childNodes;
  if (element === undefined || !("tagName" in element)) throw new Error("no element");
  return element;
}

describe("the licence that a link leads to", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ['<a href="//creativecommons.org/licenses/by/4.0/">', "//creativecommons.org/licenses/by/4.0/"],
    ['<a href=" HTTPS://WWW.CreativeCommons.org/publicdomain/zero/1.0/">', undefined],
    ['<a rel="license" href="/terms">', "//kabar.example/terms"],
    ['<a property="cc:license" href="b">', "//kabar.example/a/b"],
  ])("is found in %s", (link, address) => {
    const expected = address ?? "//www.creativecommons.org/publicdomain/zero/1.0/";
    expect(licenceOf(elementOf(link), BASE)).toBe(`https:${expected}`);
  });

  it.each([
    ['<a href="https://kabar.example/licenses/">'],
    ['<a rel="license" href="mailto:ann@kabar.example">'],
    ['<a rel="license">'],
  ])("is not found in %s", (link) => {
    expect(licenceOf(elementOf(link), BASE)).toBeUndefined();
  });

  it("is not sought in the addresses of other links", () => {
    const parse = vi.spyOn(URL, "canParse");
    expect(licenceOf(elementOf('<a href="https://kabar.example/b/">'), BASE)).toBeUndefined();
    expect(parse).not.toHaveBeenCalled();
  });
});

describe("what is below an element", () => {
  const box = elementOf("<div><p>a<b>b</b></p><i>c</i><u>d</u></div>");
  const namesBelow = (...rest: [limit: number, isOpen?: (element: ParsedElement) => boolean]) =>
    [...nodesBelow(box, ...rest)].map((node) => ("value" in node ? node.value : node.nodeName));

  it("comes in document order", () => {
    expect(namesBelow(99)).toEqual(["p", "a", "b", "b", "i", "c", "u", "d"]);
  });

  it("ends at a limit", () => expect(namesBelow(3)).toEqual(["p", "a", "b"]));

  it("leaves out what is in closed elements", () => {
    expect(namesBelow(99, ({ tagName }) => tagName !== "p")).toEqual(["p", "i", "c", "u", "d"]);
  });
});
