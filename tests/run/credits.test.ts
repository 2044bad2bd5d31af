/** What `feedwright credits` shows of a report: the table, the CSV, the JSON. */
import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { CreditReport, PictureReport } from "../../src/report-credits.ts";
import type { CommandOptions } from "../../src/run/command.ts";
import { printCredits } from "../../src/run/credits.ts";

const CREDITED: PictureReport = {
  file: "articles/harbour.md",
  title: "The harbour at night",
  url: "https://post.example/harbour/",
  picture: "https://post.example/images/crane.jpg",
  creators: ["Cleo Lens"],
  agencies: ["DOCKPIX"],
  credit: "© Cleo Lens/DOCKPIX",
  origins: ["caption", "file"],
  isMissing: false,
};

const MISSING: PictureReport = {
  file: "articles/market.md",
  title: "Market day",
  url: "https://post.example/market/",
  picture: "https://cdn.example/m/%D1%80%D1%8B%D0%BD%D0%BE%D0%BA.jpg",
  creators: [],
  agencies: [],
  origins: [],
  isMissing: true,
};

const CONTRADICTORY: PictureReport = {
  ...CREDITED,
  file: "articles/regatta.md",
  contradiction: "caption: Cleo Lens; file: Otto Blende",
};

const LOST: PictureReport = {
  file: "articles/old.txt",
  title: "Old",
  url: "https://post.example/old/",
  creators: ["Finn Lost"],
  agencies: [],
  credit: "Photo: Finn Lost",
  origins: ["text"],
  isMissing: false,
};

const REPORT: CreditReport = {
  pictures: [CREDITED, LOST, CONTRADICTORY, MISSING],
  spellings: [["Cleo Lens", "LENS, Cleo"]],
  minds: true,
  problems: [{ file: "articles/x.jpg", reason: "no picture", remedy: "replace it" }],
};

interface Options extends Partial<CommandOptions> {
  readonly hasColor?: boolean;
  readonly columns?: number | undefined;
}

function printed(report: CreditReport, options: Options = {}): { out: string; err: string } {
  const { hasColor = false, columns, ...called } = options;
  const heard = { out: "", err: "" };
  const none = {
    json: false,
    quiet: false,
    verbose: false,
    csv: false,
    missing: false,
    "accept-shrink": false,
    files: [],
  };
  printCredits(
    report,
    { ...none, ...called },
    {
      out: (text) => {
        heard.out += text;
      },
      err: (text) => {
        heard.err += text;
      },
      hasColor,
      columns,
    },
  );
  return heard;
}

describe("the table", () => {
  it("shows first what is to be done, and says at the end how much that is", () => {
    const { out, err } = printed(REPORT);
    expect(out.split("\n")).toEqual([
      "article              picture                  credited to          read from",
      "articles/market.md   cdn.example/m/рынок.jpg  NOBODY               –",
      "articles/regatta.md  /images/crane.jpg        © Cleo Lens/DOCKPIX  caption, file",
      "  ! caption: Cleo Lens; file: Otto Blende",
      "articles/harbour.md  /images/crane.jpg        © Cleo Lens/DOCKPIX  caption, file",
      "articles/old.txt     (picture lost)           Photo: Finn Lost     text",
      "",
      "1 of 4 pictures names nobody; 1 is credited differently in two places.",
      "",
      "Probably one person each:",
      "  Cleo Lens · LENS, Cleo",
      'To mend the first for good: credits: { aliases: { "Cleo Lens": "Cleo Lens" } }',
      "",
    ]);
    expect(err).toBe("\nproblems (1):\n  articles/x.jpg: no picture — replace it\n");
  });

  it("shows only those that name nobody with --missing, and still counts all", () => {
    const { out } = printed(REPORT, { missing: true });
    expect(out).toContain("market.md");
    expect(out).not.toMatch(/harbour|regatta|Probably/);
    expect(out).toContain("1 of 4 pictures names nobody");
  });

  it.each<[string, readonly PictureReport[], string]>([
    ["no pictures", [], "The articles show no picture.\n"],
    ["one good picture", [LOST], "The one picture is credited.\n"],
    ["good pictures", [LOST, CREDITED], "All 2 pictures are credited.\n"],
    ["several without", [MISSING, MISSING, LOST], "2 of 3 pictures name nobody.\n"],
  ])("counts %s", (_, pictures, end) => {
    const { out } = printed({ ...REPORT, spellings: [], pictures });
    expect(out.endsWith(end)).toBe(true);
    expect(out.startsWith("article ")).toBe(pictures.length > 0);
  });

  it("names what is known of a picture that names nobody", () => {
    const credit = "https://licence.example/by";
    const { out } = printed({ ...REPORT, pictures: [{ ...MISSING, credit }] });
    expect(out).toContain(`NOBODY (${credit})`);
  });

  it.each([60, 80, 100, 140])("fits a terminal of %d columns", (columns) => {
    const wide: PictureReport = {
      ...CREDITED,
      file: `articles/2026/10/${"long-".repeat(20)}harbour.md`,
      picture: `https://cdn.example/${"deep/".repeat(30)}流氷の写真.jpg`,
      credit: `撮影：${"佐伯美帆".repeat(12)}`,
    };
    const { out } = printed({ ...REPORT, pictures: [wide, MISSING] }, { columns });
    const table = out.split("\n\n")[0]?.split("\n") ?? [];
    expect(Math.max(...table.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
    expect(out).toMatch(/^\S*…\S*bour\.md/m);
    expect(out).toContain(".jpg");
    expect(out).toMatch(/撮影：佐.*…/);
  });

  it("says once in which folder all records lie, and whole paths to a pipe", () => {
    const lines = printed(REPORT, { columns: 120 }).out.split("\n");
    expect(lines[0]).toMatch(/^article in articles\/ {2}picture /);
    expect(lines[1]).toMatch(/^market\.md {2,}cdn/);
    const elsewhere = { ...CREDITED, file: "drafts/a.md" };
    const { out } = printed({ ...REPORT, pictures: [MISSING, elsewhere] }, { columns: 120 });
    expect(out).toMatch(/^article {2,}picture.*\narticles\/market\.md .*\ndrafts\/a\.md /);
  });

  it("cuts nothing where no one looks at lines, nor where the terminal has no width", () => {
    const file = `articles/${"long-".repeat(100)}end.md`;
    for (const columns of [undefined, 0]) {
      const long = { ...MISSING, file };
      const { out } = printed({ ...REPORT, pictures: [long, LOST] }, { columns });
      expect(out).toContain(file.replace(columns === undefined ? "" : "articles/", ""));
    }
  });

  it("lines its columns up whatever the script", () => {
    const japanese = { ...CREDITED, credit: "撮影：佐伯美帆" };
    const lines = printed({ ...REPORT, pictures: [japanese, LOST] })
      .out.split("\n")
      .slice(0, 3);
    const starts = lines.map((line) => {
      const [origin = ""] = /\S+(?: \S+)*$/.exec(line) ?? [];
      return stringWidth(line) - stringWidth(origin);
    });
    expect(new Set(starts).size).toBe(1);
  });

  it("is coloured only where that is wanted, and says the same without", () => {
    const { out } = printed(REPORT, { hasColor: true });
    expect(out).toMatch(/\u001b\[31marticles\/market\.md/);
    expect(stripVTControlCharacters(out)).toBe(printed(REPORT).out);
    expect(printed(REPORT).out).not.toContain("\u001b");
  });
});

/** Clears the screen, sets the title, turns the line round, ends it. */
const HOSTILE = "a\u001b[2J\u001b]0;x\u0007\u009b31m\u202eb\r\nc\u007f";

const COMMANDS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("a hostile record", () => {
  const picture: PictureReport = {
    ...CONTRADICTORY,
    file: HOSTILE,
    title: HOSTILE,
    picture: `https://post.example/%1B%5B2J%0A%E2%80%AE${HOSTILE}`,
    creators: [HOSTILE],
    credit: HOSTILE,
    contradiction: HOSTILE,
  };
  const report = { ...REPORT, pictures: [picture], spellings: [[HOSTILE, "b"]] };

  it.each<Options>([{}, { missing: true }, { json: true }, { columns: 60 }])(
    "commands no terminal: %j",
    (options) => {
      const { out } = printed(report, options);
      expect(out).not.toMatch(COMMANDS);
    },
  );

  it("adds no line to the table", () => {
    const tame = { ...report, pictures: [CONTRADICTORY], spellings: [["a", "b"]] };
    expect(printed(report).out.split("\n")).toHaveLength(printed(tame).out.split("\n").length);
  });

  it("keeps a percent sign that means nothing", () => {
    const odd = { ...CREDITED, picture: "https://post.example/100%.jpg" };
    expect(printed({ ...REPORT, pictures: [odd] }).out).toContain("/100%.jpg");
  });
});

describe("--csv", () => {
  it("gives a header and a line a picture", () => {
    const { out } = printed(REPORT, { csv: true });
    const lines = out.split("\r\n");
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe(
      "article,title,address,picture,credit,creators,agencies,license,read from,missing,contradiction",
    );
    expect(lines[1]).toBe(
      "articles/harbour.md,The harbour at night,https://post.example/harbour/,https://post.example/images/crane.jpg,© Cleo Lens/DOCKPIX,Cleo Lens,DOCKPIX,,caption; file,no,",
    );
    expect(lines[4]).toContain(",yes,");
  });

  it("gives only those that name nobody with --missing", () => {
    expect(printed(REPORT, { csv: true, missing: true }).out.split("\r\n")).toHaveLength(3);
  });
});

describe("--json", () => {
  it("gives the report as one document", () => {
    expect(JSON.parse(printed(REPORT, { json: true, quiet: true }).out)).toEqual(REPORT);
  });

  it("escapes what a terminal may obey, and loses nothing", () => {
    const report = { ...REPORT, pictures: [{ ...MISSING, title: HOSTILE }] };
    const { out } = printed(report, { json: true });
    expect(out).not.toMatch(COMMANDS);
    expect(JSON.parse(out)).toEqual(report);
  });

  it("leaves out what is credited with --missing", () => {
    const { pictures } = JSON.parse(printed(REPORT, { json: true, missing: true }).out);
    expect(pictures).toEqual([MISSING]);
  });
});

describe("--quiet", () => {
  it("says only what went wrong", () => {
    const { out, err } = printed(REPORT, { quiet: true });
    expect(out).toBe("");
    expect(err).toMatch(/^1 of 4 pictures names nobody/);
    expect(err).toContain("articles/x.jpg");
    const well = { ...REPORT, pictures: [CREDITED], problems: [] };
    expect(printed(well, { quiet: true })).toEqual({ out: "", err: "" });
    expect(printed({ ...REPORT, minds: false, problems: [] }, { quiet: true }).err).toBe("");
  });

  it("lists ten problems, and all with --verbose", () => {
    const problems = Array.from({ length: 12 }, (_, at) => ({
      file: `articles/${at}.md`,
      reason: "no date",
      remedy: "add one",
    }));
    expect(printed({ ...REPORT, problems }).err).toContain("and 2 more (--verbose shows them)");
    expect(printed({ ...REPORT, problems }, { verbose: true }).err).toContain("articles/11.md");
  });
});
