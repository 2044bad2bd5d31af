/** What may stand under `onPublished`. */
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../src/config/config.ts";

const hooksOf = (onPublished: unknown) =>
  checkConfig({ site: { title: "T", url: "https://x.example/" }, onPublished }, "x.yaml")
    .onPublished;
const DEFAULTS = { timeout: 30, retries: 3 };

describe("onPublished", () => {
  it.each<[unknown, unknown]>([
    [undefined, []],
    [[], []],
    ["purge --all", [{ command: "purge --all", ...DEFAULTS }]],
    [" https://hook.example/a?b ", [{ url: "https://hook.example/a?b", ...DEFAULTS }]],
    [{ command: ["purge", ""] }, [{ command: ["purge", ""], ...DEFAULTS }]],
    [
      [{ url: "https://h.example/", timeout: 5, retries: 0, secret: "s" }, "purge"],
      [
        { url: "https://h.example/", timeout: 5, retries: 0, secret: "s" },
        { command: "purge", ...DEFAULTS },
      ],
    ],
    [
      { url: "https://h.example/", secret: { env: "KEY" } },
      [{ url: "https://h.example/", ...DEFAULTS, secret: { env: "KEY" } }],
    ],
  ])("takes %j", (written, meant) => {
    expect(hooksOf(written)).toEqual(meant);
  });

  it.each<[unknown, RegExp]>([
    ["", /empty/],
    ["https://", /no absolute web address/],
    ["https://user:pass@h.example/", /no absolute web address/],
    [3, /onPublished/],
    [{}, /names no hook/],
    [{ url: "https://h.example/", command: "x" }, /not both/],
    [{ command: [] }, /names no program/],
    [{ command: ["a\0b"] }, /NUL/],
    [{ command: "x", secret: "s" }, /only signs what is sent to a url/],
    [{ url: "https://h.example/", secret: { env: "a b" } }, /no name of a variable/],
    [{ url: "https://h.example/", timeout: 0 }, /no number of seconds/],
    [{ url: "https://h.example/", retries: 99 }, /no number of retries/],
    [{ url: "ftp://h.example/" }, /no absolute web address/],
    [{ uri: "https://h.example/" }, /did you mean "url"|no such key/],
    [Array.from({ length: 11 }, () => "x"), /too many/],
  ])("refuses %j", (written, words) => {
    expect(() => hooksOf(written)).toThrow(words);
  });
});
