/**
 * Golden cases. A new folder under cases/ is a new case. `UPDATE_GOLDEN=1 npx vitest run
 * tests/formats/formats.test.ts` writes the expected files anew; read the difference before you
 * commit it.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/formats/formats.ts";
import { caseFile, caseNames, freezeDeep, readCase } from "./cases.ts";
import { feedOf, itemOf } from "./documents.ts";

const updating = process.env["UPDATE_GOLDEN"] === "1";

describe.each(caseNames)("%s", (name) => {
  it.each(formats)("is rendered as expected: $name", ({ extension, render }) => {
    const file = caseFile(name, `expected.${extension}`);
    const document = render(readCase(name));
    if (updating || !existsSync(file)) {
      expect(updating, `no ${file.pathname}: run with UPDATE_GOLDEN=1`).toBe(true);
      writeFileSync(file, document);
    }
    expect(document).toBe(readFileSync(file, "utf8"));
  });

  it.each(formats)("is left as it was, and rendered the same again: $name", ({ render }) => {
    const feed = freezeDeep(readCase(name));
    const before = JSON.stringify(feed);
    const first = render(feed);
    expect(render(feed)).toBe(first);
    expect(JSON.stringify(feed)).toBe(before);
  });
});

describe("an item that is not frozen", () => {
  it.each(formats.filter(({ takes }) => takes === undefined))(
    "is read anew each time: $name",
    ({ render }) => {
      const item = itemOf({ content: "<p>before</p>" });
      const feed = feedOf([item]);
      expect(render(feed)).toContain("<p>before</p>");
      item.content = "<p>after</p>";
      expect(render(feed)).toContain("<p>after</p>");
    },
  );
});

describe("a frozen item", () => {
  it.each(formats)("is read anew for another site: $name", ({ render }) => {
    const item = freezeDeep(itemOf({ link: "/a" }));
    expect(render(feedOf([item]))).toContain("https://site.example/a");
    const other = feedOf([item], { link: "https://other.example/" });
    expect(render(other)).toContain("https://other.example/a");
  });
});

describe("the table", () => {
  it("names every format once", () => {
    for (const column of ["name", "extension", "mediaType"] as const) {
      expect(new Set(formats.map((format) => format[column])).size).toBe(formats.length);
    }
  });
});
