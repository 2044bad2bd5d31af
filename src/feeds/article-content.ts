/** One article's content, and what was found out while its body was parsed. */
import { absoluteAddress } from "../articles/addresses.ts";
import type { Article, Content } from "../articles/article.ts";
import { readContent } from "../articles/content/content.ts";
import type { UncreditedPictures } from "../articles/content/uncredited-pictures.ts";
import { readAliases } from "../articles/credits/aliases.ts";
import { unknownMaker } from "../articles/credits/unknown-maker.ts";
import type { Pictures } from "../articles/pictures/pictures.ts";
import type { Config } from "../config/config.ts";
import type { Fault } from "../errors.ts";
import { bodyFault } from "./content-facts.ts";

/** `credits.missing`: what a feed does about pictures that name nobody. */
export type MissingPolicy = Config["credits"]["missing"];

/** Policies that give the same content are one kind. */
export type ContentKind = "shown" | "withhold" | "placeholder";

export function kindOf(missing: MissingPolicy): ContentKind {
  return missing === "withhold" || missing === "placeholder" ? missing : "shown";
}

/** An article's content as a feed with this policy shows it. */
export type ContentOf = (article: Article, kind: ContentKind) => Content;

/** Parses a body whenever it is asked. */
export function contentAlways(config: Config, factsOf?: Pictures["factsOf"]): ContentOf {
  const aliases = readAliases(config.credits.aliases ?? {});
  return (article, kind) =>
    readContent(article.body, {
      ...{ baseUrl: article.url, images: article.images, aliases },
      uncredited: uncreditedOf(kind, config, article.language),
      ...(article.summary === undefined ? {} : { summary: article.summary }),
      ...(factsOf === undefined ? {} : { factsOf: (url) => factsOf(url, article) }),
    });
}

/** Words in the article's language, unless the configuration has a picture or words of its own. */
function uncreditedOf(
  kind: ContentKind,
  { credits, site }: Config,
  language: string,
): UncreditedPictures {
  if (kind === "withhold") return { kind };
  if (kind === "shown") return { kind: "show" };
  const { image, text } = credits.placeholder ?? {};
  const url = image === undefined ? undefined : absoluteAddress(image, site.url);
  const words = text ?? (url === undefined ? unknownMaker(language) : undefined);
  return {
    kind: "placeholder",
    ...(url === undefined ? {} : { url }),
    ...(words === undefined ? {} : { text: words }),
  };
}

export interface ContentFound {
  readonly content?: Content;
  /** Why there is none. */
  readonly fault?: Fault;
  /** The article itself could not be had: the next run may have better luck. */
  readonly isLost?: true;
  /** The addresses of pictures that name nobody. */
  readonly uncredited: readonly string[];
  /** The addresses of pictures whose files were asked. */
  readonly asked: readonly string[];
  /** Those of them that tell less than they should. */
  readonly faulty: readonly string[];
}

const NOTHING = { uncredited: [], asked: [], faulty: [] };

/** Never throws. */
export function openContentFinder(
  config: Config,
  pictures: Pick<Pictures, "factsOf" | "isFaulty">,
): (article: () => Article, kind: ContentKind) => ContentFound {
  let asked = new Set<string>();
  const read = contentAlways(config, (url, article) => {
    asked.add(url);
    return pictures.factsOf(url, article);
  });
  return (load, kind) => {
    asked = new Set();
    let article: Article;
    try {
      article = load();
    } catch (error) {
      return { ...NOTHING, fault: bodyFault(error), isLost: true };
    }
    try {
      const content = read(article, kind);
      const urls = [...asked];
      const faulty = urls.filter((url) => pictures.isFaulty(url, article));
      const uncredited = content.uncredited.flatMap(({ url }) => url ?? []);
      return { content, uncredited, asked: urls, faulty };
    } catch (error) {
      return { ...NOTHING, fault: bodyFault(error) };
    }
  };
}
