/** Bytes to text, whatever they are; what is not UTF-8 is told. */

export interface DecodedDocument {
  /** With its byte order mark, if it has one. */
  readonly text: string;
  readonly fault?: string;
}

/** XML may name its encoding in its first line, which is ASCII in all that are in use. */
const DECLARED = /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/;

export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    return { text: decode(bytes, utf16, false) ?? "", fault: "the bytes are UTF-16" };
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1000));
  const declared = DECLARED.exec(head.toString("latin1"))?.[1]?.toLowerCase() ?? "utf-8";
  const text = decode(bytes, "utf-8", true);
  // A declared encoding is judged where the declaration is; ASCII is the same in most.
  if (text !== undefined) return { text };
  const other = /^utf-?8$/.test(declared) ? undefined : decode(bytes, declared, true);
  if (other !== undefined) return { text: other };
  const fault = "there are bytes that are no UTF-8";
  return { text: decode(bytes, "windows-1252", false) ?? "", fault };
}

function utf16Of([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
