/** Whom a picture may be asked of: public hosts, and those that the configuration names. */
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Fault } from "../../../errors.ts";
import { type AllowedHost, hostOfUrl } from "./allowed-hosts.ts";
import { isLocalName, isPublicAddress } from "./network-addresses.ts";

/** The IP addresses of a host name; rejects where there are none. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** Enough for a host that answers on IPv4 and IPv6, too few to search a network with. */
const MAX_ADDRESSES = 4;

/**
 * Ports from 1024 that speak other protocols and would take a request for one of theirs (WHATWG
 * Fetch, "bad port"). Below, only those of http and https are open.
 */
const OTHER_PORTS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669,
  6679, 6697, 10080,
]);

export function isAllowedHost(url: URL, allowed: readonly AllowedHost[]): boolean {
  const host = hostOfUrl(url);
  const port = portOf(url);
  return allowed.some((one) => one.host === host && (one.port ?? port) === port);
}

/** What speaks against asking, before any name is looked up. */
export function faultOfUrl(url: URL, allowed: readonly AllowedHost[]): Fault | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return { reason: `"${url.protocol}" is not asked`, remedy: "use an https address" };
  }
  if (url.username !== "" || url.password !== "") {
    return { reason: "the address holds a user name or password", remedy: "take it out" };
  }
  const host = hostOfUrl(url);
  if (host === "") return { reason: "the address names no host", remedy: "mend the address" };
  if (isAllowedHost(url, allowed)) return undefined;
  if (isIP(host) === 0 ? isLocalName(host) : !isPublicAddress(host)) return privateFault(url);
  const port = portOf(url);
  const isOpen = port === 80 || port === 443 || (port >= 1024 && !OTHER_PORTS.has(port));
  if (isOpen) return undefined;
  return { reason: `port ${port} is not asked`, remedy: "use the port of https, 443" };
}

/**
 * The addresses to connect to: every one that the name has is checked, and one that is not public
 * speaks against all of them.
 *
 * @throws what `resolve` throws.
 */
export async function addressesOf(
  url: URL,
  allowed: readonly AllowedHost[],
  resolve: ResolveHost,
): Promise<readonly string[] | Fault> {
  const host = hostOfUrl(url);
  // The URL itself has been judged; an address needs no look-up.
  if (isIP(host) !== 0) return [host];
  const addresses = (await resolve(host)).filter((address) => isIP(address) !== 0);
  if (addresses.length === 0) {
    return { reason: `"${host}" has no address`, remedy: "mend the address of the picture" };
  }
  const isFine = isAllowedHost(url, allowed) || addresses.every(isPublicAddress);
  return isFine ? addresses.slice(0, MAX_ADDRESSES) : privateFault(url);
}

/** As the system sees it: its hosts file counts too. */
export async function resolveBySystem(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

function privateFault(url: URL): Fault {
  return {
    reason: `"${url.host}" lies in a private network or on this machine, and is not asked`,
    remedy: "allow this host by name, if it is yours",
  };
}

function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}
