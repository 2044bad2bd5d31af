/** Pictures that name nobody, and what became of them. */
import type { Problem } from "../errors.ts";
import type { MissingPolicy } from "./article-content.ts";
import type { Contents } from "./contents.ts";
import type { Selection } from "./select.ts";

/** A feed that publishes them does not mind; one that blocks has reported them already. */
const FATES: Partial<Record<MissingPolicy, string>> = {
  warn: "",
  withhold: "; the picture is withheld",
  placeholder: "; a placeholder stands in its place",
};

/** One warning a picture, however many feeds show its article. */
export function findUncredited(
  selections: readonly Selection[],
  contents: Pick<Contents, "factsOf">,
  shownAs: (key: string) => string,
): readonly Problem[] {
  const warnings = new Map<string, Problem>();
  for (const { articles, missing } of selections) {
    const fate = FATES[missing];
    if (fate === undefined) continue;
    for (const article of articles) {
      for (const url of contents.factsOf(article).uncredited) {
        const reason = `no credit for ${url}${fate}`;
        const remedy = "name its maker in the caption or in image_credit";
        const file = shownAs(article.key);
        warnings.set(`${article.key} ${reason}`, { file, field: "image", reason, remedy });
      }
    }
  }
  return [...warnings.values()];
}
