/** Whether two addresses are of one picture, be it in another size. */

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|heic)$/i;

/** WordPress: `-300x200` and `-scaled` before the ending. */
const SIZE = /-(?:\d{1,5}x\d{1,5}|scaled)(?=\.\w{1,5}$)/;

/**
 * What all sizes of one picture have in common. A query is left out where the path names a picture
 * file, for it then tells only the size or the edition; `image.php?id=3` needs it.
 */
export function pictureKey(url: string): string {
  const [address = url] = url.split("#", 1);
  const [path = address] = address.split("?", 1);
  const named = PICTURE_FILE.test(path) ? path.replace(SIZE, "") : address;
  return named.replace(/^https?:/, "");
}

export function isSamePicture(one: string, other: string): boolean {
  return pictureKey(one) === pictureKey(other);
}
