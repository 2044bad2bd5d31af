/** The golden documents as the npm package `rss-parser` reads them, which many sites use. */
import { readFileSync } from "node:fs";
import RssParser from "rss-parser";
import { describe, expect, it } from "vitest";
import { renderJsonFeed } from "../../src/formats/json-feed.ts";
import { caseFile, caseNames, readCase } from "./cases.ts";

interface JsonItem {
  readonly url?: string;
  readonly title: string;
  readonly date_published?: string;
}

describe.each(caseNames)("%s", (name) => {
  const expected: readonly JsonItem[] = JSON.parse(renderJsonFeed(readCase(name))).items;

  it.each(["rss", "atom"])("has the items of the JSON Feed, in their order: %s", async (ending) => {
    const text = readFileSync(caseFile(name, `expected.${ending}`), "utf8");
    const { items } = await new RssParser().parseString(text);
    expect(items.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
    expected.forEach(({ url, date_published }, at) => {
      const { link, isoDate } = items[at] ?? {};
      // Of an entry without a page or a date, the parser takes the next best thing for it.
      if (url !== undefined) expect(link).toBe(url);
      if (date_published !== undefined) expect(second(isoDate)).toBe(second(date_published));
    });
  });
});

/** RFC 822 knows no parts of a second. */
function second(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.trunc(Date.parse(date) / 1000);
}
