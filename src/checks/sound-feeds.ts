/**
 * A quick look at whole feeds while they are still bytes: what is passed here breaks none of the
 * rules that a document must keep to be published. What is not may well be in order.
 */
import { isXmlSound, type SoundXml, type XmlWatcher } from "./sound-xml.ts";
import { characterFault, isUri, isWebAddress } from "./values.ts";

const ATOM = "http://www.w3.org/2005/Atom";

/** Any XML that is no feed. */
export function isSoundXml(bytes: Buffer): boolean {
  const watcher = { names: new Set<string>(), opened: yes, closed: yes, isContent: yes };
  return isXmlSound(bytes, watcher);
}

export function isSoundRss(bytes: Buffer): boolean {
  return isXmlSound(bytes, new RssWatcher());
}

export function isSoundAtom(bytes: Buffer): boolean {
  return isXmlSound(bytes, new AtomWatcher());
}

const yes = () => true;

class RssWatcher implements XmlWatcher {
  readonly names = new Set("rss channel item title link description guid enclosure".split(" "));
  private channels = 0;
  /** The required elements that the channel has, and the guids of its items. */
  private readonly found = new Set<string>();
  private readonly guids = new Set<string>();
  private isInItem = false;
  private hasWords = false;
  private isPermaLink = false;

  opened(name: string, depth: number, xml: SoundXml): boolean {
    if (name === "enclosure" && !isEnclosure(xml)) return false;
    if (depth === 1) return name === "rss" && !xml.namespace("");
    if (depth === 2) {
      this.channels += 1;
      return name === "channel" && this.channels === 1;
    }
    if (depth === 3) {
      this.isInItem = name === "item";
      this.hasWords = false;
    } else if (depth === 4 && this.isInItem) {
      if (name === "title" || name === "description") this.hasWords = true;
      else if (name === "guid") this.isPermaLink = xml.attribute("isPermaLink") !== "false";
    }
    return true;
  }

  closed(name: string, depth: number, xml: SoundXml): boolean {
    if (depth === 4 && name === "guid" && this.isInItem) return this.isNewGuid(xml.text());
    if (depth !== 3 || name === "") return true;
    if (name === "item") return this.hasWords;
    this.found.add(name);
    return Boolean(xml.text());
  }

  isContent(): boolean {
    return ["title", "link", "description"].every((name) => this.found.has(name));
  }

  private isNewGuid(guid: string | undefined): boolean {
    if (!guid || this.guids.has(guid)) return false;
    this.guids.add(guid);
    return !this.isPermaLink || isWebAddress(guid);
  }
}

function isEnclosure(xml: SoundXml): boolean {
  const [url = "", length = ""] = [xml.attribute("url"), xml.attribute("length")];
  return isWebAddress(url) && /^\d{1,16}$/.test(length);
}

/** What a feed must have, and what an entry. */
const REQUIRED = ["id", "title", "updated"];

class AtomWatcher implements XmlWatcher {
  readonly names = new Set("feed entry id title updated author content link".split(" "));
  private readonly ofFeed = new Set<string>();
  private readonly ofEntry = new Set<string>();
  private isInEntry = false;
  private entries = 0;
  private authored = 0;

  opened(name: string, depth: number, xml: SoundXml): boolean {
    if (depth === 1) {
      return name === "feed" && xml.namespace("") === ATOM && xml.isOnlyPrefix("", ATOM);
    }
    if (depth === 2) {
      this.isInEntry = name === "entry";
      this.ofEntry.clear();
    } else if (depth === 3 && name === "link" && this.isInEntry) {
      if ((xml.attribute("rel") ?? "alternate") === "alternate") this.ofEntry.add("content");
    }
    return true;
  }

  closed(name: string, depth: number, xml: SoundXml): boolean {
    if (name === "") return true;
    if (name === "id" && !isId(xml.text())) return false;
    if (depth === 2) return name === "entry" ? this.isEntry() : this.has(this.ofFeed, name, xml);
    return depth !== 3 || !this.isInEntry || this.has(this.ofEntry, name, xml);
  }

  isContent(): boolean {
    const isSigned = this.ofFeed.has("author") || (this.entries > 0 && this.isEachSigned());
    return isSigned && REQUIRED.every((name) => this.ofFeed.has(name));
  }

  private isEachSigned(): boolean {
    return this.authored === this.entries;
  }

  private has(found: Set<string>, name: string, xml: SoundXml): boolean {
    if (name !== "link") found.add(name);
    return name !== "updated" || Boolean(xml.text());
  }

  private isEntry(): boolean {
    const { ofEntry } = this;
    this.entries += 1;
    if (ofEntry.has("author")) this.authored += 1;
    return ofEntry.has("content") && REQUIRED.every((name) => ofEntry.has(name));
  }
}

function isId(id: string | undefined): boolean {
  return Boolean(id) && isUri(id ?? "") && characterFault(id ?? "") === undefined;
}
