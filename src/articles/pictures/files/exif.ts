/** EXIF (JEITA CP-3451): TIFF structures, read by exifreader. */
import { createRequire } from "node:module";
import type ExifReader from "exifreader";
import { MOST_BLOCK_BYTES } from "./blocks.ts";
import { MOST_CREATORS, NO_CLAIMS, type PictureClaims } from "./claims.ts";
import { mendText } from "./mended-text.ts";

/** Loaded with the first picture: a run that finds nothing new has none to open. */
const require = createRequire(import.meta.url);
const exifReader = (): typeof ExifReader => require("exifreader");

const TAGS = [
  "Artist",
  "Copyright",
  "ImageDescription",
  "Make",
  "Model",
  "Orientation",
  "XPAuthor",
  "XPComment",
];

export interface ExifReading {
  readonly claims: PictureClaims;
  /** Orientation 5 to 8: width and height are swapped. */
  readonly isTurned: boolean;
  /** Make and model of the camera, which some cameras write in every field. */
  readonly camera: readonly string[];
}

/** What exifreader has for a value that lies behind the end. */
const OUT_OF_REACH = "<faulty value>";

const NOTHING: ExifReading = { claims: NO_CLAIMS, isTurned: false, camera: [] };

export function readExif(tiff: Buffer): ExifReading {
  if (!/^(?:II\*\0|MM\0\*)/.test(tiff.toString("latin1", 0, 4))) return NOTHING;
  try {
    const tags = exifReader().load(tiff.subarray(0, MOST_BLOCK_BYTES), {
      expanded: true,
      includeTags: { exif: TAGS },
    }).exif;
    const values = Object.entries(tags ?? {}).map(([name, tag]) => [name, tag.value] as const);
    return readingOf(new Map<string, unknown>(values));
  } catch {
    return NOTHING;
  }
}

function readingOf(tags: ReadonlyMap<string, unknown>): ExifReading {
  const texts = (name: string) => textsOf(tags.get(name));
  const orientation = tags.get("Orientation");
  const artists = texts("Artist").join(";").split(";");
  const authors = utf16Of(tags.get("XPAuthor")).split(";");
  const [caption] = texts("ImageDescription");
  const comment = utf16Of(tags.get("XPComment"));
  // The photographer's and the editor's notice, a NUL between them (4.6.5, Copyright).
  const copyrightNotice = texts("Copyright").find((text) => text.trim() !== "");
  const hasArtist = artists.some((artist) => artist.trim() !== "");
  return {
    claims: {
      creators: (hasArtist ? artists : authors).slice(0, MOST_CREATORS),
      ...(copyrightNotice !== undefined && { copyrightNotice }),
      ...(caption !== undefined ? { caption } : comment !== "" && { caption: comment }),
    },
    isTurned: typeof orientation === "number" && orientation >= 5 && orientation <= 8,
    camera: [...texts("Make"), ...texts("Model")].map((text) => text.trim()).filter(Boolean),
  };
}

/** ASCII by the standard, UTF-8 in the field. */
function textsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const texts = value.filter((one) => typeof one === "string");
  return texts.filter((text) => text !== OUT_OF_REACH).map(mendText);
}

/** The tags of Windows Explorer: bytes of UTF-16LE that end with a NUL. */
function utf16Of(value: unknown): string {
  if (!Array.isArray(value)) return "";
  const bytes = value.slice(0, 4_000).filter((byte) => typeof byte === "number");
  return Buffer.from(bytes).toString("utf16le").split("\0")[0] ?? "";
}
