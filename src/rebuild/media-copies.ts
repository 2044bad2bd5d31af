/** The copies that feeds ask for, each made once a run. */
import type { FileDigests } from "../articles/file-digests.ts";
import type { MediaFile } from "../feeds/media/media-places.ts";
import type { FeedMemory } from "../publish/feed-memory.ts";
import type { Folder } from "../publish/folder.ts";
import { shownPath } from "../site-scan.ts";

/**
 * All are in their places when it resolves, but for those whose files are being written right now:
 * it gives how messages name these.
 */
export type CopyMedia = (files: readonly MediaFile[]) => Promise<readonly string[]>;

export function openMediaCopies(
  folder: Pick<Folder, "copy">,
  { isUntouched }: Pick<FeedMemory, "isUntouched">,
  digests: Pick<FileDigests, "forget">,
): CopyMedia {
  const changing = new Set<string>();
  return async (files) => {
    // A large one that many feeds show would else be copied for each of them in vain.
    const whole = files.filter(({ source }) => !changing.has(source));
    for (const { source } of await folder.copy(whole, isUntouched)) {
      changing.add(source);
      digests.forget(source);
    }
    return files
      .map(({ source }) => source)
      .filter((one) => changing.has(one))
      .map(shownPath);
  };
}
