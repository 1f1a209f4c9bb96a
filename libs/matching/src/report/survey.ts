import type { Plan } from '../plan/plan.js';
import { failingRule } from '../rules/failing-rule.js';
import type { Rule } from '../rules/rule.js';
import type { TerrainGroup, TerrainLot } from '../rules/terrain.js';
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
  /** Categories among its eligible lots, and among those it holds a case of. */
  readonly eligibleCategories: Set<string>;
  readonly receivedCategories: Set<string>;
}

export interface Survey {
  readonly groups: readonly GroupFindings[];
  /** Per lot index, for lots with cases left: how many groups each rule turned away. */
  readonly turnedAway: ReadonlyMap<number, ReadonlyMap<Rule, number>>;
}

/** The one place that walks every pair of a finished plan: the parts of the report only read what it found. */
export function survey(plan: Plan): Survey {
  const groups = plan.terrain.groups.map(blankFindings);
  const turnedAway = new Map<number, Map<Rule, number>>();
  for (const lot of plan.terrain.lots) {
    const counts = new Map<Rule, number>();
    for (const findings of groups) {
      const rule = failingRule(plan.terrain, lot, findings.group) ?? noteEligible(plan, lot, findings);
      if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    if (plan.left(lot) > 0) turnedAway.set(lot.index, counts);
  }
  return { groups, turnedAway };
}

function blankFindings(group: TerrainGroup): GroupFindings {
  return { group, isReachable: false, stops: new Map(), eligibleCategories: new Set(), receivedCategories: new Set() };
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
  if (stop === null) return null;
  const tally = findings.stops.get(stop) ?? { lots: 0, cases: 0 };
  findings.stops.set(stop, tally);
  tally.lots += 1;
  tally.cases += held;
  // The contract explains a leftover by the pair's cap, whoever set it.
  return stop === 'request-met' ? 'lot-maximum' : stop;
}
