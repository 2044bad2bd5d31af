import { describe, expect, it } from "vitest";
import { heldByClock, readStatus, type Timing } from "../../src/articles/status.ts";
import { fieldsOf } from "./reading.ts";

describe("readStatus", () => {
  it.each([
    {},
    { draft: false },
    { draft: "no" },
    { draft: 0 },
    { draft: "" },
    { published: true },
    { published: "2022-09-16" },
    { published: 1_663_300_000 },
    { publish: "yes" },
    { status: "publish" },
    { status: "PUBLISHED" },
    { status: 1 },
    { status: true },
    { post_status: "publish" },
    { status: "LIVE" },
    { visibility: "public" },
    { permalink: "/a/" },
    { build: { list: "always", render: "always" } },
    { password: "" },
    { private: "no" },
  ])("%j is published", (fields) => {
    expect(readStatus(fieldsOf(fields))).toBe("published");
  });

  it.each([
    { draft: true },
    { draft: "yes" },
    { Draft: "True" },
    { draft: 1 },
    { is_draft: "on" },
    { params: { draft: true } },
    { published: false },
    { published: "no" },
    { published: "False" },
    { published: 0 },
    { publish: false },
    ...["draft", "Draft", "private", "pending", "future", "auto-draft", "scheduled"].map(
      (status) => ({ status }),
    ),
    { status: 0 },
    { status: "in review" },
    { visibility: "paid" },
    { visibility: "members" },
    { private: true },
    { hidden: "true" },
    { unlisted: true },
    { password: "x" },
    { permalink: false },
    { eleventyExcludeFromCollections: true },
    { headless: true },
    { build: { render: "never" } },
    { _build: { list: false } },
  ])("%j is kept back", (fields) => {
    expect(readStatus(fieldsOf(fields))).toBe("draft");
  });

  it.each(["withdrawn", "retracted", "Deleted", "trash"])("%s is withdrawn", (status) => {
    expect(readStatus(fieldsOf({ status }))).toBe("withdrawn");
  });

  it("does not guess what a word means that nobody knows", () => {
    expect(readStatus(fieldsOf({ draft: "maybe" }))).toEqual({
      unknown: '"maybe"',
      field: "draft",
    });
    expect(readStatus(fieldsOf({ status: "frobbed" }))).toMatchObject({ unknown: '"frobbed"' });
    expect(readStatus(fieldsOf({ draft: [[true]] }))).toMatchObject({ unknown: "a list" });
  });

  it("lets a record overrule its folder", () => {
    expect(readStatus(fieldsOf({ draft: false }, { draft: true }))).toBe("published");
    expect(readStatus(fieldsOf({}, { draft: true }))).toBe("draft");
  });
});

describe("the clock", () => {
  it.each<[Timing, ReturnType<typeof heldByClock>]>([
    [{ releaseMs: 9 }, undefined],
    [{ releaseMs: 10 }, undefined],
    [{ releaseMs: 11 }, { reason: "embargoed", untilMs: 11 }],
    [{ releaseMs: 0, expiresMs: 11 }, undefined],
    [{ releaseMs: 0, expiresMs: 10 }, { reason: "expired" }],
    [{ releaseMs: 11, expiresMs: 9 }, { reason: "expired" }],
    [
      { releaseMs: 11, expiresMs: 12 },
      { reason: "embargoed", untilMs: 11 },
    ],
  ])("keeps back at 10 what has %j: %j", (timing, held) => {
    expect(heldByClock(timing, 10)).toEqual(held);
  });
});
