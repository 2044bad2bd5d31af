/** Random numbers that a seed and a day fix, so that each day can be lived again. */

export interface Random {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, `count`. */
  readonly below: (count: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

export function randomOf(seed: number, day: number): Random {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(day + 1, 0x85ebca6b)) | 0;
  const next = () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    ...{ next, below },
    chance: (share) => next() < share,
    pick: <Item>(items: readonly Item[]) => {
      const at = below(items.length);
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[at] as Item;
    },
  };
}
