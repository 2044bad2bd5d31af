/** Two places that credit one picture, and name different people. */
import type { FoundCredit } from "../article.ts";
import { nameOthers } from "./agency-names.ts";
import { creditNames } from "./credit.ts";

/**
 * `record: Ann Lee; file: Bo Ek`, or undefined where all agree. Silence contradicts nobody, and
 * neither does a name more or another spelling.
 */
export function contradictionOf(found: readonly FoundCredit[]): string | undefined {
  const places = found.map(({ origin, credit }) => ({ origin, ...creditNames(credit) }));
  for (const kind of ["creators", "agencies"] as const) {
    const naming = places.filter((place) => place[kind].length > 0);
    const [first, ...others] = naming;
    const other = others.find((place) => nameOthers(first?.[kind] ?? [], place[kind]));
    if (first === undefined || other === undefined) continue;
    return [first, other].map((place) => `${place.origin}: ${place[kind].join(", ")}`).join("; ");
  }
  return undefined;
}
