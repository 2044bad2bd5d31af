import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordsOf } from "../reading.ts";

const CASES = new URL("cases/", import.meta.url);
const read = (text: string) => recordsOf("a.html", text).records[0];

describe("pages as scrapers save them", () => {
  it.each(readdirSync(CASES))("%s", (name) => {
    const record = read(readFileSync(new URL(`${name}/page.html`, CASES), "utf8"));
    const lines = (record?.body?.source ?? "").split("\n").filter((line) => line.trim() !== "");
    const told: unknown = JSON.parse(JSON.stringify({ found: record?.found, body: lines }));
    const golden = new URL(`${name}/expected.json`, CASES);
    if (process.env["UPDATE_GOLDEN"] === "1") {
      writeFileSync(golden, `${JSON.stringify(told, undefined, 2)}\n`);
    }
    expect(told).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  });
});

describe("the marks of a page", () => {
  const page = (body: string) => read(`<!doctype html><html lang="en"><body>${body}</body></html>`);

  it.each([
    [
      "a class that says too much",
      "<article><div class='related'><p>All of it.</p></div></article>",
      "All of it.",
    ],
    [
      "a date that is none",
      "<article><p class='date'>Figs, 3 of them</p><p>More.</p></article>",
      "Figs",
    ],
    [
      "the head of a story",
      "<header><h1>A</h1><p>The deck</p></header><p>And the rest of it.</p>",
      "The deck",
    ],
    [
      "a portrait",
      "<article><p>A long story.</p><p class='author'><img src='a.jpg'>x</p></article>",
      "a.jpg",
    ],
  ])("%s keeps its text", (_, body, kept) => {
    const record = page(body);
    expect(record?.body?.source).toContain(kept);
    expect(record?.found?.["date"]).toBeUndefined();
  });

  it.each([
    [
      "of a picture",
      "<figure><img src='a.jpg'><figcaption>X <span class='author'>Ann Lee</span></figcaption></figure>",
    ],
    ["of a quotation", "<blockquote>Go. <span class='author'>Ann Lee</span></blockquote>"],
  ])("leaves the maker %s in place", (_, part) => {
    const record = page(`<article><h1>A</h1><p>Long enough a story.</p>${part}</article>`);
    expect(record?.body?.source).toContain("Ann Lee");
    expect(record?.found?.["author"]).toBeUndefined();
  });

  it("leaves a date of the story in place", () => {
    const time = "<time datetime='2020-01-02'>x</time>";
    const event = "<p class='date'>5 May 2021</p>";
    const record = page(`<article><h1>A</h1>${time}<p>The fair begins on</p>${event}</article>`);
    expect(record?.body?.source).toContain("5 May 2021");
  });

  it("takes nobody from the comments, nor a date", () => {
    const comments =
      "<div id='comments'><b class='fn'>Guest</b><span class='published' title='2020-01-02'>x</span></div>";
    const found = page(`<article><h1>A</h1><p>Story</p>${comments}</article>`)?.found;
    expect([found?.["author"], found?.["date"]]).toEqual([undefined, undefined]);
  });

  it("reads a page of deep boxes that all are marked", () => {
    const boxes = "<div class='byline date author'>".repeat(400);
    const record = page(`<article>${boxes}${"word ".repeat(100_000)}</article>`);
    expect(record?.body?.source).toContain("word word");
  });
});
