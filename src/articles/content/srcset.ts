/** The `srcset` attribute: candidate pictures of several sizes (HTML standard, 4.8.4.2.3). */

export interface Candidate {
  readonly url: string;
  /** `640w` or `2x`; undefined stands for `1x`. */
  readonly descriptor?: string;
}

const MAX_CANDIDATES = 50;
const DESCRIPTOR = /^(?:[1-9]\d{0,5}w|(?:\d{1,3}(?:\.\d{1,4})?|\.\d{1,4})x)$/;

/** Addresses may hold commas: a candidate ends at a comma behind white space or a descriptor. */
export function readSrcset(value: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const next = /[\s,]*([^\s,]\S*)/y;
  while (candidates.length < MAX_CANDIDATES) {
    const found = next.exec(value)?.[1];
    if (found === undefined) break;
    if (found.endsWith(",")) {
      const url = found.replace(/,{1,100}$/, "");
      if (url !== "") candidates.push({ url });
      continue;
    }
    const end = endOfDescriptors(value, next.lastIndex);
    const descriptors = value.slice(next.lastIndex, end).trim().split(/\s+/);
    next.lastIndex = end + 1;
    const descriptor = descriptors.find((word) => DESCRIPTOR.test(word));
    if (descriptor !== undefined) candidates.push({ url: found, descriptor });
    else if (descriptors.join("") === "") candidates.push({ url: found });
  }
  return candidates;
}

/** Where the comma behind the descriptors is; one in parentheses belongs to them. */
function endOfDescriptors(value: string, start: number): number {
  let isNested = false;
  for (let at = start; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === "(") isNested = true;
    else if (character === ")") isNested = false;
    else if (character === "," && !isNested) return at;
  }
  return value.length;
}

/** A comma at either end of an address would be taken for the list's. */
export function writeSrcset(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ url, descriptor }) => {
      const address = url.replace(/,$/, "%2C");
      return descriptor === undefined ? address : `${address} ${descriptor}`;
    })
    .join(", ");
}

/** The largest picture of a list. */
export function largestOf(candidates: readonly Candidate[]): Candidate | undefined {
  let largest: Candidate | undefined;
  for (const candidate of candidates) {
    if (largest === undefined || sizeOf(candidate) > sizeOf(largest)) largest = candidate;
  }
  return largest;
}

function sizeOf({ descriptor }: Candidate): number {
  return descriptor === undefined ? 1 : Number.parseFloat(descriptor);
}
