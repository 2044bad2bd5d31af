/** How long an answer holds (RFC 9111), within bounds that suit pictures and builds. */
import type { IncomingHttpHeaders } from "node:http";

const HOUR_MS = 3_600_000;
const DEFAULT_MS = 24 * HOUR_MS;

/** No longer, whatever a server promises: an address may be given a new picture. */
export const LONGEST_FRESH_MS = 7 * 24 * HOUR_MS;

/** A failure is believed for so long. */
export const FAILURE_FRESH_MS = HOUR_MS;

/** The lifetime of an answer in milliseconds: at least an hour, at most a week. */
export function freshnessMs(headers: IncomingHttpHeaders, nowMs: number): number {
  const promised = maxAgeMs(headers) ?? expiresMs(headers, nowMs) ?? DEFAULT_MS;
  return Math.min(Math.max(promised, HOUR_MS), LONGEST_FRESH_MS);
}

/** RFC 9111, 5.2.2: what forbids to reuse an answer unasked counts as no lifetime. */
function maxAgeMs(headers: IncomingHttpHeaders): number | undefined {
  const directives = (headers["cache-control"] ?? "").toLowerCase().split(",");
  let foundMs: number | undefined;
  for (const directive of directives) {
    const [name = "", value = ""] = directive.split("=", 2).map((part) => part.trim());
    if (name === "no-store" || name === "no-cache") return 0;
    if (name === "max-age" && /^"?\d{1,10}"?$/.test(value)) {
      foundMs ??= Number(value.replaceAll('"', "")) * 1000;
    }
  }
  if (foundMs === undefined) return undefined;
  const age = headers.age ?? "";
  return /^\d{1,10}$/.test(age) ? foundMs - Number(age) * 1000 : foundMs;
}

/** RFC 9111, 5.3: a date that cannot be read, as "0", is past. */
function expiresMs(headers: IncomingHttpHeaders, nowMs: number): number | undefined {
  if (headers.expires === undefined) return undefined;
  const expires = Date.parse(headers.expires);
  return Number.isNaN(expires) ? 0 : expires - nowMs;
}
