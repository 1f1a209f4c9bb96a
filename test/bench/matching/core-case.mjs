/**
 * A process of its own, so that its memory is the core's: `core-case.mjs FAMILY GROUPS LOTS REPETITIONS HIGHS_REPETITIONS`
 * prints what it measured as JSON. HiGHS, where it is run, is loaded after the core's memory has been read.
 */
import { solveCore } from '../../../dist/libs/matching/src/core/solve-core.js';
import { validateProblem } from '../../../dist/libs/matching/src/index.js';
import { Plan } from '../../../dist/libs/matching/src/plan/plan.js';
import { coreProblemOf } from '../../../dist/libs/matching/src/policies/leximin/core-problem-of.js';
import { seededOrder } from '../../../dist/libs/matching/src/policies/seeded-order.js';
import { terrainOf } from '../../../dist/libs/matching/src/rules/terrain.js';
import { peakOf, residentOf } from '../once/memory.mjs';
import { timed } from '../statistics.mjs';
import { families } from './instances.mjs';

const [family, ...numbers] = process.argv.slice(2);
const [groups, lots, repetitions, highsRepetitions] = numbers.map(Number);

const plan = new Plan(terrainOf(validateProblem(families[family](groups, lots))));
const order = seededOrder(plan.terrain);
globalThis.gc?.();
const loaded = residentOf(process.pid);
const prepared = await timed(() => coreProblemOf(plan, order).core);
const core = prepared.result;
const solved = [];
let flow;
for (let i = 0; i < repetitions; i++) {
  const { milliseconds, result } = await timed(() => solveCore(core));
  solved.push(milliseconds);
  flow = result;
}
const peak = peakOf(process.pid);
const highs = highsRepetitions > 0 ? await measureHighs() : null;
const sum = (values) => values.reduce((total, value) => total + value, 0);

console.log(
  JSON.stringify({
    eligible: sum(core.lots.degree),
    cases: sum(core.lots.supply),
    placed: sum(flow.total),
    preparing: prepared.milliseconds,
    solved,
    memory: peak - loaded,
    highs,
  }),
);

async function measureHighs() {
  const { loadHighs, solveByHighs } = await import('./highs-model.mjs');
  const solver = await loadHighs();
  const times = [];
  let isSame = true;
  for (let i = 0; i < highsRepetitions; i++) {
    const { milliseconds, result } = await timed(() => solveByHighs(core, solver));
    times.push(milliseconds);
    isSame &&= result.every((total, sink) => total === flow.total[sink]);
  }
  return { times, isSame };
}
