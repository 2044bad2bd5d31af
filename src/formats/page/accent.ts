/**
 * The colour of links and labels: whatever a site owner asks for, moved towards black or white
 * until it can be read on the paper (WCAG 2.2, 1.4.3: 4.5 to 1).
 */

/** Red, green, blue, each 0–255. */
type Colour = readonly [number, number, number];

export interface Accents {
  readonly light: string;
  readonly dark: string;
}

/** Of ink that has long dried. */
const DEFAULT_ACCENT: Accents = { light: "#8f1d1d", dark: "#e39282" };
/** What text stands on, in light and in dark: the paper, and boxes on it. */
export const PAPER = { light: "#fffdf8", dark: "#161513" } as const;
export const WASH = { light: "#f5f1e7", dark: "#211f1c" } as const;

/** A little more than is asked, for rounding. */
const LEAST_CONTRAST = 4.6;
const STEPS = 100;

/** @param accent `#rgb` or `#rrggbb`; anything else counts as none. */
export function accentsOf(accent?: string): Accents {
  const colour = colourOf(accent ?? "");
  if (colour === undefined) return DEFAULT_ACCENT;
  return {
    light: readable(colour, [PAPER.light, WASH.light], [0, 0, 0]),
    dark: readable(colour, [PAPER.dark, WASH.dark], [255, 255, 255]),
  };
}

/** The least change towards `end` with which the colour can be read on all of the papers. */
function readable(colour: Colour, papers: readonly string[], end: Colour): string {
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = mix(colour, end, step / STEPS);
    if (papers.every((paper) => contrast(mixed, colourOf(paper) ?? end) >= LEAST_CONTRAST)) {
      return hexOf(mixed);
    }
  }
  return hexOf(end);
}

function colourOf(hex: string): Colour | undefined {
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(hex) ?? [];
  if (digits === undefined) return undefined;
  const long = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const at = (start: number) => Number.parseInt(long.slice(start, start + 2), 16);
  return [at(0), at(2), at(4)];
}

function hexOf(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (one: number, other: number) => Math.round(one + (other - one) * share);
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])];
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
