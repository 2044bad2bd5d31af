/** Which addresses lie on the public internet, and which within a network or this machine. */
import { BlockList, isIPv4, isIPv6 } from "node:net";

/** IANA IPv4 Special-Purpose Address Registry, multicast, and what is reserved. */
const SPECIAL_IPV4 = subnets("ipv4", [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // The virtual host of a cloud that serves its machines from a public address.
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
]);

/** Global unicast (RFC 4291, 2.4): whatever lies outside is local, multicast or unassigned. */
const GLOBAL_IPV6 = subnets("ipv6", [["2000::", 3]]);

/** IANA IPv6 Special-Purpose Address Registry, within global unicast. */
const SPECIAL_IPV6 = subnets("ipv6", [
  // Protocol assignments: Teredo, benchmarking, ORCHID.
  ["2001::", 23],
  ["2001:db8::", 32],
  // 6to4 leads to whatever IPv4 address it holds.
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3ffe::", 16],
  ["3fff::", 20],
]);

/** NAT64 (RFC 6052, 2.1) in the URL parser's spelling; the last 32 bits are the IPv4 address. */
const TRANSLATED = /^\[64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/;

/** Names that never leave a network (RFC 6761, 6762, 8375; .internal as ICANN reserved it). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)$/;

/**
 * Whether an IP address is reachable for everyone. IPv6 that maps or tunnels IPv4 is not, but for
 * NAT64 of a public address, which is how machines without IPv4 see the rest of the world.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL_IPV4.check(address, "ipv4");
  // A zone (`fe80::1%eth0`) has a meaning on one machine only.
  if (!isIPv6(address) || address.includes("%")) return false;
  const translated = TRANSLATED.exec(new URL(`http://[${address}]/`).hostname);
  if (translated !== null) {
    const bytes = translated.slice(1).flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 255];
    });
    return isPublicAddress(bytes.join("."));
  }
  return GLOBAL_IPV6.check(address, "ipv6") && !SPECIAL_IPV6.check(address, "ipv6");
}

/** @param name in lower case, without the dot of the root: what `hostOfUrl` gives. */
export function isLocalName(name: string): boolean {
  return LOCAL_NAME.test(name);
}

function subnets(
  family: "ipv4" | "ipv6",
  nets: readonly (readonly [net: string, prefix: number])[],
): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}
