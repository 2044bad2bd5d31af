/** Pictures that readers will see without a name under them. */
import type { Problem } from "../errors.ts";
import type { ContentOf } from "./compose.ts";
import type { Selection } from "./select.ts";

/** One warning a picture, however many feeds show it. */
export function findUncredited(
  selections: readonly Selection[],
  content: ContentOf,
  shownAs: (key: string) => string,
): readonly Problem[] {
  const shown = new Set(selections.flatMap((selection) => selection.articles));
  return [...shown].flatMap((article) =>
    content(article).images.flatMap((image) => {
      if (image.url === undefined || image.credit !== undefined) return [];
      const reason = `no credit for ${image.url}`;
      const remedy = "name its maker in the caption or in image_credit";
      return [{ file: shownAs(article.key), field: "image", reason, remedy }];
    }),
  );
}
