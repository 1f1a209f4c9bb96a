import { dice, families } from './instances.mjs';

const SIZES = [1, 4, 6, 6, 12, 12, 20, 24, 24, 30, 48];

/** Dense rounds in units, with cases of many sizes; and what else makes a problem hard, by itself and all at once. */
export const sizedFamilies = {
  units: (groups, lots, seed) => inUnits(groups, lots, seed),
  'scarce storage in units': (groups, lots, seed) => halved(inUnits(groups, lots, seed)),
  millilitres: (groups, lots, seed) => measured(inUnits(groups, lots, seed)),
  minima: (groups, lots, seed) => lumpy(inUnits(groups, lots, seed), false),
  'all limits': (groups, lots, seed) => measured(lumpy(inUnits(groups, lots, seed), true)),
};

function inUnits(groups, lots, seed = 1) {
  const roll = dice(seed + 77);
  const problem = families.dense(groups, lots, seed);
  const sized = problem.lots.map((lot) => ({ ...lot, unitsPerCase: SIZES[roll(SIZES.length)], caseMillilitres: 1000 * (5 + roll(30)) }));
  const cases = sized.reduce((sum, lot) => sum + lot.cases, 0);
  const units = sized.reduce((sum, lot) => sum + lot.cases * lot.unitsPerCase, 0);
  const received = (group) => Math.round((group.received * units) / (2 * cases));
  return { ...problem, measure: 'units', lots: sized, groups: problem.groups.map((group) => ({ ...group, received: received(group) })) };
}

function halved(problem) {
  const half = (capacity) => Object.fromEntries(Object.entries(capacity).map(([name, cases]) => [name, Math.floor(cases / 2)]));
  return { ...problem, groups: problem.groups.map((group) => ({ ...group, capacityCases: half(group.capacityCases) })) };
}

/** A third of the groups count millilitres, at a little less than their capacity in cases of the usual size would take. */
function measured(problem) {
  const roll = dice(Number(problem.seed) + 5);
  const room = ({ capacityCases }) => (capacityCases.ambient || 1) * 1000 * (8 + roll(12));
  return {
    ...problem,
    groups: problem.groups.map((group) => (roll(3) === 0 ? { ...group, capacityMillilitres: { ambient: room(group) } } : group)),
  };
}

function lumpy(problem, isAll) {
  const roll = dice(Number(problem.seed) + 9);
  return {
    ...problem,
    lots: problem.lots.map((lot) => ({
      ...lot,
      ...(roll(4) === 0 && { minCasesPerGroup: 2 + roll(4) }),
      ...(isAll && roll(5) === 0 && { maxGroups: 2 + roll(12) }),
      ...(isAll && roll(8) === 0 && { onePerHousehold: true }),
    })),
  };
}
