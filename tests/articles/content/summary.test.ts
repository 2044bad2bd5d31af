import { describe, expect, it } from "vitest";
import { readContent } from "../../../src/articles/content/content.ts";

const summaryOf = (source: string): string => {
  return readContent({ form: "html", source }, { baseUrl: "https://a.example/", images: [] })
    .summary;
};

describe("a summary made of the story", () => {
  it.each([
    ["<p>One <b>two</b>\n three.</p><p>Four.</p>", "One two three."],
    ["<p>***</p><p>Words.</p>", "Words."],
    ["<p>Fact.<sup><a href='#fn1'>[1]</a></sup></p>", "Fact."],
    ["<div>One.<br><br>Two.</div>", "One."],
    ["bare &amp; plain &lt;words", "bare & plain <words"],
    ["<ul><li>Only a list</li></ul>", "Only a list"],
    ["<figure><img src=a.jpg><figcaption>Cap</figcaption></figure>", ""],
    ["<h1>Heading</h1>", ""],
    ["", ""],
  ])("%s", (html, summary) => expect(summaryOf(html)).toBe(summary));

  it.each([
    ["blanks between words", "Kata demi kata yang panjang, ", / (?:Kata|demi|kata|yang|panjang)…$/],
    [
      "no blanks",
      "日本の首相は木曜日、東京で記者団に対し、新しい政策を発表した。",
      /[\p{sc=Han}\p{sc=Hiragana}。、]…$/u,
    ],
    ["marks on letters", "ประเทศไทยมีอากาศร้อนชื้นตลอดทั้งปี", /\p{sc=Thai}…$/u],
    ["one endless word", "a", /a…$/],
    ["families of signs", "Kata👨‍👩‍👧‍👦", /(?:Kata|👦)…$/u],
  ])("is cut between words: %s", (_, words, end) => {
    const summary = summaryOf(`<p>${words.repeat(400)}</p>`);
    expect(summary.length).toBeLessThanOrEqual(300);
    expect(summary.length).toBeGreaterThan(200);
    expect(summary).toMatch(end);
    expect(summary).not.toMatch(/\p{Cs}/u);
  });

  it("is the record's own where it has one", () => {
    const context = { baseUrl: "https://a.example/", images: [], summary: " Own\nwords " };
    const body = { form: "html", source: "<p>Other.</p>" } as const;
    expect(readContent(body, context).summary).toBe("Own words");
  });
});
