import type { TemperatureClass } from '@wakachi/kernel';
import type { ProblemGroup } from '../problem/problem.js';
import type { Facts, Usage } from './facts.js';

/** What a group may keep in one temperature class, and what the plan fills of it. ∞ where no capacity is given. */
export interface Storage {
  readonly cases: number;
  readonly millilitres: number;
  readonly usedCases: number;
  readonly usedMillilitres: number;
}

export function storageOf(facts: Facts, group: ProblemGroup, temperature: TemperatureClass): Storage {
  const used = facts.usage.get(group.id) as Usage;
  return {
    cases: group.capacityCases?.[temperature] ?? Number.POSITIVE_INFINITY,
    millilitres: group.capacityMillilitres?.[temperature] ?? Number.POSITIVE_INFINITY,
    usedCases: used.casesIn[temperature] ?? 0,
    usedMillilitres: used.millilitresIn[temperature] ?? 0,
  };
}

/** How many more cases of so many millilitres fit in. */
export function roomIn(storage: Storage, caseMillilitres: number | undefined): number {
  const cases = storage.cases - storage.usedCases;
  if (storage.millilitres === Number.POSITIVE_INFINITY) return cases;
  const free = BigInt(storage.millilitres - storage.usedMillilitres);
  return Math.min(cases, Number(free / BigInt(caseMillilitres ?? 1)));
}
