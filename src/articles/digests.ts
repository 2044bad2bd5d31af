/** Digests by which it is told whether anything has changed. */
import { hash } from "node:crypto";

/** 96 bits: two of them never meet by chance. */
const BYTES = 12;

/** The same for values that say the same in the same order: JSON. */
export function digestOf(value: unknown): string {
  return digestOfBytes(JSON.stringify(value));
}

/** @param bytes a text stands for its UTF-8. */
export function digestOfBytes(bytes: Buffer | string): string {
  // A slice of the whole digest would keep all of it in memory.
  return hash("sha256", bytes, "buffer").toString("base64url", 0, BYTES);
}
