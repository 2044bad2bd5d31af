/** What a feed asks of the disk while it is composed, kept so that it can be asked again. */

import { detached } from "../articles/detached.ts";
import { digestOf } from "../articles/digests.ts";
import type { ArticlePlace } from "../articles/local-files.ts";
import type { PodcastSources } from "./podcast-sources.ts";

/** An address, and the place of the article that names it. */
export type Question = readonly [address: string, url: string, recordPath: string];

export interface Questions<Sources> {
  /** The same sources; whatever they are asked is noted. */
  readonly sources: Sources;
  readonly asked: () => readonly Question[];
}

/** @param mayFind whether a file may be found at an address, whatever lies on the disk. */
export function noteQuestions<Sources extends Pick<PodcastSources, "findFile" | "pictures">>(
  sources: Sources,
  mayFind: (address: string, article: ArticlePlace) => boolean = () => true,
): Questions<Sources> {
  const asked = new Map<string, Question>();
  const note = (address: string, { url, recordPath }: ArticlePlace): void => {
    const name = `${address}\n${url}\n${recordPath}`;
    // Nearly always it was cut out of a body, which the run is to let go of.
    if (!asked.has(name)) asked.set(name, [detached(address), url, recordPath]);
  };
  const { findFile, pictures } = sources;
  return {
    sources: {
      ...sources,
      findFile: (address, article) => {
        if (mayFind(address, article)) note(address, article);
        return findFile(address, article);
      },
      pictures: {
        ...pictures,
        factsOf: (url, article) => {
          note(url, article);
          return pictures.factsOf(url, article);
        },
      },
    },
    asked: () => [...asked.values()],
  };
}

/** A digest of what is known of the pictures and files asked for. */
export function answersTo(
  questions: readonly Question[],
  stateOf: (address: string, article: ArticlePlace) => string,
): string {
  if (questions.length === 0) return "";
  return digestOf(
    questions.map(([address, url, recordPath]) => stateOf(address, { url, recordPath })),
  );
}
