/** Image resources (Adobe Photoshop File Formats Specification): where IPTC-IIM lives. */
import { MOST_PARTS } from "./blocks.ts";

const IPTC = 0x0404;
const IPTC_DIGEST = 0x0425;
const SIGNATURE = /^(?:8BIM|8B64|MeSa|AgHg|PHUT|DCSR)$/;

/** Stops at the first resource that is none; a last one that is cut off is read as far as it is. */
export function readPhotoshopResources(bytes: Buffer): { iptc?: Buffer; iptcDigest?: Buffer } {
  let iptc: Buffer | undefined;
  let iptcDigest: Buffer | undefined;
  let at = 0;
  for (let count = 0; count < MOST_PARTS && at + 12 <= bytes.length; count += 1) {
    if (!SIGNATURE.test(bytes.toString("latin1", at, at + 4))) break;
    const id = bytes.readUInt16BE(at + 4);
    const nameBytes = bytes.readUInt8(at + 6);
    const sizeAt = at + 6 + nameBytes + (nameBytes % 2 === 0 ? 2 : 1);
    if (sizeAt + 4 > bytes.length) break;
    const size = bytes.readUInt32BE(sizeAt);
    const data = bytes.subarray(sizeAt + 4, sizeAt + 4 + size);
    if (id === IPTC) iptc ??= data;
    if (id === IPTC_DIGEST && data.length === 16) iptcDigest ??= data;
    at = sizeAt + 4 + size + (size % 2);
  }
  return { ...(iptc && { iptc }), ...(iptcDigest && { iptcDigest }) };
}
