/** The table of rules and the page that lists them. UPDATE_DOCS=1 writes the page. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SPECIFICATIONS } from "../../src/checks/rule.ts";
import { rules } from "../../src/checks/rules.ts";

const page = new URL("../../docs/checks.md", import.meta.url);

const INTRODUCTION = `# Checks

\`feedwright check\` judges the documents in the output folder, \`feedwright check FILE…\` any RSS 2.0, Atom 1.0 or JSON
Feed 1.1 document, or all in a folder. Nothing is fetched. Each line names the file and the line, the rule, how grave it is, what is wrong and what to do:

\`\`\`text
feeds/all.rss:34 rss/guid-unique error an earlier item has "https://post.example/crane/" — give each item its own
\`\`\`

An error is what the W3C feed validator calls one, or what a specification forbids; a warning is what it warns of, or what readers are known to
stumble over. \`--json\` gives \`{ "files": [{ "file", "findings": [{ "rule", "level", "line", "path", "reason", "remedy" }] }], "errors",
"warnings" }\`; \`--quiet\` shows errors only. Of one rule the first hundred findings in a document are shown.

| exit |                                                          |
| ---- | -------------------------------------------------------- |
| 0    | no errors; there may be warnings                         |
| 1    | errors                                                   |
| 2    | a file cannot be read, or there is nothing to be checked |

\`feedwright build\` looks at each document before it replaces the last good one: at all that leaves readers without it (well-formed, legal
characters, size …), and at what depends on the articles (titles, unique guids and ids, content, enclosures). Where one of these is
broken, the last good document stays, and the run says so.
`;

const TITLES: Readonly<Record<string, string>> = {
  xml: "RSS and Atom",
  feed: "Any document",
  rss: "RSS 2.0",
  atom: "Atom 1.0",
  archive: "Paged and archived feeds",
  media: "Media RSS",
  html: "HTML in any feed",
  json: "JSON Feed 1.1",
};

function pageText(): string {
  const groups = Object.entries(TITLES).map(([prefix, title]) => {
    const rows = rules
      .filter(({ name }) => name.startsWith(`${prefix}/`))
      .map(({ name, level, demands, spec, section, w3c = "" }) => {
        const reference = `[${spec}](${SPECIFICATIONS[spec]}), ${section.replace(/[<>]/g, "`")}`;
        return `| \`${name}\` | ${level} | ${demands} | ${reference} | ${w3c} |`;
      });
    const head =
      "| rule | level | demands | reference | W3C validator |\n| --- | --- | --- | --- | --- |";
    return `## ${title}\n\n${head}\n${rows.join("\n")}\n`;
  });
  return [INTRODUCTION, ...groups].join("\n");
}

describe("the table of rules", () => {
  it("names each rule once, in words parted by hyphens", () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(120);
    for (const name of names) expect(name).toMatch(/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    for (const name of names) expect(TITLES).toHaveProperty(name.split("/")[0] ?? "");
  });

  it("gives a level, a reference and a demand for each", () => {
    for (const { name, level, spec, section, demands } of rules) {
      expect(["error", "warning"], name).toContain(level);
      expect(SPECIFICATIONS, name).toHaveProperty([spec]);
      expect(section, name).not.toBe("");
      expect(demands, name).toMatch(/^\S.*[^.]$/);
    }
  });

  it("is what docs/checks.md shows: UPDATE_DOCS=1 writes it anew", () => {
    if (process.env["UPDATE_DOCS"] === "1") writeFileSync(page, pageText());
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, "utf8")).toBe(pageText());
  });
});
