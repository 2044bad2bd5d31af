/** Long texts: a quick look at their characters, and their bytes in UTF-8. */

/** Text whose parts are not yet joined: a long one that several documents share is not copied. */
export interface Pieces extends Iterable<string | DerivedText> {
  /** About how many UTF-16 units there will be, where that is known before they are written. */
  readonly expectedUnits?: number;
}

/** A long text that is made of another one each time it is written: keeping both takes more room. */
interface DerivedText {
  readonly write: () => string;
}

function textOf(piece: string | DerivedText): string {
  return typeof piece === "string" ? piece : piece.write();
}

export function joinPieces(pieces: Pieces): string {
  return Array.from(pieces, textOf).join("");
}

/** Room for one look; what is in it means nothing between two calls. */
const WINDOW_UNITS = 8192;
const units = new Uint16Array(WINDOW_UNITS);
const unitBytes = Buffer.from(units.buffer);
const pairs = new Int32Array(units.buffer);

/** UTF-16LE puts the low byte first; where words are kept otherwise, nothing is looked at. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Whether a text may have a character that no output can carry, or half a surrogate pair. A regex
 * would need twice the time. Never false where there is one; true for every surrogate.
 */
export function isDoubtful(text: string): boolean {
  if (!IS_LITTLE_ENDIAN) return true;
  for (let start = 0; start < text.length; start += WINDOW_UNITS) {
    const part = text.length <= WINDOW_UNITS ? text : text.slice(start, start + WINDOW_UNITS);
    unitBytes.write(part, "utf16le");
    if (part.length % 2 === 1) units[part.length] = SPACE;
    if (arePairsDoubtful(Math.ceil(part.length / 2))) return true;
  }
  return false;
}

const SPACE = 0x20;

/**
 * Two units at a time. C1 is C0 but for one bit: without that bit, both are below a space, DEL one
 * further would be too, and the subtraction raises the highest bit. So do units from 0x8000 on.
 */
function arePairsDoubtful(count: number): boolean {
  for (let at = 0; at < count; at += 1) {
    const pair = pairs[at] as number;
    const below = (pair & 0xff7fff7f) - 0x00200020;
    const belowNext = ((pair + 0x00010001) & 0xff7fff7f) - 0x00200020;
    const raised = (below | belowNext) & 0x80008000;
    if (raised !== 0 && (isUnitDoubtful(pair & 0xffff) || isUnitDoubtful(pair >>> 16))) return true;
  }
  return false;
}

/** The same characters as `DOUBTFUL` of text.ts. */
function isUnitDoubtful(unit: number): boolean {
  if (unit < 0x20) return unit !== 0x09 && unit !== 0x0a;
  if (unit < 0xd800) return unit >= 0x7f && unit < 0xa0;
  return unit < 0xe000 || (unit >= 0xfdd0 && unit <= 0xfdef) || unit >= 0xfffd;
}

/**
 * UTF-16 units that are encoded at once. One "©" among ASCII makes the engine slow: it should not
 * be slow for a whole article.
 */
const STRETCH = 2048;

/** The concatenation of the pieces, without ever making one string of them. */
export function encodePieces(pieces: Pieces): Buffer {
  const units = pieces.expectedUnits ?? 0;
  // Enough for most texts in Latin letters; for others it grows once.
  let target = Buffer.allocUnsafeSlow(units + (units >> 3) + 4 * MOST_BYTES);
  let at = 0;
  for (const piece of pieces) {
    const text = textOf(piece);
    for (let start = 0; start < text.length; ) {
      const stretch = stretchOf(text, start);
      if (target.length - at < MOST_BYTES) target = enlarged(target, at);
      at += target.write(stretch, at);
      start += stretch.length;
    }
  }
  return target.subarray(0, at);
}

/** Of a stretch: no unit takes more than three. */
const MOST_BYTES = 3 * STRETCH;

/** Never half a surrogate pair, unless the text has only half. */
function stretchOf(text: string, start: number): string {
  const end = start + STRETCH;
  if (end >= text.length) return start === 0 ? text : text.slice(start);
  const isCut = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return text.slice(start, isCut ? end - 1 : end);
}

function enlarged(bytes: Buffer, used: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
  bytes.copy(larger, 0, 0, used);
  return larger;
}
