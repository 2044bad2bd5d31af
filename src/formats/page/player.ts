/** What can be heard or seen of an item, and what goes with it. */
import type { Enclosure } from "../enclosures.ts";
import { type Entry, languageOf } from "../entry.ts";
import { addressOf } from "../identifiers.ts";
import { type Html, joined, tag, textTag } from "./markup.ts";
import type { Words } from "./words.ts";

/** @param attributes of words in the language of the page. */
export function playerOf(
  entry: Entry,
  words: Words,
  attributes: Readonly<Record<string, string>>,
): Html | undefined {
  const recording = entry.enclosures.find(({ type }) => /^(?:audio|video)\//.test(type));
  if (recording === undefined) return undefined;
  const name = recording.type.startsWith("video/") ? "video" : "audio";
  const controls = { controls: true, preload: "none", src: recording.url } as const;
  return tag("div", { class: "player" }, [
    tag(name, { ...controls, "aria-label": entry.title }, name === "video" ? captions(entry) : []),
    tag("p", { class: "files", ...attributes }, [
      joined(fileLinks(entry, recording, words), " · "),
    ]),
  ]);
}

/** What is said in a film can be read in it (WCAG 2.2, 1.2.2). */
function captions({ episode }: Entry): readonly Html[] {
  return (episode?.transcripts ?? []).flatMap(({ url, type, language }) => {
    const src = type === "text/vtt" ? addressOf(url) : undefined;
    const srclang = languageOf(language);
    return src === undefined ? [] : [tag("track", { kind: "captions", src, srclang })];
  });
}

const KINDS: Readonly<Record<string, string>> = {
  "text/vtt": "VTT",
  "application/x-subrip": "SRT",
  "application/json": "JSON",
  "text/html": "HTML",
  "text/plain": "TXT",
};

function fileLinks({ episode }: Entry, recording: Enclosure, words: Words): readonly Html[] {
  const { url, type, length, durationSeconds } = recording;
  const facts = [
    kindOf(type, url),
    episode?.durationSeconds ?? durationSeconds,
    length === 0 ? undefined : megabytes(length),
  ];
  const shown = facts.map((fact) => (typeof fact === "number" ? clock(fact) : fact));
  const links = [textTag("a", { href: url }, shown.filter((one) => one !== undefined).join(", "))];
  const transcripts = episode?.transcripts ?? [];
  for (const { url: given, type: kind, language } of transcripts) {
    const href = addressOf(given);
    const hreflang = languageOf(language);
    const isOne = transcripts.filter((other) => other.type === kind).length === 1;
    const told = [KINDS[kind] ?? kind, isOne ? undefined : hreflang].filter((one) => one);
    const text = `${words.transcript} (${told.join(", ")})`;
    if (href !== undefined) links.push(textTag("a", { href, hreflang }, text));
  }
  const chapters = addressOf(episode?.chaptersUrl);
  if (chapters !== undefined) links.push(textTag("a", { href: chapters }, words.chapters));
  return links;
}

/** `MP3`, by the name of the file, or by its type. */
function kindOf(type: string, url: string): string {
  const [, ending] = /\.([a-z\d]{2,4})(?:[?#]|$)/i.exec(url) ?? [];
  return (ending ?? type.replace(/^.*\/(?:x-)?/, "")).toUpperCase();
}

/** `1:02:03`, `0:07` */
function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (count: number) => String(count).padStart(2, "0");
  const rest = two(Math.floor(seconds) % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
