/** One range of bytes (RFC 9110, section 14): players and interrupted downloads ask for it. */

/** First and last byte, both counted from 0 and both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * @returns undefined where the header is to be left aside, and all is sent: another unit, no valid
 * range, or several ranges; "unsatisfiable" where it lies behind the end (416).
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteRange | "unsatisfiable" | undefined {
  const found = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? "");
  const [, from = "", to = ""] = found ?? [];
  if (found === null || (from === "" && to === "")) return undefined;
  if (from === "") {
    const wanted = Number(to);
    if (wanted === 0 || size === 0) return "unsatisfiable";
    return { first: Math.max(0, size - wanted), last: size - 1 };
  }
  const first = Number(from);
  const last = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < first) return undefined;
  return first >= size ? "unsatisfiable" : { first, last };
}
