import { readFileSync } from "node:fs";
import { isIP, isIPv6 } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hostOfUrl,
  readAllowedHosts,
} from "../../../src/articles/pictures/remote/allowed-hosts.ts";
import { isAllowedHost } from "../../../src/articles/pictures/remote/hosts.ts";

describe("readAllowedHosts", () => {
  it.each([
    ["cdn.example", "http://cdn.example/a.png", "http://cdn.example:8080/a.png"],
    ["cdn.example:8080", "http://cdn.example:8080/", "http://CDN.example.:8080/"],
    ["cdn.example:80", "http://cdn.example/"],
    ["cdn.example:443", "https://cdn.example/"],
    [" CDN.Example. ", "https://cdn.example/"],
    ["bücher.example", "https://xn--bcher-kva.example/"],
    ["127.0.0.1", "http://127.0.0.1:5000/", "http://0x7f.1/", "http://2130706433:81/"],
    ["::1", "http://[::1]/", "http://[0:0::1]:8080/"],
    ["[::1]:8080", "http://[::1]:8080/"],
  ])("%s allows %s", (entry, ...urls) => {
    for (const url of urls) {
      expect(isAllowedHost(new URL(url), readAllowedHosts([entry])), url).toBe(true);
    }
  });

  it.each([
    ["cdn.example", "http://a.cdn.example/", "http://cdn.example.evil.example/"],
    ["cdn.example:8080", "http://cdn.example/", "http://cdn.example:8081/"],
    ["cdn.example:80", "https://cdn.example/"],
    ["127.0.0.1", "http://127.0.0.2/", "http://localhost/", "http://[::ffff:127.0.0.1]/"],
    ["[::1]:8080", "http://[::1]/"],
    ["*", "http://cdn.example/"],
    ["*.example", "http://cdn.example/"],
    ["http://cdn.example/", "http://cdn.example/"],
    ["cdn.example/pictures", "http://cdn.example/pictures"],
    ["me@cdn.example", "http://cdn.example/"],
    ["cdn.example:port", "http://cdn.example/"],
    ["10.0.0.0/8", "http://10.0.0.1/"],
    ["[::1", "http://[::1]/"],
    ["", "http://cdn.example/"],
  ])("%s does not allow %s", (entry, ...urls) => {
    for (const url of urls) {
      expect(isAllowedHost(new URL(url), readAllowedHosts([entry])), url).toBe(false);
    }
  });

  it("knows an IPv6 address with brackets or without, and nothing else in brackets", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.ipV4(), fc.string({ unit: "binary-ascii" })), (entry) => {
        const written = isIPv6(entry) ? `[${entry}]` : entry;
        const [known] = readAllowedHosts([entry]);
        expect(readAllowedHosts([written])).toEqual(known === undefined ? [] : [known]);
        if (isIP(entry) === 0) return;
        expect(known).toEqual({ host: hostOfUrl(new URL(`http://${written}/`)) });
      }),
    );
    for (const entry of ["[x@[::1]", "x@[::1", "::1]/[", "fe80::1%eth0", "[]", "[:::]", ":::"]) {
      expect(readAllowedHosts([entry]), entry).toEqual([]);
    }
  });

  it("needs no part of Node for it: the configuration is read at every start", () => {
    const folder = new URL("../../../src/articles/", import.meta.url);
    const imported = ["pictures/remote/allowed-hosts.ts", "addresses.ts"].flatMap((file) => {
      const source = readFileSync(new URL(file, folder), "utf8");
      return [...source.matchAll(/^(?:import|export) .*from "(.*)";$/gm)].map(([, name]) => name);
    });
    expect(imported).toEqual(["../../addresses.ts"]);
  });
});

describe("hostOfUrl", () => {
  it.each([
    ["http://2130706433/", "127.0.0.1"],
    ["http://0x7f.1/", "127.0.0.1"],
    ["http://0177.0.0.1/", "127.0.0.1"],
    ["http://127.1/", "127.0.0.1"],
    ["http://127.0.0.1./", "127.0.0.1"],
    ["http://①②⑦.⓪.⓪.①/", "127.0.0.1"],
    ["http://0/", "0.0.0.0"],
    ["http://[::FFFF:127.0.0.1]:80/", "::ffff:7f00:1"],
    ["http://LOCALHOST../", "localhost"],
    ["https://Pictures.Example./a.jpg", "pictures.example"],
    ["https://./", ""],
  ])("knows the host of %s", (url, host) => {
    expect(hostOfUrl(new URL(url))).toBe(host);
  });

  it("meets no zone in a URL", () => {
    expect(URL.canParse("http://[fe80::1%25eth0]/")).toBe(false);
  });
});
