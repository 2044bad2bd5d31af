/** Pictures whose metadata another program has written. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPictureOnce } from "../../../src/articles/pictures/files/picture-file.ts";
import { writeGif, writeJpeg, writePng, writeWebp } from "./write-picture.ts";

const hasExiftool = spawnSync("exiftool", ["-ver"]).status === 0;

describe.skipIf(!hasExiftool)("written by exiftool (skipped where it is not installed)", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "picture-exiftool-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, picture: Buffer, ...tags: readonly string[]) => {
    const file = path.join(folder, name);
    writeFileSync(file, picture);
    execFileSync("exiftool", ["-q", "-m", "-overwrite_original", ...tags, file]);
    return readPictureOnce(file, () => undefined).read;
  };

  const XMP = [
    ...["-XMP-dc:Creator=Inge Sørensen", "-XMP-dc:Creator=Bo Ek", "-XMP-photoshop:Credit=AFP"],
    ...["-XMP-dc:Description=Snow", "-XMP-dc:Description-de=Schnee"],
    "-XMP-iptcCore:AltTextAccessibility=A white field",
    "-XMP-plus:LicensorURL=https://afp.example/buy",
    "-XMP-iptcCore:CreatorWorkEmail=inge@secret.example",
  ];

  it.each([
    ["a.jpg", writeJpeg({})],
    ["a.png", writePng([])],
    ["a.webp", writeWebp({})],
    ["a.gif", writeGif(undefined)],
  ])("XMP in %s", (name, picture) => {
    const { facts, fault } = write(name, picture, ...XMP);
    expect(fault).toBeUndefined();
    expect(facts).toMatchObject({ width: 640, caption: "Snow", alt: "A white field" });
    expect(facts?.credit).toMatchObject({
      creators: ["Inge Sørensen", "Bo Ek"],
      source: "AFP",
      acquireLicensePage: "https://afp.example/buy",
    });
    expect(JSON.stringify(facts)).not.toContain("secret");
  });

  it.each(["UTF8", "Latin"])("IPTC-IIM in %s, and EXIF", (charset) => {
    const { facts } = write(
      `${charset}.jpg`,
      writeJpeg({}),
      ...[
        "-IPTC:By-line=Inge Sørensen",
        "-IPTC:Credit=dpa",
        "-IPTC:Caption-Abstract=Schnee überall",
      ],
      ...[
        `-charset`,
        `iptc=${charset}`,
        ...(charset === "UTF8" ? ["-IPTC:CodedCharacterSet=UTF8"] : []),
      ],
      ...[
        "-EXIF:Artist=Inge Sørensen",
        "-EXIF:Copyright=© 2025 Inge Sørensen",
        "-n",
        "-Orientation=6",
      ],
    );
    expect(facts).toMatchObject({ width: 480, height: 640, caption: "Schnee überall" });
    expect(facts?.credit).toMatchObject({
      creators: ["Inge Sørensen"],
      source: "dpa",
      copyrightNotice: "© 2025 Inge Sørensen",
    });
  });
});
