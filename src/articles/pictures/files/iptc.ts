/** IPTC-IIM 4.2: records of a marker, record and dataset number, and a length. */
import { createHash } from "node:crypto";
import { LONGEST_TEXT, MOST_CREATORS, type PictureClaims } from "./claims.ts";
import { decodeText } from "./mended-text.ts";

const MOST_DATASETS = 5_000;

/** Datasets of record 2 (chapter 6). */
const BY_LINE = 80;
const CREDIT = 110;
const SOURCE = 115;
const COPYRIGHT_NOTICE = 116;
const CAPTION = 120;
const WANTED: ReadonlySet<number> = new Set([BY_LINE, CREDIT, SOURCE, COPYRIGHT_NOTICE, CAPTION]);

export interface IptcReading {
  readonly claims: PictureClaims;
  /** Some text is in an encoding that the file does not name. */
  readonly isUnreadable: boolean;
}

/**
 * The encoding that 1:90 names does not count: writers that name none write UTF-8 as often as
 * Windows-1252, and `decodeText` knows the two apart by themselves.
 */
export function readIptc(records: Buffer): IptcReading {
  const found = new Map<number, readonly string[]>();
  let isUnreadable = false;
  for (const { dataset, data } of datasetsOf(records)) {
    const text = decodeText(data);
    if (text === undefined) isUnreadable = true;
    else found.set(dataset, [...(found.get(dataset) ?? []), text].slice(0, MOST_CREATORS));
  }
  const first = (dataset: number) => found.get(dataset)?.[0];
  const creditLine = first(CREDIT);
  const source = first(SOURCE);
  const copyrightNotice = first(COPYRIGHT_NOTICE);
  const caption = first(CAPTION);
  return {
    claims: {
      creators: found.get(BY_LINE) ?? [],
      ...(creditLine !== undefined && { creditLine }),
      ...(source !== undefined && { source }),
      ...(copyrightNotice !== undefined && { copyrightNotice }),
      ...(caption !== undefined && { caption }),
    },
    isUnreadable,
  };
}

interface Dataset {
  readonly dataset: number;
  readonly data: Buffer;
}

function datasetsOf(records: Buffer): readonly Dataset[] {
  const datasets: Dataset[] = [];
  let at = 0;
  for (let count = 0; count < MOST_DATASETS && at + 5 <= records.length; count += 1) {
    if (records[at] !== 0x1c) break;
    const record = records[at + 1];
    const dataset = records.readUInt8(at + 2);
    const size = records.readUInt16BE(at + 3);
    // An extended dataset gives the length of its length (1.6.2); no text is that long.
    if (size >= 0x8000) break;
    // Half a name is no name.
    if (at + 5 + size > records.length) break;
    const data = records.subarray(at + 5, at + 5 + Math.min(size, LONGEST_TEXT));
    if (record === 2 && WANTED.has(dataset)) datasets.push({ dataset, data });
    at += 5 + size;
  }
  return datasets;
}

/**
 * MWG Guidelines 2.0: XMP comes first unless the digest that was kept beside it tells that a
 * program without XMP has changed the IIM records since.
 */
export function isNewerThanXmp(records: Buffer, digest: Buffer | undefined): boolean {
  if (digest === undefined || digest.every((byte) => byte === 0)) return false;
  return !createHash("md5").update(records).digest().equals(digest);
}
