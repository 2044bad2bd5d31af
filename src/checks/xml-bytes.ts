/** Where the parts of plain XML end, byte by byte. */

/** Instead of a place: there is something that only the reader of `xml-reader.ts` can judge. */
export const DOUBT = -1;

export const SPACE = 0x20;
export const LESS = 0x3c;
const [QUOTE, HASH, AMPERSAND, SEMICOLON] = [0x22, 0x23, 0x26, 0x3b];
const [GREATER, BRACKET, SMALL_X] = [0x3e, 0x5d, 0x78];
const REFERENCES = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"].map((one) => Buffer.from(one));

export function startsWith(bytes: Uint8Array, at: number, start: Uint8Array): boolean {
  for (let i = 0; i < start.length; i += 1) if (bytes[at + i] !== start[i]) return false;
  return true;
}

export function endOfBlank(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] as number) <= SPACE) at += 1;
  return at;
}

/** The next `<`, or the end of the bytes. */
export function endOfText(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte > GREATER) continue;
    if (byte === LESS) return at;
    if (byte === AMPERSAND) {
      at = endOfReference(bytes, at);
      if (at < 0) return DOUBT;
    } else if (byte === GREATER && bytes[at - 1] === BRACKET && bytes[at - 2] === BRACKET) {
      return DOUBT;
    }
  }
  return bytes.length;
}

/** The quote that ends a value. */
export function endOfValue(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) return at;
    if (byte === LESS) return DOUBT;
    if (byte === AMPERSAND) {
      at = endOfReference(bytes, at);
      if (at < 0) return DOUBT;
    }
  }
  return DOUBT;
}

/** The semicolon of `&amp;` and its like, or of a number in hexadecimal digits. */
function endOfReference(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] === HASH) return endOfNumber(bytes, at);
  const named = REFERENCES.find((one) => startsWith(bytes, at, one));
  return named === undefined ? DOUBT : at + named.length - 1;
}

/** As far as U+D7FF: what lies beyond has characters that XML forbids. */
function endOfNumber(bytes: Uint8Array, from: number): number {
  if (bytes[from + 2] !== SMALL_X) return DOUBT;
  let code = 0;
  let at = from + 3;
  for (; at < from + 8 && bytes[at] !== SEMICOLON; at += 1) {
    const digit = Number.parseInt(String.fromCharCode(bytes[at] ?? 0), 16);
    if (Number.isNaN(digit)) return DOUBT;
    code = code * 16 + digit;
  }
  const isLegal = code >= 0x20 ? code <= 0xd7ff : code === 9 || code === 10 || code === 13;
  return isLegal && bytes[at] === SEMICOLON ? at : DOUBT;
}
