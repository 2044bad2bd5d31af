/** Every address that the sample's documents name below `feedsUrl` is answered by the server. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "parse5";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../src/config/config-file.ts";
import { serveFolder } from "../src/run/serve.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = path.resolve(import.meta.dirname, "..");
const feeds = path.join(root, "feeds");
const DOCUMENTS = readdirSync(feeds, { recursive: true, encoding: "utf8" })
  .map((name) => name.split(path.sep).join("/"))
  .filter((name) => /\.(?:rss|atom|json|html)$/.test(name) && !name.startsWith("."))
  .sort();

const { feedsUrl, ...config } = await readConfig("feedwright.config.yaml", root);

/** Those below `feedsUrl`, wherever they stand in the text; and of pages all that they load. */
function addressesIn(name: string, text: string): readonly string[] {
  const escaped = feedsUrl.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const found = [...text.matchAll(new RegExp(`${escaped}[^\\s"'<>\\\\]*`, "g"))].map(
    ([url]) => url,
  );
  const here = new URL(name.split("/").map(encodeURIComponent).join("/"), feedsUrl);
  const loaded = name.endsWith(".html") ? attributesIn(text) : [];
  return [...found, ...loaded.map((one) => new URL(one, here).href)]
    .map((url) => url.replaceAll("&amp;", "&").split("#")[0] ?? "")
    .filter((url) => url.startsWith(feedsUrl));
}

interface Element {
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
}

function attributesIn(html: string): readonly string[] {
  const found: string[] = [];
  const waiting: Element[] = [parse(html) as Element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { name, value } of node.attrs ?? []) {
      if (/^(?:src|href|poster)$/.test(name)) found.push(value);
    }
    waiting.push(...(node.childNodes ?? []));
  }
  return found;
}

describe("the sample site", () => {
  it("names no address of its own that does not answer", async () => {
    const named = new Map<string, string>();
    for (const name of DOCUMENTS) {
      const text = readFileSync(path.join(feeds, name), "utf8");
      for (const url of addressesIn(name, text)) named.set(url, name);
    }
    expect(named.size).toBeGreaterThan(100);
    const served = { ...config, feedsUrl, output: feeds, cache: temporaryFolder() };
    const server = await serveFolder(served, { host: "127.0.0.1", port: 0 });
    onTestFinished(server.stop);
    const dead: string[] = [];
    for (const [url, name] of named) {
      const answer = await fetch(server.address + url.slice(feedsUrl.length), {
        method: "HEAD",
      });
      if (answer.status !== 200) dead.push(`${answer.status} ${url} in ${name}`);
    }
    expect(dead).toEqual([]);
  });

  it("leaves no picture or recording of its own to an address that nobody serves", () => {
    const text = DOCUMENTS.map((name) => readFileSync(path.join(feeds, name), "utf8")).join("\n");
    const own = new URL("/", config.site.url).href;
    const media = [...text.matchAll(/https:\/\/[^\s"'<>\\]+\.(?:jpe?g|png|webp|mp3|m4a)\b/g)]
      .map(([url]) => url)
      .filter((url) => url.startsWith(own) && !url.startsWith(feedsUrl));
    expect(media).toEqual([]);
  });
});
