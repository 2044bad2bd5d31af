import { describe, expect, it } from "vitest";
import { recordsOf } from "../reading.ts";

function read(text: string) {
  const [record] = recordsOf("a.md", text).records;
  return { title: record?.fields["title"] ?? record?.found?.["title"], body: record?.body?.source };
}

describe("the title of a Markdown record", () => {
  it.each([
    ["a first heading", "# Satu **dua** [tiga](x)\n\nIsi", "Satu dua tiga", "\nIsi"],
    ["an underlined one", "\nSatu\n====\nIsi", "Satu", "Isi"],
    ["closing marks", "# Satu # dua ##\nIsi", "Satu # dua", "Isi"],
    ["C#", "# C#\nIsi", "C#", "Isi"],
    ["an anchor", "# Satu {#satu}\nIsi", "Satu", "Isi"],
    ["an escape", "# 5 \\* 3 \\& snake_case_x\n", "5 * 3 & snake_case_x", ""],
    [
      "the field, the heading goes",
      "---\ntitle: Satu & dua\n---\n# Satu & dua\nIsi",
      "Satu & dua",
      "Isi",
    ],
    ["the field, another heading stays", "---\ntitle: Satu\n---\n# Dua\nIsi", "Satu", "# Dua\nIsi"],
    ["a second level heading is none", "## Satu\nIsi", undefined, "## Satu\nIsi"],
    ["a later heading is none", "Isi\n\n# Satu\n", undefined, "Isi\n\n# Satu\n"],
    ["an empty heading is none", "# \nIsi", undefined, "# \nIsi"],
    ["a tag is none", "#satu\nIsi", undefined, "#satu\nIsi"],
  ])("%s", (_, text, title, body) => {
    expect(read(text)).toEqual({ title, body });
  });

  it("takes no quadratic time over a hostile heading", () => {
    const text = `# ${" # ".repeat(100_000)}x${"*_`[".repeat(50_000)}`;
    expect(read(text).body).toBe("");
  });

  it("gives the front matter's own names the say", () => {
    const [record] = recordsOf("a.md", "---\nheadline: Satu\n---\n# Dua\n").records;
    expect(record?.found).toEqual({});
    expect(record?.body?.source).toBe("# Dua\n");
  });
});
