import { isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostOfUrl } from "../../../src/articles/pictures/remote/allowed-hosts.ts";
import {
  isLocalName,
  isPublicAddress,
} from "../../../src/articles/pictures/remote/network-addresses.ts";

describe("isPublicAddress", () => {
  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700::1111",
    "2a00:1450:4001:81b::200e",
    "2003::1",
    // NAT64 of 8.8.8.8.
    "64:ff9b::808:808",
    "64:ff9b::8.8.8.8",
  ])("lets %s pass", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ["this network", "0.0.0.0", "0.1.2.3"],
    ["private", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"],
    ["shared (CGNAT)", "100.64.0.1", "100.127.255.255", "100.100.100.200"],
    ["loopback", "127.0.0.1", "127.255.255.254", "::1"],
    ["link-local, and the metadata of clouds", "169.254.169.254", "fe80::1", "febf::1"],
    ["the virtual host of a cloud", "168.63.129.16"],
    ["protocol assignments", "192.0.0.192", "192.88.99.1", "2001:1::1", "2001:20::1"],
    ["documentation", "192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
    ["benchmarks", "198.18.0.1", "198.19.255.255", "2001:2::1"],
    ["multicast", "224.0.0.1", "239.255.255.255", "ff02::1"],
    ["reserved, broadcast", "240.0.0.1", "255.255.255.255"],
    ["unspecified", "::"],
    ["unique local", "fc00::1", "fdff::1", "fd00:ec2::254"],
    ["site-local", "fec0::1"],
    ["IPv4-mapped", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "0:0:0:0:0:ffff:a00:1"],
    ["IPv4-compatible", "::127.0.0.1", "::8.8.8.8"],
    ["IPv4-translated", "::ffff:0:8.8.8.8"],
    [
      "NAT64 of private ones",
      "64:ff9b::127.0.0.1",
      "64:ff9b::a9fe:a9fe",
      "64:ff9b::1",
      "64:ff9b::",
    ],
    ["local NAT64", "64:ff9b:1::808:808"],
    ["6to4", "2002:7f00:1::", "2002:808:808::1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["discard, dummy, SRv6", "100::1", "100:0:0:1::1", "5f00::1"],
    ["unassigned", "4000::1", "e000::1"],
    ["with a zone", "fe80::1%eth0", "2606:4700::1%1"],
    [
      "no address at all",
      "",
      "localhost",
      "1.2.3",
      "2130706433",
      "0x7f.0.0.1",
      "[::1]",
      "1.1.1.1 ",
    ],
  ])("holds back %s: %s %s", (_, ...addresses) => {
    for (const address of addresses) expect(isPublicAddress(address), address).toBe(false);
  });

  it("answers for every text, and judges an address alike however it is written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (address) => {
        const isPublic = isPublicAddress(address);
        if (isIP(address) === 0) expect(isPublic).toBe(false);
        if (isIP(address) !== 6) return;
        const canonical = hostOfUrl(new URL(`http://[${address}]/`));
        expect(isPublicAddress(canonical)).toBe(isPublic);
      }),
    );
  });
});

describe("isLocalName", () => {
  it.each([
    "localhost",
    "a.localhost",
    "printer.local",
    "metadata.google.internal",
    "router.home.arpa",
    "localhost.localdomain",
  ])("holds %s for local", (name) => {
    expect(isLocalName(name)).toBe(true);
  });

  it.each(["example.org", "localhost.example", "notlocalhost", "internal.example", "mylocal"])(
    "holds %s for public",
    (name) => {
      expect(isLocalName(name)).toBe(false);
    },
  );
});
