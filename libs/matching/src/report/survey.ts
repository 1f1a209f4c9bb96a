import type { Plan } from '../plan/plan.js';
import { EligibilityRows, type GroupSet } from '../rules/eligibility-rows.js';
import { failingRule } from '../rules/failing-rule.js';
import type { Rule } from '../rules/rule.js';
import type { Terrain, TerrainGroup, TerrainLot } from '../rules/terrain.js';
import { PlainSweep } from './plain-sweep.js';
import type { Stop } from './what-stops.js';
import { whatStops } from './what-stops.js';

interface Tally {
  lots: number;
  cases: number;
}

/** What one walk over all pairs finds out about a group. */
export interface GroupFindings {
  readonly group: TerrainGroup;
  isReachable: boolean;
  readonly stops: Map<Stop, Tally>;
  /** Eligible lots of which nothing but their being used up keeps it from one more case; the cases are the lots' own. */
  readonly usedUp: Tally;
  /** Categories among its eligible lots, and among those it holds a case of. */
  readonly eligibleCategories: Set<string>;
  readonly receivedCategories: Set<string>;
}

export interface Survey {
  readonly groups: readonly GroupFindings[];
  /** Per lot index, for lots with cases left: how many groups each rule turned away. */
  readonly turnedAway: ReadonlyMap<number, ReadonlyMap<Rule, number>>;
}

/**
 * The one place that walks every pair of a finished plan: the parts of the report only read what it found. Which rule turns a
 * group away is asked only of lots with cases left; of the others it is enough to know who is eligible, which rows of bits tell.
 */
export function survey(plan: Plan): Survey {
  const { terrain } = plan;
  const groups = terrain.groups.map(blankFindings);
  const rows = new EligibilityRows(terrain.groups);
  const sweep = new PlainSweep(plan);
  const reach = new Map<string | undefined, GroupSet>();
  const turnedAway = new Map<number, Map<Rule, number>>();
  for (const lot of terrain.lots) {
    if (plan.left(lot) > 0) turnedAway.set(lot.index, rulesOf(plan, lot, groups));
    else if (sweep.isPlain(lot)) sweepOver(plan, lot, rows.rowOf(lot), groups, sweep, reach);
    else eachEligible(terrain, lot, rows.rowOf(lot), (place) => noteEligible(plan, lot, groups[place] as GroupFindings));
  }
  gather(groups, sweep, reach);
  return { groups, turnedAway };
}

/** A lot that is used up and plain: its holders one by one, all others by rows. */
function sweepOver(
  plan: Plan,
  lot: TerrainLot,
  row: GroupSet,
  groups: readonly GroupFindings[],
  sweep: PlainSweep,
  reach: Map<string | undefined, GroupSet>,
): void {
  const others = row.slice();
  for (const place of plan.holders(lot).keys()) {
    others[place >> 5] = (others[place >> 5] as number) & ~(1 << (place & 31));
    noteEligible(plan, lot, groups[place] as GroupFindings);
  }
  sweep.count(lot, others);
  const known = reach.get(lot.source.category) ?? new Uint32Array(row.length);
  reach.set(lot.source.category, known);
  for (let w = 0; w < row.length; w++) known[w] = (known[w] as number) | (row[w] as number);
}

/** Hands what was counted by rows to each group. */
function gather(groups: readonly GroupFindings[], sweep: PlainSweep, reach: ReadonlyMap<string | undefined, GroupSet>): void {
  for (const [category, row] of reach) {
    for (const [place, findings] of groups.entries()) {
      if ((((row[place >> 5] as number) >>> (place & 31)) & 1) === 0) continue;
      findings.isReachable = true;
      if (category !== undefined) findings.eligibleCategories.add(category);
    }
  }
  for (const [place, findings] of groups.entries()) {
    addStops(findings, 'capacity', sweep.capacity[place] as number);
    addStops(findings, 'ceiling', sweep.ceiling[place] as number);
    findings.usedUp.lots += sweep.usedUp.lots[place] as number;
    findings.usedUp.cases += sweep.usedUp.cases[place] as number;
  }
}

function addStops({ stops }: GroupFindings, stop: Stop, lots: number): void {
  if (lots === 0) return;
  const tally = stops.get(stop) ?? { lots: 0, cases: 0 };
  stops.set(stop, tally);
  tally.lots += lots;
}

/** Notes the eligible pairs of a lot with cases left; answers how many groups each rule turned away. */
function rulesOf(plan: Plan, lot: TerrainLot, groups: readonly GroupFindings[]): Map<Rule, number> {
  const counts = new Map<Rule, number>();
  for (const findings of groups) {
    const rule = failingRule(plan.terrain, lot, findings.group) ?? noteEligible(plan, lot, findings);
    if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** The row knows properties; what is said about single pairs, and the minimum of a lot, is asked. */
function eachEligible(terrain: Terrain, lot: TerrainLot, row: GroupSet, visit: (place: number) => void): void {
  for (let w = 0; w < row.length; w++) {
    for (let rest = row[w] as number; rest !== 0; rest &= rest - 1) {
      const place = w * 32 + 31 - Math.clz32(rest & -rest);
      if (failingRule(terrain, lot, terrain.groups[place] as TerrainGroup) === null) visit(place);
    }
  }
}

function blankFindings(group: TerrainGroup): GroupFindings {
  return {
    group,
    isReachable: false,
    stops: new Map(),
    usedUp: { lots: 0, cases: 0 },
    eligibleCategories: new Set(),
    receivedCategories: new Set(),
  };
}

/** Notes an eligible pair with its group; answers what explains a case left over, if anything does. */
function noteEligible(plan: Plan, lot: TerrainLot, findings: GroupFindings): Rule | null {
  const held = plan.held(lot, findings.group);
  findings.isReachable = true;
  if (lot.source.category !== undefined) {
    findings.eligibleCategories.add(lot.source.category);
    if (held > 0) findings.receivedCategories.add(lot.source.category);
  }
  const stop = whatStops(plan, lot, findings.group);
  if (stop === null) {
    findings.usedUp.lots += 1;
    findings.usedUp.cases += lot.source.cases;
    return null;
  }
  const tally = findings.stops.get(stop) ?? { lots: 0, cases: 0 };
  findings.stops.set(stop, tally);
  tally.lots += 1;
  tally.cases += held;
  // The contract explains a leftover by the pair's cap, whoever set it.
  return stop === 'request-met' ? 'lot-maximum' : stop;
}
