/** Digests by which it is told whether anything has changed. */
import { hash } from "node:crypto";

/** Of 132 bits: two of them never meet by chance. */
const LENGTH = 22;

/** The same for values that say the same in the same order: JSON. */
export function digestOf(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "base64url").slice(0, LENGTH);
}

export function digestOfBytes(bytes: Buffer): string {
  return hash("sha256", bytes, "base64url").slice(0, LENGTH);
}
