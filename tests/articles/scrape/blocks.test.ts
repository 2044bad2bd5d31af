import { describe, expect, it } from "vitest";
import { readScrape } from "../../../src/articles/scrape/scrape.ts";

const LONG =
  "The keeper walked down to the water before anyone else was awake, as she did on " +
  "every day of the year, and found that the lamp had been lit.";
const BEHIND = "When she came back, nobody said who had lit it for her, and she never asked again.";

function htmlOf(middle: string, title = "A lamp is lit"): readonly string[] {
  const text = `${title}\n\n3 May 2024\n\n${LONG}\n\n${middle}\n\n${BEHIND}\n\n${LONG}`;
  const html = readScrape(text, { languages: ["en"], timeZone: "UTC" }).html;
  const [first, second, third] = [`<p>${LONG}</p>\n`, `\n<p>${BEHIND}</p>`, `\n<p>${LONG}</p>`];
  expect(html.startsWith(first)).toBe(true);
  expect(html.endsWith(`${second}${third}`)).toBe(true);
  return html.slice(first.length, -second.length - third.length).split("\n");
}

describe("subheadings", () => {
  it.each([
    "What the keeper saw",
    "Anak-anak ikut mengecat papan nama dermaga di tepi laut",
    "Лодка без единого гвоздя",
    "若い漁師の新しい店",
    "섬마을의 새 배",
    "محطة عند البئر",
    "चाय की दुकान बनी डाकघर",
    "เรือลำเล็กที่สุดในคลอง",
    "The year 1998",
    "50 years of light",
  ])("%s", (line) => {
    expect(htmlOf(line)).toEqual([`<h2>${line}</h2>`]);
  });

  it.each([
    "The lamp was lit.",
    "Who lit it?",
    "दीप जला।",
    "灯りがともった。",
    "“The lamp is lit”",
    "«Лампа горит»",
    "— The lamp is lit",
    "- The lamp",
    "1. The lamp",
    "(The lamp)",
    "The lamp:",
    "The lamp,",
    "1998",
    "12:30",
    "• The lamp",
    "@keeper",
    "The lamp stood on a table that her grandfather had made from the door of the first " +
      "light, which burned down",
  ])("not %s", (line) => {
    expect(htmlOf(line)).toEqual([`<p>${line}</p>`]);
  });

  it("are neither first nor last, and have a paragraph below", () => {
    const html = readScrape(`A lamp\n\nThe keeper\n\n${LONG}\n\nThe lamp\n\nThe end`, {
      languages: ["en"],
      timeZone: "UTC",
    }).html;
    expect(html).not.toContain("<h2>");
  });
});

describe("adjacent lines", () => {
  it("are one verse where they are short", () => {
    expect(htmlOf("The lamp is out\nThe tide is in\nand no one comes")).toEqual([
      "<p>The lamp is out<br>",
      "The tide is in<br>",
      "and no one comes</p>",
    ]);
  });

  it("are paragraphs where they are long", () => {
    expect(htmlOf(`${LONG}\nShe sat.\n${LONG}`)).toEqual([
      `<p>${LONG}</p>`,
      "<p>She sat.</p>",
      `<p>${LONG}</p>`,
    ]);
  });

  it("are one list behind bullets", () => {
    expect(htmlOf("• one\n• two & three\n\n• four")).toEqual([
      "<ul>",
      "<li>one</li>",
      "<li>two &amp; three</li>",
      "<li>four</li>",
      "</ul>",
    ]);
  });

  it.each([
    [
      "a wrapped paragraph",
      "The keeper of the light had three rooms and a stove, and in the winter\nshe lived " +
        "in the one with the stove and kept her apples in the others,\nwhere the frost " +
        "could not reach them.",
      "The keeper of the light had three rooms and a stove, and in the winter she lived " +
        "in the one with the stove and kept her apples in the others, where the frost could " +
        "not reach them.",
    ],
    [
      "hyphens at line ends",
      "The keeper of the light had three rooms and a stove, and in a well-\nknown letter " +
        "to her sister she called it a palace, with all its pre-\nand post-war furniture, " +
        "and with its one window.",
      "The keeper of the light had three rooms and a stove, and in a well-known letter " +
        "to her sister she called it a palace, with all its pre- and post-war furniture, " +
        "and with its one window.",
    ],
    [
      "no space between ideographs",
      "江边的老渡口只剩下一位船工。六十八岁的陈大山每天清晨把船擦干净等着并\n不多的客人。今年春天附近的学校把自然课搬到了船上，孩子们在水面上认识了\n鸟，也认识了他。",
      "江边的老渡口只剩下一位船工。六十八岁的陈大山每天清晨把船擦干净等着并不多的客人。今年春天附近的学校把自然课搬到了船上，孩子们在水面上认识了鸟，也认识了他。",
    ],
    [
      "spaces between Korean words",
      "남쪽 섬마을의 작은 우체국이 도서관으로 바뀌었다. 편지를 나누던\n칸마다 이제는 책이 꽂혀 있다. 아이들은 학교가 끝나면 배를\n기다리며 책을 읽는다.",
      "남쪽 섬마을의 작은 우체국이 도서관으로 바뀌었다. 편지를 나누던 칸마다 이제는 책이 꽂혀 있다. 아이들은 학교가 끝나면 배를 기다리며 책을 읽는다.",
    ],
  ])("join: %s", (_, lines, paragraph) => {
    expect(htmlOf(lines)).toEqual([`<p>${paragraph}</p>`]);
  });

  it("part where a wrapped paragraph ends, and where a credit begins", () => {
    const wrapped =
      "The keeper of the light had three rooms and a stove, and in the winter\nshe lived " +
      "in the one with the stove and kept her apples in the others.";
    const joined = wrapped.replace("\n", " ");
    expect(htmlOf(`${wrapped}\n   ${wrapped}`)).toEqual([`<p>${joined}</p>`, `<p>${joined}</p>`]);
    const caption =
      "The keeper of the light stands in the room with the stove and looks at\nthe apples";
    expect(htmlOf(`${wrapped}\n\n${caption}\n(Photo: Ada Flint/AFP)`)).toEqual([
      `<p>${joined}</p>`,
      `<figure><figcaption>${caption.replace("\n", " ")} ` +
        "<small>(Photo: Ada Flint/AFP)</small></figcaption></figure>",
    ]);
  });

  it("join in a title that was wrapped", () => {
    const title =
      "The council votes to keep the last lamp of the northern sound burning\nuntil the " +
      "new tower is built";
    const body =
      "The keeper of the light had three rooms and a stove, and in the winter\nshe lived " +
      "in the one with the stove and kept her apples in the others.";
    const scrape = readScrape(`${title}\n\n${body}`, { languages: ["en"], timeZone: "UTC" });
    expect(scrape.title).toBe(title.replace("\n", " "));
  });
});

describe("credits", () => {
  it.each([
    ["alone", "©Ada Flint/TASS", "<small>©Ada Flint/TASS</small>"],
    [
      "below a caption",
      "The lamp in the window\n©Ada Flint/TASS",
      "The lamp in the window <small>©Ada Flint/TASS</small>",
    ],
    [
      "below a caption that is a sentence",
      "The lamp stands in the window.\n©Ada Flint/TASS",
      "The lamp stands in the window. <small>©Ada Flint/TASS</small>",
    ],
    [
      "behind a caption",
      "The lamp in the window. (Foto: Ada Flint/ANTARA)",
      "The lamp in the window. <small>(Foto: Ada Flint/ANTARA)</small>",
    ],
    [
      "escaped",
      "A <lamp> & a wick\n© Ada & Flint/TASS",
      "A &lt;lamp&gt; &amp; a wick <small>© Ada &amp; Flint/TASS</small>",
    ],
  ])("%s", (_, lines, figcaption) => {
    expect(htmlOf(lines)).toEqual([`<figure><figcaption>${figcaption}</figcaption></figure>`]);
  });

  it("take no paragraph for a caption", () => {
    expect(htmlOf(`${LONG}\n©Ada Flint/TASS\n${LONG}`)).toEqual([
      `<p>${LONG}</p>`,
      "<figure><figcaption><small>©Ada Flint/TASS</small></figcaption></figure>",
      `<p>${LONG}</p>`,
    ]);
  });

  it("take no title for a caption", () => {
    const scrape = readScrape(`A lamp is lit\n©Ada Flint/TASS\n\n${LONG}\n\n${BEHIND}`, {
      languages: ["en"],
      timeZone: "UTC",
    });
    expect(scrape.title).toBe("A lamp is lit");
    expect(scrape.html).toContain("<figcaption><small>");
  });
});
