/** A process of its own: `whole-case.mjs FAMILY GROUPS LOTS SEEDS` makes a plan of each seed and prints what it came to as JSON. */
import { allocate, serialiseSolution, validateProblem, verifySolution } from '../../../dist/libs/matching/src/index.js';
import { timed } from '../statistics.mjs';
import { families } from './instances.mjs';
import { sizedFamilies } from './sized-instances.mjs';

const [family, ...numbers] = process.argv.slice(2);
const [groups, lots, seeds] = numbers.map(Number);
const instance = { ...families, ...sizedFamilies }[family];
const plans = [];

for (let seed = 1; seed <= seeds; seed++) {
  const problem = instance(groups, lots, seed);
  const { milliseconds, result: solution } = await timed(() => {
    const made = allocate(validateProblem(problem));
    serialiseSolution(made);
    return made;
  });
  const { placedBound, shortfall } = solution.certificate;
  const [missing, whole] = shortfall.split('/').map(Number);
  const { milliseconds: checking, result: violations } = await timed(() => verifySolution(problem, solution));
  plans.push({
    milliseconds,
    checking,
    placed: solution.metrics.placed,
    placedBound,
    shortfall: missing / whole,
    holds: violations.length === 0,
  });
}

console.log(JSON.stringify(plans));
