import { describe, expect, it } from "vitest";
import { podcastGuid } from "../../src/feeds/podcast-guid.ts";

describe("podcastGuid", () => {
  it.each([
    ["podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
    ["https://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
    ["http://podnews.net/rss///", "9b024349-ccf0-5f69-a609-6b82873eab3c"],
    ["https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"],
  ])("of %s is what the specification says", (address, guid) => {
    expect(podcastGuid(address)).toBe(guid);
  });

  it("is another for another address", () => {
    expect(podcastGuid("https://site.example/a")).not.toBe(podcastGuid("https://site.example/b"));
  });
});
