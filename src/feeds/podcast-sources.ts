/** What a podcast is made of besides the feed itself. */
import type { ArticlePlace, FindFile } from "../articles/local-files.ts";
import type { Pictures } from "../articles/pictures/pictures.ts";
import type { Recordings } from "../articles/recordings/recordings.ts";
import type { Stories } from "../articles/stories.ts";
import type { Config } from "../config/config.ts";

export interface PodcastSources {
  readonly config: Config;
  readonly recordings: Recordings;
  readonly stories: Pick<Stories, "headOf">;
  readonly pictures: Pick<Pictures, "factsOf">;
  readonly findFile: FindFile;
  /** Where a picture that an article names is published. */
  readonly addressOf: (url: string, article: ArticlePlace) => string;
  /** How messages name an article's record, given its path. */
  readonly recordAt: (recordPath: string) => string;
  /** How messages name the feed. */
  readonly shown: string;
}
