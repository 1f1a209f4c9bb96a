import { TEMPERATURE_CLASSES } from '@wakachi/kernel';
import { Fault } from '../reading/fault.js';
import { measureOfCase } from './measure-of-case.js';
import type { Problem } from './problem.js';

const SIZE_OF_MEASURE = { cases: null, units: null, grams: 'caseGrams', yen: 'caseYen' } as const;

/** Sizes that are used are given, and no total that is ever formed reaches 2^53. */
export function checkSizes(problem: Problem): void {
  const size = SIZE_OF_MEASURE[problem.measure];
  const counted = new Set(
    TEMPERATURE_CLASSES.filter((name) => problem.groups.some((group) => group.capacityMillilitres?.[name] !== undefined)),
  );
  for (const [i, lot] of problem.lots.entries()) {
    if (size !== null && lot[size] === undefined) throw new Fault(`/lots/${i}/${size}`, 'missingSize', { used: 'measure' });
    if (counted.has(lot.temperature) && lot.caseMillilitres === undefined) {
      throw new Fault(`/lots/${i}/caseMillilitres`, 'missingSize', { used: 'capacityMillilitres' });
    }
  }
  checkTotals(problem);
}

/** Sums of safe integers are exact until they pass 2^53, and then they stay past it: rounding never brings one back. */
function checkTotals(problem: Problem): void {
  let cases = 0;
  let measure = 0;
  let millilitres = 0;
  for (const [i, lot] of problem.lots.entries()) {
    cases += lot.cases;
    measure += lot.cases * measureOfCase(lot, problem.measure);
    millilitres += lot.cases * (lot.caseMillilitres ?? 0);
    if (!Number.isSafeInteger(cases) || !Number.isSafeInteger(measure) || !Number.isSafeInteger(millilitres)) {
      throw new Fault(`/lots/${i}/cases`, 'overflow');
    }
  }
  for (const [i, group] of problem.groups.entries()) {
    if (!Number.isSafeInteger((group.received ?? 0) + measure)) throw new Fault(`/groups/${i}/received`, 'overflow');
  }
  if ((problem.policy ?? 'leximin') === 'leximin') checkKeys(problem, measure);
  if (problem.policy === 'pro-rata') checkShares(problem);
}

/** Leximin compares (received + awarded) / need of two groups by cross-multiplication, which must be exact. */
function checkKeys({ groups }: Problem, measure: number): void {
  const received = groups.reduce((most, group) => Math.max(most, group.received ?? 0), 0);
  for (const [i, { need }] of groups.entries()) {
    if (!Number.isSafeInteger((received + measure) * need)) throw new Fault(`/groups/${i}/need`, 'keyOverflow');
  }
}

/** Pro-rata divides cases × need by the sum of all needs, and must not lose a remainder. */
function checkShares({ lots, groups }: Problem): void {
  const cases = lots.reduce((most, lot) => Math.max(most, lot.cases), 0);
  let needs = 0;
  for (const [i, { need }] of groups.entries()) {
    needs += need;
    if (!Number.isSafeInteger(needs * Math.max(1, cases))) throw new Fault(`/groups/${i}/need`, 'shareOverflow');
  }
}
