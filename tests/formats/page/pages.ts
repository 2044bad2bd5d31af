/** Settings of pages. */
import type { PageSettings } from "../../../src/feeds/page-settings.ts";
import { home } from "../documents.ts";

export function pageOf(settings: Partial<PageSettings> = {}): PageSettings {
  return {
    siteTitle: "Site",
    siteUrl: home,
    siteLanguage: "en",
    root: `${home}feeds/`,
    timezone: "UTC",
    entry: "all",
    look: {},
    ...settings,
  };
}

/** The addresses of a feed's documents. */
export function linksOf(path: string): Readonly<Record<string, string>> {
  const at = (ending: string) => `${home}feeds/${path}.${ending}`;
  return { rss: at("rss"), atom: at("atom"), json: at("json"), html: at("html") };
}
