/** Long texts as UTF-8: the engine encodes ASCII many times faster than a regex can look at it. */

/** Text whose parts are not yet joined: a long one that several documents share is not copied. */
export type Pieces = readonly string[];

const encoder = new TextEncoder();

/** Room for one look; what is in it means nothing between two calls. */
const WINDOW_BYTES = 512;
const windowBytes = new Uint8Array(WINDOW_BYTES);
const windowWords = new Int32Array(windowBytes.buffer);

/** The engine keeps a text with one of these in two bytes a letter: there a regex is quicker. */
const BEYOND_LATIN_1 = /[^\u0000-\u00ff]/;

/**
 * Whether a text has a character that `pattern` finds, which must find none of printable ASCII, TAB
 * and LF. Only the stretches that hold anything else are shown to it.
 */
export function hasOddCharacter(text: string, pattern: RegExp): boolean {
  for (let start = 0; start < text.length; ) {
    const rest = start === 0 ? text : text.slice(start);
    const { read, written } = encoder.encodeInto(rest, windowBytes);
    if (read !== written || !isWindowPlain(written)) {
      const stretch = rest.slice(0, read);
      if (BEYOND_LATIN_1.test(stretch)) return pattern.test(rest);
      if (pattern.test(stretch)) return true;
    }
    start += read;
  }
  return false;
}

/** Four bytes of ASCII at a time: every one below 0x20 or of 0x7F sets a high bit. */
function isWindowPlain(bytes: number): boolean {
  const words = (bytes + 3) >> 2;
  windowBytes.fill(0x20, bytes, words << 2);
  for (let at = 0; at < words; at += 1) {
    const word = windowWords[at] as number;
    const raised = ((word + 0x01010101) | (word - 0x20202020)) & 0x80808080;
    if (raised !== 0 && !isWordPlain(at << 2)) return false;
  }
  return true;
}

function isWordPlain(start: number): boolean {
  for (let at = start; at < start + 4; at += 1) {
    const byte = windowBytes[at] as number;
    if ((byte < 0x20 && byte !== 0x09 && byte !== 0x0a) || byte === 0x7f) return false;
  }
  return true;
}

/**
 * UTF-16 units that are encoded at once. One "©" among ASCII makes the engine slow: it should not
 * be slow for a whole article.
 */
const STRETCH = 2048;

/** The concatenation of the pieces, without ever making one string of them. */
export function encodePieces(pieces: Pieces): Buffer {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  // Enough for most texts in Latin letters; for others it grows once.
  let target = Buffer.allocUnsafeSlow(length + (length >> 3) + 64);
  let at = 0;
  for (const piece of pieces) {
    for (let start = 0; start < piece.length; ) {
      const stretch = stretchOf(piece, start);
      const { read, written } = encoder.encodeInto(stretch, target.subarray(at));
      at += written;
      start += read;
      if (read < stretch.length) target = enlarged(target, at);
    }
  }
  return target.subarray(0, at);
}

/** Never half a surrogate pair, unless the text has only half. */
function stretchOf(piece: string, start: number): string {
  const end = start + STRETCH;
  if (end >= piece.length) return start === 0 ? piece : piece.slice(start);
  const isCut = (piece.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return piece.slice(start, isCut ? end - 1 : end);
}

function enlarged(bytes: Buffer, used: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
  bytes.copy(larger, 0, 0, used);
  return larger;
}
