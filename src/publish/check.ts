/** The last look at a document before it replaces the one that readers have. */
import { XMLValidator } from "fast-xml-parser";

/** What the W3C feed validator reads at most (ValidatorLimit). */
export const MAX_DOCUMENT_BYTES = 5_000_000;

// XML 1.0, section 2.2; JSON readers choke on the same ones. A surrogate may be half of a pair.
const DOUBTFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Why a document may not be published, or undefined where it may. */
export function faultOfDocument(
  text: string,
  bytes: number,
  mediaType: string,
): string | undefined {
  if (bytes > MAX_DOCUMENT_BYTES) return `is larger than ${MAX_DOCUMENT_BYTES} bytes`;
  if (DOUBTFUL.test(text) && ILLEGAL.test(text)) {
    return "holds a character that XML and JSON readers refuse";
  }
  if (mediaType.endsWith("json")) return faultOfJson(text);
  const result = XMLValidator.validate(text);
  return result === true
    ? undefined
    : `is not well-formed: line ${result.err.line}: ${result.err.msg}`;
}

function faultOfJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `is not well-formed: ${String(error)}`;
  }
}
