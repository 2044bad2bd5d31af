/** Which file answers a path: itself, the page about it, or one of the forms a feed has. */
import type { IncomingHttpHeaders } from "node:http";
import { mostWanted, prefersPage } from "./accept.ts";
import { mediaTypeOf } from "./media-types.ts";
import type { Chosen } from "./prepared.ts";
import { relativeAddress } from "./redirects.ts";
import type { ServedFile } from "./served-file.ts";

/** null: there is none; undefined: not known yet, the choice has to be made again. */
export type Look = (inner: string) => ServedFile | null | undefined;

export interface FileChoice extends Chosen {
  readonly file: ServedFile;
}

export type Choice = FileChoice | { readonly redirect: string } | "absent";

/** The forms of a feed, in the order in which they are offered. */
const FORMS = ["rss", "atom", "json", "html"] as const;

/** @returns undefined where a look was in vain; all looks that can be told then were made. */
export function choose(path: string, headers: IncomingHttpHeaders, look: Look): Choice | undefined {
  const exact = chooseExactly(path, headers, look);
  if (exact !== "absent") return exact;
  // Some systems take the letters of a name apart ("u" and an accent); ours are written in one.
  const composed = path.normalize("NFC");
  if (composed === path) return exact;
  const choice = chooseExactly(composed, headers, look);
  return typeof choice === "object" ? { redirect: relativeAddress(path, composed) } : choice;
}

function chooseExactly(path: string, headers: IncomingHttpHeaders, look: Look): Choice | undefined {
  if (path === "" || path.endsWith("/")) {
    return plainly(look(`${path}index.html`));
  }
  const file = look(path);
  if (file === undefined) return undefined;
  if (file === null) return chooseForm(path, headers, look);
  return file.isFeed ? chooseView(file, headers, look) : plainly(file);
}

function plainly(file: ServedFile | null | undefined): Choice | undefined {
  if (file === undefined) return undefined;
  return file === null ? "absent" : { file, isNegotiated: false };
}

/** A feed is for readers; somebody with a browser gets the page about it, where there is one. */
function chooseView(feed: ServedFile, headers: IncomingHttpHeaders, look: Look) {
  const page = look(feed.pagePath);
  if (page === undefined) return undefined;
  if (page === null) return { file: feed, isNegotiated: false };
  const isPage = headers["a-im"] === undefined && prefersPage(headers.accept, feed.mediaType);
  if (!isPage) return { file: feed, isNegotiated: true };
  return { file: page, isNegotiated: true, location: lastName(page.path) };
}

/** `/all`: whatever of `all.rss`, `all.atom`, `all.json` and `all.html` the client wants most. */
function chooseForm(path: string, headers: IncomingHttpHeaders, look: Look): Choice | undefined {
  if (mediaTypeOf(path) !== "application/octet-stream") return "absent";
  const looked = FORMS.map((form) => look(`${path}.${form}`));
  const index = look(`${path}/index.html`);
  if (looked.includes(undefined) || index === undefined) return undefined;
  const forms = looked.filter((one) => one !== null && one !== undefined);
  const page = forms.find(({ mediaType }) => mediaType === "text/html");
  const [main] = forms;
  if (main === undefined) {
    return index === null ? "absent" : { redirect: `${lastName(path)}/` };
  }
  const isPage = page !== undefined && prefersPage(headers.accept, main.mediaType);
  const file = isPage ? page : (mostWanted(headers.accept, forms) ?? main);
  return { file, isNegotiated: forms.length > 1, location: lastName(file.path) };
}

/** As a relative address. */
function lastName(path: string): string {
  return encodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
}
