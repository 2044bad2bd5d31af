/** WordPress's shortcodes around pictures. */

const WORDPRESS_CAPTION =
  /\[caption\b([^\]]{0,500})\]((?:(?!\[caption\b)[\s\S]){0,5000}?)\[\/caption\]/g;
const PICTURE = /^\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/;

const MEDIA_CREDIT =
  /\[media-credit\b([^\]]{0,500})\]((?:(?!\[media-credit\b)[\s\S]){0,5000}?)\[\/media-credit\]/g;
const GALLERY = /(?:<p>\s{0,9})?\[gallery(?:\s[^\]<>]{0,500})?\](?:\s{0,9}<\/p>)?/g;

/**
 * The shortcodes that WordPress stores in a story. Those of a plugin name the credit; a gallery
 * names only numbers, which nobody else can make pictures of.
 */
export function expandWordPress(html: string): string {
  const credited = html.includes("[/media-credit]")
    ? html.replace(MEDIA_CREDIT, (_, settings: string, inner: string) => {
        const name = /\bname="([^"]*)"/.exec(settings)?.[1];
        return name === undefined ? inner : inner.replace(/<img\b/, `<img data-credit="${name}"`);
      })
    : html;
  return expandCaptions(credited.includes("[gallery") ? credited.replace(GALLERY, "") : credited);
}

/** `[caption]<img> Words[/caption]`, as WordPress stores it. */
function expandCaptions(html: string): string {
  if (!html.includes("[/caption]")) return html;
  return html.replace(WORDPRESS_CAPTION, (whole, settings: string, inner: string) => {
    const picture = PICTURE.exec(inner)?.[0];
    if (picture === undefined) return whole;
    const words = /\bcaption="([^"]*)"/.exec(settings)?.[1] ?? inner.slice(picture.length);
    return `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
  });
}
