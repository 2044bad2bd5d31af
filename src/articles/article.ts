/**
 * What the rest of the program trusts. Records are parsed into these once, at the edge; everything
 * here is cleaned, absolute and readonly, in the words of IPTC Photo Metadata and schema.org.
 */
import type { Episode } from "./episode.ts";

/** Someone who wrote, spoke or is otherwise responsible. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  /** Absolute. */
  readonly url?: string;
}

/** Roles of the EBU list that a still picture can have (`media:credit scheme="urn:ebu"`). */
export type CreditRole = "photographer" | "illustrator" | "graphic designer";

/**
 * Whom a picture is credited to (IPTC Photo Metadata 2023.2). All names are bare: no "©", no
 * "Photo:". At least one field besides `role` is present.
 */
export interface Credit {
  /** IPTC Creator: the people who made the picture, in the order they were named. */
  readonly creators: readonly string[];
  /** IPTC Credit Line: the credit as the supplier wants it published, `Name/AGENCY`. */
  readonly creditLine?: string;
  /** IPTC Source: the agency or owner, `TASS`. */
  readonly source?: string;
  /** IPTC Copyright Notice, with its sign: `© 2022 Name`. Only where the record claims one. */
  readonly copyrightNotice?: string;
  /** schema.org license: an absolute URL. */
  readonly license?: string;
  /** schema.org acquireLicensePage (PLUS Licensor URL): an absolute URL. */
  readonly acquireLicensePage?: string;
  /** Default: photographer. */
  readonly role?: CreditRole;
  /** The line exactly as it was found. */
  readonly raw?: string;
}

/**
 * Where a credit was read, in order of precedence: the record's own fields, the caption that the
 * page shows with the picture, the alt text or another attribute of the picture, a line of the text
 * beside it, the picture file's own metadata.
 */
export const CREDIT_ORIGINS = ["record", "caption", "attribute", "text", "file"] as const;

export type CreditOrigin = (typeof CREDIT_ORIGINS)[number];

/** One of the places that credit a picture. */
export interface FoundCredit {
  readonly origin: CreditOrigin;
  readonly credit: Credit;
}

/** A picture of an article. Without `url` it is a credit whose picture the record has lost. */
export interface Image {
  /** Absolute, http(s), ASCII. */
  readonly url?: string;
  /** Plain text, one line. */
  readonly alt?: string;
  /** Plain text, one line, without the credit. */
  readonly caption?: string;
  /** Of all that was found: the first place counts, the others fill its gaps. */
  readonly credit?: Credit;
  /** Every place that credits it, whether or not they agree; the first counts. */
  readonly found?: readonly FoundCredit[];
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** MIME type, only where known: `image/jpeg`. */
  readonly type?: string;
  /** Size of the file, only where known. */
  readonly bytes?: number;
}

/** An audio or video file of an article. */
export interface Recording {
  /** Absolute, http(s), ASCII. */
  readonly url: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes?: number;
  readonly durationSeconds?: number;
  /** A picture that the record names for it: square, as podcast apps show it. */
  readonly artwork?: Image;
}

/** The story as stored, in the form it is stored; `readContent` makes safe HTML of it. */
export interface Body {
  readonly form: "markdown" | "html";
  readonly source: string;
}

/** What feeds are chosen, sorted and grouped by: small, so that there is room for very many. */
export interface ArticleFacts {
  /** Where it is stored, unique: `dunia/banjir.txt`, `all.json#3`. */
  readonly key: string;
  /** The file it is stored in, below the articles folder: `dunia/banjir.txt`, `all.json`. */
  readonly recordPath: string;
  readonly guid: string;
  /** The article's own address: absolute, ASCII; relative links in the body start here. */
  readonly url: string;
  /** Milliseconds since 1970-01-01T00:00Z, whole seconds. */
  readonly publishedMs: number;
  /** Never before `publishedMs`. */
  readonly updatedMs: number;
  /** BCP 47. */
  readonly language: string;
  readonly section?: string;
  readonly tags: readonly string[];
  readonly authors: readonly Person[];
  readonly recording?: Recording;
}

/** One article, as stored: the body is not parsed before a feed shows it. */
export interface Article extends ArticleFacts {
  /** One line of plain text, never empty. */
  readonly title: string;
  /** Plain text, one line, only where the record gives one. */
  readonly summary?: string;
  /** The pictures that the record's fields name, the lead first. */
  readonly images: readonly Image[];
  /** What the record tells of the recording as an episode of a podcast. */
  readonly episode?: Episode;
  readonly body: Body;
}

/** What feeds tell of an article besides its content. */
export type ArticleHead = Omit<Article, "body">;

/** What a reader sees of an article: made from `body` and `images`. */
export interface Content {
  /** Safe HTML, every address absolute, pictures as figures with caption and credit. */
  readonly html: string;
  /** Plain text, one line: the record's own summary, or the first paragraph. */
  readonly summary: string;
  /** Every picture, the lead first, each with the credit that the figure shows. */
  readonly images: readonly Image[];
  /** Pictures that name nobody, whether they are shown, withheld or replaced. */
  readonly uncredited: readonly Image[];
}
