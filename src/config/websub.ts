/** `websub`: the hubs that tell readers at once of what is new. */
import * as v from "valibot";
import { listOf, webAddress } from "./values.ts";

const MOST_HUBS = 5;

export const websubSchema = v.strictObject({
  /** Addresses of hubs (W3C WebSub); every feed names them, and each is told what changed. */
  hubs: v.pipe(
    listOf(webAddress),
    v.minLength(1, 'is empty; name a hub, like "https://hub.example.org/", or take it away'),
    v.maxLength(MOST_HUBS, `names too many; ${MOST_HUBS} hubs are plenty`),
    v.transform((hubs) => [...new Set(hubs)]),
  ),
});
