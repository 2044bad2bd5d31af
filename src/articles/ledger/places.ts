/** Addresses as far as they tell articles apart, whatever scheme or style a site takes. */

const SCHEME = /^https?:\/\//i;

/** Names that servers give to the page of a folder, and endings that they hide. */
const PAGE = /(?:\/index)?\.(?:html?|php)$/i;

/**
 * Host and path, without what a site changes in passing: the scheme, `www.`, the default port, a
 * trailing slash, `index.html`, `.html`. Query and fragment stay. Empty for what is no address.
 */
export function placeOfUrl(url: string): string {
  const scheme = SCHEME.exec(url)?.[0];
  if (scheme === undefined) return "";
  let rest = url.slice(scheme.length);
  if (/^www\./i.test(rest)) rest = rest.slice("www.".length);
  const end = rest.search(/[?#]/);
  const suffix = end === -1 ? "" : rest.slice(end);
  const body = end === -1 ? rest : rest.slice(0, end);
  const slash = body.indexOf("/");
  const host = hostOf(slash === -1 ? body : body.slice(0, slash), scheme);
  return host + (slash === -1 ? "" : plainPath(body.slice(slash))) + suffix;
}

function hostOf(host: string, scheme: string): string {
  const port = scheme.length === "https://".length ? ":443" : ":80";
  const name = host.endsWith(port) ? host.slice(0, -port.length) : host;
  return name.toLowerCase();
}

function plainPath(path: string): string {
  const named = path.endsWith("l") || path.endsWith("m") || path.endsWith("p");
  const page = named ? path.replace(PAGE, "") : path;
  return page.endsWith("/") ? page.slice(0, -1) : page;
}

/** The host of a place. */
export function hostOfPlace(place: string): string {
  const end = place.search(/[/?#]/);
  return end === -1 ? place : place.slice(0, end);
}

/** The path of a place, with its query; empty for a front page, which every host has. */
export function pathOfPlace(place: string): string {
  return place.slice(hostOfPlace(place).length);
}

/** The last part of a path: what stays when an article moves to another section. */
export function slugOfPlace(place: string): string {
  const path = pathOfPlace(place);
  return path.slice(path.lastIndexOf("/") + 1);
}
