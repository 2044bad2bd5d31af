import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readScrape } from "../../../src/articles/scrape/scrape.ts";

const CONTEXT = { languages: ["en"], timeZone: "Asia/Jakarta" };
const BEFORE = "The ferry left the old harbour before dawn, and nobody on the quay waved to it.";
const AFTER =
  "It came back at noon with half of its passengers, and the bell was rung twice for them.";

function readTable(name: string): readonly string[] {
  const table = readFileSync(new URL(`cases/${name}`, import.meta.url), "utf8");
  return table.split("\n").filter((line) => line !== "");
}

/** The text of the story, its mark-up gone. */
function storyOf(text: string): readonly string[] {
  return readScrape(text, CONTEXT)
    .html.replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .split("\n")
    .filter((line) => line !== "");
}

const title = "A ferry and its bell";

describe("furniture", () => {
  const anywhere = readTable("furniture-anywhere.txt");
  it.each(anywhere)("goes wherever it stands: %s", (line) => {
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${line}\n\n${AFTER}`)).toEqual([BEFORE, AFTER]);
    expect(storyOf(`${title}\n${BEFORE}\n${line}\n${AFTER}`)).toEqual([BEFORE, AFTER]);
  });

  const atEdges = readTable("furniture-at-edges.txt");
  it.each([...anywhere, ...atEdges])("goes above and below the story: %s", (line) => {
    const page = `${line}\n\n${title}\n\n${BEFORE}\n\n${AFTER}\n\n${line}\n`;
    expect(storyOf(page)).toEqual([BEFORE, AFTER]);
    expect(readScrape(page, CONTEXT).title).toBe(title);
  });

  it.each(atEdges)("stays within the story: %s", (line) => {
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${line}\n\n${AFTER}`)).toEqual([BEFORE, line, AFTER]);
  });

  it("goes within the story where it is a run with a button in it", () => {
    const run = "Facebook\n\nTwitter\n\nPrint";
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${run}\n\n${AFTER}`)).toEqual([BEFORE, AFTER]);
  });

  it("stays where it is a list that the story announces", () => {
    const list = "The island has these:\n\nFacebook\n\nWhatsApp\n\nTelegram";
    const page = `${title}\n\n${BEFORE}\n\n${list}\n\n${AFTER}`;
    expect(storyOf(page)).toContain("WhatsApp");
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${list}`)).toContain("WhatsApp");
  });

  it("takes the links below its label, and not the story", () => {
    const links = "Baca juga:\nPasar baru dibuka\nKapal tua dijual";
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${links}\n\n${AFTER}`)).toEqual([BEFORE, AFTER]);
    const shelf = "Related articles\n\nA market opens\n\nA boat is sold";
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${AFTER}\n\n${shelf}`)).toEqual([BEFORE, AFTER]);
    const label = "Read more\n\nOn the other side\n\n";
    expect(storyOf(`${title}\n\n${BEFORE}\n\n${label}${AFTER}`)).toContain("On the other side");
  });
});

describe("story that looks like furniture", () => {
  it.each(readTable("story-lines.txt"))("stays: %s", (line) => {
    const head = `${title}\n\n5 May 2024`;
    expect(storyOf(`${head}\n\n${BEFORE}\n\n${line}\n\n${AFTER}`)).toEqual([BEFORE, line, AFTER]);
    expect(storyOf(`${head}\n${BEFORE}\n${line}\n${AFTER}`)).toEqual([BEFORE, line, AFTER]);
  });
});
