/**
 * What the options `podcast` and `category` of the npm package `feed` ask for, as Apple wants it
 * (https://help.apple.com/itc/podcasts_connect/#/itcb54353390). Google's elements are not written:
 * nothing has read them since Google Podcasts was closed.
 */
import type { FeedOptions } from "../feeds/feed.ts";
import type { Channel } from "./channel.ts";
import type { Entry } from "./entry.ts";
import { fitLine } from "./text.ts";
import type { Xml } from "./xml.ts";
import { element, emptyElement, textElement } from "./xml.ts";

export const ITUNES_NAMESPACE = "http://www.itunes.com/dtds/podcast-1.0.dtd";

/** Of the channel; none unless it is a podcast. */
export function itunesElements(
  { podcast, category }: FeedOptions,
  { author, image }: Channel,
): readonly (Xml | undefined)[] {
  if (podcast !== true) return [];
  const term = fitLine(category);
  const owner =
    author?.email === undefined
      ? undefined
      : element("itunes:owner", [
          textElement("itunes:name", author.name),
          textElement("itunes:email", author.email),
        ]);
  return [
    textElement("itunes:author", author?.name),
    owner,
    image === undefined ? undefined : emptyElement("itunes:image", { href: image }),
    // The text is an attribute; as the element's content nothing reads it.
    term === undefined ? undefined : emptyElement("itunes:category", { text: term }),
  ];
}

/** `1:02:03`, `2:03`: of the recording that is the enclosure. */
export function itunesDuration(entry: Entry): Xml | undefined {
  const seconds = entry.enclosures[0]?.durationSeconds;
  return seconds === undefined ? undefined : textElement("itunes:duration", clockOf(seconds));
}

function clockOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const two = (count: number) => String(count).padStart(2, "0");
  const rest = two(seconds % 60);
  return hours === 0 ? `${two(minutes)}:${rest}` : `${hours}:${two(minutes)}:${rest}`;
}
