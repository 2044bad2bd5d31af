/** Web addresses as feeds must carry them: absolute, ASCII (RFC 3986; hosts in punycode). */

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Characters that the URL parser leaves in a query or fragment although RFC 3986 has no room. */
const NOT_URI = /[|^`{}[\]\\"<>]/g;

/** A file or folder and what is in it, of unreserved characters; neither "." nor "..". */
const PATH = String.raw`(?:[\w~-]+(?:\.[\w~-]+)*/)*(?:[\w~-]+(?:\.[\w~-]+)*)?`;
/** An address that the URL parser leaves as it is: its origin, and its path. */
const PLAIN_ADDRESS = new RegExp(String.raw`^(https?://(?:[a-z\d-]+\.)+[a-z]{2,20})(/${PATH})$`);
/** A path from the root, the folder, or that folder by its "./". */
const PLAIN_PATH = new RegExp(String.raw`^(?:(/)(?!/)|\./)?(${PATH})$`);

/**
 * What the URL parser would make of the two, where both are so plain that nothing has to be
 * encoded, resolved or mended; it takes ten times as long.
 */
function plainAddress(reference: string, base: string): string | undefined {
  const [, slash, path] = PLAIN_PATH.exec(reference) ?? [];
  if (path === undefined) {
    return PLAIN_ADDRESS.test(reference) && !reference.includes("xn--") ? reference : undefined;
  }
  const [, origin, own = ""] = PLAIN_ADDRESS.exec(base) ?? [];
  if (origin === undefined || origin.includes("xn--")) return undefined;
  return origin + (slash ?? own.slice(0, own.lastIndexOf("/") + 1)) + path;
}

/**
 * The absolute http(s) address of a reference found in a record, or undefined where there is none:
 * other schemes, credentials in the address, no host.
 *
 * @param base the absolute address the reference is relative to: the article's own.
 */
export function absoluteAddress(reference: string, base: string): string | undefined {
  const trimmed = reference.trim();
  if (trimmed === "") return undefined;
  const plain = plainAddress(trimmed, base);
  if (plain !== undefined) return plain;
  if (HAS_SCHEME.test(trimmed) && !/^https?:/i.test(trimmed)) return undefined;
  const url = parseUrl(trimmed, base);
  if (url === undefined) return undefined;
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  return uriOfUrl(url);
}

/**
 * Undefined where it is no address. `URL.canParse` must not be asked: Node 20 says no to all that
 * hold "é" or "ü", once it has been asked some thousand times.
 */
export function parseUrl(reference: string, base?: string): URL | undefined {
  try {
    return new URL(reference, base);
  } catch {
    return undefined;
  }
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
