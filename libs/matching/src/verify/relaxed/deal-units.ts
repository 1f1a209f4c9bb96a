/** A group's units: the first has the key base / need, each next one step / need more; equal keys go by place. */
export interface Claims {
  /** What one unit adds to the level's numerator. */
  readonly step: bigint;
  readonly base: readonly bigint[];
  readonly need: readonly bigint[];
  /** The place of each group where keys tie. */
  readonly place: readonly number[];
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * How many units each of the groups gets when so many go to the smallest keys, within the bounds: a level is searched for by
 * halving, so finely that no group has two units between two neighbouring levels; what is between them goes by exact keys.
 */
export function dealUnits(claims: Claims, groups: readonly number[], units: number, shares: Float64Array): void {
  const fineness = groups.reduce((most, group) => ((claims.need[group] as bigint) > most ? (claims.need[group] as bigint) : most), 1n);
  const upTo = (level: bigint) => groups.reduce((sum, group) => sum + shareAt(claims, group, level, fineness), 0);
  let low = -1n;
  let high = 1n;
  for (const group of groups) {
    const top = ((claims.base[group] as bigint) + BigInt(finite(claims.most[group] as number, units)) * claims.step) * fineness;
    if (top / (claims.need[group] as bigint) + 1n > high) high = top / (claims.need[group] as bigint) + 1n;
  }
  if (upTo(high) <= units) low = high;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (upTo(middle) <= units) low = middle;
    else high = middle;
  }
  let rest = units;
  for (const group of groups) {
    shares[group] = shareAt(claims, group, low, fineness);
    rest -= shares[group] as number;
  }
  const between = groups.filter((group) => shareAt(claims, group, low + 1n, fineness) > (shares[group] as number));
  between.sort((a, b) => compareNext(claims, a, b, shares));
  for (const group of between.slice(0, Math.max(0, rest))) shares[group] = (shares[group] as number) + 1;
}

/** Units whose key is at most `level / fineness`. */
function shareAt({ step, base, need, least, most }: Claims, group: number, level: bigint, fineness: bigint): number {
  const filled = level < 0n ? -1n : (level * (need[group] as bigint)) / fineness;
  const above = filled - (base[group] as bigint);
  const units = above < 0n ? 0 : Number(above / step + 1n);
  return Math.max(least[group] as number, Math.min(most[group] as number, units));
}

function compareNext({ step, base, need, place }: Claims, a: number, b: number, shares: Float64Array): number {
  const keyOf = (group: number) => (base[group] as bigint) + BigInt(shares[group] as number) * step;
  const difference = keyOf(a) * (need[b] as bigint) - keyOf(b) * (need[a] as bigint);
  return difference < 0n ? -1 : difference > 0n ? 1 : (place[a] as number) - (place[b] as number);
}

function finite(most: number, units: number): number {
  return Math.min(most, units);
}
