/**
 * AVIF and HEIC (ISO/IEC 23008-12). Done here since image-size takes the first size it meets, which
 * is that of a tile or an alpha plane as well, and neither it nor exifreader knows a turn.
 */
import { MOST_XMP_BYTES, type PictureBlocks } from "./blocks.ts";
import { type Box, boxNamed, readBoxes, readNumbers } from "./boxes.ts";

const MOST_ITEMS = 2_000;
const MOST_EXTENTS = 64;

export function readAvifBlocks(bytes: Buffer): PictureBlocks {
  const file = readBoxes(bytes);
  const meta = boxNamed(file, "meta");
  const isCut = meta === undefined || file.some((box) => !box.isWhole);
  if (meta === undefined) return { exif: [], xmp: [], isCut };
  // A full box: version and flags stand before what it holds.
  const boxes = readBoxes(meta.data.subarray(4));
  const items = itemsOf(boxNamed(boxes, "iinf"));
  const places = placesOf(boxNamed(boxes, "iloc"));
  const idat = boxNamed(boxes, "idat")?.data;
  const read = (isWanted: (item: Item) => boolean) =>
    items.filter(isWanted).flatMap(({ id }) => contentOf(places.get(id), bytes, idat) ?? []);
  return {
    ...pictureOf(boxes),
    exif: read(({ type }) => type === "Exif").map(tiffOf),
    xmp: read(({ type, mime }) => type === "mime" && mime === "application/rdf+xml"),
    isCut,
  };
}

interface Item {
  readonly id: number;
  readonly type: string;
  readonly mime: string;
}

/** `iinf` and its `infe` of version 2 and 3 (8.11.6). */
function itemsOf(iinf: Box | undefined): readonly Item[] {
  if (iinf === undefined) return [];
  const entries = readBoxes(iinf.data.subarray(iinf.data[0] === 0 ? 6 : 8)).slice(0, MOST_ITEMS);
  return entries.map(({ data }) => {
    const idBytes = data[0] === 3 ? 4 : 2;
    const numbers = readNumbers(data.subarray(4));
    const id = numbers.next(idBytes);
    const type = data.toString("latin1", 6 + idBytes, 10 + idBytes);
    numbers.next(6);
    numbers.text();
    return { id, type, mime: type === "mime" ? numbers.text() : "" };
  });
}

interface Place {
  readonly isInIdat: boolean;
  readonly extents: readonly { readonly start: number; readonly length: number }[];
}

/** `iloc` (8.11.3): where the items are. Items made of other items are not followed. */
function placesOf(iloc: Box | undefined): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  if (iloc === undefined) return places;
  const version = iloc.data[0] ?? 0;
  const numbers = readNumbers(iloc.data.subarray(4));
  const sizes = numbers.next(2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  if ([offsetBytes, lengthBytes, baseBytes, indexBytes].some((bytes) => bytes > 8)) return places;
  const count = Math.min(numbers.next(version < 2 ? 2 : 4), MOST_ITEMS);
  for (let index = 0; index < count && !numbers.isAtEnd(); index += 1) {
    const id = numbers.next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : numbers.next(2) & 15;
    numbers.next(2);
    const base = numbers.next(baseBytes);
    const extents = [];
    for (let left = numbers.next(2); left > 0 && !numbers.isAtEnd(); left -= 1) {
      numbers.next(indexBytes);
      extents.push({ start: base + numbers.next(offsetBytes), length: numbers.next(lengthBytes) });
    }
    if (method < 2 && extents.length <= MOST_EXTENTS) {
      places.set(id, { isInIdat: method === 1, extents });
    }
  }
  return places;
}

function contentOf(place: Place | undefined, file: Buffer, idat?: Buffer): Buffer | undefined {
  const source = place?.isInIdat === true ? idat : file;
  if (place === undefined || source === undefined) return undefined;
  let left = MOST_XMP_BYTES;
  const parts = place.extents.map(({ start, length }) => {
    // A length of 0 means: to the end of the source.
    const part = source.subarray(start, start + Math.min(length === 0 ? left : length, left));
    left -= part.length;
    return part;
  });
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

/** An Exif item begins with the distance to its TIFF header (ISO/IEC 23008-12, A.2.1). */
function tiffOf(item: Buffer): Buffer {
  return item.length < 8 ? item.subarray(0, 0) : item.subarray(4 + item.readUInt32BE(0));
}

/** Size and rotation that `ipma` gives the primary item (9.3, 6.5). */
function pictureOf(meta: readonly Box[]): Pick<PictureBlocks, "width" | "height" | "isTurned"> {
  const pitm = boxNamed(meta, "pitm")?.data ?? Buffer.alloc(0);
  const primary = readNumbers(pitm.subarray(4)).next(pitm[0] === 0 ? 2 : 4);
  const iprp = readBoxes(boxNamed(meta, "iprp")?.data ?? Buffer.alloc(0));
  const properties = readBoxes(boxNamed(iprp, "ipco")?.data ?? Buffer.alloc(0));
  const indices = propertiesOf(primary, boxNamed(iprp, "ipma"));
  const own = indices.flatMap((index) => properties[index - 1] ?? []);
  const size = boxNamed(own, "ispe")?.data;
  const turn = (boxNamed(own, "irot")?.data[0] ?? 0) & 3;
  if (size === undefined || size.length < 12) return {};
  return { width: size.readUInt32BE(4), height: size.readUInt32BE(8), isTurned: turn % 2 === 1 };
}

function propertiesOf(item: number, ipma: Box | undefined): readonly number[] {
  if (ipma === undefined) return [];
  const numbers = readNumbers(ipma.data.subarray(4));
  const isWide = ((ipma.data[3] ?? 0) & 1) === 1;
  const count = Math.min(numbers.next(4), MOST_ITEMS);
  for (let entry = 0; entry < count && !numbers.isAtEnd(); entry += 1) {
    const id = numbers.next(ipma.data[0] === 0 ? 2 : 4);
    const indices = Array.from({ length: numbers.next(1) }, () =>
      isWide ? numbers.next(2) & 0x7fff : numbers.next(1) & 0x7f,
    );
    if (id === item) return indices;
  }
  return [];
}
