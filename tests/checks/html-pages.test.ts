/** The last look at a page. */
import { describe, expect, it } from "vitest";
import { faultOfPage } from "../../src/checks/html-pages.ts";

const GOOD = `<!doctype html><html><head><title>T</title><script src="a.js" defer></script>
<script type="application/ld+json">{}</script></head><body></body></html>\n`;

describe("a page", () => {
  it("passes where it is whole", () => expect(faultOfPage(Buffer.from(GOOD))).toBeUndefined());

  it.each([
    ["a control character", "T", "\u0001", /no browser/],
    ["no doctype", "<!doctype html>", "", /begin/],
    ["no end", "</body></html>", "", /ends/],
    ["no title", "<title>T", "<title> ", /title/],
    ["a script", "<body>", "<body><script>x</script>", /script/],
    ["a handler's script", "<body>", "<body><SCRIPT async>x</SCRIPT>", /script/],
  ])("with %s is refused", (_, from, to, reason) => {
    expect(faultOfPage(Buffer.from(GOOD.replace(from, to)))).toMatch(reason);
  });
});
