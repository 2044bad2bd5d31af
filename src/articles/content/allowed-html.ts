/**
 * What HTML may hold in a feed: nothing runs, nothing is styled, nothing asks for input. The names
 * are those that the W3C feed validator accepts (`acceptable_elements`, `acceptable_attributes`).
 */

/** Every allowed element, with its own attributes; `lang`, `dir` and linked `id` go anywhere. */
export const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([
  ...rows("address article aside blockquote details div dl dt dd figcaption figure footer header"),
  ...rows("h1 h2 h3 h4 h5 h6 hgroup hr main nav p pre section summary ul"),
  ...rows("b bdi big br cite code em i kbd mark rp rt ruby s samp small span strike strong"),
  ...rows("acronym sub sup tt u var wbr caption tbody tfoot thead tr table"),
  ["a", ["href", "hreflang", "title"]],
  ["abbr", ["title"]],
  ["blockquote", ["cite"]],
  ["col", ["span"]],
  ["colgroup", ["span"]],
  ["data", ["value"]],
  ["del", ["cite", "datetime"]],
  ["dfn", ["title"]],
  ["img", ["src", "srcset", "sizes", "alt", "width", "height", "longdesc"]],
  ["ins", ["cite", "datetime"]],
  ["li", ["value"]],
  ["ol", ["start", "type", "reversed"]],
  ["q", ["cite"]],
  ["source", ["src", "type"]],
  ["td", ["colspan", "rowspan", "align"]],
  ["th", ["colspan", "rowspan", "align", "scope", "abbr"]],
  ["time", ["datetime"]],
  ["track", ["src", "kind", "srclang", "label", "default"]],
  ["video", ["src", "poster", "loop", "muted", "width", "height"]],
]);

/** Elements that go by another name in feeds. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ["amp-video", "video"],
  ["bdo", "span"],
  ["center", "div"],
  ["dir", "ul"],
  ["listing", "pre"],
  ["menu", "ul"],
  ["search", "div"],
  ["xmp", "pre"],
]);

/** Dropped with all they hold. */
export const DROPPED: ReadonlySet<string> = new Set(
  words(
    "amp-analytics amp-pixel applet area base basefont bgsound button canvas command datalist dialog",
    "embed frame frameset head input keygen label link map math meta meter noembed noframes object",
    "optgroup option output param plaintext portal progress script select slot style svg",
    "template textarea title",
  ),
);

/** Elements whose start closes an open paragraph (HTML standard, 13.2.6.4.7). */
export const BLOCKS: ReadonlySet<string> = new Set(
  words(
    "address article aside blockquote details div dl dt dd figcaption figure footer header h1 h2",
    "h3 h4 h5 h6 hgroup hr li main nav ol p pre section summary table ul",
    "caption colgroup col tbody thead tfoot tr td th",
  ),
);

export const HEADINGS: ReadonlySet<string> = new Set(words("h1 h2 h3 h4 h5 h6"));

/** Elements without content or end tag. */
export const VOID: ReadonlySet<string> = new Set(words("br col hr img source track wbr"));

/** Elements that only make sense directly below one of these; elsewhere they lose their tags. */
export const PARENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["caption", ["table"]],
  ["col", ["colgroup"]],
  ["colgroup", ["table"]],
  ["dd", ["dl"]],
  ["dt", ["dl"]],
  ["li", ["ul", "ol"]],
  ["rp", ["ruby"]],
  ["rt", ["ruby"]],
  ["source", ["video"]],
  ["tbody", ["table"]],
  ["td", ["tr"]],
  ["tfoot", ["table"]],
  ["th", ["tr"]],
  ["thead", ["table"]],
  ["tr", ["tbody", "thead", "tfoot"]],
  ["track", ["video"]],
]);

/** Parts of tables: text directly in them would jump out in front of the table when reparsed. */
export const TABLE_PARTS: ReadonlySet<string> = new Set(
  words("table tbody thead tfoot tr colgroup"),
);

/** Attributes that hold one address. */
export const ADDRESSES: ReadonlySet<string> = new Set(words("href src poster cite longdesc"));

/** What the value of an attribute must look like; one without a row may be any text. */
export const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ["align", /^(?:left|right|center|justify)$/],
  ["colspan", /^[1-9]\d{0,2}$/],
  ["datetime", /^[\d:.+\-TWZPYMDHS ]{1,40}$/],
  ["dir", /^(?:ltr|rtl|auto)$/],
  ["height", /^[1-9]\d{0,4}$/],
  ["hreflang", /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,5}$/],
  ["kind", /^(?:subtitles|captions|descriptions|chapters|metadata)$/],
  ["lang", /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,5}$/],
  ["rowspan", /^[1-9]\d{0,3}$/],
  ["scope", /^(?:row|col|rowgroup|colgroup)$/],
  ["sizes", /^[\w\s().,:%<>=+*/-]{1,300}$/],
  ["span", /^[1-9]\d{0,2}$/],
  ["srclang", /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,5}$/],
  ["start", /^-?\d{1,9}$/],
  ["type", /^(?:[1aAiI]|(?:audio|video)\/[\w.+-]{1,60}(?:; ?codecs=[\w., "'-]{1,80})?)$/],
  ["value", /^-?\d{1,9}$/],
  ["width", /^[1-9]\d{0,4}$/],
]);

/** Attributes that count by being there. */
export const FLAGS: ReadonlySet<string> = new Set(words("default loop muted reversed"));

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(" ").split(" ");
}

function rows(names: string): readonly (readonly [string, readonly string[]])[] {
  return words(names).map((name) => [name, []] as const);
}
