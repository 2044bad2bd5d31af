/**
 * What the metadata of a picture say together. XMP comes first, then IPTC-IIM, then EXIF, as MWG
 * Guidelines 2.0 and the IPTC have it for pictures that an editor has touched; EXIF is last since
 * cameras fill it. Blocks that name other people are left out rather than mixed.
 */
import type { Fault } from "../../../errors.ts";
import { parseUrl } from "../../addresses.ts";
import type { Credit } from "../../article.ts";
import { fillCredit, readCreditField } from "../../credits/credit.ts";
import { readCreditLine } from "../../credits/credit-line.ts";
import type { PictureBlocks } from "./blocks.ts";
import { NO_CLAIMS, type PictureClaims } from "./claims.ts";
import { readExif } from "./exif.ts";
import { isNewerThanXmp, readIptc } from "./iptc.ts";
import { writtenCaption, writtenName } from "./junk.ts";
import { readXmp } from "./xmp.ts";

export interface PictureMetadata {
  readonly caption?: string;
  readonly alt?: string;
  readonly credit?: Credit;
  /** EXIF swaps width and height. */
  readonly isTurned: boolean;
  readonly fault?: Fault;
}

const REFUSED: Fault = {
  reason: "its XMP declares a document type and was not read",
  remedy: "save the picture again with an image editor",
};
const UNREADABLE: Fault = {
  reason: "its IPTC texts are in an encoding that the file does not name",
  remedy: "write its caption and credit again as UTF-8",
};

export function readMetadata(blocks: PictureBlocks): PictureMetadata {
  const exif = blocks.exif.slice(0, 2).map(readExif);
  const xmp = blocks.xmp.slice(0, 4).map(readXmp);
  const iptc = blocks.iptc === undefined ? undefined : readIptc(blocks.iptc);
  const isIptcFirst = blocks.iptc !== undefined && isNewerThanXmp(blocks.iptc, blocks.iptcDigest);
  const ofXmp = xmp.map(({ claims }) => claims);
  const ofIptc = iptc === undefined ? [] : [iptc.claims];
  const claims = [
    ...(isIptcFirst ? [...ofIptc, ...ofXmp] : [...ofXmp, ...ofIptc]),
    ...exif.map((reading) => reading.claims),
    claimsOfTexts(blocks.texts ?? []),
  ];
  const camera = exif.flatMap((reading) => reading.camera);
  const words = firstOf(claims, (one) => writtenCaption(one.caption));
  // Agencies write the credit behind the words too; the fields for it are surer.
  const told = words === undefined ? undefined : readCreditLine(words, "caption");
  const caption = told === undefined ? words : writtenCaption(told.caption);
  const alt = firstOf(claims, (one) => writtenCaption(one.alt));
  const credits = [...claims.map((one) => creditOf(one, camera)), told?.credit];
  const credit = credits.reduce(fillCredit, undefined);
  const fault = xmp.some(({ isRefused }) => isRefused)
    ? REFUSED
    : iptc?.isUnreadable === true
      ? UNREADABLE
      : undefined;
  return {
    isTurned: exif.some((reading) => reading.isTurned),
    ...(caption !== undefined && { caption }),
    ...(alt !== undefined && { alt }),
    ...(credit !== undefined && { credit }),
    ...(fault !== undefined && { fault }),
  };
}

function firstOf(
  claims: readonly PictureClaims[],
  read: (claims: PictureClaims) => string | undefined,
): string | undefined {
  for (const one of claims) {
    const text = read(one);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The credit readers of the record's fields read these as well: the fields are the same. */
function creditOf(claims: PictureClaims, camera: readonly string[]): Credit | undefined {
  const written = (text: string | undefined) => writtenName(text, camera);
  const creators = claims.creators.flatMap((name) => {
    const line = written(name);
    return line === undefined ? [] : [inReadingOrder(line)];
  });
  return readCreditField({
    creator: creators.length === 0 ? undefined : creators,
    creditLine: written(claims.creditLine),
    source: written(claims.source),
    copyrightNotice: written(claims.copyrightNotice),
    license: webAddress(claims.license),
    acquireLicensePage: webAddress(claims.acquireLicensePage),
  });
}

/** `Santoso, Budi` is one person, as catalogues write it: nobody signs with two first names. */
function inReadingOrder(name: string): string {
  const [, family, given] = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+)$/u.exec(name) ?? [];
  return family === undefined || given === undefined ? name : `${given} ${family}`;
}

/** Absolute, http(s); houses leave the scheme out. */
function webAddress(text: string | undefined): string | undefined {
  const address = text?.trim() ?? "";
  if (address.length > 2_000 || /[\s<>"]/.test(address)) return undefined;
  const whole = /^www\.[^/]+\.[a-z]{2,}/i.test(address) ? `https://${address}` : address;
  const isWeb = /^https?:\/\/[^/]+\.[^/]+/i.test(whole) && parseUrl(whole) !== undefined;
  return isWeb ? whole : undefined;
}

/** Keywords of PNG (11.3.3.1). `Source` is the device there. */
function claimsOfTexts(texts: readonly (readonly [string, string])[]): PictureClaims {
  const textOf = (keyword: string) => texts.find(([found]) => found.toLowerCase() === keyword)?.[1];
  const author = textOf("author") ?? textOf("artist");
  const copyrightNotice = textOf("copyright");
  const caption = textOf("description");
  return {
    ...NO_CLAIMS,
    creators: author === undefined ? [] : author.split(";").slice(0, 20),
    ...(copyrightNotice !== undefined && { copyrightNotice }),
    ...(caption !== undefined && { caption }),
  };
}
