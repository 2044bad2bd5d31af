import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/config.ts";
import { readConfig } from "../../src/config/config-file.ts";
import { OperationalError } from "../../src/errors.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const SITE = { title: "Situs", url: "https://site.example" };

async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    expect(error).toBeInstanceOf(OperationalError);
    if (error instanceof OperationalError) {
      expect(error.remedy).toMatch(/\w/);
      return `${error.code} ${error.message}`;
    }
  }
  return "taken";
}

describe("checkConfig", () => {
  it("fills in what is not said", () => {
    expect(checkConfig({ site: SITE }, "/srv/site/feedwright.config.yaml")).toEqual({
      site: { ...SITE, url: "https://site.example/", language: "en", timezone: "UTC" },
      feedsUrl: "https://site.example/feeds/",
      articles: path.resolve("/srv/site/articles"),
      output: path.resolve("/srv/site/feeds"),
      formats: ["rss", "atom", "json"],
      feeds: { all: {} },
      content: "full",
      missingDate: "set-aside",
      ignore: [],
      credits: { missing: "warn" },
      images: { probe: false, allow: [], folders: {} },
      cache: path.resolve("/srv/site/.feedwright"),
      ledger: path.resolve("/srv/site/feedwright.ledger"),
      ...{ acceptShrink: false, goneFeeds: "remove", compress: [], watch: false },
      ...{ media: "auto", onPublished: [] },
      serve: { host: "127.0.0.1", port: 8080, maxAge: 300, redirects: {} },
      folder: path.resolve("/srv/site"),
    });
  });

  it.each([
    [{ formats: "rss" }, { formats: ["rss"] }],
    [{ ignore: "x/**" }, { ignore: ["x/**"] }],
    [{ compress: "gz" }, { compress: ["gz"] }],
    [{ compress: ["gz", "br", "gz"] }, { compress: ["br", "gz"] }],
    [{ feeds: { all: null } }, { feeds: { all: {} } }],
    [{ feeds: { x: { where: { tag: 2022 } } } }, { feeds: { x: { where: { tag: ["2022"] } } } }],
    [{ site: { ...SITE, language: "pt_br" } }, { site: { language: "pt-BR" } }],
    [{ site: { ...SITE, author: "Maya" } }, { site: { author: { name: "Maya" } } }],
    [
      { site: { ...SITE, url: "https://site.example/blog?x#y" } },
      { site: { url: "https://site.example/blog" } },
    ],
    [{ feedsUrl: "https://cdn.example/f" }, { feedsUrl: "https://cdn.example/f/" }],
    [{ articles: "." }, { output: path.resolve("feeds") }],
  ])("understands %j", (keys, expected) => {
    const config = checkConfig({ site: SITE, ...keys }, "x.yaml");
    if ("site" in expected && expected.site && "url" in expected.site) {
      expect(config.site.url).toBe(`${expected.site.url}/`);
    } else expect(config).toMatchObject(expected);
  });

  it.each([
    ...["/:categories/:year/:month/:day/:title:output_ext", "pretty", "none", "/p/{slug}.html"],
    ...["/a{slug}", "/{year}/{month}/{day}/", "/?p={slug}", "/x:y/{slug}"],
  ])("takes the permalink %s", (permalink) => {
    expect(checkConfig({ site: SITE, permalink }, "x.yaml")).toMatchObject({ permalink });
  });

  it.each([
    [undefined, /holds no keys — write at least site/],
    ["site", /holds no keys/],
    [[], /holds no keys|site: is missing/],
    [{}, /site: is missing — add site/],
    [{ site: {} }, /site\.title: is missing[\s\S]*site\.url: is missing/],
    [{ site: { ...SITE, title: " " } }, /site\.title: .*is empty/],
    [{ site: { ...SITE, title: 2022 } }, /site\.title: 2022 .*write a text, in quotes/],
    [{ site: { ...SITE, url: "site.example" } }, /site\.url: "site\.example" is no absolute/],
    [{ site: { ...SITE, url: "ftp://site.example" } }, /site\.url/],
    [{ site: { ...SITE, url: "https://user:secret@site.example" } }, /site\.url/],
    [{ site: { ...SITE, timezone: "WIB/Jakarta" } }, /IANA time zone — write it like/],
    [{ site: { ...SITE, language: "bahasa indonesia" } }, /BCP 47/],
    [{ site: { ...SITE, language: "x-apa" } }, /BCP 47/],
    [{ site: { ...SITE, language: "english" } }, /"english" is no BCP 47/],
    [
      { site: SITE, permalink: "/{jear}/{slug}/" },
      /permalink: nothing is known as \{jear\} — known/,
    ],
    [{ site: SITE, permalink: "/:nope/:title/" }, /permalink: nothing is known as :nope — known/],
    [{ site: SITE, permalink: "/{{ page.lang }}/" }, /nothing is known as \{\{ page\.lang \}\}/],
    [{ site: SITE, permalink: "/blog/" }, /permalink: is one address for all .* put \{slug\}/],
    [{ site: SITE, feeds: {} }, /feeds: .*is empty — name one feed/],
    [
      { site: { ...SITE, author: { name: "A", email: "x" } } },
      /site\.author\.email: "x" is no e-mail/,
    ],
    [{ site: { ...SITE, author: { nama: "A" } } }, /site\.author/],
    [{ site: { ...SITE, titel: "A" } }, /site\.titel: no such key — did you mean "title"\?/],
    [{ site: SITE, feed: {} }, /feed: no such key — did you mean "feeds"\?/],
    [{ site: SITE, artcles: "x" }, /did you mean "articles"\?/],
    [{ site: SITE, colour: "x" }, /colour: no such key — take it away; known are site, /],
    [{ site: SITE, formats: ["rss", "rdf"] }, /formats/],
    [{ site: SITE, formats: [] }, /formats: .*name one at least/],
    [{ site: SITE, content: "all" }, /content: "all" .* — write "full", or "summary"/],
    [{ site: SITE, credits: { missing: "no" } }, /credits\.missing: "no"/],
    [{ site: SITE, images: { allow: ["http://dam.example/"] } }, /images\.allow.* is no host/],
    [{ site: SITE, feeds: { x: { archive: true, days: 3 } } }, /feeds\.x: archive and days excl/],
    [{ site: SITE, feeds: [] }, /feeds: Array is a list — write a block/],
    [{ site: SITE, feeds: { x: { limit: 0 } } }, /feeds\.x\.limit: 0 is no count — write a whole/],
    [{ site: SITE, feeds: { x: { limit: 1.5 } } }, /feeds\.x\.limit: 1\.5 is no count/],
    [{ site: SITE, feeds: { x: { limit: "9" } } }, /feeds\.x\.limit: "9" .*write a number/],
    [
      { site: SITE, feeds: { x: { lmit: 9 } } },
      /feeds\.x\.lmit: no such key — did you mean "limit"/,
    ],
    [{ site: SITE, feeds: { x: { where: { tags: "a" } } } }, /feeds\.x\.where\.tags: .*"tag"/],
    [{ site: SITE, feeds: { x: { where: { tag: [] } } } }, /feeds\.x\.where\.tag/],
    [{ site: SITE, feeds: { x: { each: "year" } } }, /feeds\.x\.each: "year"/],
    [{ site: SITE, feeds: { x: { each: "tag", path: "x" } } }, /each and \{slug\} go together/],
    [{ site: SITE, feeds: { x: { path: "{slug}" } } }, /each and \{slug\} go together/],
    [{ site: SITE, feeds: { x: { path: "../x" } } }, /feeds\.x\.path: "\.\.\/x" is no path below/],
    [{ site: SITE, feeds: { x: { path: "/x" } } }, /no path below/],
    [{ site: SITE, feeds: { x: { path: "a/.x" } } }, /no path below/],
    [{ site: SITE, feeds: { x: { path: "a\u0000" } } }, /no path below/],
    [{ site: SITE, feeds: { "../x": {} } }, /is no name for a file/],
    [{ site: SITE, feeds: { "../x": { each: "tag" } } }, /is no name for a file/],
    [{ site: SITE, feeds: { [`${"x".repeat(300)}`]: {} } }, /is no name for a file/],
    [{ site: SITE, feeds: { a: {}, b: { path: "A" } } }, /feeds\.b: has the path of feeds\.a/],
    [{ site: SITE, articles: "a", output: "a" }, /output: holds the articles/],
    [{ site: SITE, articles: "a/b", output: "a" }, /output: holds the articles/],
    [{ site: SITE, cache: "." }, /cache: must be a folder of its own/],
    [{ site: SITE, cache: "articles" }, /cache: must be a folder of its own/],
    [{ site: SITE, ledger: ".feedwright/ledger" }, /ledger: would be lost with the cache/],
    [{ site: SITE, cache: "feeds/cache" }, /cache: must be a folder of its own/],
    [
      JSON.parse('{"site": {"title": "A", "url": "https://a.example", "__proto__": 1}}'),
      /__proto__: no such key|taken/,
    ],
    [{ site: SITE, constructor: 1 }, /constructor: no such key/],
  ])("refuses %j", async (raw, message) => {
    expect(await refusal(() => checkConfig(raw, "x.yaml"))).toMatch(message);
  });
});

describe("readConfig", () => {
  it.each([
    ["feedwright.config.yaml", "site: { title: A, url: https://a.example }\n"],
    ["feedwright.config.yml", "\ufeffsite:\r\n  title: A\r\n  url: https://a.example\r\n"],
    ["feedwright.config.json", '{\n\t"site": {"title": "A", "url": "https://a.example"}\n}'],
    ["feedwright.config.js", 'export default { site: { title: "A", url: "https://a.example" } };'],
    ["feedwright.config.mjs", 'export default { site: { title: "A", url: "https://a.example" } };'],
    [
      "feedwright.config.ts",
      'const title: string = "A";\nexport default { site: { title, url: "https://a.example" } };',
    ],
  ])("finds and reads %s", async (name, text) => {
    const folder = temporaryFolder({ [name]: text, "package.json": '{"type": "module"}' });
    const config = await readConfig(undefined, folder);
    expect(config).toMatchObject({ site: { title: "A", url: "https://a.example/" }, folder });
    expect(await readConfig(name, folder)).toEqual(config);
  });

  it.each([
    ["bad YAML", "c.yaml", "site:\n  title: A\n b: c\n", /^CONFIG_INVALID c\.yaml:3: bad YAML/],
    ["two of one key", "c.yaml", "site: {}\nsite: {}\n", /^CONFIG_INVALID c\.yaml:2: .*duplicated/],
    [
      "a wrong key",
      "c.yaml",
      "site:\n  title: A\n  url: https://a.example\nfeeds:\n  x:\n    lmit: 3\n",
      /c\.yaml:6: feeds\.x\.lmit: no such key/,
    ],
    [
      "a wrong value",
      "c.yaml",
      "site:\n  title: A\n  url: nirgends\n",
      /c\.yaml:3: site\.url: "nirgends"/,
    ],
    [
      "a missing key",
      "c.yaml",
      "output: x\n\nsite:\n  title: A\n",
      /c\.yaml:3: site\.url: is missing/,
    ],
    ["bad JSON", "c.json", '{\n  "site": {},\n}', /^CONFIG_INVALID c\.json:3: bad JSON/],
    ["nothing", "c.yaml", "# later\n", /^CONFIG_INVALID c\.yaml:1: holds no keys/],
    [
      "no UTF-8",
      "c.yaml",
      Buffer.from([0x61, 0xff]),
      /^CONFIG_UNREADABLE c\.yaml is not valid UTF-8/,
    ],
    ["no file", "none.yaml", "", /^CONFIG_UNREADABLE none\.yaml cannot be read/],
    [
      "a module that throws",
      "c.mjs",
      "throw new Error('kaputt');",
      /^CONFIG_UNREADABLE c\.mjs cannot be loaded: kaputt/,
    ],
    [
      "a module without default",
      "c.mjs",
      "export const a = 1;",
      /^CONFIG_INVALID c\.mjs: holds no keys/,
    ],
    ["deep YAML", "c.yaml", `a: ${"[".repeat(9000)}`, /^CONFIG_INVALID c\.yaml:1/],
  ])("names file, line and key of %s", async (_, name, text, message) => {
    const folder = temporaryFolder(name.startsWith("none") ? {} : { [name]: text });
    expect(await refusal(() => readConfig(name, folder))).toMatch(message);
  });

  it("says what to write where there is none", async () => {
    const folder = temporaryFolder();
    expect(await refusal(() => readConfig(undefined, folder))).toMatch(/^CONFIG_MISSING/);
  });
});
