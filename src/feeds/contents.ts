/** What readers see of each article, made once however many feeds show it. */
import { absoluteAddress } from "../articles/addresses.ts";
import type { Article, Content } from "../articles/article.ts";
import { readContent } from "../articles/content/content.ts";
import type { UncreditedPictures } from "../articles/content/uncredited-pictures.ts";
import { readAliases } from "../articles/credits/aliases.ts";
import { unknownMaker } from "../articles/credits/unknown-maker.ts";
import type { Pictures } from "../articles/pictures/pictures.ts";
import type { Config } from "../config/config.ts";

/** `credits.missing`: what a feed does about pictures that name nobody. */
export type MissingPolicy = Config["credits"]["missing"];

/** An article's content as a feed with this policy shows it. */
export type ContentOf = (article: Article, missing: MissingPolicy) => Content;

/** Parses a body whenever it is asked. */
export function contentAlways(config: Config, factsOf?: Pictures["factsOf"]): ContentOf {
  const aliases = readAliases(config.credits.aliases ?? {});
  return (article, missing) =>
    readContent(article.body, {
      ...{ baseUrl: article.url, images: article.images, aliases },
      uncredited: uncreditedOf(missing, config, article.language),
      ...(article.summary === undefined ? {} : { summary: article.summary }),
      ...(factsOf === undefined ? {} : { factsOf: (url) => factsOf(url, article) }),
    });
}

/** Parses each body when the first feed asks for it. */
export function contentOnce(read: ContentOf): ContentOf {
  const known = new Map<string, Map<Article, Content>>();
  return (article, missing) => {
    // All that is shown as it is, is the same content.
    const kind = missing === "withhold" || missing === "placeholder" ? missing : "publish";
    const contents = known.get(kind) ?? new Map<Article, Content>();
    known.set(kind, contents);
    const content = contents.get(article) ?? read(article, kind);
    contents.set(article, content);
    return content;
  };
}

/** Words in the article's language, unless the configuration has a picture or words of its own. */
function uncreditedOf(
  missing: MissingPolicy,
  { credits, site }: Config,
  language: string,
): UncreditedPictures {
  if (missing === "withhold") return { kind: "withhold" };
  if (missing !== "placeholder") return { kind: "show" };
  const { image, text } = credits.placeholder ?? {};
  const url = image === undefined ? undefined : absoluteAddress(image, site.url);
  const words = text ?? (url === undefined ? unknownMaker(language) : undefined);
  return {
    kind: "placeholder",
    ...(url === undefined ? {} : { url }),
    ...(words === undefined ? {} : { text: words }),
  };
}
