/** `feedwright credits`: every picture of every article, whoever is credited, and what is wrong. */
import type { Article, CreditOrigin, Image } from "./articles/article.ts";
import { contradictionOf } from "./articles/credits/contradictions.ts";
import { creditNames, creditText, isCredited } from "./articles/credits/credit.ts";
import { groupSpellings } from "./articles/credits/spellings.ts";
import type { Config } from "./config/config.ts";
import type { Problem } from "./errors.ts";
import { type ContentOf, contentAlways } from "./feeds/article-content.ts";
import { bodyFault } from "./feeds/content-facts.ts";
import { openSite, type Site } from "./site.ts";

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

/**
 * Publishes nothing. Pictures on the web are asked where the configuration says so.
 *
 * @throws OperationalError where the articles cannot be read.
 */
export async function reportCredits(config: Config, now: Date): Promise<CreditReport> {
  const site = await openSite(config, now);
  const content = contentAlways(config, site.pictures.factsOf);
  let read = readPictures(site, content);
  while (await site.pictures.fetch()) read = readPictures(site, content);
  site.pictures.save();
  const names = read.pictures.flatMap(({ creators, agencies }) => [...creators, ...agencies]);
  return {
    pictures: read.pictures,
    spellings: groupSpellings(names),
    minds: policiesOf(config).some((missing) => missing !== "publish"),
    problems: [...site.setAside, ...read.unreadable, ...site.pictures.problems()],
  };
}

interface PicturesRead {
  readonly pictures: readonly PictureReport[];
  readonly unreadable: readonly Problem[];
}

function readPictures({ articles, stories, recordAt }: Site, content: ContentOf): PicturesRead {
  const pictures: PictureReport[] = [];
  const unreadable: Problem[] = [];
  for (const facts of articles) {
    const file = recordAt(facts.key);
    try {
      const article = stories.of(facts);
      const { images } = content(article, "shown");
      pictures.push(...images.map((image) => pictureReport(file, article, image)));
    } catch (error) {
      unreadable.push({ file, ...bodyFault(error) });
    }
  }
  return { pictures, unreadable };
}

function pictureReport(file: string, { title, url }: Article, image: Image): PictureReport {
  const { credit, found = [] } = image;
  const names = credit === undefined ? { creators: [], agencies: [] } : creditNames(credit);
  const contradiction = contradictionOf(found);
  return {
    ...{ file, title, url },
    ...(image.url === undefined ? {} : { picture: image.url }),
    ...names,
    ...(credit === undefined ? {} : { credit: creditText(credit) }),
    ...(credit?.license === undefined ? {} : { license: credit.license }),
    origins: [...new Set(found.map(({ origin }) => origin))],
    isMissing: !isCredited(credit),
    ...(contradiction === undefined ? {} : { contradiction }),
  };
}

function policiesOf({ credits, feeds }: Config): readonly string[] {
  return Object.values(feeds).map((feed) => feed.credits?.missing ?? credits.missing);
}
