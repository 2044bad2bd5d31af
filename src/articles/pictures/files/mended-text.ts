/** Text of picture files, whose encoding is told wrongly or not at all. */

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** What Windows-1252 has at 0x80–0x9F, for turning wrongly read text back into its bytes. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * UTF-8 where the bytes are that, else Windows-1252 (its 0x80–0x9F stay C1 controls, which
 * `plainLine` knows). Undefined where it can be neither: Cyrillic, Greek or Japanese of old.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const utf8 = validUtf8(bytes);
  if (utf8 !== undefined) return mendText(utf8);
  const text = bytes.toString("latin1");
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const foreign = text.match(/[\x80-\xff]/g)?.length ?? 0;
  return foreign > letters + 2 || foreign > 2 * letters ? undefined : text;
}

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Each a lead byte of UTF-8 and a byte that follows one, both read as Windows-1252. */
const TWICE_ENCODED = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** `JosÃ©` is `José`, encoded twice: certain where the whole text is valid UTF-8 once more. */
export function mendText(text: string): string {
  if (!TWICE_ENCODED.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const high = WINDOWS_1252.indexOf(text.charAt(index));
    if (high < 0 && code > 0xff) return text;
    bytes[index] = high < 0 ? code : 0x80 + high;
  }
  return validUtf8(bytes) ?? text;
}
