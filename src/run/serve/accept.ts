/** What a client would rather have: `Accept` and `Accept-Encoding` (RFC 9110, section 12.5). */

/** A name of the header, in lower case without parameters, and its weight from 0 to 1. */
type Weights = ReadonlyMap<string, number>;

/** No client of good faith names more. */
const MAX_NAMES = 64;

export function readWeights(header: string): Weights {
  const weights = new Map<string, number>();
  for (const part of header.slice(0, 2_048).split(",", MAX_NAMES)) {
    const [name = "", ...parameters] = part.split(";");
    const key = name.trim().toLowerCase();
    if (key !== "") weights.set(key, weightOf(parameters));
  }
  return weights;
}

/** Nonsense does not make a thing unwanted. */
function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const written = /^\s*q\s*=\s*(\d(?:\.\d{0,3})?)\s*$/i.exec(parameter)?.[1];
    if (written !== undefined) return Math.min(1, Number(written));
  }
  return 1;
}

/** The weight of a media type: the most specific range that fits counts. */
function weightOfType(weights: Weights, mediaType: string): number {
  if (weights.size === 0) return 1;
  const range = mediaType.replace(/\/.*$/, "/*");
  return weights.get(mediaType) ?? weights.get(range) ?? weights.get("*/*") ?? 0;
}

/** How much a client wants a document of that type; a feed is XML or JSON to simple clients too. */
function weightOfDocument(weights: Weights, mediaType: string): number {
  const wider = /\+xml$/.test(mediaType)
    ? ["application/xml", "text/xml"]
    : mediaType === "application/feed+json"
      ? ["application/json"]
      : [];
  const named = [mediaType, ...wider].flatMap((type) => weights.get(type) ?? []);
  return named.length > 0 ? Math.max(...named) : weightOfType(weights, mediaType);
}

/**
 * Whether somebody looks at a feed with a browser. Those name `text/html` and want it more than
 * anything a feed could be; readers that name both alike get the feed.
 */
export function prefersPage(accept: string | undefined, mediaType: string): boolean {
  if (accept === undefined || !/html/i.test(accept)) return false;
  const weights = remembered(accept);
  const page = weights.get("text/html") ?? weights.get("application/xhtml+xml") ?? 0;
  return page > weightOfDocument(weights, mediaType);
}

/** Of several documents, the one that the client wants most; among equals the first. */
export function mostWanted<Document extends { readonly mediaType: string }>(
  accept: string | undefined,
  documents: readonly Document[],
): Document | undefined {
  const weights = remembered(accept ?? "");
  let best = documents[0];
  let most = 0;
  for (const document of documents) {
    const weight = weightOfDocument(weights, document.mediaType);
    if (weight > most) [best, most] = [document, weight];
  }
  // Where nothing fits, something is more useful than 406 (RFC 9110, section 12.4.1).
  return best;
}

/** The content codings that we know, and `identity`. */
export type Coding = "identity" | "gzip" | "br";

const ONLY_IDENTITY: readonly Coding[] = ["identity"];

/** Those a client takes, the best first; ties go to the smaller. Without the header: none. */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (header === undefined) return ONLY_IDENTITY;
  return codingsOf(header, (text) => {
    const weights = readWeights(text);
    const weightOf = (coding: string) => weights.get(coding) ?? weights.get("*") ?? 0;
    const gzip = Math.max(weightOf("gzip"), weights.get("x-gzip") ?? 0);
    const all = [
      ["br", weightOf("br")],
      ["gzip", gzip],
      // Not named, it is taken, but not wanted; refused, it is sent where there is nothing else.
      ["identity", weights.get("identity") ?? 0],
    ] as const;
    const taken = all.filter(([name, q]) => name === "identity" || q > 0);
    return taken.toSorted(([, one], [, other]) => other - one).map(([name]) => name);
  });
}

/** Clients write few different headers, and many times each. */
function memo<Value>(size: number) {
  const known = new Map<string, Value>();
  return (text: string, read: (text: string) => Value): Value => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size >= size) known.clear();
    if (text.length <= 1_024) known.set(text, value);
    return value;
  };
}

const codingsOf = memo<readonly Coding[]>(200);
const weightsOf = memo<Weights>(200);

function remembered(header: string): Weights {
  return weightsOf(header, readWeights);
}
