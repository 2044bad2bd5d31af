import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readScrape,
  type Scrape,
  type ScrapeContext,
} from "../../../src/articles/scrape/scrape.ts";

const CONTEXT: ScrapeContext = { languages: ["en"], timeZone: "UTC" };
const CASES = new URL("cases/", import.meta.url);

function readCase(name: string, file: string): string {
  return readFileSync(new URL(`${name}/${file}`, CASES), "utf8");
}

/** As `expected.json` writes it: moments as text, the HTML by lines. */
function describeScrape(scrape: Scrape): unknown {
  const moment = (read: Scrape["published"]) => read && new Date(read.ms).toISOString();
  return {
    ...(scrape.title !== undefined && { title: scrape.title }),
    ...(scrape.published && { published: moment(scrape.published) }),
    ...(scrape.updated && { updated: moment(scrape.updated) }),
    authors: scrape.authors,
    tags: scrape.tags,
    html: scrape.html.split("\n"),
  };
}

describe("golden pages", () => {
  const folders = readdirSync(CASES, { withFileTypes: true }).filter((one) => one.isDirectory());
  it.each(folders.map((folder) => folder.name))("%s", (name) => {
    const context: ScrapeContext = JSON.parse(readCase(name, "case.json"));
    const told = describeScrape(readScrape(readCase(name, "page.txt"), context));
    if (process.env["UPDATE_GOLDEN"] === "1") {
      const written = `${JSON.stringify(told, undefined, 2)}\n`;
      writeFileSync(new URL(`${name}/expected.json`, CASES), written);
    }
    const expected: unknown = JSON.parse(readCase(name, "expected.json"));
    expect(told).toEqual(expected);
  });
});

const FIRST =
  "The keeper walked down to the water before anyone else was awake, as she always did.";
const SECOND =
  "When she came back, the lamp was lit, and nobody has ever said who had lit it for her.";
const TWO = `<p>${FIRST}</p>\n<p>${SECOND}</p>`;

describe("the title", () => {
  const read = (head: string) => readScrape(`${head}\n\n${FIRST}\n\n${SECOND}`, CONTEXT);

  it.each([
    ["before the date", "A lamp is lit\n3 May 2024"],
    ["behind the date", "3 May 2024\nA lamp is lit"],
    ["twice", "A lamp is lit\n\nA lamp is lit"],
    ["in other case", "A LAMP IS LIT\nA lamp is lit"],
    ["with the name of the site", "A lamp is lit - The Shore\nA lamp is lit"],
    ["below the name of the site", "The Shore\nA lamp is lit | The Shore\nA lamp is lit"],
    ["cut off", "A lamp is li…\nA lamp is lit"],
    ["with other spaces", "A  lamp\u00a0is lit\nA lamp is lit"],
    ["below its section", "World\nA lamp is lit"],
    ["above the byline", "A lamp is lit\nBy Ada Flint"],
  ])("is found once: %s", (_, head) => {
    expect(read(head).title).toBe("A lamp is lit");
    expect(read(head).html).toBe(TWO);
  });

  it("loses its quotes in no copy", () => {
    expect(read("“A lamp” is lit\n'A lamp' is lit").title).toBe("“A lamp” is lit");
  });

  it("knows its line", () => {
    expect(read("\n3 May 2024\n\nA lamp is lit").titleLine).toBe(4);
  });

  it("is the record's own where the record has one", () => {
    const context = { ...CONTEXT, title: "The lamp" };
    const scrape = readScrape(`The Lamp\n\nA lamp is lit\n\n${FIRST}`, context);
    expect(scrape.title).toBe("The lamp");
    expect(scrape.html).toBe(`<p>A lamp is lit</p>\n<p>${FIRST}</p>`);
  });

  it.each([
    ["a long paragraph", `${FIRST} ${SECOND}\n\n${FIRST}`],
    ["a sentence", `${FIRST}\n\n${SECOND}`],
    ["the only line", "A lamp is lit"],
    ["a list item", `• A lamp\n• A wick\n\n${FIRST}`],
  ])("is not %s", (_, text) => {
    expect(readScrape(text, CONTEXT).title).toBeUndefined();
    expect(readScrape(text, CONTEXT).html).not.toBe("");
  });
});

describe("dates and authors", () => {
  const iso = (head: string, languages = ["en"]) => {
    const scrape = readScrape(`A lamp is lit\n${head}\n\n${FIRST}\n\n${SECOND}`, {
      languages,
      timeZone: "Asia/Jakarta",
    });
    expect(scrape.html).toBe(TWO);
    return describeScrape(scrape);
  };

  it.each([
    ["Friday 16 September 2022", "2022-09-15T17:00:00.000Z", "en"],
    ["16 September 2022 10:30 WIB", "2022-09-16T03:30:00.000Z", "id"],
    ["Posted by Ada Flint on September 16, 2022 at 10:30 AM", "2022-09-16T03:30:00.000Z", "en"],
    ["By Ada Flint | 16 September 2022 10:30 GMT", "2022-09-16T10:30:00.000Z", "en"],
    ["16 сентября 2022, 10:30", "2022-09-16T03:30:00.000Z", "ru"],
    ["2022年9月16日 10時30分", "2022-09-16T03:30:00.000Z", "ja"],
  ])("%s", (head, published, language) => {
    expect(iso(head, [language])).toMatchObject({ published });
  });

  it("are both read where the page has both", () => {
    expect(iso("Published: 16 September 2022\nUpdated: 17 September 2022 08:00")).toMatchObject({
      published: "2022-09-15T17:00:00.000Z",
      updated: "2022-09-17T01:00:00.000Z",
    });
  });

  it("are the sharper where one day is named twice", () => {
    const head = "Friday 16 September 2022\n16 September 2022 10:30";
    expect(iso(head)).toMatchObject({ published: "2022-09-16T03:30:00.000Z" });
  });

  it("are read below the deck", () => {
    const text = `A lamp is lit\n\n${FIRST}\n\nBy Ada Flint\n3 May 2024\n\n${SECOND}`;
    const scrape = readScrape(text, CONTEXT);
    expect(describeScrape(scrape)).toMatchObject({
      published: "2024-05-03T00:00:00.000Z",
      authors: ["Ada Flint"],
    });
    expect(scrape.html).toBe(TWO);
  });

  it("stay in the text where the line says more", () => {
    const scrape = readScrape(`A lamp is lit\nShore News - 3 May 2024\n\n${FIRST}`, CONTEXT);
    expect(describeScrape(scrape)).toMatchObject({ published: "2024-05-03T00:00:00.000Z" });
    expect(scrape.html).toContain("Shore News - 3 May 2024");
  });
});

describe("hostile and odd texts", () => {
  const html = (text: string) => readScrape(text, CONTEXT).html;

  it.each(["", "\ufeff", "\n\n\r\n", "\u00a0\u200b\n\u200e"])("%j has no story", (text) => {
    expect(readScrape(text, CONTEXT)).toEqual({ authors: [], tags: [], html: "" });
  });

  it.each(["\n\n", "\r\n\r\n", "\r\r", "\n\f\n", "\n\u00a0\n", "\n\u200b\n", "\u2029", "\n\v\n"])(
    "%j is a blank line",
    (gap) => {
      expect(html(`\ufeffA lamp is lit${gap}${FIRST}${gap}${SECOND}`)).toBe(TWO);
    },
  );

  it("keeps every character that a text can hold, and escapes the three that HTML reads", () => {
    const odd =
      "“a” ‘b’ «c» 「d」 [e] {f} x\u00a0y, soft\u00adhyphen, کتاب‌ها, ไทย\u200bไทย, 👩‍🚀 a  b.";
    expect(html(`${FIRST}\n\n${odd}`)).toBe(`<p>${FIRST}</p>\n<p>${odd}</p>`);
    expect(html(`${FIRST}\n\n<i>1 & 2</i> &amp; "3" — that is all there is.`)).toContain(
      '&lt;i&gt;1 &amp; 2&lt;/i&gt; &amp;amp; "3"',
    );
  });

  it("escapes in every block", () => {
    const text = `A lamp\n\n${FIRST}\n\n<b>\n<i>\n\n<h>ead\n\n${SECOND}\n\n• <li>\n• &\n\n${FIRST}`;
    expect(html(text).match(/<(?!\/?(?:p|h2|br|ul|li)>)/g)).toBeNull();
  });

  it.each([
    ["paragraphs", `${FIRST} ${SECOND}\n\n`.repeat(8_000)],
    ["one line", "a ".repeat(500_000)],
    ["short lines", "a b\n".repeat(30_000)],
    ["white space", `a${" ".repeat(500_000)}b`],
    ["menus", "Home > ".repeat(150_000)],
    ["buttons", "Share\nPrint\n".repeat(20_000)],
    ["bullets", "• a\n".repeat(25_000)],
    ["dashes", `${"a - ".repeat(45)}\n`.repeat(500)],
    ["copies of a title", "A title that is there again and again\n\n".repeat(10_000)],
  ])("takes linear time: %s", (_, text) => {
    const start = performance.now();
    readScrape(text, { ...CONTEXT, siteTitle: "Home" });
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

describe("every paragraph", () => {
  const word = fc.constantFrom(
    ..."river stone lamp Home share print read more comments boat Ada by the of 1998".split(" "),
    "—",
    "“so”",
    "café",
    "море",
    "光が",
    "نور",
    "दीप",
  );
  const sentence = fc
    .array(word, { minLength: 8, maxLength: 60 })
    .map((words) => `So it was that ${words.join(" ")} and nothing else.`);

  it("comes out whole and in order, whatever line ends part them", () => {
    const gap = fc.constantFrom("\n\n", "\r\n\r\n", "\n\n\n\n");
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 12 }),
        gap,
        (paragraphs, parted) => {
          const head = `A lamp is lit\n3 May 2024${parted}`;
          const text = `${head}${paragraphs.join(parted)}${parted}No comments:`;
          const expected = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
          expect(readScrape(text, CONTEXT).html).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("comes out whole where its lines were wrapped", () => {
    const wrap = (text: string, width: number) =>
      text.split(" ").reduce((wrapped, next) => {
        const line = wrapped.slice(wrapped.lastIndexOf("\n") + 1);
        return `${wrapped}${line.length + next.length < width ? " " : "\n"}${next}`;
      });
    const prose = fc
      .array(fc.constantFrom(..."river stone lamp boat under quiet the of".split(" ")), {
        minLength: 25,
        maxLength: 60,
      })
      .map((words) => `So it was that ${words.join(" ")} and nothing else.`);
    fc.assert(
      fc.property(
        fc.array(prose, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 60, max: 80 }),
        (paragraphs, width) => {
          const text = paragraphs.map((paragraph) => wrap(paragraph, width)).join("\n\n");
          const expected = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
          expect(readScrape(`A lamp is lit\n\n${text}`, CONTEXT).html).toBe(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});
