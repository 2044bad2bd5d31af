/**
 * The table of all rules, by what they look at. A new group (podcasts, say) is a file beside these
 * and a name in the row of the documents it is for.
 */
import { addressRules } from "./addresses.ts";
import { archiveRules } from "./archives.ts";
import { atomRules } from "./atom.ts";
import { atomContentRules } from "./atom-content.ts";
import { atomIdRules } from "./atom-ids.ts";
import { enclosureRules, realTypeRule } from "./enclosures.ts";
import { atomDateRules, rssDateRules } from "./feed-dates.ts";
import { type HtmlSubject, htmlRules } from "./html.ts";
import { jsonFeedRules, jsonTextRules } from "./json.ts";
import { jsonItemRules } from "./json-items.ts";
import { formatRules } from "./known-format.ts";
import { linkRules, rssLinkRules } from "./links.ts";
import { mediaRules } from "./media.ts";
import { namespaceRules } from "./namespaces.ts";
import { plainTextRules, rssPlainTextRules } from "./plain-text.ts";
import { rssChannelRules } from "./rss-channel.ts";
import { guidRules } from "./rss-guids.ts";
import { rssItemRules } from "./rss-items.ts";
import type { Rule } from "./rule.ts";
import type { FeedSubject, JsonSubject, JsonText, XmlSubject } from "./subjects.ts";
import { xmlRules } from "./xml.ts";

/** Any XML, even where it is no feed. */
export const xmlTable: readonly Rule<XmlSubject>[] = [
  ...xmlRules,
  ...namespaceRules,
  ...formatRules,
];

/** RSS and Atom. */
export const feedTable: readonly Rule<FeedSubject>[] = [
  ...addressRules,
  ...linkRules,
  ...plainTextRules,
  realTypeRule,
  ...mediaRules,
  ...archiveRules,
];

export const rssTable: readonly Rule<FeedSubject>[] = [
  ...rssChannelRules,
  ...rssLinkRules,
  ...rssItemRules,
  ...guidRules,
  ...enclosureRules,
  ...rssPlainTextRules,
  ...rssDateRules,
];

export const atomTable: readonly Rule<FeedSubject>[] = [
  ...atomRules,
  ...atomIdRules,
  ...atomContentRules,
  ...atomDateRules,
];

/** The HTML in any feed. */
export const htmlTable: readonly Rule<HtmlSubject>[] = htmlRules;

/** Any JSON, even where it is no feed. */
export const jsonTextTable: readonly Rule<JsonText>[] = jsonTextRules;

export const jsonFeedTable: readonly Rule<JsonSubject>[] = [...jsonFeedRules, ...jsonItemRules];

/** Every rule without what it does: for lists of them. */
export const rules: readonly Omit<Rule<never>, "find">[] = [
  ...xmlTable,
  ...feedTable,
  ...rssTable,
  ...atomTable,
  ...htmlTable,
  ...jsonTextTable,
  ...jsonFeedTable,
];
