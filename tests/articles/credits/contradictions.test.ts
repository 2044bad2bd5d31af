import { describe, expect, it } from "vitest";
import type { CreditOrigin } from "../../../src/articles/article.ts";
import { contradictionOf } from "../../../src/articles/credits/contradictions.ts";
import { readCreditLine } from "../../../src/articles/credits/credit-line.ts";

function contradiction(lines: Partial<Record<CreditOrigin, string>>): string | undefined {
  const origins: readonly CreditOrigin[] = ["record", "caption", "attribute", "text", "file"];
  const found = origins.flatMap((origin) => {
    const credit = readCreditLine(lines[origin] ?? "", "credit-element")?.credit;
    return credit === undefined ? [] : [{ origin, credit }];
  });
  return contradictionOf(found);
}

describe("two places that credit one picture", () => {
  it.each([
    [{ record: "Ann Lee", file: "Bo Ek" }, "record: Ann Lee; file: Bo Ek"],
    [{ caption: "Ann Lee/AFP", file: "Ann Lee/Reuters" }, "caption: AFP; file: Reuters"],
    [{ record: "AFP", caption: "Ann Lee", file: "Bo Ek" }, "caption: Ann Lee; file: Bo Ek"],
  ])("contradict each other: %j", (lines, expected) => {
    expect(contradiction(lines)).toBe(expected);
  });

  it.each([
    {},
    { record: "Ann Lee" },
    { record: "Ann Lee", file: "ANN LEE" },
    { record: "José Peña", file: "Pena Jose" },
    { record: "Ann Lee", file: "Reuters" },
    { record: "Ann Lee and Bo Ek", file: "Ann Lee" },
    { record: "AP", file: "Ann Lee/The Associated Press" },
    { record: "ТАСС", file: "TASS" },
    { record: "Ann Lee/AFP", file: "Ann Lee/AFP via Getty Images" },
  ])("agree: %j", (lines) => {
    expect(contradiction(lines)).toBeUndefined();
  });
});
