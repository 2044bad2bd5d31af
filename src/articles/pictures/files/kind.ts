/** What a file is by its first bytes; its name and what a server says of it do not count. */

export type PictureKind = { readonly type: string } | { readonly notPicture: string };

/** How each kind begins; `at` counts from 0. The first that fits counts. */
const SIGNATURES: readonly { at: number; bytes: string; kind: PictureKind }[] = [
  { at: 0, bytes: "\xff\xd8\xff", kind: { type: "image/jpeg" } },
  { at: 0, bytes: "\x89PNG\r\n\x1a\n", kind: { type: "image/png" } },
  { at: 0, bytes: "GIF87a", kind: { type: "image/gif" } },
  { at: 0, bytes: "GIF89a", kind: { type: "image/gif" } },
  { at: 8, bytes: "WEBP", kind: { type: "image/webp" } },
  { at: 0, bytes: "II*\0", kind: { notPicture: "a TIFF file, which browsers do not show" } },
  { at: 0, bytes: "MM\0*", kind: { notPicture: "a TIFF file, which browsers do not show" } },
  { at: 0, bytes: "8BPS", kind: { notPicture: "a Photoshop file, which browsers do not show" } },
  { at: 0, bytes: "BM", kind: { notPicture: "a BMP file, which feed readers do not show" } },
  { at: 0, bytes: "PK\x03\x04", kind: { notPicture: "a zip archive" } },
  { at: 0, bytes: "PK\x05\x06", kind: { notPicture: "a zip archive" } },
  { at: 0, bytes: "\x1f\x8b", kind: { notPicture: "a gzip archive" } },
  { at: 0, bytes: "Rar!", kind: { notPicture: "a RAR archive" } },
  { at: 0, bytes: "7z\xbc\xaf\x27\x1c", kind: { notPicture: "a 7-Zip archive" } },
  { at: 0, bytes: "%PDF-", kind: { notPicture: "a PDF" } },
  { at: 0, bytes: "%!PS", kind: { notPicture: "a PostScript file" } },
  { at: 0, bytes: "ID3", kind: { notPicture: "an audio file" } },
  { at: 0, bytes: "OggS", kind: { notPicture: "an audio or video file" } },
  { at: 0, bytes: "\x1a\x45\xdf\xa3", kind: { notPicture: "a video" } },
];

/** ISO/IEC 23008-12 and the AV1 Image File Format: the brands of still pictures. */
const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:avif|avis)$/, "image/avif"],
  [/^(?:hei[cxms]|hev[cxms])$/, "image/heic"],
  [/^(?:mif1|msf1)$/, "image/heif"],
];

const MOST_BRANDS = 32;

export function pictureKind(bytes: Buffer): PictureKind {
  if (bytes.length === 0) return { notPicture: "an empty file" };
  const start = bytes.toString("latin1", 0, 16);
  if (start.startsWith("ftyp", 4)) return kindOfBrands(bytes);
  const known = SIGNATURES.find((one) => start.startsWith(one.bytes, one.at));
  if (known !== undefined && (known.at === 0 || start.startsWith("RIFF"))) return known.kind;
  return kindOfText(bytes);
}

/** The major brand counts where it is a codec's; behind `mif1` the compatible ones tell it. */
function kindOfBrands(bytes: Buffer): PictureKind {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 16 + 4 * MOST_BRANDS);
  const brands = [bytes.toString("latin1", 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString("latin1", at, at + 4));
  const [major = ""] = brands;
  if (!BRANDS.some(([brand]) => brand.test(major))) return { notPicture: "a video" };
  const known = BRANDS.find(([brand]) => brands.some((one) => brand.test(one)));
  return known === undefined ? { notPicture: "a video" } : { type: known[1] };
}

/** What may stand before the root element of an SVG. */
const PROLOGUE = /^\ufeff?\s*(?:<(?:\?[^>]{0,500}|!--[^>]{0,1000}|!DOCTYPE[^>]{0,500})>\s*){0,8}/i;

function kindOfText(bytes: Buffer): PictureKind {
  const text = bytes.toString("utf8", 0, 4_096);
  if (text.includes("\0")) return { notPicture: "no kind of picture that is known" };
  const root = text.replace(PROLOGUE, "");
  const isSvg = /^<svg[\s>/]/i.test(root) || /^<!doctype svg\b/i.test(root);
  if (isSvg) return { type: "image/svg+xml" };
  if (/^\s*<(?:html|head|body|!doctype html)\b/i.test(root)) return { notPicture: "an HTML page" };
  if (/^\s*<!doctype html/i.test(text)) return { notPicture: "an HTML page" };
  if (/^\s*<[a-z?!]/i.test(text)) return { notPicture: "an XML or HTML file" };
  if (/^\s*[{[]\s*(?:["{[]|$)/.test(text)) return { notPicture: "a JSON file" };
  if (/^version https:\/\/git-lfs/.test(text)) return { notPicture: "a Git LFS pointer" };
  const isText = !/[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text);
  return { notPicture: isText ? "a text" : "no kind of picture that is known" };
}
