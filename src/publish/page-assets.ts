/** The files that documents name by relative links, such as the style sheet of pages. */
import type { PageLook } from "../feeds/page-settings.ts";
import type { Selection } from "../feeds/select.ts";
import { type SiteFormat, siteFormats } from "../formats/formats.ts";
import { isAsset } from "../formats/page/assets.ts";
import type { Folder } from "./folder.ts";

/** Before the documents that name them. */
export async function publishAssets(
  selections: readonly Selection[],
  look: PageLook,
  folder: Pick<Folder, "publish">,
): Promise<void> {
  for (const { name, assets } of siteFormats) {
    const isWanted = selections.some(({ formats }) => formats.includes(name));
    if (assets === undefined || !isWanted) continue;
    for (const { path, text } of assets(look)) {
      await folder.publish({ path, bytes: Buffer.from(text) });
    }
  }
}

/** Documents that a run leaves as they are name those of the run that wrote them. */
export function keepAssets({ documents, keep }: Pick<Folder, "documents" | "keep">): void {
  for (const name of documents) if (isAsset(name)) keep(name);
}

/** Whether a feed has the very path that the format gives to the document about all feeds. */
export function isPathTaken({ name, path }: SiteFormat, listed: readonly Selection[]): boolean {
  return listed.some((feed) => `${feed.path}.${name}`.toLowerCase() === path);
}
