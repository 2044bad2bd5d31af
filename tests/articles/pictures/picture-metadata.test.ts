import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { creditNames, creditText } from "../../../src/articles/credits/credit.ts";
import { readPicture } from "../../../src/articles/pictures/files/picture-file.ts";
import {
  ARTIST,
  ascii,
  COPYRIGHT,
  type Dataset,
  explorerText,
  IMAGE_DESCRIPTION,
  MODEL,
  writeExif,
  writeIptc,
  writeResource,
  writeXmp,
  XP_AUTHOR,
  xmpCreators,
} from "./write-metadata.ts";
import { type Parts, writeJpeg } from "./write-picture.ts";

const read = (parts: Parts) => {
  const bytes = writeJpeg(parts);
  return readPicture(bytes, bytes.length);
};
const facts = (parts: Parts) => read(parts).facts;
const iptc = (datasets: readonly Dataset[], options = {}) => ({
  photoshop: [writeResource(0x0404, writeIptc(datasets, options))],
});
const alt = (name: string, ...texts: readonly (readonly [string, string])[]) =>
  `<${name}><rdf:Alt>${texts.map(([language, text]) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`).join("")}</rdf:Alt></${name}>`;

const BY_LINE = 80;
const CREDIT = 110;
const SOURCE = 115;
const NOTICE = 116;
const CAPTION = 120;

describe("XMP", () => {
  it("gives every field of IPTC Photo Metadata that has a place", () => {
    const properties = [
      xmpCreators("Noor El-Amin", "Tuva Åsen"),
      alt("dc:description", ["de", "Am Hafen"], ["x-default", "At the port"]),
      alt("dc:rights", ["x-default", "© 2025 Fjordfoto"]),
      alt("Iptc4xmpCore:AltTextAccessibility", ["x-default", "Two boats &amp; a crane"]),
      "<photoshop:Credit>Fjordfoto</photoshop:Credit><photoshop:Source>Fjordfoto</photoshop:Source>",
      "<xmpRights:WebStatement>https://fjord.example/rights</xmpRights:WebStatement>",
      '<plus:Licensor><rdf:Bag><rdf:li rdf:parseType="Resource"><plus:LicensorName>F</plus:LicensorName>',
      "<plus:LicensorURL>https://fjord.example/buy</plus:LicensorURL></rdf:li></rdf:Bag></plus:Licensor>",
      '<Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiEmailWork="noor@secret.example"/>',
    ];
    const told = facts({ xmp: writeXmp(properties.join("\n")) });
    expect(told).toMatchObject({ caption: "At the port", alt: "Two boats & a crane" });
    expect(told?.credit).toMatchObject({
      creators: ["Noor El-Amin", "Tuva Åsen"],
      creditLine: "Fjordfoto",
      source: "Fjordfoto",
      copyrightNotice: "© 2025 Fjordfoto",
      license: "https://fjord.example/rights",
      acquireLicensePage: "https://fjord.example/buy",
    });
    expect(JSON.stringify(told)).not.toContain("secret");
  });

  it.each([
    ["an attribute", writeXmp("", 'photoshop:Credit="Ines Roth/Bildhaus"')],
    [
      "a foreign prefix",
      writeXmp(
        '<p:Credit xmlns:p="http://ns.adobe.com/photoshop/1.0/">Ines Roth/Bildhaus</p:Credit>',
      ),
    ],
    ["CDATA", writeXmp("<photoshop:Credit><![CDATA[Ines Roth/Bildhaus]]></photoshop:Credit>")],
    [
      "UTF-16",
      Buffer.from(`\ufeff${writeXmp("", 'photoshop:Credit="Ines Roth/Bildhaus"')}`, "utf16le"),
    ],
    [
      "a qualified value",
      writeXmp(
        '<photoshop:Credit rdf:parseType="Resource"><rdf:value>Ines Roth/Bildhaus</rdf:value></photoshop:Credit>',
      ),
    ],
  ])("reads a value written as %s", (_, xmp) => {
    expect(facts({ xmp })?.credit?.creators).toEqual(["Ines Roth"]);
    expect(facts({ xmp })?.credit?.source).toBe("Bildhaus");
  });

  it("keeps namespaces apart", () => {
    const xmp = writeXmp(
      '<a:Credit xmlns:a="https://other.example/">Ines Roth/Bildhaus</a:Credit>',
    );
    expect(facts({ xmp })?.credit).toBeUndefined();
  });

  it.each(["javascript:alert(1)", "/rights", "http://", "ftp://a.example/", "see our site"])(
    "gives no address for %j",
    (address) => {
      const xmp = writeXmp(`<xmpRights:WebStatement>${address}</xmpRights:WebStatement>`);
      expect(facts({ xmp })?.credit).toBeUndefined();
    },
  );

  it("is refused with a document type: no entity is expanded", () => {
    const bomb = writeXmp("<dc:rights>&b; Ines Roth</dc:rights>").toString();
    const xmp = Buffer.from(
      bomb.replace("<x:", '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x:'),
    );
    expect(facts({ xmp })?.credit).toBeUndefined();
    expect(read({ xmp }).fault?.reason).toBe("its XMP declares a document type and was not read");
  });
});

describe("IPTC-IIM", () => {
  const datasets: readonly Dataset[] = [
    [BY_LINE, "Jürgen Weiß"],
    [BY_LINE, "Zoë Ångström"],
    [CREDIT, "Weiß & Söhne"],
    [CAPTION, "Größe\r\nund Höhe"],
  ];
  it.each([
    ["UTF-8, declared", { isDeclared: true }],
    ["UTF-8, not declared", {}],
    ["Latin-1, not declared", { encoding: "latin1" }],
    ["Latin-1, declared as UTF-8", { encoding: "latin1", isDeclared: true }],
  ])("%s", (_, options) => {
    const told = facts(iptc(datasets, options));
    expect(told?.caption).toBe("Größe und Höhe");
    expect(told?.credit?.creators).toEqual(["Jürgen Weiß", "Zoë Ångström"]);
  });

  it("reads Windows-1252 and what was encoded twice", () => {
    const told = facts(iptc([[CAPTION, "\x93So\x94 \x96 50 \x80"]], { encoding: "latin1" }));
    expect(told?.caption).toBe("“So” – 50 €");
    expect(facts(iptc([[CAPTION, "JosÃ© â€œPepeâ€\u009d, SÃ£o Paulo"]]))?.caption).toBe(
      "José “Pepe”, São Paulo",
    );
    expect(facts(iptc([[CAPTION, "São Paulo, 5 ÂµF"]]))?.caption).toBe("São Paulo, 5 ÂµF");
  });

  it("publishes no text whose encoding is not known", () => {
    const cyrillic = Buffer.from([
      0xc8, 0xe2, 0xe0, 0xed, 0x20, 0xcf, 0xe5, 0xf2, 0xf0, 0xee, 0xe2,
    ]);
    const parts = iptc([[BY_LINE, cyrillic.toString("latin1")]], { encoding: "latin1" });
    expect(facts(parts)?.credit).toBeUndefined();
    expect(read(parts).fault?.reason).toMatch(/in an encoding that the file does not name$/);
  });

  it("goes on in the next segment", () => {
    const resource = iptc([
      [CAPTION, "A long story"],
      [BY_LINE, "Ines Roth"],
    ]).photoshop[0];
    const photoshop = [resource?.subarray(0, 20), resource?.subarray(20)].filter(
      (one) => one !== undefined,
    );
    expect(facts({ photoshop })?.credit?.creators).toEqual(["Ines Roth"]);
  });
});

describe("EXIF", () => {
  it.each([true, false])("big-endian: %s", (isBigEndian) => {
    const exif = writeExif(
      [
        ascii(ARTIST, "Ines Roth; Tomás Müller"),
        ascii(COPYRIGHT, "© 2024 Ines Roth\0The Editor"),
        ascii(IMAGE_DESCRIPTION, "  Winter\0\0  "),
      ],
      { isBigEndian },
    );
    expect(facts({ exif })).toMatchObject({
      caption: "Winter",
      credit: { creators: ["Ines Roth", "Tomás Müller"], copyrightNotice: "© 2024 Ines Roth" },
    });
  });

  it("reads the author of Windows Explorer", () => {
    const exif = writeExif([explorerText(XP_AUTHOR, "Łucja Nowak;Петро Бойко")]);
    expect(facts({ exif })?.credit?.creators).toEqual(["Łucja Nowak", "Петро Бойко"]);
  });

  it("takes no camera for an artist", () => {
    const exif = writeExif([ascii(ARTIST, "EOS 5D"), ascii(MODEL, "Canon EOS 5D")]);
    expect(facts({ exif })?.credit).toBeUndefined();
  });
});

describe("names", () => {
  it.each([
    ["Ines Roth/Reuters", ["Ines Roth"], "Reuters"],
    ["Photographer: Ines Roth", ["Ines Roth"], undefined],
    ["© Ines Roth", ["Ines Roth"], undefined],
    ["Foto: Ines Roth/dpa", ["Ines Roth"], "dpa"],
    ["Roth, Ines", ["Ines Roth"], undefined],
    ["STRINGER", [], undefined],
  ])("by-line %j", (line, creators, source) => {
    const credit = facts(iptc([[BY_LINE, line]]))?.credit;
    expect(credit?.creators ?? []).toEqual(creators);
    expect(credit?.source).toBe(source);
  });

  it("credit line alone: Name/AGENCY", () => {
    const credit = facts(
      iptc([
        [CREDIT, "Ines Roth/AFP"],
        [NOTICE, "AFP"],
      ]),
    )?.credit;
    expect(credit).toMatchObject({
      creators: ["Ines Roth"],
      source: "AFP",
      copyrightNotice: "© AFP",
    });
  });

  it.each([
    iptc([
      [BY_LINE, "INES ROTH"],
      [CREDIT, "AP"],
      [SOURCE, "AP"],
    ]),
    iptc([
      [BY_LINE, "Ines Roth"],
      [BY_LINE, "Bo Ek"],
      [CREDIT, "AFP via Getty Images"],
    ]),
    iptc([[CREDIT, "Photo by Ines Roth on Unsplash"]]),
    iptc([[NOTICE, "(c) Ines Roth"]]),
    iptc([
      [BY_LINE, "佐伯美帆"],
      [CREDIT, "北洋通信"],
    ]),
  ])("people and machines read the same names (%#)", (parts) => {
    const credit = facts(parts)?.credit ?? { creators: [] };
    const { creators, agencies } = creditNames(credit);
    expect([...creators, ...agencies].length).toBeGreaterThan(0);
    for (const name of [...creators, ...agencies]) expect(creditText(credit)).toContain(name);
  });
});

describe("a caption that ends in its credit", () => {
  const CAPTIONED: readonly Dataset[] = [[CAPTION, "People walk in Paris. (Bo Ek/AFP)"]];
  it("credits the picture where no field does", () => {
    expect(facts(iptc(CAPTIONED))).toMatchObject({
      ...{ caption: "People walk in Paris.", credit: { creators: ["Bo Ek"], source: "AFP" } },
    });
  });

  it("fills gaps, and is shown once", () => {
    const told = facts(iptc([...CAPTIONED, [CREDIT, "Agence France-Presse"]]));
    expect(told?.caption).toBe("People walk in Paris.");
    expect(told?.credit && creditText(told.credit)).toBe("© Bo Ek/Agence France-Presse");
  });

  it("yields to the fields, and leaves no other name beside theirs", () => {
    const told = facts(iptc([...CAPTIONED, [BY_LINE, "Ines Roth"]]));
    expect(told?.caption).toBe("People walk in Paris.");
    expect(told?.credit).toMatchObject({ creators: ["Ines Roth"] });
    expect(told?.credit?.source).toBeUndefined();
  });

  it("may be nothing else, or no caption that a person wrote", () => {
    for (const words of ["(Photo by Bo Ek/AFP)", "Untitled (Photo by Bo Ek/AFP)"]) {
      const told = facts(iptc([[CAPTION, words]]));
      expect(told?.credit?.creators).toEqual(["Bo Ek"]);
      expect(told?.caption).toBeUndefined();
    }
  });
});

describe("several blocks", () => {
  const xmp = writeXmp(xmpCreators("Ines Roth"));
  const records = writeIptc([
    [BY_LINE, "Bo Ek"],
    [CREDIT, "AFP"],
  ]);
  const digest = (data: Buffer) => writeResource(0x0425, createHash("md5").update(data).digest());

  it("XMP first, and nothing of a block that names others", () => {
    const credit = facts({ xmp, photoshop: [writeResource(0x0404, records)] })?.credit;
    expect(credit).toMatchObject({ creators: ["Ines Roth"] });
    expect(credit?.source).toBeUndefined();
  });

  it("gaps are filled by blocks that agree", () => {
    const exif = writeExif([ascii(ARTIST, "Ines Roth"), ascii(COPYRIGHT, "© 2020 Ines Roth")]);
    const parts = {
      xmp,
      exif,
      ...iptc([
        [CREDIT, "AFP"],
        [CAPTION, "Snow"],
      ]),
    };
    expect(facts(parts)).toMatchObject({
      caption: "Snow",
      credit: { creators: ["Ines Roth"], source: "AFP", copyrightNotice: "© 2020 Ines Roth" },
    });
  });

  it("IPTC-IIM first where the digest tells that it was changed after XMP", () => {
    const older = digest(Buffer.from("before"));
    const changed = Buffer.concat([writeResource(0x0404, records), older]);
    const same = Buffer.concat([writeResource(0x0404, records), digest(records)]);
    expect(facts({ xmp, photoshop: [changed] })?.credit?.creators).toEqual(["Bo Ek"]);
    expect(facts({ xmp, photoshop: [same] })?.credit?.creators).toEqual(["Ines Roth"]);
  });
});
