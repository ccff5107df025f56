/** Picks one of the first so many numbers. */
export type Pick = (bound: number) => number;

/** Picks that follow from a number alone (mulberry32), so that a run can be told by its numbers. */
export function throwDice(seed: number): Pick {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** One of some values; null where there are none. */
export function pickOf<Value>(pick: Pick, values: readonly Value[]): Value | null {
  return values[pick(Math.max(1, values.length))] ?? null;
}

/** The same values in another order. */
export function shuffle<Value>(pick: Pick, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: pick(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
