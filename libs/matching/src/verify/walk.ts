import type { ProblemGroup, ProblemLot } from '../problem/problem.js';
import type { Rule } from '../rules/rule.js';
import type { BitRows } from './bit-rows.js';
import { CLASSES, type Facts, type Usage } from './facts.js';
import { type Storage, storageOf } from './storage.js';
import { type FullKind, fullness } from './why-full.js';
import { ineligibility } from './why-ineligible.js';

/** What the pairs of one group come to. */
export interface Reach {
  eligibleLots: number;
  readonly full: Map<FullKind, { lots: number; cases: number }>;
  /** Eligible lots that nothing keeps from it but that none is left, or that is left and could be had; the cases are the lots'. */
  readonly usedUp: { lots: number; cases: number };
  /** Distinct categories among its eligible lots, and among those it holds a case of. */
  categories: number;
  receivedCategories: number;
}

export interface Walk {
  readonly reach: ReadonlyMap<string, Reach>;
  /** lot → rule → groups, of lots with cases left. */
  readonly turnedAway: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Pairs that could take a case that was left. */
  readonly open: readonly { readonly lot: string; readonly group: string }[];
}

/** A group with all that a hundred million questions should not have to look up again. */
interface Asked {
  readonly group: ProblemGroup;
  readonly used: Usage;
  readonly storage: Readonly<Record<(typeof CLASSES)[number], Storage>>;
  readonly reach: Reach;
  /** The last category that was counted. */
  category: string | undefined;
  receivedCategory: string | undefined;
}

/** Asks every pair once; the checks read the answers. `eligible`, when given, takes down the eligible pairs (group × lot, by id). */
export function walk(facts: Facts, eligible: BitRows | null): Walk {
  const asked = facts.groupIds.map((id) => prepare(facts, facts.groups.get(id) as ProblemGroup));
  const turnedAway = new Map<string, Map<Rule, number>>();
  const open: { lot: string; group: string }[] = [];
  for (const [i, lot] of byCategory(facts)) {
    const hasLeft = (facts.left.get(lot.id) ?? 0) > 0;
    const counts = new Map<Rule, number>();
    const held = facts.held.get(lot.id);
    const [ruleOf, fullOf] = [ineligibility(facts, lot), fullness(facts, lot)];
    for (let j = 0; j < asked.length; j++) {
      const one = asked[j] as Asked;
      const storage = one.storage[lot.temperature];
      let answer: Rule | null = ruleOf(one.group, storage);
      if (answer === null) {
        eligible?.set(j, i);
        const cases = held?.get(one.group.id) ?? 0;
        noteEligible(one, lot, cases);
        const full = fullOf(one.group, cases, storage, one.used);
        if (full === null) noteUsedUp(one.reach, lot);
        answer = noteFull(one.reach, full, cases);
      }
      if (!hasLeft) continue;
      if (answer === null) open.push({ lot: lot.id, group: one.group.id });
      else counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
    if (hasLeft) turnedAway.set(lot.id, counts);
  }
  return { reach: new Map(asked.map(({ group, reach }) => [group.id, reach])), turnedAway, open };
}

function prepare(facts: Facts, group: ProblemGroup): Asked {
  const [ambient, chilled, frozen] = CLASSES.map((name) => storageOf(facts, group, name)) as [Storage, Storage, Storage];
  const reach: Reach = { eligibleLots: 0, full: new Map(), usedUp: { lots: 0, cases: 0 }, categories: 0, receivedCategories: 0 };
  const used = facts.usage.get(group.id) as Usage;
  return { group, used, storage: { ambient, chilled, frozen }, reach, category: undefined, receivedCategory: undefined };
}

/** With their places in the order of ids; lots of one category stand together, so that it is counted once for each group. */
function byCategory(facts: Facts): [number, ProblemLot][] {
  const lots = facts.lotIds.map((id, i): [number, ProblemLot] => [i, facts.lots.get(id) as ProblemLot]);
  return lots.sort(([, a], [, b]) => ((a.category ?? '') < (b.category ?? '') ? -1 : (a.category ?? '') > (b.category ?? '') ? 1 : 0));
}

function noteEligible(one: Asked, lot: ProblemLot, held: number): void {
  one.reach.eligibleLots += 1;
  if (lot.category === undefined) return;
  if (one.category !== lot.category) one.reach.categories += 1;
  one.category = lot.category;
  if (held === 0) return;
  if (one.receivedCategory !== lot.category) one.reach.receivedCategories += 1;
  one.receivedCategory = lot.category;
}

function noteUsedUp({ usedUp }: Reach, lot: ProblemLot): void {
  usedUp.lots += 1;
  usedUp.cases += lot.cases;
}

/** The same answer as a rule: a leftover is explained by the pair's cap, whoever set it. */
function noteFull(reach: Reach, full: FullKind | null, held: number): Rule | null {
  if (full === null) return null;
  const sum = reach.full.get(full) ?? { lots: 0, cases: 0 };
  if (sum.lots === 0) reach.full.set(full, sum);
  sum.lots += 1;
  sum.cases += held;
  return full === 'request-met' ? 'lot-maximum' : full;
}
