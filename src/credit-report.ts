/** What `feedwright credits` tells: who is credited for every picture, and where that was read. */
import type { CreditOrigin } from "./articles/article.ts";
import type { Problem } from "./errors.ts";

/** One picture of one article. */
export interface PictureReport {
  /** The article's record, as messages name it. */
  readonly file: string;
  readonly title: string;
  /** The article's address. */
  readonly url: string;
  /** The picture's address; undefined where the record has lost the picture and kept its credit. */
  readonly picture?: string;
  readonly creators: readonly string[];
  readonly agencies: readonly string[];
  /** The credit as readers see it: `© Name/AGENCY`. */
  readonly credit?: string;
  readonly license?: string;
  /** The places that credit it; the first counts. */
  readonly origins: readonly CreditOrigin[];
  /** Nobody is named for it. */
  readonly isMissing: boolean;
  /** Where two places name different people or agencies: `caption: Ann Lee; file: Bo Ek`. */
  readonly contradiction?: string;
}

export interface CreditReport {
  /** In the order of the records' paths. */
  readonly pictures: readonly PictureReport[];
  /** Names that differ only in case, accents or order of words: probably one person each. */
  readonly spellings: readonly (readonly string[])[];
  /** Whether the policy of any feed minds pictures without a credit. */
  readonly minds: boolean;
  /** Records that could not be read, picture files that are broken. */
  readonly problems: readonly Problem[];
}
