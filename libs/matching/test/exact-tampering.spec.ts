import * as fc from 'fast-check';
import { type Problem, type Solution, verifySolution } from '../src/index.js';
import { aGroup, aLot, aProblem } from './builders.js';
import { exactAccount } from './naive/account.js';
import { compareWorth, worthOf } from './naive/brute-force.js';
import { isAllowed } from './naive/is-allowed.js';
import { awardsIn } from './naive/plain-plan.js';
import { solveByHand } from './naive/reference-solver.js';
import { type Neighbour, neighboursOf } from './neighbours.js';
import { randomExactProblem } from './random-exact-problem.js';
import { everyEntryMisplaced, everyLeafChanged } from './tampered.js';

const mixed = aProblem({
  policy: 'leximin',
  lots: [
    aLot({ id: 'L1', cases: 9, hub: 'tokyo', category: 'noodles', maxCasesPerGroup: 5 }),
    aLot({ id: 'L2', cases: 4, temperature: 'frozen', donor: 'D1', effectiveUntil: '2026-12-31' }),
    aLot({ id: 'L3', cases: 6, category: 'rice', effectiveUntil: '2027-02-01' }),
    aLot({ id: 'L4', cases: 5, category: 'rice', effectiveUntil: '2027-01-15', prefectures: ['13'] }),
  ],
  groups: [
    aGroup({ id: 'G1', need: 40, capacityCases: { frozen: 2 } }),
    aGroup({ id: 'G2', need: 25, received: 2, maxCases: 6 }),
    aGroup({ id: 'G3', need: 60, capacityCases: { ambient: 7, frozen: 0 } }),
    aGroup({ id: 'G4', need: 10, prefecture: '27', refusesCategories: ['noodles'] }),
  ],
  locks: [
    { lot: 'L1', group: 'G1', cases: 3 },
    { lot: 'L3', group: 'G2', cases: 0 },
  ],
  previous: [{ lot: 'L1', group: 'G2', cases: 2 }],
});
/** Drawn by a fixed seed: many instances, the same on every run. In most of them another lot could take the place of one, so that dates have a say. */
const drawn = fc
  .sample(randomExactProblem({ lots: 5, groups: 4, cases: 4 }), { numRuns: 400, seed: 11 })
  .filter((problem) => awardsIn(solveByHand(problem)).length > 2);
const instances: [string, Problem][] = [
  ['a mixed round', mixed],
  ...[...drawn.filter(hasChoiceOfLots).slice(0, 10), ...drawn.filter((problem) => !hasChoiceOfLots(problem)).slice(0, 4)].map(
    (problem, i): [string, Problem] => [`random round ${i}`, problem],
  ),
];

function hasChoiceOfLots(problem: Problem): boolean {
  const neighbours = [...neighboursOf(problem, solveByHand(problem))];
  return neighbours.some(({ change, plan }) => change === 'of another lot' && isAllowed(problem, plan));
}

const met = new Map<string, number>();

describe.each(instances)('%s', (_, problem) => {
  const plan = solveByHand(problem);
  const solution = exactAccount(problem, plan);
  const holds = (changed: Solution) => verifySolution(problem, changed).length === 0;

  it('holds as it is', () => {
    expect(verifySolution(problem, solution)).toEqual([]);
  });

  it('with one case elsewhere and honest accounts, holds only if the plan is as good', () => {
    const worth = worthOf(problem, plan);
    for (const neighbour of neighboursOf(problem, plan)) {
      if (!isAllowed(problem, neighbour.plan)) continue;
      const isAsGood = compareWorth(worthOf(problem, neighbour.plan), worth) === 0;
      count(neighbour, isAsGood);
      expect([holds(exactAccount(problem, neighbour.plan)), neighbour]).toEqual([isAsGood, neighbour]);
    }
  });

  it('with one case elsewhere and the old accounts, holds only if they are true of the new plan as well', () => {
    for (const neighbour of neighboursOf(problem, plan)) {
      const tampered = { ...solution, awards: awardsIn(neighbour.plan) };
      const isTrue =
        isAllowed(problem, neighbour.plan) && JSON.stringify(exactAccount(problem, neighbour.plan)) === JSON.stringify(tampered);
      expect([holds(tampered), neighbour]).toEqual([isTrue, neighbour]);
    }
  });

  it('does not hold with any figure, text, bound or hash changed, anywhere', () => {
    for (const changed of everyLeafChanged(solution)) {
      if (changed.engine === solution.engine) expect([holds(changed), changed]).toEqual([false, changed]);
    }
  });

  it('does not hold with any entry left out or given twice', () => {
    for (const changed of everyEntryMisplaced(solution)) expect(holds(changed)).toBe(false);
  });

  it('does not hold with any potential changed to another group or to none, left out, or given of a node that is not there', () => {
    const { potentials = {}, ...rest } = solution.certificate;
    const withPotentials = (changed: Record<string, string | null>) => ({ ...solution, certificate: { ...rest, potentials: changed } });
    for (const [node, end] of Object.entries(potentials)) {
      for (const other of [null, ...problem.groups.map(({ id }) => id)]) {
        expect(holds(withPotentials({ ...potentials, [node]: other }))).toBe(other === end);
      }
      const { [node]: _, ...others } = potentials;
      expect(holds(withPotentials(others))).toBe(false);
    }
    expect(holds(withPotentials({ ...potentials, 'lot:none': null }))).toBe(false);
    expect(holds({ ...solution, certificate: rest })).toBe(false);
    expect(holds({ ...solution, certificate: { exact: false } })).toBe(false);
  });

  it('does not hold of a problem with any lock changed, left out or added', () => {
    const { locks = [] } = problem;
    const others = [
      ...everyLeafChanged(locks),
      ...locks.map((_, i) => locks.toSpliced(i, 1)),
      [...locks, { lot: 'L1', group: 'G1', cases: 1 }],
    ];
    for (const changed of others) expect(verifySolution({ ...problem, locks: changed }, solution)).not.toEqual([]);
  });
});

function count({ change }: Neighbour, isAsGood: boolean): void {
  const name = `${change}, ${isAsGood ? 'as good' : 'worse'}`;
  met.set(name, (met.get(name) ?? 0) + 1);
}

it('the instances are not poor ones: each change occurs, and where it can, both for the worse and as good', () => {
  for (const kind of ['taken away, worse', 'to another group, worse', 'of another lot, worse', 'swapped, as good']) {
    expect([kind, (met.get(kind) ?? 0) > 4]).toEqual([kind, true]);
  }
  expect(met.get('of another lot, as good')).toBeGreaterThan(0);
});
