/** The shape of what is remembered of a picture: the file may be edited by hand, or of another time. */
import * as v from "valibot";
import type { PictureRead } from "./picture-facts.ts";

const text = v.string();
const texts = v.exactOptional(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const pixels = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));
export const faultShape = v.object({
  field: texts,
  line: v.exactOptional(count),
  reason: text,
  remedy: text,
});
const credit = v.object({
  creators: v.array(text),
  creditLine: texts,
  source: texts,
  copyrightNotice: texts,
  license: texts,
  acquireLicensePage: texts,
  role: v.exactOptional(v.picklist(["photographer", "illustrator", "graphic designer"])),
  raw: texts,
});
const facts = v.object({
  type: text,
  bytes: v.exactOptional(count),
  width: pixels,
  height: pixels,
  colours: v.exactOptional(v.picklist(["transparent", "CMYK"])),
  caption: texts,
  alt: texts,
  credit: v.exactOptional(credit),
});

export const pictureReadShape: v.GenericSchema<unknown, PictureRead> = v.object({
  facts: v.exactOptional(facts),
  fault: v.exactOptional(faultShape),
});

export function isPictureRead(value: unknown): value is PictureRead {
  return v.is(pictureReadShape, value);
}
