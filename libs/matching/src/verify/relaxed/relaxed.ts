import { canonicalJson, sha256 } from '@wakachi/kernel';
import type { ProblemGroup, ProblemLot } from '../../problem/problem.js';
import type { BitRows } from '../bit-rows.js';
import { at, CLASSES, type Facts, sizeInMeasure, type Usage } from '../facts.js';
import type { Claims } from './deal-units.js';
import { fairTotals } from './fair-totals.js';
import { cutUp } from './layers.js';
import { placeableCases, shelfCases } from './limits.js';
import { withoutUnused } from './near-side.js';
import { type Offer, offerOf } from './offer.js';
import { Saturation } from './saturation.js';
import { Transport } from './transport.js';

/** What bounds every plan of a problem that is not exact. */
export interface Relaxed {
  readonly placedBound: number;
  /** Per group, by id: carry-over and all that it is awarded in single units of the measure. */
  readonly filled: readonly bigint[];
  /** Of the plan at hand. */
  readonly shortfall: string;
}

/** From the contract's section on bounds alone. `eligible` (group × lot) is only read. */
export function relaxed(facts: Facts, eligible: BitRows): Relaxed {
  const sizeOf = (lot: ProblemLot) => sizeInMeasure(facts.problem, lot);
  const offer = offerOf(facts, eligible, sizeOf);
  const sizes = Float64Array.from(offer.lots, sizeOf);
  const supply = placeableCases(offer);
  const shelves = shelfCases(offer, supply);
  const pairCap = pairCapOf(facts, offer);
  const inCases = new Transport({
    ...{ kinds: CLASSES.length, kindOf: offer.classOf, supply, room: shelves, ceiling: offer.ceiling },
    ...{ open: offer.usable, pairCap },
  });
  const { placed, worth } = richestFirst(inCases, sizes);
  const open = withoutUnused(inCases, offer.usable);
  const inUnits = new Transport(cutUp(offer, pairCap, { supply, sizes, shelves, open }));
  const units = fairTotals(inUnits, claimsOf(facts, offer, inUnits, 1), worth);
  const filled = offer.base.map((base, j) => base + BigInt(units[j] as number));
  return { placedBound: offer.locked + placed, filled, shortfall: shortfallOf(facts, offer, filled) };
}

/** The same where every case measures the same and only the slack keeps the plan from being exact: no case is cut. */
export function fairInWholeCases(facts: Facts, eligible: BitRows): Relaxed {
  const sizeOf = (lot: ProblemLot) => sizeInMeasure(facts.problem, lot);
  const offer = offerOf(facts, eligible, sizeOf);
  const size = offer.lots[0] === undefined ? 1 : sizeOf(offer.lots[0]);
  const net = new Transport({
    ...{ kinds: CLASSES.length, kindOf: offer.classOf, supply: offer.cases, room: offer.casesRoom, ceiling: offer.ceiling },
    ...{ open: offer.usable, pairCap: pairCapOf(facts, offer) },
  });
  const cases = fairTotals(net, claimsOf(facts, offer, net, size), Number.POSITIVE_INFINITY);
  const filled = offer.base.map((base, j) => base + BigInt(cases[j] as number) * BigInt(size));
  const placed = cases.reduce((sum, count) => sum + count, 0);
  return { placedBound: offer.locked + placed, filled, shortfall: shortfallOf(facts, offer, filled) };
}

/** A largest flow that comes to the most of the measure: lots join by size, largest first, and what is placed stays placed. */
function richestFirst(net: Transport, sizes: Float64Array): { placed: number; worth: number } {
  const supply = net.left.slice();
  const everything = supply.reduce((sum, cases) => sum + cases, 0);
  const wanted = net.limits.ceiling.map((ceiling) => Math.min(ceiling, everything));
  const saturation = new Saturation(net, wanted);
  const all = { id: 0, groups: [...net.total.keys()], lots: [...net.left.keys()] };
  net.left.fill(0);
  let [placed, worth] = [0, 0];
  for (const size of [...new Set(sizes)].sort((a, b) => b - a)) {
    const joining = all.lots.filter((i) => sizes[i] === size && (supply[i] as number) > 0);
    if (joining.length === 0) continue;
    for (const i of joining) net.left[i] = supply[i] as number;
    saturation.fill(all);
    const now = net.total.reduce((sum, cases) => sum + cases, 0);
    worth += (now - placed) * size;
    placed = now;
  }
  return { placed, worth };
}

type PairCap = ((lot: number, group: number) => number) | null;

function pairCapOf({ requested }: Facts, { lots, groups }: Offer): PairCap {
  if (requested === null && lots.every((lot) => lot.maxCasesPerGroup === undefined)) return null;
  const caps = lots.map((lot) => lot.maxCasesPerGroup ?? Number.POSITIVE_INFINITY);
  return (i, j) => {
    const asked = requested ? at(requested, lots[i]?.id as string, groups[j]?.id as string) : undefined;
    return Math.min(caps[i] as number, asked ?? Number.POSITIVE_INFINITY);
  };
}

function claimsOf({ problem }: Facts, { groups, base }: Offer, net: Transport, step: number): Claims {
  const hashes = groups.map((group) => sha256(canonicalJson([problem.seed, group.id])));
  const order = [...groups.keys()].sort((a, b) => {
    const difference = (groups[b] as ProblemGroup).need - (groups[a] as ProblemGroup).need;
    return difference !== 0 ? difference : (hashes[a] as string) < (hashes[b] as string) ? -1 : 1;
  });
  const place = new Array<number>(groups.length).fill(0);
  for (const [i, group] of order.entries()) place[group] = i;
  const everything = net.left.reduce((sum, left) => sum + left, 0);
  const most = net.limits.ceiling.map((ceiling, j) => {
    const shelves = net.shelvesOf(j).reduce((sum, shelf) => sum + Math.min(everything, net.roomOf(shelf)), 0);
    return Math.min(ceiling, shelves, everything);
  });
  return { step: BigInt(step), base, need: groups.map(({ need }) => BigInt(need)), place, least: new Float64Array(groups.length), most };
}

function shortfallOf(facts: Facts, { groups }: Offer, filled: readonly bigint[]): string {
  let [missing, whole] = [0n, 0n];
  for (const [j, relaxedTo] of filled.entries()) {
    const { id, received } = groups[j] as ProblemGroup;
    const reached = BigInt(received ?? 0) + BigInt((facts.usage.get(id) as Usage).measure);
    whole += relaxedTo;
    if (reached < relaxedTo) missing += relaxedTo - reached;
  }
  if (whole === 0n) return '0/1';
  let divisor = whole;
  for (let rest = missing % whole; rest !== 0n; ) [divisor, rest] = [rest, divisor % rest];
  return `${missing / divisor}/${whole / divisor}`;
}
