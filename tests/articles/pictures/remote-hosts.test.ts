import { describe, expect, it } from "vitest";
import { readAllowedHosts } from "../../../src/articles/pictures/remote/allowed-hosts.ts";
import { addressesOf, faultOfUrl } from "../../../src/articles/pictures/remote/hosts.ts";

describe("faultOfUrl", () => {
  it.each([
    "https://pictures.example/a.jpg",
    "http://pictures.example/a.jpg",
    "http://pictures.example:8080/a.jpg",
    "https://8.8.8.8/a.jpg",
    "https://[2606:4700::1111]/a.jpg",
  ])("finds nothing against %s", (url) => {
    expect(faultOfUrl(new URL(url), [])).toBeUndefined();
  });

  it.each([
    ["ftp://pictures.example/a.jpg", "is not asked"],
    ["file:///etc/passwd", "is not asked"],
    ["data:image/png;base64,AAAA", "is not asked"],
    ["https://name:secret@pictures.example/", "user name"],
    ["https://name@pictures.example/", "user name"],
    ["http://127.0.0.1/", "private network"],
    ["http://0300.0250.1.1/", "private network"],
    ["http://169.254.169.254/latest/meta-data/", "private network"],
    ["http://[::ffff:10.0.0.1]/", "private network"],
    ["http://localhost./", "private network"],
    ["http://api.localhost:3000/", "private network"],
    ["http://metadata.google.internal/", "private network"],
    ["http://pictures.example:25/", "port 25"],
    ["http://pictures.example:22/", "port 22"],
    ["http://pictures.example:6667/", "port 6667"],
    ["http://./", "no host"],
  ])("refuses %s", (url, words) => {
    expect(faultOfUrl(new URL(url), [])?.reason).toContain(words);
  });

  it("lets what is allowed by name pass at every port, but not with a password", () => {
    const allowed = readAllowedHosts(["intranet.local", "10.0.0.7:81"]);
    expect(faultOfUrl(new URL("http://intranet.local:81/"), allowed)).toBeUndefined();
    expect(faultOfUrl(new URL("http://10.0.0.7:81/"), allowed)).toBeUndefined();
    expect(faultOfUrl(new URL("http://10.0.0.7/"), allowed)?.reason).toContain("private");
    expect(faultOfUrl(new URL("http://a:b@intranet.local/"), allowed)).toBeDefined();
  });
});

describe("addressesOf", () => {
  const url = new URL("https://pictures.example/a.jpg");
  const resolved =
    (...addresses: string[]) =>
    async () =>
      addresses;

  it("gives the addresses of a public host", async () => {
    const resolve = resolved("8.8.8.8", "2606:4700::1111");
    expect(await addressesOf(url, [], resolve)).toEqual(["8.8.8.8", "2606:4700::1111"]);
  });

  it.each([
    ["a private address", ["10.0.0.1"]],
    ["a private address among public ones", ["8.8.8.8", "1.1.1.1", "127.0.0.1"]],
    ["a private address behind many", [...Array(20).fill("8.8.8.8"), "192.168.0.1"]],
    ["a mapped address", ["::ffff:127.0.0.1"]],
    ["an address with a zone", ["fe80::1%eth0"]],
  ])("refuses a name with %s", async (_, addresses) => {
    expect(await addressesOf(url, [], resolved(...addresses))).toMatchObject({
      reason: expect.stringContaining("private network"),
    });
  });

  it("refuses a name without addresses", async () => {
    expect(await addressesOf(url, [], resolved("nonsense"))).toMatchObject({
      reason: '"pictures.example" has no address',
    });
  });

  it("connects to few of many", async () => {
    const addresses = await addressesOf(url, [], resolved(...Array(100).fill("8.8.8.8")));
    expect(addresses).toHaveLength(4);
  });

  it("takes private addresses from a name that is allowed, and from no other", async () => {
    const allowed = readAllowedHosts(["pictures.example", "10.0.0.1"]);
    const other = new URL("https://other.example/");
    expect(await addressesOf(url, allowed, resolved("10.0.0.1"))).toEqual(["10.0.0.1"]);
    expect(await addressesOf(other, allowed, resolved("10.0.0.1"))).toHaveProperty("reason");
  });
});
