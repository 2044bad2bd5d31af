/** The top and the foot of a page: whose it is, what it is called, and where else to go. */
import type { Channel } from "../channel.ts";
import { addressOf } from "../identifiers.ts";
import { fitLine } from "../text.ts";
import { timeElement } from "./dates.ts";
import { type Html, joined, tag, textTag } from "./markup.ts";
import type { PageContext } from "./page-context.ts";

/** The page of all feeds, below the output folder. */
export const INDEX_PATH = "index.html";

export interface MastheadFacts {
  readonly title: string;
  readonly description: string | undefined;
  /** The feed's picture. */
  readonly image: string | undefined;
  readonly updatedMs: number | undefined;
  readonly home: string | undefined;
  readonly isPodcast: boolean;
  /** Whether it is the page of all feeds itself. */
  readonly isIndex: boolean;
}

export function masthead(facts: MastheadFacts, context: PageContext): Html {
  const { words, ui, look, linkTo } = context;
  const { title, description, image, isPodcast } = facts;
  const logo = addressOf(look.logo);
  const site = siteOf(facts, context);
  const ownHome = facts.home === site ? undefined : facts.home;
  const shown = image === undefined || image === logo ? undefined : image;
  const picture =
    shown === undefined ? undefined : tag("img", { class: "picture", src: linkTo(shown), alt: "" });
  return joined([
    textTag("a", { class: "skip", href: "#stories", ...ui }, words.skip),
    tag("header", { class: isPodcast ? "masthead show" : "masthead" }, [
      topLine({ site, isIndex: facts.isIndex }, logo, context),
      tag("div", { class: "nameplate" }, [
        picture,
        tag("div", {}, [
          tag("h1", {}, [
            ownHome === undefined ? { text: title } : textTag("a", { href: ownHome }, title),
          ]),
          description === undefined || description === title
            ? undefined
            : textTag("p", { class: "description" }, description),
        ]),
      ]),
      folio(facts.updatedMs, context),
    ]),
  ]);
}

/** The site on the one side, all feeds on the other. */
function topLine(
  { site, isIndex }: { readonly site: string | undefined; readonly isIndex: boolean },
  logo: string | undefined,
  context: PageContext,
): Html | undefined {
  const { words, ui, settings, root, linkTo } = context;
  const name = fitLine(settings?.siteTitle) ?? site?.replace(/^https?:\/\/|\/$/g, "");
  const brand =
    logo === undefined || name === undefined
      ? { text: name ?? "" }
      : tag("img", { class: "logo", src: linkTo(logo), alt: name });
  const front =
    site === undefined || name === undefined ? undefined : tag("a", { href: site }, [brand]);
  const index = root === undefined ? undefined : new URL(INDEX_PATH, root).href;
  const all =
    index === undefined || isIndex
      ? undefined
      : textTag("a", { href: linkTo(index), ...ui }, words.allFeeds);
  if (front === undefined && all === undefined) return undefined;
  return tag("nav", { class: "topline", "aria-label": name ?? words.allFeeds }, [front, all]);
}

/** A feed may be about a page of its own: a podcast's, say. */
function siteOf({ home }: MastheadFacts, { settings }: PageContext): string | undefined {
  return addressOf(settings?.siteUrl) ?? home;
}

/** The line under the name of a newspaper: when it came out. */
function folio(updatedMs: number | undefined, context: PageContext): Html {
  const { words, ui, language, timezone } = context;
  if (updatedMs === undefined) return tag("p", { class: "folio" });
  return tag("p", { class: "folio" }, [
    textTag("span", { class: "label", ...ui }, words.updated),
    { text: " " },
    timeElement(updatedMs, language, timezone),
  ]);
}

export function pageFooter({ rights }: Pick<Channel, "rights">): Html {
  return tag("footer", {}, [rights === undefined ? undefined : textTag("p", {}, rights)]);
}
