/** Pictures that directories of podcasts refuse. */
import { writePng } from "../articles/pictures/write-picture.ts";

/** A square PNG with an alpha channel. */
export function oddPng(pixels: number): Buffer {
  const png = Buffer.from(writePng([], pixels, pixels));
  png[25] = 6;
  return png;
}
