/** What every part of one page has to know of it. */
import { isRightToLeft } from "../../feeds/direction.ts";
import type { Feed } from "../../feeds/feed.ts";
import type { PageLook, PageSettings } from "../../feeds/page-settings.ts";
import { languageOf } from "../entry.ts";
import { addressOf } from "../identifiers.ts";
import { type AssetNames, assetNames } from "./assets.ts";
import { relativeAddress } from "./relative-address.ts";
import { type Words, wordsFor } from "./words.ts";

export interface PageContext {
  /** BCP 47, of what the page tells. */
  readonly language: string;
  readonly words: Words;
  /** For elements that hold `words`, where those are in another language than the page. */
  readonly ui: { readonly lang?: string; readonly dir?: string };
  /** IANA. */
  readonly timezone: string;
  /** The page's own address. */
  readonly self: string | undefined;
  /** Of the folder of all pages. */
  readonly root: string | undefined;
  readonly settings: PageSettings | undefined;
  readonly look: PageLook;
  readonly assets: AssetNames;
  /** A link to an address: a relative one to what lies in the folder of all pages. */
  readonly linkTo: (address: string) => string;
}

/** @param self the page's own address, absolute. */
export function pageContext(
  { options }: Feed,
  self: string | undefined,
  given: string | undefined = options.language,
): PageContext {
  const settings = options.page;
  const words = wordsFor(languageOf(given) ?? "en");
  const language = languageOf(given) ?? "en";
  const isOther = languageBase(words.language) !== languageBase(language);
  const look = settings?.look ?? {};
  const root = addressOf(settings?.root);
  // What lies elsewhere on the site does not come along where the folder is looked at alone.
  const isOwn = (address: string) => root === undefined || address.startsWith(root);
  return {
    ...{ language, words, self, settings, look, assets: assetNames(look) },
    ui: isOther ? { lang: words.language, dir: directionOf(words.language) } : {},
    timezone: settings?.timezone ?? "UTC",
    root,
    linkTo: (address) => (isOwn(address) ? relativeAddress(self, address) : address),
  };
}

export function directionOf(language: string): "ltr" | "rtl" {
  return isRightToLeft(language) ? "rtl" : "ltr";
}

function languageBase(language: string): string {
  return language.split("-")[0]?.toLowerCase() ?? "";
}

/** `lang` and `dir` of text in a language, where it is not that of the page. */
export function languageAttributes(
  language: string | undefined,
  page: string,
): { readonly lang?: string; readonly dir?: string } {
  if (language === undefined || language === page) return {};
  return { lang: language, dir: directionOf(language) };
}

/** The address of one of the files that go with the pages. */
export function assetAddress({ root, linkTo }: PageContext, name: string): string {
  return root === undefined ? name : linkTo(new URL(name, root).href);
}
