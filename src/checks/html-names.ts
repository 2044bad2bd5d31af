/** Names in HTML, by what feeds may make of them (the W3C feed validator's choice). */

/** Accepted in a feed. */
export const SAFE_ELEMENTS: ReadonlySet<string> = new Set(
  [
    "a abbr acronym address area article aside audio b bdi big blockquote br button canvas",
    "caption center cite code col colgroup command data datalist dd del details dfn dialog dir",
    "div dl dt em fieldset figcaption figure footer font form header h1 h2 h3 h4 h5 h6 hgroup hr",
    "i img input ins kbd label legend li m main map mark menu meter nav ol output optgroup",
    "option p picture pre progress q rp rt ruby s samp section select small source span strike",
    "strong sub summary sup table tbody td template textarea time tfoot th thead tr track tt u",
    "ul var video noscript wbr",
  ].flatMap((line) => line.split(" ")),
);

/** HTML, but refused in a feed: they run, style, embed or belong to a page. */
export const UNSAFE_ELEMENTS: ReadonlySet<string> = new Set(
  [
    "applet base basefont bdo body comment embed frame frameset head html iframe isindex link",
    "listing meta noframes object param plaintext script slot style title xmp",
  ].flatMap((line) => line.split(" ")),
);

export const HTML_ELEMENTS: ReadonlySet<string> = new Set([...SAFE_ELEMENTS, ...UNSAFE_ELEMENTS]);

/** Properties of CSS that cannot move, hide or load anything. */
export const SAFE_STYLES: ReadonlySet<string> = new Set(
  [
    "azimuth background background-color border border-bottom border-bottom-color",
    "border-bottom-style border-bottom-width border-collapse border-color border-left",
    "border-left-color border-left-style border-left-width border-right border-right-color",
    "border-right-style border-right-width border-spacing border-style border-top",
    "border-top-color border-top-style border-top-width border-width clear color cursor",
    "direction display elevation float font font-family font-size font-style font-variant",
    "font-weight height letter-spacing line-height list-style-type margin margin-bottom",
    "margin-left margin-right margin-top overflow padding padding-bottom padding-left",
    "padding-right padding-top pause pause-after pause-before pitch pitch-range richness speak",
    "speak-header speak-numeral speak-punctuation speech-rate stress text-align text-decoration",
    "text-indent unicode-bidi vertical-align voice-family volume white-space width",
  ].flatMap((line) => line.split(" ")),
);
