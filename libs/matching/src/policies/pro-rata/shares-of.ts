import { compareQuotients } from '../../numbers/compare-quotients.js';
import { largestRemainders } from '../../numbers/largest-remainders.js';
import type { TerrainGroup } from '../../rules/terrain.js';

/** What a group may have of a lot: nothing, or from `least` to `most` cases (1 ≤ least ≤ most ≤ the lot's cases). */
export interface Claim {
  readonly group: TerrainGroup;
  readonly need: number;
  readonly least: number;
  readonly most: number;
}

type Share = readonly [Claim, number];
type Shares = readonly Share[];

/**
 * Cases in proportion to need, within the bounds of each claim; the groups that get some. Where there are too few places or
 * too few cases for everybody's minimum, those stand back whose proportional share falls furthest short of it.
 *
 * @param claims in the order in which equal remainders are served
 * @param places how many groups may get any
 */
export function sharesOf(cases: number, claims: readonly Claim[], places: number): [TerrainGroup, number][] {
  const all = places < claims.length ? null : shareWithin(cases, claims);
  const shares = all !== null && isInBounds(all) ? all : mostServed(cases, claims, places);
  return shares.filter(([, share]) => share > 0).map(([{ group }, share]) => [group, share]);
}

/** As many as there are places and minima for, by halving: with one claim alone the shares are always in bounds. */
function mostServed(cases: number, claims: readonly Claim[], places: number): Shares {
  const strongestFirst = claims.map((_, i) => i).sort((a, b) => byStrength(claims[a] as Claim, claims[b] as Claim) || a - b);
  const among = (count: number) => {
    const served = new Set(strongestFirst.slice(0, count));
    return shareWithin(
      cases,
      claims.filter((_, i) => served.has(i)),
    );
  };
  let best = among(1);
  let [low, high] = [2, Math.min(places, claims.length)];
  while (low <= high) {
    const middle = (low + high + 1) >> 1;
    const tried = among(middle);
    if (isInBounds(tried)) {
      best = tried;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

/** A group's share per case of its minimum: need / least, the larger first. */
function byStrength(a: Claim, b: Claim): number {
  return compareQuotients(b.need, b.least, a.need, a.least);
}

function isInBounds(shares: Shares): boolean {
  return shares.every(([claim, share]) => share === 0 || share >= claim.least);
}

/**
 * Whoever's proportional share is more than they can take has just that; the rest is shared out anew. Taking out the tightest
 * first never makes another's share smaller, so one pass finds them all.
 */
function shareWithin(cases: number, claims: readonly Claim[]): Shares {
  let left = cases;
  let needs = claims.reduce((sum, { need }) => sum + need, 0);
  const full = new Set<Claim>();
  if (claims.some((claim) => left * claim.need >= claim.most * needs)) {
    for (const claim of claims.toSorted((a, b) => compareQuotients(a.most, a.need, b.most, b.need))) {
      if (left * claim.need < claim.most * needs) break;
      full.add(claim);
      left -= claim.most;
      needs -= claim.need;
    }
  }
  const open = full.size === 0 ? claims : claims.filter((claim) => !full.has(claim));
  const parts = largestRemainders(
    left,
    open.map(({ need }) => need),
  );
  return [...[...full].map((claim): Share => [claim, claim.most]), ...open.map((claim, i): Share => [claim, parts[i] as number])];
}
