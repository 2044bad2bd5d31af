/** Web addresses as feeds must carry them: absolute, ASCII (RFC 3986; hosts in punycode). */

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Characters that the URL parser leaves in a query or fragment although RFC 3986 has no room. */
const NOT_URI = /[|^`{}[\]\\"<>]/g;

/**
 * The absolute http(s) address of a reference found in a record, or undefined where there is none:
 * other schemes, credentials in the address, no host.
 *
 * @param base the absolute address the reference is relative to: the article's own.
 */
export function absoluteAddress(reference: string, base: string): string | undefined {
  const trimmed = reference.trim();
  if (trimmed === "") return undefined;
  if (HAS_SCHEME.test(trimmed) && !/^https?:/i.test(trimmed)) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  return uriOfUrl(url);
}

/** Percent-encoded text as people read it; as it stands where it is encoded wrongly. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path as addresses have it; its slashes stay. */
export function encodedPath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** A parsed URL as an RFC 3986 URI: stray brackets and quotes outside the host are encoded. */
function uriOfUrl(url: URL): string {
  const rest = url.href.slice(url.origin.length);
  return url.origin + rest.replace(NOT_URI, (char) => encodeURIComponent(char));
}
