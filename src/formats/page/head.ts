/** The head of a page: what browsers, readers of feeds and other programs look for. */
import { fitLine, shorten } from "../text.ts";
import { PAPER } from "./accent.ts";
import { dataScript, type Html, joined, tag, textTag } from "./markup.ts";
import { assetAddress, type PageContext } from "./page-context.ts";
import type { FeedAddress } from "./subscribe.ts";

/**
 * Scripts and styles come from the page's own host, in files; pictures and recordings come from
 * wherever the articles have them: 'self' is a page that is opened from a disk.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' https: http: data:",
  "media-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** For pages that show again what is found elsewhere: their articles are to be found. */
const NOT_FOUND = "noindex, follow";
const FOUND = "max-image-preview:large";

export interface HeadFacts {
  readonly title: string;
  readonly description: string | undefined;
  /** Absolute. */
  readonly image: string | undefined;
  readonly icon?: string | undefined;
  readonly alternates: readonly (FeedAddress & { readonly title: string })[];
  /** The pages beside this one: from `prev`, `next` or another relation to an address. */
  readonly relations: readonly (readonly [rel: string, address: string])[];
  readonly data: unknown;
  /** Whether search engines are to show the page. */
  readonly isFound: boolean;
}

const DESCRIPTION_LIMIT = 200;

export function headOf(facts: HeadFacts, context: PageContext): Html {
  const { title, image, icon } = facts;
  const { self, language, assets, settings, linkTo } = context;
  const description =
    facts.description === undefined ? undefined : shorten(facts.description, DESCRIPTION_LIMIT);
  const named = (name: string, content: string | undefined, more = {}) =>
    content === undefined ? undefined : tag("meta", { name, content, ...more });
  const told = (property: string, content: string | undefined) =>
    content === undefined ? undefined : tag("meta", { property: `og:${property}`, content });
  const light = { media: "(prefers-color-scheme: light)" };
  const dark = { media: "(prefers-color-scheme: dark)" };
  const parts = [
    tag("meta", { charset: "utf-8" }),
    tag("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    named("viewport", "width=device-width, initial-scale=1"),
    textTag("title", {}, title),
    named("description", description),
    named("generator", "feedwright"),
    named("robots", facts.isFound ? FOUND : NOT_FOUND),
    named("color-scheme", "light dark"),
    named("theme-color", PAPER.light, light),
    named("theme-color", PAPER.dark, dark),
    self === undefined ? undefined : tag("link", { rel: "canonical", href: self }),
    icon === undefined ? undefined : tag("link", { rel: "icon", href: icon }),
    tag("link", { rel: "stylesheet", href: assetAddress(context, assets.style) }),
    tag("script", { src: assetAddress(context, assets.script), defer: true }),
    ...facts.alternates.map(({ mediaType: type, title: name, url: href }) =>
      tag("link", { rel: "alternate", type, title: name, href }),
    ),
    ...facts.relations.map(([rel, address]) => tag("link", { rel, href: linkTo(address) })),
    told("type", "website"),
    told("site_name", fitLine(settings?.siteTitle)),
    told("title", title),
    told("description", description),
    told("url", self),
    told("image", image),
    told("locale", language.replaceAll("-", "_")),
    dataScript("application/ld+json", facts.data),
  ];
  return joined(parts, "\n");
}
