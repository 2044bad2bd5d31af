/** What single values must look like, whichever format holds them. */
import { parseUrl } from "../articles/addresses.ts";
import { mediaTypeOf } from "../formats/enclosures.ts";

const URI_CHARACTERS = /^[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,#]*$/;
const BROKEN_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** Why an address could not stand in a feed as far as its characters go (RFC 3986, section 2). */
export function characterFault(address: string): string | undefined {
  if (URI_CHARACTERS.test(address)) {
    return BROKEN_ESCAPE.test(address) ? "holds a % that begins no escape" : undefined;
  }
  // An IPv6 host is the one place for brackets.
  const rest = address.replace(/^([a-z]+:\/\/)\[[0-9A-Fa-f:.]+\]/i, "$1");
  const stray = /[^0-9A-Za-z;/?:@&=+$.\-_!~*'()%,#]/u.exec(rest)?.[0];
  return stray === undefined ? undefined : `holds ${JSON.stringify(stray)}, which no URI may`;
}

/** With a scheme, and for the web with a host (RFC 3986, section 4.3). */
export function isAbsolute(address: string): boolean {
  if (!SCHEME.test(address)) return false;
  return !/^(?:https?|ftp):/i.test(address) || /^[a-z]+:\/\/[^/?#]/i.test(address);
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(address);
}

const TAG_URI = /^tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S*$/;
const UUID_URN = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$/i;

/** `tag:` and `urn:` in their own syntax (RFC 4151, RFC 8141), everything else with a scheme. */
export function isUri(id: string): boolean {
  if (/^tag:/i.test(id)) return TAG_URI.test(id);
  if (/^urn:uuid:/i.test(id)) return UUID_URN.test(id);
  if (/^urn:/i.test(id)) return URN.test(id);
  return isAbsolute(id);
}

/** The canonical form of a web address (RFC 3986, section 6), or the address itself. */
export function canonicalAddress(address: string): string {
  const href = isWebAddress(address) ? parseUrl(address)?.href : undefined;
  if (href === undefined) return address;
  return href.replace(/%[0-9a-f]{2}/gi, (coded) => {
    const character = String.fromCharCode(Number.parseInt(coded.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : coded.toUpperCase();
  });
}

const MIME = /^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+(?:\s*;.*)?$/;

/** `type/subtype`, with parameters or without (RFC 2045, section 5.1). */
export function isMimeType(type: string): boolean {
  return MIME.test(type);
}

/** The registered name of a type that people write otherwise: `image/jpeg` for `image/jpg`. */
export function properType(type: string): string | undefined {
  const plain = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const proper = mediaTypeOf(plain, "", []);
  return proper === plain ? undefined : proper;
}

/** Well-formed (RFC 5646, section 2.2.9); no look-up in the registry. */
export function isLanguageTag(tag: string): boolean {
  if (!/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return false;
  if (/^(?:i|x)-/i.test(tag)) return true;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Without a sign, without a fraction. */
export function isPositiveInteger(text: string): boolean {
  return /^0*[1-9]\d{0,15}$/.test(text);
}

/** `mail@host` (RFC 822, addr-spec, as far as it is in use). */
const MAIL = /[\w.+'%-]+@[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z0-9-]+/;
const MAIL_WITH_NAME = new RegExp(`^${MAIL.source} \\([^()]+\\)$`);

export function mailOf(text: string): "none" | "without-name" | "with-name" {
  if (text.length > 1000 || !MAIL.test(text)) return "none";
  return MAIL_WITH_NAME.test(text) ? "with-name" : "without-name";
}
