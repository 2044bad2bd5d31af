/**
 * A quick look at JSON while it is still bytes, and at the feed that it may hold. What is passed
 * here, `JSON.parse` takes, and the feed breaks none of the rules that one must keep to be
 * published. What is not may well be in order.
 */
import { DOUBT, endOfBlank, SPACE } from "./xml-bytes.ts";

const VERSION = "https://jsonfeed.org/version/1.1";
const MEMBERS = ["version", "title", "items"];
const ITEM_MEMBERS = ["id", "content_html", "content_text"];
const MOST_OPEN = 50;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [BRACKET, END_OF_LIST, BRACE, END_OF_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const ESCAPES = Buffer.from('"\\/bfnrt');
const IS_ESCAPE = Uint8Array.from({ length: 256 }, (_, byte) => (ESCAPES.includes(byte) ? 1 : 0));
const UNICODE_ESCAPE = /^u[\da-fA-F]{4}$/;
const LITERAL = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/;
const ENDS_LITERAL = /[\s,\]}]/;
const LONGEST_LITERAL = 40;

/**
 * @param bytes legal characters; see `areCharactersLegal`.
 * @param isFeed whether it has to be a JSON Feed; otherwise any object will do.
 */
export function isJsonSound(bytes: Buffer, isFeed: boolean): boolean {
  return new SoundJson(bytes, isFeed).isSound();
}

class SoundJson {
  private readonly bytes: Buffer;
  private readonly words: Int32Array;
  private readonly isFeed: boolean;
  /** The brackets that are open, innermost last. */
  private readonly open: number[] = [];
  private isFresh = false;
  private isInItems = false;
  private hasEscape = false;
  /** The member whose value comes next, where it matters. */
  private key = "";
  private readonly ofFeed = new Set<string>();
  private readonly ofItem = new Set<string>();
  private readonly ids = new Set<string>();

  constructor(bytes: Buffer, isFeed: boolean) {
    this.bytes = bytes;
    this.words = wordsOf(bytes);
    this.isFeed = isFeed;
  }

  isSound(): boolean {
    const { bytes, open } = this;
    if (bytes[0] !== BRACE) return false;
    let at = this.openBracket(0);
    while (at >= 0 && open.length > 0) at = this.readNext(endOfBlank(this.bytes, at));
    if (at < 0 || endOfBlank(this.bytes, at) !== bytes.length) return false;
    return !this.isFeed || MEMBERS.every((name) => this.ofFeed.has(name));
  }

  private readNext(from: number): number {
    const { bytes } = this;
    const isObject = this.open.at(-1) === BRACE;
    if (bytes[from] === (isObject ? END_OF_OBJECT : END_OF_LIST)) return this.close(from);
    if (!this.isFresh && bytes[from] !== COMMA) return DOUBT;
    const at = this.isFresh ? from : endOfBlank(this.bytes, from + 1);
    this.isFresh = false;
    return isObject ? this.readMember(at) : this.readValue(at);
  }

  private readMember(at: number): number {
    const { bytes } = this;
    const end = bytes[at] === QUOTE ? this.endOfString(at + 1) : DOUBT;
    if (end < 0 || !this.readKey(at + 1, end)) return DOUBT;
    const colon = endOfBlank(this.bytes, end + 1);
    return bytes[colon] === COLON ? this.readValue(endOfBlank(this.bytes, colon + 1)) : DOUBT;
  }

  /** No member that matters may come under a name that hides; one that comes twice is fit twice. */
  private readKey(from: number, to: number): boolean {
    this.key = "";
    const depth = this.isFeed ? this.open.length : 0;
    const isItem = depth === 3 && this.isInItems;
    if (depth !== 1 && !isItem) return true;
    if (this.hasEscape) return false;
    const names = isItem ? ITEM_MEMBERS : MEMBERS;
    if (!names.some((name) => name.length === to - from)) return true;
    const key = this.bytes.toString("latin1", from, to);
    if (!names.includes(key)) return true;
    this.key = key;
    (isItem ? this.ofItem : this.ofFeed).add(key);
    return true;
  }

  private readValue(at: number): number {
    const byte = this.bytes[at];
    const isItem = this.isInItems && this.open.length === 2;
    if (byte === BRACE || (byte === BRACKET && !isItem)) return this.openBracket(at);
    if (isItem || (this.key !== "" && byte !== QUOTE)) return DOUBT;
    if (byte !== QUOTE) return this.endOfLiteral(at);
    const end = this.endOfString(at + 1);
    return end < 0 || !this.isFit(this.key, at, end + 1) ? DOUBT : end + 1;
  }

  private openBracket(at: number): number {
    const { key, open } = this;
    const bracket = this.bytes[at] as number;
    if (open.length === MOST_OPEN) return DOUBT;
    if (key === "items" && bracket === BRACKET) this.isInItems = true;
    else if (key !== "") return DOUBT;
    this.key = "";
    open.push(bracket);
    this.isFresh = true;
    return at + 1;
  }

  private close(at: number): number {
    this.isFresh = false;
    this.open.pop();
    if (!this.isInItems) return at + 1;
    if (this.open.length === 1) this.isInItems = false;
    if (this.open.length !== 2) return at + 1;
    const isComplete = this.ofItem.has("id") && this.ofItem.size > 1;
    this.ofItem.clear();
    return isComplete ? at + 1 : DOUBT;
  }

  /** Whether a string, quotes and all, may be the value of a member that matters. */
  private isFit(key: string, from: number, to: number): boolean {
    if (key === "" || key.startsWith("content")) return true;
    const raw = this.bytes.toString("utf8", from + 1, to - 1);
    const value = this.hasEscape ? String(JSON.parse(`"${raw}"`)) : raw;
    if (key === "version") return value === VERSION;
    if (key !== "id") return key === "title" && value.trim() !== "";
    if (value.trim() === "" || this.ids.has(value)) return false;
    this.ids.add(value);
    return true;
  }

  private endOfLiteral(from: number): number {
    const text = this.bytes.toString("latin1", from, from + LONGEST_LITERAL);
    const length = text.search(ENDS_LITERAL);
    return LITERAL.test(text.slice(0, Math.max(0, length))) ? from + length : DOUBT;
  }

  /** The quote that ends a string. */
  private endOfString(from: number): number {
    const { bytes } = this;
    this.hasEscape = false;
    for (let at = this.endOfPlain(from); ; at = this.endOfPlain(at)) {
      if (bytes[at] === QUOTE) return at;
      if (bytes[at] !== BACKSLASH) return DOUBT;
      this.hasEscape = true;
      if (IS_ESCAPE[bytes[at + 1] as number] === 1) at += 2;
      else if (UNICODE_ESCAPE.test(bytes.toString("latin1", at + 1, at + 6))) at += 6;
      else return DOUBT;
    }
  }

  /** Where the first quote, backslash or control character is; four bytes at a time. */
  private endOfPlain(from: number): number {
    const { bytes, words } = this;
    let at = from;
    for (; (at & 3) !== 0; at += 1) if (!isPlain(bytes[at])) return at;
    let index = at >> 2;
    while (index < words.length && isPlainWord(words[index] as number)) index += 1;
    at = Math.max(at, index << 2);
    while (isPlain(bytes[at])) at += 1;
    return at;
  }
}

function isPlain(byte: number | undefined): boolean {
  return byte !== undefined && byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH;
}

/** Looks for a byte that is zero once what is looked for is taken away, or that is below a space. */
function isPlainWord(word: number): boolean {
  const [quote, backslash] = [word ^ 0x22222222, word ^ 0x5c5c5c5c];
  const found = ((quote - 0x01010101) & ~quote) | ((backslash - 0x01010101) & ~backslash);
  return ((found | ((word - 0x20202020) & ~word)) & 0x80808080) === 0;
}

/** Four bytes each, without those at the end that fill no word; copied where they lie across. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Int32Array(aligned.buffer, aligned.byteOffset, bytes.length >> 2);
}
