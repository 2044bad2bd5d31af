import { describe, expect, it } from "vitest";
import { writtenCaption, writtenName } from "../../../src/articles/pictures/files/junk.ts";

const JUNK_CAPTIONS = `OLYMPUS DIGITAL CAMERA|SONY DSC|KONICA MINOLTA DIGITAL CAMERA|MINOLTA DIGITAL CAMERA
MEDION DIGITAL CAMERA|KODAK Digital Still Camera|SAMSUNG CAMERA PICTURES|Digital Camera|MOULTRIE DIGITAL GAME CAMERA
<KENOX S1050  / Samsung S1050>|Exif_JPEG_PICTURE|HELLOMOTO|My beautiful picture|binary comment|_cuva|hdr|smart|bsh
Untitled|<No Description>|default|untitled-1|IMG_1234|DSC_0001.JPG|DSCF1234|PXL_20210518_214134004|DCIM\\100MEDIA
C:\\Users\\me\\a.jpg|Screenshot|Screenshot 2024-01-02 at 10.11.12|processed by IPLab|File written by Adobe Photoshop® 4.0
Created with GIMP|Adobe Photoshop 21.0|CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90|   |- - -|???
Processed with VSCO with a6 preset|LEAD Technologies Inc. V1.01|charset="Ascii"|{"effects":1}|photo.jpg`;

const JUNK_NAMES = `Picasa|user|Owner|unknown|Administrator|default|Untitled|Copyright|(C)|©|All rights reserved
Copyright (C) All Rights Reserved|© 2024|Photographer|Photographer:|Adobe Photoshop 21|Created with GIMP|Canon|NIKON CORPORATION
Your Name|admin|Microsoft Office User|Windows User|N/A|none|...|HP|IMG_1234.jpg|Author|    |Copyright 2015`;

const CAPTIONS = `Camera crews wait at the port|Smart cities meet in Graz|Photo of the day: snow|A Kodak moment
Default judge reads the verdict|Created with love by villagers in 1920, the mural fades|Le photographe|HDR rally in Kyiv
IMG chief speaks in Rome|氷の海|Untitled, oil on canvas, 1948, by Ana Ruiz`;

const NAMES = `Ines Roth|Name Nameson|Owner Smith|STR|Bo Ek|Canon Davis|Roth|© 2024 Ines Roth|Hans Unbekannt
Jane Adobewala|Admin Yusuf|Photo Ekspres|© Reuters. All rights reserved|佐伯美帆|Иван Петров`;

const lines = (table: string) => table.split(/[|\n]/);

describe("what cameras and programs write", () => {
  it.each(lines(JUNK_CAPTIONS))("caption %j", (text) => {
    expect(writtenCaption(text)).toBeUndefined();
  });
  it.each(lines(JUNK_NAMES))("name %j", (text) => {
    expect(writtenName(text, [])).toBeUndefined();
  });
});

describe("what people write", () => {
  it.each(lines(CAPTIONS))("caption %j", (text) => {
    expect(writtenCaption(text)).toBe(text);
  });
  it.each(lines(NAMES))("name %j", (text) => {
    expect(writtenName(text, ["Canon", "Canon EOS 5D"])).toBe(text);
  });
});
