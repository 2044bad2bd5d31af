/** Bytes to text. Records are UTF-8; what cannot be read is refused, never garbled. */
import { isUtf8 } from "node:buffer";
import type { Fault } from "../../errors.ts";

export type Decoded = { readonly text: string } | { readonly fault: Fault };

const NOT_UTF8 = { reason: "is not valid UTF-8", remedy: "save the file as UTF-8" };

/** `<meta charset>` or its http-equiv form, within the first KiB as the HTML standard has it. */
const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i;

/**
 * The text of a file, line ends as LF: UTF-8, UTF-16 with a byte order mark, and for HTML the
 * encoding that its `meta` element declares (scrapes of old pages).
 */
export function decodeText(bytes: Buffer, isHtml: boolean): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, "utf-16be");
  if (isUtf8(bytes)) return { text: tidyLines(bytes.toString("utf8")) };
  const declared = isHtml ? META_CHARSET.exec(bytes.toString("latin1", 0, 1024))?.[1] : undefined;
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) return decodeAs(bytes, declared);
  const line = firstBadLine(bytes);
  return { fault: { line, ...NOT_UTF8 } };
}

/**
 * The text of a file whose lines are records: one that is not UTF-8 costs no other. Such lines come
 * out empty, and are faults.
 */
export function decodeLines(bytes: Buffer): {
  readonly text: string;
  readonly faults: readonly Fault[];
} {
  const decoded = decodeText(bytes, false);
  if ("text" in decoded) return { text: decoded.text, faults: [] };
  const lines: string[] = [];
  const faults: Fault[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    const isReadable = isUtf8(line);
    lines.push(isReadable ? line.toString("utf8") : "");
    if (!isReadable) faults.push({ ...NOT_UTF8, line: lines.length });
    if (end < 0) break;
    start = end + 1;
  }
  return { text: tidyLines(lines.join("\n")), faults };
}

function decodeAs(bytes: Buffer, encoding: string): Decoded {
  try {
    return { text: tidyLines(new TextDecoder(encoding, { fatal: true }).decode(bytes)) };
  } catch {
    const reason = `is not valid ${encoding.toUpperCase()}`;
    return { fault: { line: 1, reason, remedy: "save the file as UTF-8" } };
  }
}

function tidyLines(text: string): string {
  const marked = text.startsWith("\ufeff") ? text.slice(1) : text;
  return marked.includes("\r") ? marked.replace(/\r\n?/g, "\n") : marked;
}

function firstBadLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
    line += 1;
  }
  return line;
}
