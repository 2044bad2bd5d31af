/** Values that stand in many places of a configuration, each with the fault that it may have. */
import * as v from "valibot";
import { parseUrl } from "../articles/addresses.ts";

export const words = v.pipe(v.string(), v.trim(), v.minLength(1, "is empty; write something"));

export const webAddress = v.pipe(
  v.string(),
  v.trim(),
  v.check(isWebAddress, 'is no absolute web address; write it like "https://example.org/"'),
);

export const emailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.email('is no e-mail address; write it like "desk@example.org"'),
);

export const timeZone = v.pipe(
  v.string(),
  v.check(isTimeZone, 'is no IANA time zone; write it like "Asia/Jakarta"'),
);

/** One value, or a list of any length, as a list; faults are those of the shape that is there. */
export function listOf<Input, Output>(
  one: v.GenericSchema<Input, Output>,
): v.GenericSchema<Input | Input[], Output[]> {
  const alone = v.pipe(
    one,
    v.transform((value) => [value]),
  );
  const list = v.array(one);
  return v.lazy<v.GenericSchema<Input | Input[], Output[]>>((given) => {
    return Array.isArray(given) ? list : alone;
  });
}

/** Credentials in an address would stand in every feed. */
function isWebAddress(text: string): boolean {
  const url = /^https?:\/\//i.test(text) ? parseUrl(text) : undefined;
  return url !== undefined && url.username === "" && url.password === "";
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
