import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { BitRows } from './bit-rows.js';
import { at, type Facts } from './facts.js';
import { whyFull } from './why-full.js';
import { ineligibility } from './why-ineligible.js';

export type FullKind = NonNullable<ReturnType<typeof whyFull>>;

/** What the pairs of one group come to. */
export interface Reach {
  eligibleLots: number;
  readonly full: Map<FullKind, { lots: number; cases: number }>;
  readonly categories: Set<string>;
  readonly receivedCategories: Set<string>;
}

export interface Walk {
  readonly reach: ReadonlyMap<string, Reach>;
  /** lot → rule → groups, of lots with cases left. */
  readonly turnedAway: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Pairs that could take a case that was left. */
  readonly open: readonly { readonly lot: string; readonly group: string }[];
}

/** Asks every pair once; the checks read the answers. `eligible`, when given, takes down the eligible pairs (group × lot, by id). */
export function walk(facts: Facts, eligible: BitRows | null): Walk {
  const groups = facts.groupIds.map((id) => facts.groups.get(id) as ProblemGroup);
  const reach = groups.map((): Reach => ({ eligibleLots: 0, full: new Map(), categories: new Set(), receivedCategories: new Set() }));
  const turnedAway = new Map<string, Map<string, number>>();
  const open: { lot: string; group: string }[] = [];
  for (const [i, id] of facts.lotIds.entries()) {
    const lot = facts.lots.get(id) as ProblemLot;
    const counts = new Map<string, number>();
    const hasLeft = (facts.left.get(id) ?? 0) > 0;
    const ruleOf = ineligibility(facts, lot);
    for (const [j, group] of groups.entries()) {
      const rule = ruleOf(group);
      if (rule === null) eligible?.set(j, i);
      const answer = rule ?? noteEligible(facts, lot, group, reach[j] as Reach);
      if (answer === null && hasLeft) open.push({ lot: id, group: group.id });
      if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    if (hasLeft) turnedAway.set(id, counts);
  }
  return { reach: new Map(facts.groupIds.map((id, j) => [id, reach[j] as Reach])), turnedAway, open };
}

function noteEligible(facts: Facts, lot: ProblemLot, group: ProblemGroup, reach: Reach): FullKind | null {
  const held = at(facts.held, lot.id, group.id) ?? 0;
  reach.eligibleLots += 1;
  if (lot.category !== undefined) reach.categories.add(lot.category);
  if (lot.category !== undefined && held > 0) reach.receivedCategories.add(lot.category);
  const full = whyFull(facts, lot, group);
  if (full === null) return null;
  const sum = reach.full.get(full) ?? { lots: 0, cases: 0 };
  reach.full.set(full, { lots: sum.lots + 1, cases: sum.cases + held });
  return full === 'request-met' ? 'lot-maximum' : full;
}
