/** What one block of metadata says, not yet weighed: its texts as they stand. */

export interface PictureClaims {
  readonly creators: readonly string[];
  readonly creditLine?: string;
  readonly source?: string;
  readonly copyrightNotice?: string;
  readonly license?: string;
  readonly acquireLicensePage?: string;
  readonly caption?: string;
  readonly alt?: string;
}

export const NO_CLAIMS: PictureClaims = { creators: [] };

/** Longer texts are no caption and no credit. */
export const LONGEST_TEXT = 10_000;
export const MOST_CREATORS = 20;
