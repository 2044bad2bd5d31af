/**
 * The style sheet and the script of all pages. Their names change with what is in them, so that
 * servers may let browsers keep them for ever.
 */
import { createHash } from "node:crypto";
import type { PageLook } from "../../feeds/page-settings.ts";
import { fitText } from "../text.ts";
import { accentsOf } from "./accent.ts";
import { PAGE_SCRIPT } from "./script.ts";
import { styleSheet } from "./style-sheet.ts";

/** A file that is published beside the feeds. */
export interface Asset {
  /** Below the output folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

export interface AssetNames {
  readonly style: string;
  readonly script: string;
}

interface PageAssets {
  readonly style: Asset;
  readonly script: Asset;
}

const known = new WeakMap<PageLook, PageAssets>();

/** Pure: the same look gives the same files. */
export function pageAssets(look: PageLook): PageAssets {
  const made = known.get(look) ?? makeAssets(look);
  known.set(look, made);
  return made;
}

function makeAssets({ accent, css }: PageLook): PageAssets {
  const own = css === undefined ? "" : `\n${fitText(css).trim()}\n`;
  const style = styleSheet(accentsOf(accent)) + own;
  return {
    style: { path: `${named(style)}.css`, mediaType: "text/css", text: style },
    script: { path: `${named(PAGE_SCRIPT)}.js`, mediaType: "text/javascript", text: PAGE_SCRIPT },
  };
}

export function assetNames(look: PageLook): AssetNames {
  const { style, script } = pageAssets(look);
  return { style: style.path, script: script.path };
}

/** Whether a name can be that of one of these files, as of any run. */
export function isAsset(path: string): boolean {
  return /^feedwright-[\da-f]{16}\.(?:css|js)$/.test(path);
}

function named(text: string): string {
  return `feedwright-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
