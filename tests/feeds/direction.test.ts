import { describe, expect, it } from "vitest";
import { withDirection } from "../../src/feeds/direction.ts";

describe("withDirection", () => {
  it.each(["ar", "ar-EG", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "pa-Arab", "sd"])(
    "marks %s as running from right to left",
    (language) => {
      expect(withDirection("<p>x</p>", language)).toBe('<div dir="rtl"><p>x</p></div>');
    },
  );

  it.each(["id", "en", "pa", "ja", "az", "zz", "", "no language", "ku"])(
    "leaves %j",
    (language) => {
      expect(withDirection("<p>x</p>", language)).toBe("<p>x</p>");
    },
  );

  it("makes nothing of nothing", () => {
    expect(withDirection("", "ar")).toBe("");
  });
});
