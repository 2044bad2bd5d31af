import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/config.ts";
import { podcastOf } from "../../src/config/podcast.ts";
import { categoryOf, categoryText, remedyOfCategory } from "../../src/config/podcast-categories.ts";

const SITE = { title: "Situs", url: "https://site.example/" };
const GUID = "9b024349-ccf0-5f69-a609-6b82873eab3c";

function read(podcast: unknown) {
  const feeds = { siar: { kind: "podcast", podcast } };
  const [feed] = Object.values(checkConfig({ site: SITE, feeds }, "x.yaml").feeds);
  return feed === undefined ? undefined : podcastOf(feed);
}

function refusal(podcast: unknown): string {
  try {
    read(podcast);
    return "taken";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("the podcast block", () => {
  it("may be left out, or empty", () => {
    const defaults = { explicit: false, type: "episodic", medium: "podcast", category: [] };
    expect(read(undefined)).toMatchObject(defaults);
    expect(read({})).toMatchObject(defaults);
    expect(podcastOf({})).toBeUndefined();
    expect(podcastOf({ kind: "podcast" })).toMatchObject(defaults);
  });

  it.each([
    [{ category: "history" }, { category: [{ name: "History" }] }],
    [
      { category: ["News > Daily News", "Kids and family"] },
      { category: [{ name: "News", inner: "Daily News" }, { name: "Kids & Family" }] },
    ],
    [{ guid: GUID.toUpperCase() }, { guid: GUID }],
    [{ persons: { name: "Maya" } }, { persons: [{ name: "Maya", role: "host", group: "cast" }] }],
    [
      { persons: [{ name: "M", role: "Cover Art Designer", href: "https://m.example/" }] },
      {
        persons: [
          { name: "M", role: "cover art designer", group: "visuals", url: "https://m.example/" },
        ],
      },
    ],
    [{ funding: "https://b.example/" }, { funding: [{ url: "https://b.example/" }] }],
    [{ txt: "abc" }, { txt: [{ value: "abc" }] }],
    [
      { podroll: [GUID, { guid: GUID, title: "L" }] },
      { podroll: [{ guid: GUID }, { title: "L" }] },
    ],
    [{ license: "cc-by-4.0" }, { license: { name: "cc-by-4.0" } }],
    [{ owner: { email: "a@b.example" } }, { owner: { email: "a@b.example" } }],
  ])("understands %j", (podcast, expected) => {
    expect(read(podcast)).toMatchObject(expected);
  });

  it.each([
    [
      { category: "Newz" },
      'podcast.category: "Newz" is no category of Apple Podcasts — did you mean "News"?',
    ],
    [
      { category: ["Music", "Sience"] },
      'podcast.category.1: "Sience" is no category of Apple Podcasts — did you mean "Science"?',
    ],
    [{ guid: "abc" }, 'podcast.guid: "abc" is no UUID — write it like'],
    [{ persons: [{ name: "M", role: "peniup" }] }, 'podcast.persons.0.role: "peniup" is no role'],
    [{ owner: { name: "M" } }, "podcast.owner.email: is missing"],
    [{ owner: { email: "maya" } }, 'podcast.owner.email: "maya" is no e-mail address'],
    [
      { type: "daily" },
      'podcast.type: "daily" is not what is expected — write "episodic", or "serial"',
    ],
    [{ explicit: "no" }, "podcast.explicit"],
    [{ newFeedUrl: "siar.rss" }, 'podcast.newFeedUrl: "siar.rss" is no absolute web address'],
    [{ funding: { url: "https://b.example/", text: "a".repeat(129) } }, "podcast.funding.text: "],
    [
      { categories: "News" },
      "podcast.categories: no such key — take it away; known are image, author",
    ],
    [{ license: { name: "Kami" } }, "podcast.license"],
  ])("refuses %j", (podcast, reason) => {
    expect(refusal(podcast)).toContain(`x.yaml: feeds.siar.${reason}`);
  });
});

describe("categories", () => {
  it.each([
    ["Daily News", "News > Daily News"],
    ["news › daily news", "News > Daily News"],
    ["Society &amp; Culture > Documentary", "Society & Culture > Documentary"],
    ["stand up", "Comedy > Stand-Up"],
    ["TV and Film", "TV & Film"],
    ["Religion", "Religion & Spirituality > Religion"],
  ])("%s is %s", (text, name) => {
    const category = categoryOf(text);
    expect(category && categoryText(category)).toBe(name);
  });

  it.each([
    ["News & Politics", 'write "News", as Apple calls it now'],
    ["Technology > Gadgets", 'write "Technology", as Apple calls it now'],
    ["Health & Fitnes", 'did you mean "Health & Fitness"?'],
    ["News > Weather", "in News there are Business News, Daily News"],
    ["Cuaca", "write one of Arts, Business"],
    ["x".repeat(5_000), "write one of Arts, Business"],
  ])("%s is none", (text, remedy) => {
    expect(categoryOf(text)).toBeUndefined();
    expect(remedyOfCategory(text)).toContain(remedy);
  });
});
