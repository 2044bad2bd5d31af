/** Text of any code points, lone surrogates too; quicker to make than fast-check's "binary". */
import fc from "fast-check";

const character = fc
  .oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

export const anyText = fc.string({ unit: character, maxLength: 60 });
