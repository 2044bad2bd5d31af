/** What the HTML page of a feed says beyond the feed itself: whose it is, and what it looks like. */
import { absoluteAddress } from "../articles/addresses.ts";
import type { Config } from "../config/config.ts";
import type { Selection } from "./select.ts";

/** What a site owner has changed; see docs/pages.md. */
export interface PageLook {
  /** `#rgb` or `#rrggbb`, lower case. */
  readonly accent?: string | undefined;
  /** Absolute. */
  readonly logo?: string | undefined;
  /** Rules that come after ours. */
  readonly css?: string | undefined;
  /** HTML with `{{slots}}`. */
  readonly template?: string | undefined;
}

export interface PageSettings {
  readonly siteTitle: string;
  readonly siteUrl: string;
  readonly siteDescription?: string | undefined;
  /** BCP 47. */
  readonly siteLanguage: string;
  /** The address of the folder in which all pages lie; ends in "/". */
  readonly root: string;
  /** IANA. */
  readonly timezone: string;
  /** The entry of the configuration that the feed comes of. */
  readonly entry: string;
  /** What that entry makes a feed of each of. */
  readonly each?: "section" | "tag" | "author" | "language" | undefined;
  readonly look: PageLook;
}

export function pageSettings({ name }: Selection, config: Config): PageSettings {
  const { site, feeds, feedsUrl } = config;
  return {
    siteTitle: site.title,
    siteUrl: site.url,
    siteDescription: site.description,
    siteLanguage: site.language,
    root: feedsUrl,
    timezone: site.timezone,
    entry: name,
    each: feeds[name]?.each,
    look: pageLook(config),
  };
}

export function pageLook({ page, site }: Pick<Config, "page" | "site">): PageLook {
  const { accent, logo, cssText, templateText } = page ?? {};
  return {
    accent,
    logo: logo === undefined ? undefined : absoluteAddress(logo, site.url),
    css: cssText,
    template: templateText,
  };
}
